"""Whether words were among what was said."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"


def spoken_words(text: str) -> tuple[str, ...]:
    """The whole words of a text, case ignored."""
    return tuple(_WORD.findall(text.casefold().replace(_CURLY, "'")))


def hears(text: str, known: Iterable[str]) -> bool:
    """Whether any of some words, or words in a row, was said as a whole."""
    said = spoken_words(text)
    return any(_in_a_row(spoken_words(each), said) for each in known)


def _in_a_row(wanted: tuple[str, ...], said: tuple[str, ...]) -> bool:
    length = len(wanted)
    return length > 0 and any(
        said[start : start + length] == wanted
        for start in range(len(said) - length + 1)
    )
