"""Which characters may not reach a screen, and why."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

MARKS_IN_A_ROW = 20
"""How many accents may stand on one letter; living languages need four."""

# What a joiner joins and a variation selector varies: pictures, arrows, skin tones.
_PICTURES = (
    r"\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2"
    r"\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    r"\U0001f000-\U0001faff"
)
_ENDS_OF_PLANES = r"\ufffe\uffff" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17)
)
_ALWAYS = {
    # The separators of lines and paragraphs break a line where nobody wrote a break.
    "control": r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029",
    "direction": r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "invisible": (
        r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c"
        r"\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
        r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    ),
    "half": r"\ud800-\udfff",
    "nothing": rf"\ufdd0-\ufdef{_ENDS_OF_PLANES}",
}
_OUTSIDE_AN_EMOJI = {
    "joiner": (
        rf"(?<![{_PICTURES}])(?<![{_PICTURES}]\ufe0f)\u200d|\u200d(?![{_PICTURES}])"
    ),
    "selector": rf"(?<![{_PICTURES}0-9#*])[\ufe0e\ufe0f]",
}
# Ten times faster than telling them apart, and nearly every text ends with it.
_SUSPECT = re.compile(rf"[{''.join(_ALWAYS.values())}\u200d\ufe0e\ufe0f]")

_USUAL = bytes([*b"\t\n", *range(0x20, 0x7F)])
# Letters, digits, quotation marks, dashes, currencies and arrows are no accents.
_MAY_BE_CROWDED = re.compile(
    rf"[^\w\x00-\u02ff\u2000-\u20cf\u2100-\u2bff]{{{MARKS_IN_A_ROW + 1}}}"
)

WHY: Mapping[str, str] = {
    "control": "a control character",
    "direction": "a character that turns the direction of text",
    "joiner": "an invisible joiner outside an emoji",
    "selector": "an invisible selector outside an emoji",
    "invisible": "an invisible character",
    "half": "half of a character (a surrogate)",
    "nothing": "a code that stands for no character",
    "crowd": f"more than {MARKS_IN_A_ROW} accents on one letter",
}


def hostile(text: str) -> Iterator[tuple[int, str]]:
    """Give the index of each hostile character and the kind of it, a key of `WHY`."""
    if not _SUSPECT.search(_unusual(text)):
        return
    for match in _kinds().finditer(text):
        yield match.start(), match.lastgroup or "control"


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(
        "|".join(
            [f"(?P<{kind}>[{these}])" for kind, these in _ALWAYS.items()]
            + [f"(?P<{kind}>{these})" for kind, these in _OUTSIDE_AN_EMOJI.items()]
        )
    )


def crowded(text: str) -> Iterator[int]:
    """Give the index of each accent beyond `MARKS_IN_A_ROW` on one letter."""
    if not _MAY_BE_CROWDED.search(_unusual(text)):
        return
    run = 0
    for index, character in enumerate(text):
        run = run + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if run > MARKS_IN_A_ROW:
            yield index


def _unusual(text: str) -> str:
    """What is left of a text without line breaks, tabs and what ASCII can print."""
    raw = text.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return raw.decode("utf-8", "surrogatepass")


def without_hostile(text: str) -> str:
    """Put U+FFFD in the place of each hostile character; the length stays."""
    replaced = text
    if _SUSPECT.search(_unusual(text)):
        replaced = _kinds().sub(REPLACEMENT, text)
    if crowd := set(crowded(replaced)):
        return "".join(
            REPLACEMENT if index in crowd else character
            for index, character in enumerate(replaced)
        )
    return replaced
