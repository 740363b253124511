"""The leaders' five reasons beside the frontline's."""

from __future__ import annotations

from empathy_sim.workshop.group.drawn import Step, Table
from empathy_sim.workshop.group.ledger import Ledger
from empathy_sim.workshop.group.reasons import (
    Guess,
    Poll,
    Ranked,
    Reasons,
    beside,
    on_both,
    top_five,
)
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.step_expected import step_expected

OFFERED = ("late", "broken", "charged", "lost", "rude", "closed")


def step_of(guesses: int, polled: int, offered: tuple[str, ...] = OFFERED) -> Step:
    reasons = Reasons(
        offered=offered,
        guesses=tuple(Guess(f"s{at}", OFFERED[:5]) for at in range(guesses)),
        poll=tuple(Poll(OFFERED[1:]) for _ in range(polled)),
    )
    return step_expected(Room((), reasons), Releaser(Ledger(), {}))


def test_the_first_of_a_list_weighs_five_and_the_fifth_one() -> None:
    lists = [("late", "broken"), *[("broken",)] * 4, *[("charged", "late")] * 3]

    assert top_five(lists, OFFERED) == ("broken", "late", "charged")


def test_of_equals_the_one_that_more_people_named_comes_first() -> None:
    lists = [("late",), ("x", "x2", "x3", "x4", "broken")] * 1 + [
        ("x", "broken", "x2", "x3", "x4"),
        (),
        (),
    ]

    assert top_five(lists, OFFERED) == ("broken", "late")


def test_nothing_is_told_of_fewer_than_five_lists() -> None:
    assert top_five([OFFERED] * 4, OFFERED) == ()
    assert len(top_five([OFFERED] * 5, OFFERED)) == 5


def test_somebodys_own_words_are_told_of_ten_who_chose_the_same() -> None:
    assert top_five([("My own words",)] * 9, OFFERED) == ()
    assert top_five([("My own words",), *[("my own  words.",)] * 9], OFFERED) == (
        "My own words",
    )


def test_a_reason_counts_once_a_person_and_only_among_the_first_five() -> None:
    lists = [("late", "Late", "broken", "charged", "lost", "rude", "closed")] * 5

    assert top_five(lists, OFFERED) == ("late", "broken", "charged", "lost", "rude")


def test_both_lists_stand_in_the_frontlines_order() -> None:
    both = beside(("late", "rude"), ("broken", "Late"))

    assert both == (
        Ranked(reason="broken", guessed=None, polled=1),
        Ranked(reason="Late", guessed=1, polled=2),
        Ranked(reason="rude", guessed=2, polled=None),
    )
    assert on_both(both) == 1


def test_the_step_says_what_both_share_and_what_only_the_frontline_names() -> None:
    step = step_of(6, 6)

    assert step.says[-1] == (
        "Four reasons of five are on both lists. The frontline also names: closed."
    )
    [table] = step.shown
    assert isinstance(table, Table)
    assert table.rows[0] == ("broken", "1.", "2.")
    assert table.rows[-1] == ("late", "not among five", "1.")


def test_a_list_of_too_few_is_not_taken_for_one_without_reasons() -> None:
    step = step_of(4, 6)
    [table] = step.shown

    assert isinstance(table, Table)
    assert {row[2] for row in table.rows} == {"not told"}
    assert step_of(4, 4).shown == ()


def test_one_list_more_changes_nothing_that_was_told() -> None:
    before = Reasons(
        offered=OFFERED, guesses=tuple(Guess(f"s{at}", ("late",)) for at in range(5))
    )
    after = Reasons(
        offered=OFFERED, guesses=(*before.guesses, Guess("s9", ("rude", "late")))
    )
    tells = Releaser(Ledger(), {})
    first = step_expected(Room((), before), tells)

    assert step_expected(Room((), after), tells) == first


def test_what_was_told_of_a_list_stays_when_somebody_takes_theirs_back() -> None:
    guesses = [Guess(f"s{at}", ("late",)) for at in range(5)]
    guesses += [Guess("s9", ("rude", "late", "broken"))]
    before = Reasons(offered=OFFERED, guesses=tuple(guesses))
    fewer = Reasons(offered=OFFERED, guesses=tuple(guesses[:5]))
    tells = Releaser(Ledger(), {})
    first = step_expected(Room((), before), tells)

    assert step_expected(Room((), fewer), tells) == first
