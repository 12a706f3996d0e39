"""Figures: the numbers a text states."""

import re

# Digits with what may stand between them: "1,500", "1 500", "1.5"; "2016–2018" is two, and so is "1933 500".
_FIGURE = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")


def figures(text):
    """Return the figures of a plain text in order, written one way: no thousands marks, a point for decimals."""
    return [_plain(found) for found in _FIGURE.findall(text)]


def _plain(figure):
    figure = re.sub(r"[.,\u00a0\u202f ](?=\d{3}(?:\D|$))", "", figure)
    return figure.replace(",", ".")
