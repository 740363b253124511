"""What was promised, and when it is asked about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from empathy_sim.debrief.by_when import day_in_words, day_kept
from empathy_sim.debrief.cards import ASSIGNMENTS, Ask
from empathy_sim.debrief.if_then import if_then, terms_told
from empathy_sim.debrief.phrases import listed

COMMITMENT = "commitment"
FOLLOW_UPS = (30, 90)
"""After how many days it is asked what came of a promise."""
_NEAR = 7
"""So many days from a day that was set nobody is asked once more."""
_ON_A_LINE = 80
"""Characters of a promise that is only mentioned."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a log by which something was promised or brought back."""

    session: str
    title: str
    """What was played."""
    kind: str
    day: dt.date
    """When it was said, by the wall's clock in UTC."""
    says: Mapping[str, Any]
    """The fields of the event."""


@dataclass(frozen=True, slots=True)
class Return:
    """What came of a promise, as it was told one day."""

    day: dt.date
    done: str
    """`yes`, `partly` or `no`."""
    answers: Mapping[str, str]
    """By the question's id."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment, or an assignment that was taken on."""

    session: str
    title: str
    """What was played."""
    what: str
    """`commitment`, or the assignment's id."""
    says: str
    """What was promised, as a sentence."""
    made: dt.date
    by: str = ""
    """By when, as it is kept: `2025-07-01`, or words that name no day."""
    owner: str = ""
    counterpart: str = ""
    guesses: tuple[str, ...] = ()
    returns: tuple[Return, ...] = field(default=())
    """In order; the last one counts."""
    number: int = 1
    """Which of its session's; it never becomes another's."""

    @property
    def due(self) -> dt.date | None:
        """The day that was set for it, if one was."""
        return day_kept(self.by)

    @property
    def terms(self) -> str:
        """Who it takes and by when, in a line; empty where nothing was said."""
        return terms_told(self.owner, self.counterpart, self.by)

    @property
    def done(self) -> str:
        """`yes`, `partly` or `no`; empty where nothing was brought back yet."""
        return self.returns[-1].done if self.returns else ""

    @property
    def asked_on(self) -> tuple[dt.date, ...]:
        """The days on which it is asked what came of it, in order."""
        return days_asked(self.made, self.due)

    @property
    def next_asked(self) -> dt.date | None:
        """The first of these days for which there is no answer; None when over.

        An assignment that is done is over. An answer counts for the days before it,
        for the first one in any case, and for the next where that is nearer than the
        one before.
        """
        if self.what != COMMITMENT and self.done == "yes":
            return None
        return next((day for day in self.asked_on if not self._is_answered(day)), None)

    def _is_answered(self, day: dt.date) -> bool:
        if not self.returns:
            return False
        said, days = self.returns[-1].day, self.asked_on
        before = [each for each in days if each < day]
        if day <= said or not before:
            return True
        return day - said < said - before[-1]

    def is_due(self, today: dt.date) -> bool:
        """Whether it is time to ask."""
        asked = self.next_asked
        return asked is not None and asked <= today

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What is asked of it when it is brought back."""
        card = _CARDS.get(self.what)
        return card.brings if card else _OF_A_COMMITMENT


def days_asked(made: dt.date, due: dt.date | None) -> tuple[dt.date, ...]:
    """The days on which it is asked what came of a promise, in order.

    A day that was set takes the place of a follow-up that would come within a week.
    """
    days = {made + dt.timedelta(days=after) for after in FOLLOW_UPS}
    if due is None:
        return tuple(sorted(days))
    apart = {day for day in days if abs((day - due).days) > _NEAR}
    return tuple(sorted({due, *apart}))


def days_asked_told(made: dt.date, due: str) -> str:
    """The same in words: `on 3 March 2026 and on 1 May 2026`.

    Args:
        made: the day of the promise.
        due: by when, as it is kept.
    """
    days = days_asked(made, day_kept(due))
    return listed(f"on {day_in_words(day)}" for day in days)


_CARDS = {str(name): card for name, card in ASSIGNMENTS.items()}
_OF_A_COMMITMENT = (
    Ask("came", "What came of it?"),
    Ask("way", "What stood in the way?"),
    Ask("whom", "Who noticed, and what did they say?"),
)


def promises_in(entries: Iterable[Entry]) -> tuple[Promise, ...]:
    """What was promised, the oldest first; of each thing in a session the last."""
    found: dict[tuple[str, str], Promise] = {}
    numbers: dict[tuple[str, str], int] = {}
    for entry in entries:
        match entry.kind:
            case "Committed":
                found[entry.session, COMMITMENT] = _commitment(entry)
            case "AssignmentTaken" if entry.says.get("assignment") in _CARDS:
                _taken(entry, found)
            case "BroughtBack":
                _brought_back(entry, found)
            case _:
                pass
        _number(entry, numbers)
    numbered = (replace(each, number=numbers[at]) for at, each in found.items())
    return tuple(sorted(numbered, key=lambda each: (each.made, each.session)))


def _number(entry: Entry, numbers: dict[tuple[str, str], int]) -> None:
    """A commitment is its session's first, whenever it is made."""
    if entry.kind == "Committed":
        numbers[entry.session, COMMITMENT] = 1
    elif entry.kind == "AssignmentTaken":
        taken = {
            number for (whose, _), number in numbers.items() if whose == entry.session
        }
        at = entry.session, str(entry.says.get("assignment"))
        numbers.setdefault(at, next(each for each in count(2) if each not in taken))


