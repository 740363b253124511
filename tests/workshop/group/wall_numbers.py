"""Numbers of people, read off a wall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from empathy_sim.debrief.backstage import BLAMES
from empathy_sim.debrief.phrases import capital
from empathy_sim.workshop.group.drawn import Bars, Table
from empathy_sim.workshop.group.seat_reading import AFTER, BEFORE, CLOSED, TO_THE_END
from empathy_sim.workshop.group.steps import Wall
from empathy_sim.workshop.group.suppressing import NOTHING
from tests.workshop.group.made_cohorts import STAGES
from tests.workshop.group.robot_rooms import shipped


class Heard(NamedTuple):
    """What a wall says of people by something."""

    statistic: str
    cells: dict[str, int]
    """How many are in which category; what is not among them is told together."""
    of: int
    """How many people it says that it is about."""


_STAGE = {each.capitalize(): each for each in STAGES}
_STOPPED = {
    capital("at an end of the story"): TO_THE_END,
    capital("still waiting when the room closed"): CLOSED,
    **{f"Left in {title}": stage for title, stage in _STAGE.items()},
}
_BARS = {
    "The worst moment that was marked": (
        "worst mark",
        {
            capital(BEFORE): BEFORE,
            capital(AFTER): AFTER,
            "Nothing marked": NOTHING,
            **_STAGE,
        },
    ),
    "The worst that happened, whatever it felt like": (
        "worst friction",
        {f"F {stage}": f"f_{stage}" for stage in STAGES},
    ),
    "Where it stopped": ("left", _STOPPED),
}
_BLAMES = {says: str(blame) for blame, says in BLAMES.items()}
_OF = re.compile(r"(\d+) of (\d+)")


def heard_on(wall: Wall) -> Iterator[Heard]:
    """Every number of people that stands there."""
    for step in wall.steps:
        for shown in step.shown:
            match shown:
                case Bars():
                    yield _bars(shown)
                case Table():
                    yield from _rows(shown)
                case _:
                    pass


def _bars(shown: Bars) -> Heard:
    statistic, names = _BARS[shown.title]
    told = [bar for bar in shown.bars if not bar.quiet]
    return Heard(statistic, {names[bar.label]: bar.count for bar in told}, shown.of)


def _rows(table: Table) -> Iterator[Heard]:
    metrics = {line.says: line.metric for line in shipped().journey.report}
    for row in table.rows:
        match table.title.split()[0]:
            case "Causes,":
                stage = row[0].removeprefix("Why ").rstrip(".")
                yield from _so(f"met/c_{stage}", "so", row[2])
            case "Departments":
                pair = "|".join(each.casefold() for each in row[0].split(" and "))
                yield from _so(f"chained/{pair}", "so", row[1])
            case "The":
                metric = metrics.get(row[0])
                yield from _so(f"green/{metric}", "left green", row[-1])
            case "What" if len(row) == 2 and table.title.endswith("noted"):
                what = row[0][:1].lower() + row[0][1:]
                yield from _so(f"noted/{what}", "so", row[1])
            case "What" if "caused" in table.title:
                yield from _thought(table, row)
            case _:
                pass


def _so(statistic: str, so: str, cell: str) -> Iterator[Heard]:
    if found := _OF.fullmatch(cell):
        yield Heard(statistic, {so: int(found[1])}, int(found[2]))


def _thought(table: Table, row: tuple[str, ...]) -> Iterator[Heard]:
    friction = f"f_{row[0].rpartition(' ')[2]}"
    asking = {"Before it was opened": "before", "Afterwards": "after"}
    for head, cell in zip(table.heads, row, strict=True):
        if head in asking and re.search(r" \d+$", cell):
            parts = dict(each.rsplit(" ", 1) for each in cell.split(", "))
            counts = {says.casefold(): int(n) for says, n in parts.items()}
            cells = {_BLAMES[one]: n for one, n in counts.items() if one in _BLAMES}
            statistic = f"{asking[head]}/{friction}"
            yield Heard(statistic, cells, sum(counts.values()))
