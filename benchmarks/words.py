"""Words to search for: how many texts have one decides what it costs."""

import random
import re
from collections import Counter

from articles.models import Edition

SAMPLE, WORDS = 400, 8
RARE = 0.01  # of the texts


def searched(language):
    """Return {"rare words": […], "any words": […]}: in at most 1 % of a sample of texts; and those in most of them."""
    editions = Edition.objects.live(language)
    texts = list(editions.in_order().values_list("title", "plain_text")[:SAMPLE])
    counted = Counter(word for text in texts for word in set(re.findall(r"\w{4,}", " ".join(text).lower())))
    rare = sorted(word for word, number in counted.items() if number <= RARE * len(texts))
    common = [word for word, _number in sorted(counted.items(), key=lambda one: (-one[1], one[0]))]
    return {
        "rare words": random.Random(1).sample(rare, min(WORDS, len(rare))) or [texts[0][0].split()[-1]],
        "common words": common[:WORDS],
    }
