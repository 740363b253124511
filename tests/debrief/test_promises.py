"""What was promised, and when it is asked about."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.debrief.promises import (
    Entry,
    Promise,
    beside,
    days_asked_told,
    due_line,
    promises_in,
)

MADE = dt.date(2026, 3, 3)


def on(days: int) -> dt.date:
    return MADE + dt.timedelta(days=days)


def entry(kind: str, days: int = 0, session: str = "quiet-otter", **says: Any) -> Entry:
    return Entry(session, "The birthday kettle", kind, on(days), says)


COMMITTED = entry("Committed", cue="a customer calls twice", act="ring them back")
SITTING = entry("AssignmentTaken", assignment="sit_with_agent", guesses=("9", "two"))


def back(days: int, done: str, what: str = "commitment", **answers: str) -> Entry:
    return entry("BroughtBack", days, what=what, done=done, answers=answers)


def only(*entries: Entry) -> Promise:
    (promise,) = promises_in(entries)
    return promise


def test_a_commitment_is_asked_about_after_30_and_after_90_days() -> None:
    promise = only(COMMITTED)

    assert promise.says == "If a customer calls twice, then I will ring them back."
    assert promise.asked_on == (on(30), on(90))
    assert not promise.is_due(on(29))
    assert promise.is_due(on(30))


def test_a_day_that_was_set_is_asked_about_as_well() -> None:
    promise = only(entry("Committed", cue="a", act="b", due=on(12).isoformat()))

    assert promise.asked_on == (on(12), on(30), on(90))
    assert promise.is_due(on(12))


@pytest.mark.parametrize(
    ("due", "asked"),
    [(22, (22, 30, 90)), (23, (23, 90)), (37, (37, 90)), (38, (30, 38, 90))],
)
def test_nobody_is_asked_twice_within_a_week_of_a_day_that_was_set(
    due: int, asked: tuple[int, ...]
) -> None:
    promise = only(entry("Committed", cue="a", act="b", due=on(due).isoformat()))

    assert promise.asked_on == tuple(on(days) for days in asked)


def test_words_that_name_no_day_are_told_and_set_none() -> None:
    promise = only(entry("Committed", cue="a", act="b", due="before the summer"))

    assert promise.due is None
    assert promise.terms == "By when: before the summer."
    assert promise.asked_on == (on(30), on(90))
    assert days_asked_told(MADE, "soon") == "on 2 April 2026 and on 1 June 2026"


def test_a_promise_keeps_its_number_whatever_is_promised_besides() -> None:
    three = entry("AssignmentTaken", assignment="ask_three")
    own = entry("AssignmentTaken", assignment="own_customer")
    other = entry("AssignmentTaken", assignment="ask_three", session="brave-heron")
    done = back(2, "yes", "sit_with_agent")

    def numbers(*entries: Entry) -> dict[str, int]:
        return {each.what: each.number for each in promises_in(entries)}

    assert numbers(SITTING, COMMITTED) == {"sit_with_agent": 2, "commitment": 1}
    assert numbers(SITTING, done, three) == {"sit_with_agent": 2, "ask_three": 3}
    assert numbers(SITTING, three, own) == {"own_customer": 4}
    assert numbers(SITTING, three, SITTING) == {"sit_with_agent": 2}
    assert numbers(SITTING, other) == {"sit_with_agent": 2, "ask_three": 2}


@pytest.mark.parametrize(
    ("answered", "asked_next"),
    [(3, 90), (30, 90), (45, 90), (59, 90), (61, None), (90, None), (200, None)],
)
def test_an_answer_counts_for_what_it_is_nearest_to(
    answered: int, asked_next: int | None
) -> None:
    promise = only(COMMITTED, back(answered, "yes"))

    assert promise.next_asked == (asked_next and on(asked_next))


def test_an_assignment_that_is_done_is_over_and_one_that_is_not_is_asked_again() -> (
    None
):
    assert only(SITTING, back(30, "yes", "sit_with_agent")).next_asked is None
    assert only(SITTING, back(30, "partly", "sit_with_agent")).next_asked == on(90)


def test_of_each_thing_the_last_promise_counts() -> None:
    promises = promises_in(
        [
            COMMITTED,
            entry("AssignmentTaken", assignment="ask_three"),
            SITTING,
            entry("Committed", 1, cue="it rains", act="call"),
        ]
    )

    assert [each.what for each in promises] == ["sit_with_agent", "commitment"]
    assert promises[1].says == "If it rains, then I will call."
    assert promises[1].made == on(1)


def test_what_is_brought_back_belongs_to_its_own_session() -> None:
    other = entry("Committed", session="brave-heron", cue="a", act="b")
    both = promises_in([COMMITTED, other, back(30, "no")])

    assert {each.session: each.done for each in both} == {
        "quiet-otter": "no",
        "brave-heron": "",
    }


def test_what_nobody_promised_cannot_be_brought_back() -> None:
    assert promises_in([back(3, "yes")]) == ()
    assert promises_in([entry("AssignmentTaken", assignment="of-another-time")]) == ()


def test_one_line_says_what_is_due_and_none_where_nothing_is() -> None:
    promises = promises_in([COMMITTED, SITTING])

    assert due_line(promises, on(29)) == ""
    assert due_line(promises, on(30)) == (
        "You promised: If a customer calls twice, then I will ring them back. "
        "And 1 more. What came of it?"
    )


def test_a_long_promise_is_mentioned_in_short() -> None:
    line = due_line([only(entry("Committed", cue="a" * 900, act="b"))], on(30))

    assert len(line) < 120
    assert "aaa… What came of it?" in line


def test_guesses_stand_beside_what_was_found() -> None:
    promise = only(SITTING, back(30, "yes", "sit_with_agent", calls="14", cannot="6"))

    assert [(each.guessed, each.found) for each in beside(promise)] == [
        ("9", "14"),
        ("two", "6"),
    ]
    assert beside(only(SITTING)) == ()


def test_ones_own_five_stand_beside_those_of_each_agent() -> None:
    taken = entry("AssignmentTaken", assignment="ask_three", guesses=("price", "late"))
    promise = only(taken, back(9, "yes", "ask_three", **{"agent.2": "where is it"}))

    assert [(each.guessed, each.found) for each in beside(promise)] == [
        ("price; late", ""),
        ("price; late", "where is it"),
        ("price; late", ""),
    ]


@given(
    due=st.none() | st.integers(0, 400),
    said=st.lists(st.tuples(st.integers(0, 400), st.sampled_from(["yes", "no"]))),
    today=st.integers(0, 800),
)
def test_answering_today_leaves_nothing_due_today(
    due: int | None, said: list[tuple[int, str]], today: int
) -> None:
    day = "" if due is None else on(due).isoformat()
    promised = entry("Committed", cue="a", act="b", due=day)
    answers = [back(days, done) for days, done in sorted(said) if days <= today]
    before = only(promised, *answers)
    after = only(promised, *answers, back(today, "yes"))

    assert not after.is_due(on(today))
    if not before.is_due(on(today)) and before.next_asked is not None:
        assert before.next_asked > on(today)
