"""Rooms whose readings are made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from empathy_sim.workshop.group.drawn import Step
from empathy_sim.workshop.group.ledger import Ledger
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room, Seated
from empathy_sim.workshop.group.seat_reading import CauseRead, ForetoldRead, GuessRead
from tests.workshop.group.robot_rooms import seated


def person(seat: int, **reads: Any) -> Seated:
    """A robot of whom something is read as it is given here."""
    robot = seated(seat)
    assert robot.reading is not None
    return Seated(robot.member, replace(robot.reading, **reads))


def room_of(people: Sequence[Seated]) -> tuple[Room, Releaser]:
    """A room whose people came to every stage, and what tells of it, with no ticks."""
    readings = [each.reading for each in people if each.reading is not None]
    stages = {at for one in readings for each in one.causes for at in each.stages}
    came = tuple((0, each) for each in sorted(stages))
    seated = tuple(
        Seated(each.member, each.reading and replace(each.reading, entered=came))
        for each in people
    )
    return Room(seated), Releaser(Ledger(), {})


def cause(
    name: str, minutes: int, department: str, fixes: str, *stages: str
) -> CauseRead:
    """A cause that cost so much, and was met in these stages."""
    return CauseRead(
        id=name,
        why=f"Why {name}.",
        stages=stages,
        cost_ms=minutes * 60_000,
        department=department,
        kept_by=f"{name} under target",
        fix=f"Mend {name}.",
        fix_department=fixes,
    )


def guess(friction: str, before: Any, after: Any) -> GuessRead:
    """What somebody put a friction down to; a system lay behind it."""
    return GuessRead(friction, "it went wrong", "system", "digital", before, after)


def foretold(guessed: int | None, measured: int | None) -> ForetoldRead:
    """A guess at minutes, and what came of it."""
    return ForetoldRead(
        "help", "How long?", "minutes_to_help", "minutes", guessed, measured
    )


def rows_of(step: Step, title: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of a step; none where it is not shown."""
    for each in step.shown:
        if each.title.startswith(title):
            rows: tuple[tuple[str, ...], ...] = getattr(each, "rows", ())
            return rows
    return ()
