"""What was said in a conversation, line by line."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.journey.calendar import Calendar

CUSTOMER = "customer"
"""The speaker of everything that the participant says."""
_PURGED = "…"
"""What stands where words were purged."""


class Spoken(Struct, frozen=True):
    """A sentence of a conversation, kept."""

    speaker: str
    says: str
    at_ms: int
    """The story instant at which it was sent, or began to be spoken."""


class Sentence(Struct, frozen=True):
    """A sentence of a conversation, as a face shows it."""

    who: str
    """Empty where it is the participant's own."""
    says: str
    time: str
    """The time of day: `10:41`."""
    mine: bool


def with_spoken(spoken: tuple[Spoken, ...], event: e.Event) -> tuple[Spoken, ...]:
    """A conversation after an event: longer by what was said in it, if anything."""
    match event:
        case e.Said(speaker=speaker, says=says, words=words):
            sentence = Spoken(speaker, words or says or _PURGED, event.story_ms)
        case e.OptionChosen(says=says):
            sentence = Spoken(CUSTOMER, says, event.story_ms)
        case _:
            return spoken
    return (*spoken, sentence)


def shown(spoken: tuple[Spoken, ...], calendar: Calendar) -> tuple[Sentence, ...]:
    """A conversation as a face shows it."""
    return tuple(
        Sentence(
            "" if each.speaker == CUSTOMER else each.speaker,
            each.says,
            calendar.time(each.at_ms),
            each.speaker == CUSTOMER,
        )
        for each in spoken
    )
