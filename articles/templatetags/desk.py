"""What the desk's templates need to know of the rules that texts are measured by."""

from django import template

from articles.texts.measure import LENGTH_RATIOS, MEAN_WORDS_A_MINUTE, WORDS_A_MINUTE
from authors.languages import codes

register = template.Library()


@register.simple_tag
def measuring():
    """Return the rules of articles/texts/measure.py for the browser: words a minute by language, length ratios."""
    paces = {code: WORDS_A_MINUTE.get(code, MEAN_WORDS_A_MINUTE) for code in codes()}
    return {"paces": paces, "ratios": LENGTH_RATIOS}
