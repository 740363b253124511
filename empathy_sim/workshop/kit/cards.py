"""What is printed and handed out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.journey.journey import Prediction
from empathy_sim.workshop.kit.given import STOP_WORD, Given
from empathy_sim.workshop.kit.sheet import at_clock
from empathy_sim.workshop.looking_back import SEEN

_EVERY = 2
"""Minutes between two lines of an observer's form."""
_UNITS = {"percent": "per cent"}


class RoomCard(Struct, frozen=True, kw_only=True):
    """What stands at everybody's place."""

    comes_in: tuple[str, ...]
    happens: tuple[str, ...]
    seen: tuple[str, ...]
    """Who sees what."""
    stops: tuple[str, ...]


class ObserverForm(Struct, frozen=True, kw_only=True):
    """A form for whoever watches, a line for every two minutes."""

    how: tuple[str, ...]
    seen: tuple[str, ...]
    """What can be seen; a column each."""
    lines: tuple[str, ...]
    """Minutes since everybody began, and the clock where it is known."""
    afterwards: tuple[str, ...]
    """What is asked when both have had their rest."""


class Guessed(Struct, frozen=True):
    """A number to guess."""

    asks: str
    unit: str


def room_card(given: Given) -> RoomCard:
    """How to come in, what happens, who sees what, how to stop."""
    return RoomCard(
        comes_in=(
            (
                "Point your camera at the picture on the wall, or on what is handed round; "
                "or type the address and the code."
            ),
            (
                "On a phone it is a page with large buttons. A screen with a keyboard "
                "shows more."
            ),
            "If the screen goes, open the address again: it is the same seat.",
        ),
        happens=tuple(_happens(given)),
        seen=(
            (
                "The facilitator sees who sits where, the stage, and how long. Not what "
                "you feel, and not what you write."
            ),
            (
                "Your debrief comes first, and is yours. Then you tick what the room may "
                "see, with your name or without. Nothing is ticked for you."
            ),
            given.of_what_nobody_ticked,
            (
                "It is kept on the facilitator's computer and nowhere else. What you typed "
                "goes after 30 days, the rest when it is forgotten; ask, and yours goes "
                "today."
            ),
        ),
        stops=(
            (
                "Leave your journey: F10, or More on a phone. It is as full an ending as "
                "any, and has the same debrief."
            ),
            "Pause your own clock: F9, or More.",
            "Tell the facilitator quietly: the button at the top.",
            f"Stop the whole room: say “{STOP_WORD}”. Nobody asks why.",
        ),
    )


def _happens(given: Given) -> Iterator[str]:
    watch = ", or watch somebody who is" if given.seats.watching else ""
    what = "story" if given.is_ours else "company"
    yield (
        f"You are a customer of {given.company}{watch}, for about {given.play} "
        f"minutes. The {what} is invented. It is meant to try your patience; nothing "
        "in it is broken by accident."
    )
    yield (
        "Mark how it feels whenever that changes: F2, or Feeling on a phone. When "
        "something becomes clear to you: F3, or More."
    )
    yield (
        "Then you look back, alone first, and then together. All of it takes "
        f"{given.minutes} minutes."
    )


def observer_form(given: Given, starts: int | None) -> ObserverForm:
    """What an observer can see and hear; never what somebody is taken to feel.

    Observers learn where they have a form and join the debrief (O'Regan and others
    2016).
    """
    span = range(0, given.timing.until_closing + 1, _EVERY)
    return ObserverForm(
        how=(
            (
                "Sit where you see the face and the screen. Do not help, and do not "
                "comfort."
            ),
            (
                "When you see or hear something, put a stroke in its column, in the line "
                "of that minute. Note the stage, and their own words."
            ),
            "Write what happens, not what you think they feel.",
        ),
        seen=tuple(says for key, says in SEEN.items() if key != "other"),
        lines=tuple(_line(given, minute, starts) for minute in span),
        afterwards=(
            "Ask first: what was the worst of it?",
            "Read what you noted, with its times, and nothing else.",
            (
                "Where did we both see the same? Where did I see nothing, and you felt "
                "something?"
            ),
        ),
    )


def _line(given: Given, minute: int, starts: int | None) -> str:
    clock = at_clock(given.timing.starts + minute, starts)
    return f"{minute}   {clock}".rstrip() if clock else str(minute)


def predictions(asked: tuple[Prediction, ...]) -> tuple[Guessed, ...]:
    """What is guessed before it begins."""
    return tuple(Guessed(each.asks, _UNITS.get(each.unit, each.unit)) for each in asked)
