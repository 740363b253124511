"""The month's report, beside what was lived."""

from __future__ import annotations

from msgspec.structs import replace

from empathy_sim.workshop.group.room import Seated
from empathy_sim.workshop.group.step_recorded import step_recorded
from tests.workshop.group.made_rooms import person, room_of, rows_of

REPORT = "The month's report"


def with_first_line(seated: Seated, reads: str, lines: int = 1) -> Seated:
    """Somebody of a company whose first figures read otherwise."""
    script = seated.member.script
    first, report = script.journey.report[0], script.journey.report
    missed = (replace(each, reads=reads, target="80%") for each in report[:lines])
    report = (*missed, *report[lines:])
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
    assert step.says[-1] == (
        f"{rows[0][0]}: 12%, where the target is 80%. That line was red before any of "
        "you came."
    )
    assert not any("0 of" in row[-1] for row in rows)


def test_of_more_than_two_red_lines_it_is_told_how_many_they_are() -> None:
    # The second of the four is better where it is less: 12% is green.
    seated = [with_first_line(person(seat), "12%", lines=4) for seat in range(9)]
    step = step_recorded(*room_of(seated))

    assert step.says[-1] == (
        "Three lines of the report missed their targets before any of you came."
    )


def test_a_line_that_cannot_be_held_against_its_target_is_said_to_be_so() -> None:
    room, tells = room_of([with_first_line(person(seat), "fine") for seat in range(9)])

    assert rows_of(step_recorded(room, tells), REPORT)[0][-1].startswith("neither")


def test_of_lines_that_were_green_it_is_told_how_many_leave_them_so() -> None:
    room, tells = room_of([person(seat) for seat in range(9)])
    step = step_recorded(room, tells)

    assert all("red" not in row[-1] for row in rows_of(step, REPORT))
    assert not any("before any of you" in says for says in step.says)
