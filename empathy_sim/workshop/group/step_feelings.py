"""The room's own curve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from empathy_sim.debrief.feelings import feeling_in_words
from empathy_sim.debrief.phrases import capital, many, number
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.workshop.group.answers import Summed, too_few
from empathy_sim.workshop.group.drawn import (
    Bars,
    CurveDrawn,
    Feelings,
    Step,
    Together,
)
from empathy_sim.workshop.group.observers import noted_beside_marked
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room, may_meet
from empathy_sim.workshop.group.seat_reading import (
    AFTER,
    BEFORE,
    CLOSED,
    OPEN,
    TO_THE_END,
    SeatReading,
)
from empathy_sim.workshop.group.suppressing import NOTHING
from empathy_sim.workshop.group.told import NOT_TOLD, Lead, bars_of, people
from empathy_sim.workshop.group.who_met import all_met

_SOME = 3
"""People from whom on something is said of them taken together."""

_THOUSANDTHS = 1_000
_WORST = Lead("The worst moment that was marked", "elsewhere, or nothing marked")
_HAPPENED = Lead(
    "The worst that happened, whatever it felt like", "something else, or nothing"
)
_STOPPED = Lead("Where it stopped", "elsewhere")
_MOST = 3
"""The strongest that is told of many together; beyond it each would be told of."""
_CUE = (
    "Let it stand for half a minute before anybody speaks. Then ask: where does it "
    "fall for all of us? Where do we differ? Nobody has to say which line is theirs."
)


def step_feelings(room: Room, tells: Releaser) -> Step:
    """The room's own curve: what was felt, the worst moments, and who left where."""
    felt, lowest = _feelings(room, tells)
    bars = (_worst(room, tells), _happened(room, tells), _left(room, tells))
    told = [each for each in bars if each.says]
    says = (
        _who_shows(len(felt.curves)),
        lowest,
        *([each.says for each in told] or [too_few(tells.ledger.least)]),
    )
    return Step(
        id="feelings",
        heading="Our own curve",
        says=tuple(each for each in says if each),
        shown=(
            *([felt] if felt.columns else []),
            *(each for each in told if each.bars),
            *noted_beside_marked(room, tells),
        ),
        cue=_CUE,
    )


def _who_shows(count: int) -> str:
    if not count:
        return "Nobody has ticked a curve, so there is no line of one person here."
    if count == 1:
        return "One person shows their own curve."
    return f"{capital(people(count))} show their own curves."


def _feelings(room: Room, tells: Releaser) -> tuple[Feelings, str]:
    """The curves that were ticked, and the strip, and where it was worst.

    Columns without either are left out.
    """
    shown = [
        (room.members[seat], reading)
        for seat, reading in room.read.items()
        if reading.marks and tells.shows("curve", seat)
    ]
    marked = {mark.stage for _, reading in shown for mark in reading.marks}
    strip = {column: _felt_in(column, room, tells) for column in room.columns}
    columns = tuple(
        column
        for column, summed in strip.items()
        if summed.value is not None or column in marked
    )
    told = tuple(
        _together(
            room.title(each),
            strip[each],
            ticked_only=_is_of_ticked_only(each, room, tells),
        )
        for each in columns
    )
    drawn = [
        _curve(member.label if member.ticked.named else "", reading, room, columns)
        for member, reading in shown
    ]
    some = (
        each
        for column, each in zip(columns, told, strict=True)
        if strip[column].of >= _SOME
    )
    felt = Feelings(
        title="How it felt, over what happened",
        columns=told,
        curves=tuple(
            sorted(drawn, key=lambda each: (not each.name, each.name, each.told))
        ),
        note=_note(room, tells, ticked_only=any(each.ticked_only for each in told)),
    )
    return felt, _lowest(some)


def _note(room: Room, tells: Releaser, *, ticked_only: bool) -> str:
    notes = []
    if ticked_only:
        few = number(tells.ledger.least)
        notes.append(
            "* This is of the ticked curves only: of the others none, or fewer than "
            f"{few}, marked something here."
        )
    late = len(tells.held("curve") & room.read.keys())
    if late:
        stays = "stays" if late == 1 else "stay"
        notes.append(
            f"{capital(many(late, 'curve'))} ticked after this was first shown {stays} "
            "out: it would tell of those who ticked none."
        )
    return " ".join(notes)


def _curve(
    name: str, reading: SeatReading, room: Room, columns: Sequence[str]
) -> CurveDrawn:
    marks = tuple(
        (
            round((columns.index(mark.stage) + mark.share) / len(columns), 4),
            mark.pleasant,
        )
        for mark in reading.marks
    )
    told = "; ".join(
        f"{room.title(mark.stage)} {_signed(mark.pleasant)}" for mark in reading.marks
    )
    return CurveDrawn(name=name, marks=marks, told=told, joined=len(marks) > 1)


