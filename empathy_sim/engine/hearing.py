"""Whether words were among what was said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"


def spoken_words(text: str) -> tuple[str, ...]:
    """The whole words of a text, case ignored."""
    return tuple(_WORD.findall(text.casefold().replace(_CURLY, "'")))


def hears(text: str, known: Iterable[str]) -> bool:
    """Whether any of some words, or words in a row, was said as a whole."""
    return is_among(spoken_words(text), known)


def is_among(said: tuple[str, ...], known: Iterable[str]) -> bool:
    """The same, of the words of what was said."""
    for each in known:
        wanted = _phrase(each)
        if wanted and wanted[0] in said and _in_a_row(wanted, said):
            return True
    return False


@lru_cache(maxsize=1_024)
def unheard(texts: tuple[str, ...], known: tuple[str, ...]) -> str:
    """The first of some texts in which none of some words is heard, or the last."""
    return next((text for text in texts if not hears(text, known)), texts[-1])


@lru_cache(maxsize=4_096)
def _phrase(written: str) -> tuple[str, ...]:
    """The words of what an author wrote; what people say is not kept."""
    return spoken_words(written)


def _in_a_row(wanted: tuple[str, ...], said: tuple[str, ...]) -> bool:
    length = len(wanted)
    return length == 1 or any(
        said[start : start + length] == wanted
        for start in range(len(said) - length + 1)
    )
