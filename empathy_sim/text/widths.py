"""How many cells of a terminal a text takes."""

from __future__ import annotations

import unicodedata

_JOINS = frozenset("\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-15}\ufe0f")


def cells(text: str) -> int:
    """The cells that a text takes on one line, as most terminals draw it.

    Where terminals differ, as with joined emoji, it is a guess.
    """
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if character in _JOINS or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