def _commitment(entry: Entry) -> Promise:
    says = entry.says
    return Promise(
        entry.session,
        entry.title,
        COMMITMENT,
        if_then(str(says.get("cue", "")), str(says.get("act", ""))),
        entry.day,
        str(says.get("due") or ""),
        owner=str(says.get("owner") or ""),
        counterpart=str(says.get("counterpart") or ""),
    )


def _taken(entry: Entry, found: dict[tuple[str, str], Promise]) -> None:
    """An assignment; one that was chosen before it and not done is given up."""
    what = str(entry.says["assignment"])
    for name in _CARDS:
        held = found.get((entry.session, name))
        if held is not None and not held.returns:
            del found[entry.session, name]
    found[entry.session, what] = Promise(
        entry.session,
        entry.title,
        what,
        f"{_CARDS[what].title}.",
        entry.day,
        str(entry.says.get("due") or ""),
        guesses=tuple(str(each) for each in entry.says.get("guesses") or ()),
    )


def _brought_back(entry: Entry, found: dict[tuple[str, str], Promise]) -> None:
    at = entry.session, str(entry.says.get("what", ""))
    if at not in found:
        return
    held, says = found[at], entry.says
    answers = {str(ask): str(said) for ask, said in (says.get("answers") or {}).items()}
    back = Return(entry.day, str(says.get("done", "")), answers)
    found[at] = replace(held, returns=(*held.returns, back))


def day_of(written: object) -> dt.date | None:
    """The day of an instant or a date in ISO 8601; None where it is neither."""
    try:
        return dt.date.fromisoformat(str(written or "")[:10])
    except ValueError:
        return None


def due_line(promises: Iterable[Promise], today: dt.date) -> str:
    """What is due, on one line; empty where nothing is."""
    due = [each for each in promises if each.is_due(today)]
    if not due:
        return ""
    others = len(due) - 1
    more = f" And {others} more." if others else ""
    says = due[0].says
    if len(says) > _ON_A_LINE:
        says = f"{says[: _ON_A_LINE - 1].rstrip()}…"
    return f"You promised: {says}{more} What came of it?"


@dataclass(frozen=True, slots=True)
class Beside:
    """What was expected, beside what was found."""

    asks: str
    """The question that was answered afterwards."""
    guessed: str
    found: str


def beside(promise: Promise) -> tuple[Beside, ...]:
    """Each guess of an assignment beside what was brought back last."""
    card = _CARDS.get(promise.what)
    if card is None or not promise.returns:
        return ()
    answers = promise.returns[-1].answers
    by_id = dict(zip((ask.id for ask in card.guesses), promise.guesses, strict=False))
    same = [ask for ask in card.brings if ask.id in by_id]
    if same:
        return tuple(
            Beside(ask.says, by_id[ask.id], answers.get(ask.id, "")) for ask in same
        )
    if not any(by_id.values()):
        return ()
    mine = "; ".join(each for each in by_id.values() if each)
    others = [ask for ask in card.brings if ask.id.startswith("agent.")]
    return tuple(Beside(ask.says, mine, answers.get(ask.id, "")) for ask in others)
