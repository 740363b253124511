"""The routine, in lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from empathy_sim.debrief.monthly_hour import HOUR_AT, WAYS, next_hour, next_way
from empathy_sim.debrief.promises import Beside, Promise

_DONE = {"yes": "done", "partly": "done in part", "no": "not done"}
NOTHING = (
    "Nothing was promised yet. A debrief ends with one commitment and one assignment."
)


def in_words(day: dt.date) -> str:
    """`3 March 2026`."""
    return f"{day.day} {day:%B} {day.year}"


def told(promises: Iterable[Promise], today: dt.date) -> Iterator[str]:
    """The hour that is proposed, what was promised, and what is due."""
    known = tuple(promises)
    way, day = next_way(known, today), next_hour(today)
    yield "== An hour a month =="
    yield f"Proposed: {day:%A} {in_words(day)}, {HOUR_AT:02}:00. {way.title}: {way.about}"
    others = "; ".join(each.title.lower() for each in WAYS if each != way)
    yield f"Or: {others}."
    yield "  empathy-sim routine --ics hours.ics"
    yield ""
    yield "== What was promised =="
    if not known:
        yield NOTHING
    for each in known:
        yield f"{in_words(each.made)}, after {each.title}"
        yield f"  {each.says}{_with(each)}"
        yield f"  {_standing(each, today)}"
    due = [each for each in known if each.is_due(today)]
    if due:
        yield ""
        yield "What is due takes a few minutes:"
        yield "  empathy-sim routine return"


def _with(promise: Promise) -> str:
    owner = f" By: {promise.owner}." if promise.owner else ""
    counterpart = f" With: {promise.counterpart}." if promise.counterpart else ""
    return owner + counterpart


def _standing(promise: Promise, today: dt.date) -> str:
    asked = promise.next_asked
    if promise.returns:
        last = promise.returns[-1]
        done = _DONE.get(last.done, last.done)
        so_far = f"{done[:1].upper()}{done[1:]}, as told on {in_words(last.day)}."
    else:
        so_far = "Not told of yet."
    if asked is None:
        return so_far
    if promise.is_due(today):
        return f"{so_far} Due since {in_words(asked)}."
    return f"{so_far} Asked about on {in_words(asked)}."


def guesses_told(found: Iterable[Beside]) -> Iterator[str]:
    """What was expected, beside what was found."""
    pairs = tuple(found)
    if pairs:
        yield "== Expected, and found =="
    for each in pairs:
        yield each.asks
        yield f"  expected: {each.guessed or 'nothing was written down'}"
        yield f"  found:    {each.found or 'nothing was brought back'}"
