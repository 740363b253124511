"""What was expected, beside what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from empathy_sim.debrief.phrases import (
    capital,
    listed,
    many,
    number,
    sentence,
)
from empathy_sim.workshop.group.drawn import Span, Spans, Step, Table
from empathy_sim.workshop.group.reasons import Reasons, beside, on_both, top_five
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.seat_reading import ForetoldRead
from empathy_sim.workshop.group.suppressing import NOTHING
from empathy_sim.workshop.group.told import NOT_TOLD, is_told_of_many

_CUE = (
    "Nobody was meant to guess well. Ask: where were we furthest off, and what told us "
    "so? Who in the company would have known? Then put the two lists of reasons side "
    "by side, and ask who last heard a customer say one of them."
)
_UNITS = {
    "minutes": ("minute", "minutes"),
    "times": ("", ""),
    "days": ("day", "days"),
    "people": ("person", "people"),
    "percent": ("per cent", "per cent"),
}
_UNDER, _MET, _OVER = "under", "met", "over"
_NEVER = "never"
_CAME_TO = (_NEVER, _UNDER, _MET, _OVER, NOTHING)
_TO_HELP = "minutes_to_help"


def step_expected(room: Room, tells: Releaser) -> Step:
    """The room's predictions beside what happened, and why customers call."""
    asked = {
        each.id: each for reading in room.played.values() for each in reading.foretold
    }
    told = [_Foretold(room, tells, each) for each in asked.values()]
    known = [each for each in told if each.guessed.middle is not None]
    lists = _Lists(room.reasons, tells)
    says = [*(each.says for each in known), *lists.says]
    spans = Spans(
        title="What you said before it began, and what happened",
        spans=tuple(each.span for each in known),
        note="In the middle: as many of you guessed less as guessed more. It was: the "
        "one in the middle of what you met. Between which numbers half of you guessed "
        f"is told from {number(2 * tells.ledger.least)} people on.",
    )
    return Step(
        id="expected",
        heading="What we expected",
        says=tuple(says) or (_none(told),),
        shown=(
            *([spans] if spans.spans else []),
            *([lists.table] if lists.table.rows else []),
        ),
        cue=_CUE,
    )


def _none(told: list[_Foretold]) -> str:
    return told[0].guessed.withheld if told else "Nothing was predicted."


class _Foretold:
    """One question, over a room."""

    def __init__(self, room: Room, tells: Releaser, asked: ForetoldRead) -> None:
        self.asked = asked
        self._guesses = _values(room, asked.id, "guessed")
        self._came = _values(room, asked.id, "measured")
        self.guessed = tells.middle(f"guessed/{asked.id}", self._guesses)
        self.measured = tells.middle(f"came/{asked.id}", self._came, upper=True)
        ways = {
            seat: _way(self._guesses.get(seat), self._came.get(seat))
            for seat in room.played
        }
        may = dict.fromkeys((_UNDER, _MET, _OVER), self._came.keys())
        self._ways = tells.counts(f"came to/{asked.id}", ways, _CAME_TO, may=may)

    @property
    def span(self) -> Span:
        """What was guessed over what it was; a guess in the middle is told."""
        assert self.guessed.middle is not None
        _, more = _UNITS[self.asked.unit]
        return Span(
            asks=self.asked.asks,
            unit=more,
            guessed=self.guessed.middle,
            low=self.guessed.low,
            high=self.guessed.high,
            was=self.measured.middle,
            was_says=self._was(),
        )

    def _was(self) -> str:
        if self.measured.middle is None:
            never = is_told_of_many(self._ways, _NEVER)
            return "it never came to that" if never else NOT_TOLD
        return self._unit(self.measured.middle)

    def _unit(self, count: int | None) -> str:
        if count is None:
            return NOT_TOLD
        one, more = _UNITS[self.asked.unit]
        return f"{count:,} {one if count == 1 else more}".rstrip()

    @property
    def says(self) -> str:
        """The question, and what came of it."""
        guessed = f"In the middle you guessed {self._unit(self.guessed.middle)}"
        return " ".join(
            (self.asked.asks, f"{guessed}{self._came_to()}", *self._apart())
        )

    @property
    def _may_never_be(self) -> bool:
        """Whether there are journeys in which it never comes to that."""
        never = is_told_of_many(self._ways, _NEVER)
        return never or self.asked.measures == _TO_HELP

    def _came_to(self) -> str:
        """What it was, after what was guessed; only the end of it where it is unknown."""
        if self.measured.middle is None:
            return "."
        was = self._unit(self.measured.middle) if self.measured.middle else "none"
        if self._may_never_be:
            return f". Where it came to that, it was {was}."
        return f"; it was {was}."

    def _apart(self) -> Iterator[str]:
        """For whom it was otherwise."""
        if self._ways.most == _NEVER:
            yield "For more than half of you it never came to that."
        elif never := self._ways.cells.get(_NEVER):
            yield f"For {number(never)} of you it never came to that."
        if self._ways.most == _UNDER or (
            2 * self._ways.cells.get(_UNDER, 0) > self._ways.of
        ):
            yield "More than half of you guessed too low."


