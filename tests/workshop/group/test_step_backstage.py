"""Causes and departments, met by hand."""

from __future__ import annotations

from empathy_sim.workshop.group.step_backstage import step_backstage
from tests.workshop.group.made_rooms import cause, guess, person, room_of, rows_of

CAUSES, PAIRS = "Causes", "Departments"
THOUGHT = "What we thought"


def test_causes_are_told_by_minutes_and_by_how_many_met_them() -> None:
    often, long, seldom = (
        cause("often", 2, "sales", "sales", "a"),
        cause("long", 30, "care", "care", "b"),
        cause("seldom", 99, "law", "law", "c"),
    )
    people = [person(at, causes=(often, long)) for at in range(6)]
    people += [person(at, causes=(often,)) for at in range(6, 10)]
    people += [person(at, causes=(seldom,)) for at in range(10, 12)]
    people += [person(at, causes=()) for at in range(12, 16)]
    step = step_backstage(*room_of(people))

    assert [(row[0], row[2], row[3]) for row in rows_of(step, CAUSES)] == [
        ("Why long.", "6 of 16", "3 hours"),
        ("Why often.", "10 of 16", "20 minutes"),
    ]
    assert step.says[:2] == (
        "What cost most together, 3 hours, met by 6 of 16: Why long.",
        "It is kept so by a target, in care: long under target.",
    )


def test_minutes_that_causes_share_are_said_to_be_shared() -> None:
    both = (
        cause("one", 10, "sales", "sales", "a"),
        cause("two", 10, "care", "care", "a"),
    )
    people = [person(at, causes=both if at < 6 else ()) for at in range(12)]
    step = step_backstage(*room_of(people))

    assert step.says[:3] == (
        "The heaviest together are 1 hour; two causes lie under them.",
        "The first of them, met by 6 of 12: Why one.",
        "It is kept so by a target, in sales: one under target.",
    )


def test_departments_whose_causes_met_in_one_stage_must_move_together() -> None:
    same = cause("one", 1, "sales", "sales", "a"), cause("two", 1, "care", "care", "a")
    apart = cause("one", 1, "sales", "sales", "a"), cause("two", 1, "care", "care", "b")
    people = [person(at, causes=same if at < 6 else apart) for at in range(12)]
    step = step_backstage(*room_of(people))

    assert [row[:2] for row in rows_of(step, PAIRS)] == [("Care and Sales", "6 of 12")]
    assert "Departments that must move together: Care and Sales." in step.says


def test_whose_fix_it_takes_must_move_with_whose_target_it_is() -> None:
    one = (cause("one", 1, "sales", "care", "a"),)
    people = [person(at, causes=one if at < 6 else ()) for at in range(12)]
    step = step_backstage(*room_of(people))

    assert [row[:2] for row in rows_of(step, PAIRS)] == [("Care and Sales", "6 of 12")]


def test_the_first_pair_is_of_those_who_can_mend_what_cost_most() -> None:
    cheap = cause("cheap", 1, "sales", "care", "a")
    dear = cause("dear", 40, "money", "care", "b")
    people = [
        person(at, causes=(cheap, dear) if at < 6 else (cheap,)) for at in range(12)
    ]
    step = step_backstage(*room_of(people))
    why = "Care can mend what a target of money keeps so: dear under target."

    assert [row[0] for row in rows_of(step, PAIRS)] == [
        "Care and Money",
        "Care and Sales",
    ]
    assert rows_of(step, PAIRS)[0][2] == why
    assert step.says[2:4] == (
        "Departments that must move together: Care and Money.",
        why,
    )


def test_a_target_that_four_met_is_no_reason_to_move_together() -> None:
    few = cause("few", 90, "sales", "care", "a")
    others = cause("other", 1, "sales", "care", "a")
    people = [
        person(at, causes=(few,) if at < 4 else (others,) if at < 12 else ())
        for at in range(17)
    ]
    step = step_backstage(*room_of(people))

    assert rows_of(step, PAIRS)[0][2].endswith(": other under target.")
    assert "few" not in str(rows_of(step, PAIRS))


def test_what_four_met_is_told_of_nobody() -> None:
    one = (cause("one", 50, "sales", "care", "a"),)
    people = [person(at, causes=one if at < 4 else ()) for at in range(12)]
    step = step_backstage(*room_of(people))

    assert rows_of(step, CAUSES) == ()
    assert rows_of(step, PAIRS) == ()
    assert not [says for says in step.says if "sales" in says.casefold()]


def test_what_was_thought_before_stands_beside_afterwards_and_what_it_was() -> None:
    people = [
        person(at, guesses=(guess("x", "agent" if at < 7 else "staffing", "system"),))
        for at in range(12)
    ]
    step = step_backstage(*room_of(people))

    assert rows_of(step, THOUGHT) == (
        (
            "It went wrong",
            "The person who served them 7, other or none 5",
            "A system: more than half",
            "A system, in digital",
        ),
    )


def test_a_guess_that_four_made_is_not_told() -> None:
    people = [
        person(at, guesses=(guess("x", "agent", None),) if at < 4 else ())
        for at in range(12)
    ]

    assert rows_of(step_backstage(*room_of(people)), THOUGHT) == ()
