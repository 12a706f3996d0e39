"""A text with everything in it that the seed article has not."""

RICH = (
    '<h2>One</h2><p>Word<small>Note, <a href="https://example.org/">there</a></small> and <a href="https://example.org/">'
    'a link</a>, <span lang="{other}">{word}</span>, https://example.org/one/two/three/four/five/six/seven/eight.</p>'
    "<blockquote><p>Said<small>Another note</small></p></blockquote><table><caption>Things</caption><thead><tr>"
    + '<th scope="col">Considerable heading</th>' * 4
    + "</tr></thead><tbody><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></tbody></table>"
)
OTHER = {"en": ("ru", "слово"), "ru": ("en", "word")}


def rich(language: str) -> str:
    """Notes, a table, a quotation, a long address and a word of the other language, as HTML."""
    other, word = OTHER[language]
    return RICH.format(other=other, word=word)
