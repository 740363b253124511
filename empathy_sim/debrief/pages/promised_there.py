"""What was promised in the debrief, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from empathy_sim.debrief.by_when import due_in_words
from empathy_sim.debrief.cards import ASSIGNMENTS
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.decided import Commitment
from empathy_sim.debrief.if_then import BY_WHEN, terms
from empathy_sim.debrief.measures import reading_of
from empathy_sim.debrief.pages.figures import in_figures
from empathy_sim.debrief.phrases import capital, listed, sentence

_SHARED = {
    "minutes_to_help": "the time to somebody able to help",
    "minutes_waited": "the time a customer waits",
}
"""Measures whose own names are no names of a goal."""
PROMISES = "The leader who played this promises:"
"""Who says a commitment, for somebody who was not there."""


@dataclass(frozen=True, slots=True)
class PromisedThere:
    """A commitment, an assignment, and a number that two departments share."""

    says: str
    """`If this happens, then I will do that.`; empty where nothing was promised."""
    terms: tuple[tuple[str, str], ...]
    """Who it takes and by when, each by its label; only what was said."""
    missing: tuple[str, ...]
    """What nobody has said of the commitment, a sentence each."""
    assignment: str
    """What was taken on besides, and by when; empty without an assignment."""
    goal: str
    """The shared number in a sentence; empty where there is none."""


def promised_there(debrief: Debrief) -> PromisedThere:
    """What was promised in the debrief of one session."""
    held = debrief.decisions.commitment
    assignment, goal = _assignment(debrief), _goal(debrief)
    if held is None:
        besides = assignment or goal
        missing = ("No commitment has been made.",) if besides else ()
        return PromisedThere("", (), missing, assignment, goal)
    said = terms(held.owner, held.counterpart, held.due)
    return PromisedThere(held.says, said, tuple(_missing(held)), assignment, goal)


def _missing(held: Commitment) -> Iterator[str]:
    if not held.owner.strip():
        yield "Nobody is named who will see that it happens."
    if not held.counterpart.strip():
        yield "Nobody is named in another department."
    if not held.due.strip():
        yield "No date is given."


def _assignment(debrief: Debrief) -> str:
    held = debrief.decisions.assignment
    card = {str(name): card for name, card in ASSIGNMENTS.items()}.get(
        held.assignment if held else ""
    )
    if held is None or card is None:
        return ""
    due = due_in_words(held.due)
    if not due.strip():
        return f"Taken on besides: {card.title}. No date is given."
    return f"Taken on besides: {card.title}. {BY_WHEN}: {sentence(due)}"


def _goal(debrief: Debrief) -> str:
    goal = debrief.decisions.goal
    if goal is None:
        return ""
    reading = reading_of(debrief.lived, goal.measure)
    says = reading.measure.says if reading else goal.measure.replace("_", " ")
    what = _SHARED.get(goal.measure, says)
    return " ".join(_sentences(goal.departments, what, goal.wanted, debrief))


def _sentences(
    departments: tuple[str, ...], what: str, wanted: str, debrief: Debrief
) -> Iterator[str]:
    goal = debrief.decisions.goal
    reading = reading_of(debrief.lived, goal.measure) if goal else None
    yield f"{capital(listed(departments))} share one number: {what}."
    if reading is not None and reading.value:
        yield f"In this journey: {in_figures(reading)}."
    if wanted.strip():
        yield f"Wanted: {wanted.strip().rstrip('.')}."
