"""How the same contacts were recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from empathy_sim.debrief.phrases import capital, many, minutes, number
from empathy_sim.journey.report_lights import Light, light_of
from empathy_sim.journey.units import MINUTE
from empathy_sim.workshop.group.drawn import Shown, Side, Sides, Step, Table
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.seat_reading import SeatReading
from empathy_sim.workshop.group.step_together import sum_of
from empathy_sim.workshop.group.told import NOT_TOLD, hours, how_many

_CUE = (
    "Put the month's report beside it and read one line of each. Then ask: who of us "
    "looks at these numbers on Monday? What would have had to happen for one of them "
    "to turn red?"
)
_NAMED = 2
"""Red lines that are named; of more it is told how many they are."""
_GREEN, _AGAINST = "left green", "counted against"
_WITHOUT_THEM: Mapping[Light, str] = {
    "red": "red already: it misses its target in the report itself",
    "unknown": "neither: it cannot be held against its target",
}
"""What is told of a line that was not green, whatever anybody's journey did."""


def step_recorded(room: Room, tells: Releaser) -> Step:
    """Sums lived beside the same sums as recorded, and the month's report again."""
    sides = tuple(_sides(room, tells))
    report = _report(room, tells)
    says = (*_says(sides, tells.ledger.least), *_green(report))
    shown: tuple[Shown, ...] = (
        *([Sides(title="Lived, beside recorded", sides=sides)] if sides else []),
        *([report] if report else []),
    )
    return Step(
        id="recorded",
        heading="The same contacts, as they were recorded",
        says=says or (sum_of(room, tells, "contacts").withheld,),
        shown=shown,
        cue=_CUE,
    )


Read = Callable[[SeatReading], int]


def _found(measure: str) -> Read:
    return lambda reading: reading.recorded.get(measure, (0, 0))[0]


def _missed(measure: str) -> Read:
    """How many of those counted did not count for it."""

    def missed(reading: SeatReading) -> int:
        found, of = reading.recorded.get(measure, (0, 0))
        return of - found

    return missed


class _Both(NamedTuple):
    """What is lived, and what of it is on record."""

    head: str
    lived: str
    """The measure of it."""
    lived_as: str
    recorded: Read
    recorded_as: str
    unit: str = ""


_BESIDE = (
    _Both(
        "Waiting",
        "minutes_waited",
        "everything that was waited",
        _found("waiting_recorded"),
        "what came before an answer",
        "min",
    ),
    _Both(
        "Having to come back",
        "needless_contacts",
        "contacts that should never have been needed",
        _missed("first_contact_resolution"),
        "contacts that count as not solved at the first",
    ),
    _Both(
        "Calls lost",
        "cut_off",
        "contacts that the company, or an empty battery, ended",
        _found("abandonment"),
        "calls that count as abandoned",
    ),
    _Both(
        "Dates put off",
        "promises_moved",
        "times a promise was given a later date",
        _missed("on_time_delivery"),
        "dates that count as missed",
    ),
)


def _sides(room: Room, tells: Releaser) -> Iterator[Side]:
    """Where enough people have something in what was lived."""
    for each in _BESIDE:
        lived = sum_of(room, tells, each.lived).value
        if lived is None:
            continue
        values = {seat: each.recorded(one) for seat, one in room.played.items()}
        on_record = tells.total(f"recorded/{each.head}", values).value
        in_unit = minutes if each.unit else int
        recorded = None if on_record is None else in_unit(on_record)
        if recorded != in_unit(lived):
            yield Side(
                head=each.head,
                lived=in_unit(lived),
                recorded=recorded,
                unit=each.unit,
                lived_as=each.lived_as,
                recorded_as=each.recorded_as,
            )


_SAYS = {
    "Having to come back": (
        ("contact", "should never have been needed"),
        "on record as not solved at the first",
    ),
    "Calls lost": (
        ("contact", "were ended by the company, or by an empty battery"),
        "on record as abandoned",
    ),
    "Dates put off": (
        ("time", "a date was put off"),
        "on record as missed",
    ),
}
"""What is told of each that is a count: of what, that what, and as what."""


def _says(sides: tuple[Side, ...], least: int) -> Iterator[str]:
    for each in sides:
        if each.unit:
            lived = f"Your customers waited {hours(each.lived * MINUTE)}."
            as_what = "on record"
        else:
            (one, that), as_what = _SAYS[each.head]
            lived = f"{capital(many(each.lived, one))} {that}."
        if each.recorded is None:
            yield f"{lived} Fewer than {number(least)} of you have any {as_what}."
        elif each.unit:
            yield f"{lived} On record is {hours(each.recorded * MINUTE)} of it."
        else:
            yield f"{lived} {capital(as_what)}: {number(each.recorded)}."


def _report(room: Room, tells: Releaser) -> Table | None:
    script = next((each.member.script for each in room.people), None)
    lines = script.journey.report if script else ()
    if not lines:
        return None
    rows = []
    for line in lines:
        says, light = line.says or line.metric.replace("_", " "), light_of(line)
        if light != "green":
            rows.append((says, line.reads, line.target, _WITHOUT_THEM[light]))
            continue
        values = {
            seat: _GREEN if each.green.get(line.metric, True) else _AGAINST
            for seat, each in room.played.items()
        }
        counted = tells.counts(f"green/{line.metric}", values, (_GREEN, _AGAINST))
        rows.append((says, line.reads, line.target, how_many(counted, _GREEN)))
    if all(row[-1] in {NOT_TOLD, *_WITHOUT_THEM.values()} for row in rows):
        return None
    return Table(
        title="The month's report, and how many of your journeys leave each line green",
        heads=("Line", "It reads", "Target", "Left green by"),
        rows=tuple(rows),
        numbers=(1, 2),
    )


def _green(report: Table | None) -> Iterator[str]:
    if report is None:
        return
    told = [row[-1] for row in report.rows if row[-1] != NOT_TOLD]
    most = sum(each == "more than half" or _is_half(each) for each in told)
    red = [row for row in report.rows if row[-1] == _WITHOUT_THEM["red"]]
    if told and most:
        lines = _lines(most, len(told))
        yield f"{lines} left green by more than half of your journeys."
    if len(red) > _NAMED:
        lines = f"{capital(number(len(red)))} lines of the report"
        yield f"{lines} missed their targets before any of you came."
        return
    for says, reads, target, _ in red:
        yield (
            f"{says}: {reads}, where the target is {target}. That line was red before "
            "any of you came."
        )


def _lines(most: int, of: int) -> str:
    if of == 1:
        return "The one line of the report is"
    if most == of:
        return f"Each of the {number(of)} lines of the report is"
    verb = "is" if most == 1 else "are"
    return f"{capital(number(most))} of the {number(of)} lines of the report {verb}"


def _is_half(told: str) -> bool:
    """Whether `12 of 17` is more than half."""
    count, _, of = told.partition(" of ")
    return count.isdecimal() and of.isdecimal() and int(count) * 2 > int(of)
