"""A feeling as it is typed."""

from __future__ import annotations

import re

from empathy_sim.debrief.feelings import CORNERS, feeling_in_words
from empathy_sim.engine.moves import React
from empathy_sim.errors import MoveRefused
from empathy_sim.line.wording import on_one_line

_FAR = 3
"""How far out a corner's name is, in steps."""
HOW = (
    "For example -3 2 ridiculous: from -4, unpleasant, to 4, pleasant; from -4, slowed "
    "down, to 4, stirred up; and a word or two. The first number will do; or one of "
    "wound up, keen, flat, at ease"
)
SHORT = "For example -3 2 ridiculous, or wound up, keen, flat, at ease"
_BY_BUTTONS = "Wound up, keen, flat or at ease; and a word or two, if you like"
_WORDS = (
    "Words alone have no place among the feelings. Begin with a number, or with one of "
    'wound up, keen, flat, at ease: "-2 of course", or "flat, of course"'
)
_NUMBERS_ONLY = "A feeling is a number from -4 to 4, or two of them: -2, or -3 2"
_STEP = r"([+-]?[0-4])(?![0-9])"
_NUMBERS = re.compile(rf"{_STEP}(?:[ ,;/]+{_STEP})?[ ,;.:]*(.*)", re.DOTALL)


class HowToMark:
    """How a feeling is written: at length the first time, and then in short."""

    def __init__(self, *, by_buttons: bool = False) -> None:
        """Know whether there are buttons for it beside the line."""
        self._is_told = False
        self._by_buttons = by_buttons

    def tell(self) -> str:
        """What is said beside the question."""
        if self._by_buttons:
            return _BY_BUTTONS
        was_told, self._is_told = self._is_told, True
        return SHORT if was_told else HOW


def feeling_of(typed: str, *, aha: bool = False, alone: bool = True) -> React | None:
    """The feeling that a text is; None where it is not one.

    Args:
        typed: a number or two, or a corner's name, and words.
        aha: whether it is marked as an insight.
        alone: whether a single number is enough; not where it may mean an option.
    """
    text = typed.strip()
    numbers = _NUMBERS.fullmatch(text)
    if numbers and (alone or numbers[2]):
        pleasant, aroused = int(numbers[1]), int(numbers[2] or 0)
        return React(pleasant, aroused, numbers[3].strip(), aha)
    for (is_pleasant, is_aroused), corner in CORNERS.items():
        if re.match(rf"{corner}\b", text, re.IGNORECASE):
            pleasant = _FAR if is_pleasant else -_FAR
            aroused = _FAR if is_aroused else -_FAR
            return React(pleasant, aroused, text[len(corner) :].strip(" ,.;:"), aha)
    return None


def asked_again(typed: str) -> str:
    """What is said to a text that is no feeling, without a full stop."""
    return _WORDS if any(each.isalpha() for each in typed) else _NUMBERS_ONLY


def feeling_or_refused(typed: str, *, aha: bool = False) -> React:
    """The feeling that a text is.

    Raises:
        MoveRefused: it is none; the sentence says how one is written.
    """
    found = feeling_of(typed, aha=aha)
    if found is None:
        raise MoveRefused(says=f"{asked_again(typed)}.")
    return found


def marked(felt: React) -> str:
    """What is said once a feeling is marked."""
    told = [feeling_in_words(felt.pleasant, felt.aroused)] if felt.felt else []
    if felt.words:
        told.append(f'"{on_one_line(felt.words)}"')
    return f"Marked: {'; '.join(told)}" if told else "Marked"
