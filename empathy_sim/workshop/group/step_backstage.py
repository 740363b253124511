"""What lay backstage, and who must move together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from empathy_sim.debrief.backstage import BLAMES
from empathy_sim.debrief.phrases import capital, number, sentence
from empathy_sim.debrief.report_colours import closing_of
from empathy_sim.journey.units import MINUTE
from empathy_sim.workshop.group.answers import Counted
from empathy_sim.workshop.group.drawn import Step, Table
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room, may_meet
from empathy_sim.workshop.group.seat_reading import CauseRead, GuessRead, SeatReading
from empathy_sim.workshop.group.step_feelings import WORST_FRICTION, worst_friction
from empathy_sim.workshop.group.suppressing import NOTHING
from empathy_sim.workshop.group.told import (
    NOT_TOLD,
    hours,
    how_many,
    in_short,
    is_told_of_many,
)
from empathy_sim.workshop.group.who_met import NOT, SO, all_met, met_in, who_met

_CUE = (
    "Ask before you open it: what do we think caused this? Then open it, and ask: "
    "whose target is this, and who can mend it? Seat the two departments together for "
    "five minutes before you go on."
)
_EITHER = (SO, NOT)
_MOST_PAIRS = 5


def step_backstage(room: Room, tells: Releaser) -> Step:
    """Causes by minutes and by people, what they were put down to, and who moves."""
    causes = _causes(room, tells)
    pairs = _pairs(room, tells, _told(room, causes))
    thought = _thought(room, tells)
    says = [*_heaviest(causes), *_together(pairs), _closing(room)]
    says = says if causes.rows else []
    shown = (thought, causes, pairs)
    return Step(
        id="backstage",
        heading="What lay behind it, and who must move together",
        says=tuple(says) or (_too_few(tells),),
        shown=tuple(each for each in shown if each.rows),
        cue=_CUE,
    )


def _closing(room: Room) -> str:
    script = next((each.member.script for each in room.people), None)
    return closing_of(script.journey.report if script else ())


def _too_few(tells: Releaser) -> str:
    return (
        "What lay behind it stands in everybody's own debrief; it is told of a room "
        f"from {number(tells.ledger.least)} people on."
    )


def _causes(room: Room, tells: Releaser) -> Table:
    rows: list[tuple[int, int, tuple[str, ...]]] = []
    worst = {WORST_FRICTION: worst_friction(room)}
    for name, cause in sorted(met_in(room).items()):
        costs = {seat: _cost(each, name) for seat, each in room.played.items()}
        met, came = who_met(room, name), _who_came_to(room, name)
        may = _so_of(may_meet(_those(met), came))
        counted = tells.counts(f"met/{name}", met, _EITHER, may=may, beside=worst)
        cost = _total(tells, name, costs, came)
        if not is_told_of_many(counted, SO):
            continue
        told = hours(cost) if cost and cost >= MINUTE else _NO_COST
        row = (
            capital(cause.why),
            f"{capital(cause.department)}: {cause.kept_by}",
            how_many(counted, SO),
            told if cost is not None else NOT_TOLD,
            f"{capital(cause.fix_department)}: {cause.fix}",
        )
        rows.append((cost or 0, _about(counted), row))
    rows.sort(key=lambda each: (-each[0], -each[1], each[2]))
    return Table(
        title="Causes, by the minutes they cost all of you together",
        heads=("What lay behind it", "Whose target", "Met by", "It cost", "To mend it"),
        rows=tuple(row for _, _, row in rows),
        numbers=(2, 3),
        note=f"A cause is told that at least {number(tells.ledger.least)} people met. "
        "Minutes that several causes share stand under each of them.",
    )


def _those(so: Mapping[str, str]) -> frozenset[str]:
    return frozenset(seat for seat, each in so.items() if each == SO)


def _who_came_to(room: Room, cause: str) -> frozenset[str]:
    """Who has come to a stage in which anybody met it."""
    those = [one for each in room.played.values() for one in each.causes]
    return room.came_to({at for one in those if one.id == cause for at in one.stages})


def _total(
    tells: Releaser, cause: str, costs: Mapping[str, int], came: frozenset[str]
) -> int | None:
    """What it cost all together; where it cost all who came, the stage tells of it."""
    costs_all = bool(came) and all(costs[seat] for seat in came)
    told = tells.total(f"cost/{cause}", costs, of_some=not costs_all, may=came)
    return told.value


def _so_of(may: frozenset[str] | None) -> dict[str, frozenset[str]]:
    return {} if may is None else {SO: may}


def _about(counted: Counted) -> int:
    """How many people it is so of, to rank by; where that is not told, half of them."""
    return counted.cells.get(SO, counted.of // 2 + 1)


def _cost(reading: SeatReading, cause: str) -> int:
    return sum(each.cost_ms for each in reading.causes if each.id == cause)


def _heaviest(causes: Table) -> Iterator[str]:
    for row in causes.rows[:1]:
        why, whose, by, cost, _ = row
        of_you = by if " of " in by else f"{by} of you"
        if cost in {NOT_TOLD, _NO_COST}:
            yield sentence(f"What {of_you} met: {why}")
        else:
            same = sum(each[3] == cost for each in causes.rows)
            yield from _dearest(why, cost, of_you, same)
        department, _, target = whose.partition(": ")
        where = department[:1].lower() + department[1:]
        yield sentence(f"It is kept so by a target, in {where}: {target}")


def _dearest(why: str, cost: str, by: str, same: int) -> Iterator[str]:
    """What cost most; so many causes cost the same."""
    if same == 1:
        yield sentence(f"What cost most together, {cost}, met by {by}: {why}")
    else:
        lie = f"{number(same)} causes lie under them"
        yield f"The heaviest together are {cost}; {lie}."
        yield sentence(f"The first of them, met by {by}: {why}")


_NO_COST = "none of its own"


Pair = tuple[str, str]


def _told(room: Room, causes: Table) -> tuple[CauseRead, ...]:
    """Those causes that are told, the dearest first."""
    found = {capital(each.why): each for _, each in sorted(met_in(room).items())}
    return tuple(found[row[0]] for row in causes.rows)


def _pairs(room: Room, tells: Releaser, told: Sequence[CauseRead]) -> Table:
    """Departments whose causes met on one customer's way, or need each other's fix.

    First those of which one can mend what the other keeps so, the dearest of it first.
    """
    chained = {seat: _chained(each) for seat, each in room.played.items()}
    mending = _mending(told)
    rows: list[tuple[int, int, tuple[str, ...]]] = []
    met = all_met(room)
    for pair in sorted({pair for those in chained.values() for pair in those}):
        so = {seat: SO if pair in those else NOT for seat, those in chained.items()}
        statistic, may = f"chained/{'|'.join(pair)}", _so_of(_who_may(room, pair, so))
        counted = tells.counts(statistic, so, _EITHER, may=may, beside=met)
        if is_told_of_many(counted, SO):
            mends = mending.get(pair) or _mends(room, pair)
            rank = list(mending).index(pair) if pair in mending else len(mending)
            rank += not mends
            row = (" and ".join(map(capital, pair)), how_many(counted, SO), mends)
            rows.append((rank, -_about(counted), row))
    return Table(
        title="Departments that must move together",
        heads=("Departments", "In one stage, on the way of", "Why together"),
        rows=tuple(row for *_, row in sorted(rows)[:_MOST_PAIRS]),
        note="Counted where causes of both lay in one stage of one customer's way, or "
        "where one of them can mend what the other's target keeps. Those of what cost "
        "you most stand first.",
    )


def _mending(told: Sequence[CauseRead]) -> dict[Pair, str]:
    """Who can mend what another one's target keeps so, of what was met here."""
    found: dict[Pair, str] = {}
    for each in told:
        keeps, can = each.department, each.fix_department
        if keeps != can:
            says = f"{can} can mend what a target of {keeps} keeps so: {each.kept_by}"
            found.setdefault(_pair(keeps, can), sentence(says))
    return found