def _values(room: Room, prediction: str, which: str) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for seat, reading in room.played.items():
        for each in reading.foretold:
            value = each.guessed if which == "guessed" else each.measured
            if each.id == prediction and value is not None:
                found[seat] = value
    return found


def _way(guessed: int | None, measured: int | None) -> str:
    if guessed is None:
        return NOTHING
    if measured is None:
        return _NEVER
    if guessed == measured:
        return _MET
    return _UNDER if guessed < measured else _OVER


class _Lists:
    """Both lists of why customers call; one that may not be told is empty."""

    def __init__(self, reasons: Reasons, tells: Releaser) -> None:
        guesses = {each.seat: each.reasons for each in reasons.guesses}
        poll = {f"{at}": each.reasons for at, each in enumerate(reasons.poll)}
        self.guessed = _five(guesses, "reasons guessed", reasons, tells)
        self.polled = _five(poll, "reasons polled", reasons, tells)

    @property
    def table(self) -> Table:
        """The frontline's list beside the leaders'; no row where neither is told."""
        return Table(
            title="Why customers call",
            heads=("Reason", "The frontline puts it", "You put it"),
            rows=tuple(
                (
                    each.reason,
                    _place(each.polled, self.polled),
                    _place(each.guessed, self.guessed),
                )
                for each in beside(self.guessed, self.polled)
            ),
            numbers=(1, 2),
            note="The first of a list counts five, the fifth one. A list is told of "
            "at least five people.",
        )

    @property
    def says(self) -> Iterator[str]:
        """What both lists share; a sentence, or none where neither is told."""
        if self.guessed and self.polled:
            yield self._both()
        elif self.polled:
            yield sentence(f"The frontline puts this first: {self.polled[0]}")
        elif self.guessed:
            yield sentence(f"You put this first: {self.guessed[0]}")

    def _both(self) -> str:
        both = beside(self.guessed, self.polled)
        count = on_both(both)
        missed = [each.reason for each in both if each.guessed is None]
        says = f"{capital(many(count, 'reason'))} of five {'is' if count in {0, 1} else 'are'} on both lists."
        if missed:
            says += f" The frontline also names: {listed(missed)}"
        return sentence(says)


def _five(
    lists: Mapping[str, Sequence[str]],
    statistic: str,
    reasons: Reasons,
    tells: Releaser,
) -> tuple[str, ...]:
    def rank(those: frozenset[str]) -> Sequence[str]:
        return top_five((lists[each] for each in sorted(those)), reasons.offered)

    return tells.ranked(statistic, lists, rank)


def _place(place: int | None, those: Sequence[str]) -> str:
    if not those:
        return NOT_TOLD
    return "not among five" if place is None else f"{place}."
