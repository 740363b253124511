"""The month's report, beside what was lived."""

from __future__ import annotations

from msgspec.structs import replace

from empathy_sim.workshop.group.room import Seated
from empathy_sim.workshop.group.step_recorded import step_recorded
from tests.workshop.group.made_rooms import person, room_of, rows_of

REPORT = "The month's report"


def with_first_line(seated: Seated, reads: str) -> Seated:
    """Somebody of a company whose first figure reads otherwise."""
    script = seated.member.script
    first, *others = script.journey.report
    report = (replace(first, reads=reads), *others)
    journey = replace(script.journey, report=report)
    member = replace(seated.member, script=replace(script, journey=journey))
    assert seated.reading is not None
    green = {**seated.reading.green, first.metric: False}
    return Seated(member, replace(seated.reading, green=green))


def test_a_line_that_missed_its_target_was_red_before_anybody_came() -> None:
    room, tells = room_of([with_first_line(person(seat), "12%") for seat in range(9)])
    step = step_recorded(room, tells)
    rows = rows_of(step, REPORT)

    assert rows[0][-1].startswith("red already")
    assert all("red" not in row[-1] for row in rows[1:])
    assert "One line of the report misses its target without you." in step.says
    assert not any("0 of" in row[-1] for row in rows)


def test_a_line_that_cannot_be_held_against_its_target_is_said_to_be_so() -> None:
    room, tells = room_of([with_first_line(person(seat), "fine") for seat in range(9)])

    assert rows_of(step_recorded(room, tells), REPORT)[0][-1].startswith("neither")


def test_of_lines_that_were_green_it_is_told_how_many_leave_them_so() -> None:
    room, tells = room_of([person(seat) for seat in range(9)])
    step = step_recorded(room, tells)

    assert all("red" not in row[-1] for row in rows_of(step, REPORT))
    assert not any("without you" in says for says in step.says)