def _who_may(room: Room, pair: Pair, so: Mapping[str, str]) -> frozenset[str] | None:
    """Who has come to a stage in which both may have met; None for everybody."""
    stages = {
        stage
        for seat, reading in room.played.items()
        if so[seat] == SO
        for each in reading.causes
        if {each.department, each.fix_department} & set(pair)
        for stage in each.stages
    }
    return may_meet(_those(so), room.came_to(stages))


def _chained(reading: SeatReading) -> frozenset[Pair]:
    found: set[Pair] = set()
    stages = {stage for each in reading.causes for stage in each.stages}
    for stage in stages:
        there = {each.department for each in reading.causes if stage in each.stages}
        found |= {_pair(*both) for both in combinations(sorted(there), 2)}
    for each in reading.causes:
        if each.department != each.fix_department:
            found.add(_pair(each.department, each.fix_department))
    return frozenset(found)


def _pair(one: str, other: str) -> Pair:
    first, second = sorted((one, other))
    return first, second


def _mends(room: Room, pair: Pair) -> str:
    """Which of both can mend what, as the journey's authors wrote it."""
    for seated in room.people[:1]:
        for stage in seated.member.script.stages.values():
            for cause in stage.scenario.causes.values():
                keeps, can = cause.department, cause.fix.department
                if keeps != can and _pair(keeps, can) == pair:
                    return f"{capital(can)} can mend what a target of {keeps} keeps so."
    return ""


def _together(pairs: Table) -> Iterator[str]:
    for row in pairs.rows[:1]:
        yield f"Departments that must move together: {row[0]}."
        if row[2]:
            yield row[2]


def _thought(room: Room, tells: Releaser) -> Table:
    """What was thought before it was opened and afterwards, and what lay behind it."""
    guesses: dict[str, GuessRead] = {}
    for reading in room.played.values():
        for each in reading.guesses:
            guesses.setdefault(each.friction, each)
    rows = (_row(room, tells, each) for _, each in sorted(guesses.items()))
    return Table(
        title="What we thought caused it",
        heads=("What went wrong", "Before it was opened", "Afterwards", "It was"),
        rows=tuple(row for row in rows if NOT_TOLD not in row[1]),
        note="“More than half” is of those to whom it happened.",
    )


def _row(room: Room, tells: Releaser, guess: GuessRead) -> tuple[str, ...]:
    names = {str(blame): says for blame, says in BLAMES.items()}
    told, met = [], all_met(room)
    asked = {
        seat
        for seat, each in room.played.items()
        if any(one.friction == guess.friction for one in each.guesses)
    }
    for asking in ("before", "after"):
        values = {
            seat: _blamed(each.guesses, guess.friction, asking) or NOTHING
            for seat, each in room.played.items()
        }
        statistic = f"{asking}/{guess.friction}"
        counted = tells.counts(
            statistic,
            values,
            (*names, NOTHING),
            may=dict.fromkeys(names, asked),
            beside=met,
        )
        if not counted.cells:
            those = {seat: values[seat] for seat in asked}
            counted = tells.most(f"most {statistic}", those)
        told.append(in_short(counted, names))
    behind = f"{capital(names[guess.kind])}, in {guess.department}"
    return capital(guess.says), *told, behind


def _blamed(guesses: Sequence[GuessRead], friction: str, asking: str) -> str | None:
    of = next((each for each in guesses if each.friction == friction), None)
    if of is None:
        return None
    return of.before if asking == "before" else of.after
