"""The routine, in lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from empathy_sim.debrief.by_when import day_in_words, weekday_in_words
from empathy_sim.debrief.monthly_hour import HOUR_AT, WAYS, next_hour, next_way
from empathy_sim.debrief.promises import Beside, Promise

_DONE = {"yes": "done", "partly": "done in part", "no": "not done"}
NOTHING = (
    "Nothing was promised yet. A debrief ends with one commitment and one assignment."
)


def told(promises: Iterable[Promise], today: dt.date) -> Iterator[str]:
    """The hour that is proposed, what was promised, and what is due."""
    known = tuple(promises)
    way, day = next_way(known, today), next_hour(today)
    yield "== An hour a month =="
    at = f"{weekday_in_words(day)}, {HOUR_AT:02}:00"
    yield f"Proposed: {at}. {way.title}: {way.about}"
    others = "; ".join(each.title.lower() for each in WAYS if each != way)
    yield f"Or: {others}."
    yield "  empathy-sim routine --ics hours.ics"
    yield ""
    yield "== What was promised =="
    if not known:
        yield NOTHING
    for each in known:
        yield from promise_told(each, today)
    due = [each for each in known if each.is_due(today)]
    if due:
        yield ""
        yield "What is due takes a few minutes:"
        yield "  empathy-sim routine return"


def promise_told(
    promise: Promise, today: dt.date, number: int | None = None
) -> Iterator[str]:
    """A promise, when it was made, and how it stands.

    Args:
        promise: what was promised.
        today: when it is told.
        number: what it is picked by; None where nothing is to be picked.
    """
    lead = "  " if number is None else f"{number}. "
    made = f"{day_in_words(promise.made)}, after {promise.title}"
    if number is None:
        yield made
    yield f"{lead}{promise.says} {promise.terms}".rstrip()
    if number is not None:
        yield f"   {made}: {promise.session}"
    yield f"{' ' * len(lead)}{standing(promise, today)}"


def standing(promise: Promise, today: dt.date) -> str:
    """What has been said of a promise, and when it is asked about."""
    asked = promise.next_asked
    if promise.returns:
        last = promise.returns[-1]
        done = _DONE.get(last.done, last.done)
        so_far = f"{done[:1].upper()}{done[1:]}, as told on {day_in_words(last.day)}."
    else:
        so_far = "Nobody has said yet what came of it."
    if asked is None:
        return so_far
    if promise.is_due(today):
        return f"{so_far} Due since {day_in_words(asked)}."
    return f"{so_far} You are asked on {day_in_words(asked)}."


def guesses_told(found: Iterable[Beside]) -> Iterator[str]:
    """What was expected, beside what was found."""
    pairs = tuple(found)
    if pairs:
        yield "== Expected, and found =="
    for each in pairs:
        yield each.asks
        yield f"  expected: {each.guessed or 'nothing was written down'}"
        yield f"  found:    {each.found or 'nothing was brought back'}"
