"""What a plain word in YAML stands for."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?=[0-9.]{3,16}$)(?:0|[1-9][0-9]*)\.[0-9]+")


_FIRST = frozenset("-+0123456789tfn~")
"""How a scalar begins that may be something else than text."""


def plain(text: str) -> Scalar:
    """Read a scalar without quotes.

    Truth values, nulls, whole numbers of up to 18 digits and decimals of up to 15
    are what they look like. All else is text, as written: `No`, `on`, `12:30`,
    `012`, `1e3`, `2024-02-30`.
    """
    if text and text[0] not in _FIRST:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text