def _signed(step: int) -> str:
    return f"{step:+d}" if step else "0"


def _felt_in(column: str, room: Room, tells: Releaser) -> Summed:
    """What was felt in a stage; each person counts once, by the mean of their marks."""
    values: dict[str, int] = {}
    for seat, reading in room.played.items():
        those = [mark.pleasant for mark in reading.marks if mark.stage == column]
        if those:
            values[seat] = round(_THOUSANDTHS * sum(those) / len(those))
    return tells.total(_felt(column), values, "curve", of_some=False)


def _felt(column: str) -> str:
    return f"felt/{column}"


def _together(title: str, summed: Summed, *, ticked_only: bool) -> Together:
    if summed.value is None:
        return Together(title=title, step=None, says=NOT_TOLD)
    mean = round(summed.value / summed.of / _THOUSANDTHS)
    step = max(-_MOST, min(_MOST, mean))
    return Together(
        title=title,
        step=step,
        says=feeling_in_words(step, 0),
        ticked_only=ticked_only,
    )


def _is_of_ticked_only(column: str, room: Room, tells: Releaser) -> bool:
    """Whether nobody else is in it, whether or not anybody else marked something."""
    others = room.played.keys() - tells.ledger.opened_by("curve")
    return bool(others) and not tells.ledger.of(_felt(column))


def _lowest(columns: Iterable[Together]) -> str:
    told = [each for each in columns if each.step is not None]
    told = [each for each in told if not each.ticked_only] or told
    lowest = min((each.step for each in told if each.step is not None), default=0)
    those = [each for each in told if each.step == lowest]
    if lowest >= 0 or len(those) != 1:
        return ""
    where, felt = those[0].title, those[0].says
    outside = {capital(each): each for each in (BEFORE, AFTER)}
    where = outside.get(where, where)
    stop = "" if where.endswith(("?", "!", ".")) else "."
    return f"Taken together it was worst here: {where}{stop} It felt {felt}."


def _worst(room: Room, tells: Releaser) -> Bars:
    values = {
        seat: reading.worst_stage or NOTHING for seat, reading in room.played.items()
    }
    names = {
        **{each: room.titles.get(each, each) for each in room.columns},
        NOTHING: "nothing marked",
    }
    may = {stage: room.came_to({stage}) | _in(values, stage) for stage in room.titles}
    counted = tells.counts("worst mark", values, tuple(names), "curve", may=may)
    return bars_of(_WORST, counted, names, len(room.played), tells.ledger.least)


def _in(values: Mapping[str, str], category: str) -> frozenset[str]:
    return frozenset(seat for seat, each in values.items() if each == category)


def _happened(room: Room, tells: Releaser) -> Bars:
    """The worst thing that happened to each, by weight and what it cost."""
    values = worst_friction(room)
    known = {code: each.says for code, each in FRICTIONS.items()}
    names = {code: code.replace("_", " ") for code in sorted(values.values())} | known
    names = dict(sorted(names.items())) | {NOTHING: "nothing of the kind"}
    found = {code: _may_have_met(room, code) for code in set(values.values())}
    may = {code: those for code, those in found.items() if those is not None}
    counted = tells.counts(
        WORST_FRICTION, values, tuple(names), may=may, beside=all_met(room)
    )
    return bars_of(_HAPPENED, counted, names, len(room.played), tells.ledger.least)


WORST_FRICTION = "worst friction"


def _may_have_met(room: Room, code: str) -> frozenset[str] | None:
    """Who has come to a stage in which it was the worst of anybody; None for all."""
    those = {
        seat: reading.worst_happened
        for seat, reading in room.played.items()
        if reading.worst_friction == code
    }
    return may_meet(those, room.came_to(set(those.values())))


def worst_friction(room: Room) -> dict[str, str]:
    """The code of the worst that happened to each, by their seats."""
    return {
        seat: reading.worst_friction or NOTHING for seat, reading in room.played.items()
    }


def _left(room: Room, tells: Releaser) -> Bars:
    names = {
        TO_THE_END: "at an end of the story",
        CLOSED: "still waiting when the room closed",
        BEFORE: "left before it began",
        **{each: f"left in {title}" for each, title in room.titles.items()},
        OPEN: OPEN,
    }
    values = {
        seat: reading.left if reading.left in names else OPEN
        for seat, reading in room.played.items()
    }
    counted = tells.counts("left", values, tuple(names))
    return bars_of(_STOPPED, counted, names, len(room.played), tells.ledger.least)
