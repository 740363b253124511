"""What stands on the home screen's shelf."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from empathy_sim.library.pressing import Card
from empathy_sim.session.standing import came_to, standing
from empathy_sim.store.rows import SessionHead
from empathy_sim.tui.order import LookBack, Play, Resume
from empathy_sim.tui.widgets.shelf import Entry, Section

if TYPE_CHECKING:
    from empathy_sim.engine.moves import Pace

DEBRIEF = 10
"""Minutes to look at what happened."""
MOST = 4
"""Sessions of a sort that are listed."""
_LENGTHS = {
    "real": "More than",
    "long": "More than",
    "workshop": "About",
    "brisk": "Less than",
    "instant": "Less than",
}
"""How long it takes, beside the minutes at the pace of a workshop."""

_NOT_RECKONED: Mapping[str, int] = MappingProxyType({})


def sections(
    cards: Sequence[Card],
    sessions: Sequence[SessionHead],
    pace: Pace,
    minutes: Mapping[str, int] = _NOT_RECKONED,
) -> tuple[Section, ...]:
    """What is unfinished, what can be played, and what can be looked back on.

    Args:
        cards: what can be played.
        sessions: what was recorded.
        pace: how much of the waiting is lived.
        minutes: what cards take at that pace, by their ids, as far as it is reckoned.
    """
    begun = [head for head in sessions if head.phase not in {"", "closed"}]
    unfinished = [head for head in begun if head.phase != "debriefing"]
    past = [head for head in sessions if head.phase in {"debriefing", "closed"}]
    listed = [(card.kind, _card(card, pace, minutes.get(card.id))) for card in cards]
    journeys = tuple(entry for kind, entry in listed if kind == "journey")
    episodes = tuple(entry for kind, entry in listed if kind == "scenario")
    return (
        _listed("Go on", [_unfinished(head) for head in unfinished]),
        Section("Journeys", journeys),
        _listed("Look back", [_past(head) for head in past]),
        Section("A single episode", episodes),
    )


def _listed(name: str, entries: list[Entry]) -> Section:
    hidden = len(entries) - MOST
    more = f"and {hidden} more; empathy-sim sessions lists them" if hidden > 0 else ""
    return Section(name, tuple(entries[:MOST]), more)


def _card(card: Card, pace: Pace, reckoned: int | None) -> Entry:
    if card.problems:
        return _broken(card)
    dots = "●" * card.intensity + "○" * (3 - card.intensity)
    about = _about(card, pace, reckoned)
    facts = tuple(each for each in (about, card.chair, dots) if each)
    return Entry(
        title=card.title,
        facts=facts,
        says=f"{card.about} Fitted: {card.company}." if card.is_fitted else card.about,
        detail=(
            card.about,
            f"Fitted: {card.company}." if card.is_fitted else "",
            f"You are a customer of {card.company}." if card.company else "",
            _length(card, pace, reckoned),
            f"Intensity {dots}  {card.intensity} of 3.",
        ),
        does="begins it",
        choice=Play(card.id, pace),
    )


def _about(card: Card, pace: Pace, reckoned: int | None) -> str:
    """Its minutes in a few characters; empty where nobody has said or reckoned them."""
    if not card.minutes:
        return f"{reckoned} min" if reckoned else ""
    if pace == "workshop":
        return f"{card.minutes} min + {DEBRIEF} debrief"
    if reckoned:
        return f"{reckoned} min + {DEBRIEF} debrief"
    return f"{_LENGTHS[pace].lower()} {card.minutes} min + {DEBRIEF} debrief"


def _length(card: Card, pace: Pace, reckoned: int | None) -> str:
    """Its minutes in a sentence."""
    waits = ", every wait in full" if pace == "real" else ""
    if not card.minutes:
        takes = f"About {_minutes(reckoned)}" if reckoned else "A few minutes"
        return f"{takes}{waits}, and a short look at what happened."
    if pace == "workshop" or not reckoned:
        takes = f"{_LENGTHS[pace]} {card.minutes} minutes"
    else:
        takes = f"About {_minutes(reckoned)}"
    return f"{takes}{waits}, then about {DEBRIEF} to look at what happened."


def _minutes(minutes: int) -> str:
    return "a minute" if minutes == 1 else f"{minutes} minutes"


def _broken(card: Card) -> Entry:
    from empathy_sim.line.wording import many  # noqa: PLC0415 - seldom needed

    problems = many(card.problems, "problem")
    return Entry(
        title=card.title,
        facts=(problems,),
        says=f"Cannot be played yet; empathy-sim check {card.id}",
        detail=(
            f"It cannot be played yet: {problems} in its file.",
            f"empathy-sim check {card.id} says where, and what to try.",
        ),
        does="",
    )


def _unfinished(head: SessionHead) -> Entry:
    where = standing(head.phase, head.summary)
    return Entry(
        title=head.title,
        facts=(day_of(head.started_utc),),
        says=f"resume: {where}",
        detail=(
            f"You were here: {where}.",
            "It goes on in the very place where it stopped. The clock has stood.",
        ),
        does="goes on with it",
        choice=Resume(head.session),
    )


def _past(head: SessionHead) -> Entry:
    how = came_to(head.summary)
    choice = (
        Resume(head.session) if head.phase == "debriefing" else LookBack(head.session)
    )
    return Entry(
        title=head.title,
        facts=(day_of(head.started_utc),),
        says=f"debrief: {how}" if how else "debrief",
        detail=(
            "What it was like, how it was recorded, and what lay behind it.",
            f"It was {how}." if how else "",
        ),
        does="opens its debrief",
        choice=choice,
    )


def day_of(utc: str) -> str:
    """`10 June 2025`; what is no date stands as it is."""
    try:
        day = dt.date.fromisoformat(utc[:10])
    except ValueError:
        return utc[:10]
    return f"{day.day} {day:%B %Y}"
