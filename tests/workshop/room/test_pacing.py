"""Another pace while people play."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as story
from empathy_sim.engine import moves as m
from empathy_sim.errors import RoomRefused
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.workshop.room.board import board_of
from empathy_sim.workshop.room.pacing import Pacing, answer_pace, pacing_of
from empathy_sim.workshop.room.running import (
    breathe,
    close_play,
    let_pass,
    set_pace,
)
from tests.engine.made_nouns import hold, journey_of, notice
from tests.workshop.room.rooms import Workshop, to_playing

SCRIPT = journey_of(
    {
        "one": {"queue": hold(5 * MINUTE), "page": notice("done")},
        "two": {"queue": hold(9 * MINUTE), "page": notice("done")},
        "three": {"queue": hold(4 * MINUTE), "page": notice("done")},
    }
)
WHOLE = (
    "From your next wait on each is lived whole: about 12 more minutes. Nothing you "
    "have done changes. Is that all right with you?"
)


def workshop_of(pace: m.Pace = "workshop") -> Workshop:
    return Workshop(script=SCRIPT, pace=pace)


def asked(workshop: Workshop, seat: str) -> Pacing:
    pacing = pacing_of(workshop.room, seat)
    assert pacing is not None
    return pacing


def pace_of(workshop: Workshop, seat: str) -> m.Pace:
    return workshop.room.session_of(seat).state.pace


def budgets(workshop: Workshop, seat: str) -> list[int]:
    log = workshop.room.session_of(seat).log
    return [each.budget_ms for each in log if isinstance(each, story.WaitBegan)]


def counts(workshop: Workshop) -> tuple[int, int]:
    board = board_of(workshop.room, workshop.attendance)
    return board.pace_asked, board.pace_agreed


def test_whoever_plays_is_asked_in_minutes_and_nothing_changes_before_a_yes() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "real")

    assert asked(workshop, ines) == Pacing(1, WHOLE, asks=True)
    workshop.room.session_of(ines).submit(m.HangUp())
    assert pace_of(workshop, ines) == "workshop"
    assert budgets(workshop, ines) == [45 * SECOND] * 2


def test_a_yes_is_in_the_own_log_and_counts_from_the_next_wait_on() -> None:
    workshop = workshop_of()
    ines, omar = workshop.plays("Ines"), workshop.plays("Omar")
    set_pace(workshop.room, "real")
    answer_pace(workshop.room, ines, 1, yes=True)
    for seat in (ines, omar):
        workshop.room.session_of(seat).submit(m.HangUp())

    assert budgets(workshop, ines) == [45 * SECOND, 9 * MINUTE]
    assert budgets(workshop, omar) == [45 * SECOND] * 2
    assert pacing_of(workshop.room, ines) is None
    log = workshop.room.session_of(ines).log
    (answered,) = (each for each in log if isinstance(each, story.PaceAnswered))
    assert (answered.pace, answered.asking, answered.yes) == ("real", 1, True)


def test_a_no_costs_nothing_and_is_not_asked_again() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "real")
    answer_pace(workshop.room, ines, 1, yes=False)

    assert pacing_of(workshop.room, ines) is None
    assert pace_of(workshop, ines) == "workshop"
    with pytest.raises(RoomRefused, match="not asked any more"):
        answer_pace(workshop.room, ines, 1, yes=True)


def test_the_room_learns_a_count_and_keeps_no_answer_of_anybody() -> None:
    workshop = workshop_of()
    seats = [workshop.plays(name) for name in ("Ines", "Omar", "Ruth")]
    set_pace(workshop.room, "real")
    kept = list(workshop.room.log)
    answer_pace(workshop.room, seats[0], 1, yes=True)
    answer_pace(workshop.room, seats[1], 1, yes=False)

    assert counts(workshop) == (3, 1)
    assert workshop.room.log == kept
    rows = board_of(workshop.room, workshop.attendance).rows
    assert not any("pace" in str(row) or "yes" in str(row) for row in rows)


def test_whoever_is_asked_twice_can_answer_differently() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "long")
    answer_pace(workshop.room, ines, 1, yes=False)
    set_pace(workshop.room, "long")
    assert asked(workshop, ines).asking == 2
    answer_pace(workshop.room, ines, 2, yes=True)

    assert pace_of(workshop, ines) == "long"


def test_a_question_that_was_overtaken_is_answered_by_nobody() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "long")
    set_pace(workshop.room, "real")

    with pytest.raises(RoomRefused, match="Nothing has changed"):
        answer_pace(workshop.room, ines, 1, yes=True)
    assert asked(workshop, ines).says == WHOLE


def test_a_question_that_is_taken_back_is_gone_and_says_nothing() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "real")
    set_pace(workshop.room, "workshop")

    assert pacing_of(workshop.room, ines) is None
    with pytest.raises(RoomRefused):
        answer_pace(workshop.room, ines, 2, yes=True)


def test_less_is_told_and_not_asked_and_counts_from_the_next_wait_on() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "brisk")
    told = asked(workshop, ines)
    workshop.room.session_of(ines).submit(m.HangUp())

    assert not told.asks
    assert told.says == (
        "From your next wait on less is lived: ten seconds of each. You need do nothing."
    )
    assert budgets(workshop, ines) == [45 * SECOND, 10 * SECOND]


def test_raised_and_lowered_again_leaves_the_waits_before_as_they_were() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "long")
    answer_pace(workshop.room, ines, 1, yes=True)
    workshop.room.session_of(ines).submit(m.HangUp())
    set_pace(workshop.room, "workshop")
    workshop.room.session_of(ines).submit(m.HangUp())

    assert budgets(workshop, ines) == [45 * SECOND, 4 * MINUTE, 45 * SECOND]
    assert not asked(workshop, ines).asks


def test_one_who_said_no_to_more_is_not_told_of_less_that_is_no_less() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "real")
    answer_pace(workshop.room, ines, 1, yes=False)
    set_pace(workshop.room, "workshop")

    assert pacing_of(workshop.room, ines) is None


def test_one_who_reads_the_contract_is_asked_when_the_story_begins() -> None:
    workshop = workshop_of()
    ines = workshop.sit("Ines")
    workshop.begin()
    session = workshop.room.session_of(ines)
    set_pace(workshop.room, "real")
    assert pacing_of(workshop.room, ines) is None
    to_playing(session)

    assert asked(workshop, ines).asks
    assert pace_of(workshop, ines) == "workshop"


def test_one_who_comes_later_agrees_by_the_contract() -> None:
    workshop = workshop_of()
    workshop.begin()
    set_pace(workshop.room, "real")
    omar = workshop.plays("Omar")

    assert pace_of(workshop, omar) == "real"
    assert pacing_of(workshop.room, omar) is None


def test_where_no_wait_lies_ahead_nothing_is_asked() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    for _ in range(2):
        workshop.room.session_of(ines).submit(m.HangUp())
    set_pace(workshop.room, "real")

    assert pacing_of(workshop.room, ines) is None
    assert counts(workshop) == (0, 0)


def test_one_who_was_gone_finds_the_question_when_they_are_back() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    workshop.attendance.gone(ines)
    set_pace(workshop.room, "real")
    workshop.pass_with(60_000)
    let_pass(workshop.room)
    assert pace_of(workshop, ines) == "workshop"
    workshop.attendance.heard(ines)

    assert asked(workshop, ines).asks


def test_a_room_that_closes_before_an_answer_asks_no_more() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "real")
    close_play(workshop.room)

    assert pacing_of(workshop.room, ines) is None
    with pytest.raises(RoomRefused):
        answer_pace(workshop.room, ines, 1, yes=True)
    assert counts(workshop) == (0, 0)


def test_an_answer_can_be_given_while_the_room_takes_a_breath() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "real")
    breathe(workshop.room)
    answer_pace(workshop.room, ines, 1, yes=True)

    assert pace_of(workshop, ines) == "real"


@pytest.mark.parametrize("answer", [None, True, False])
def test_a_room_that_is_found_again_asks_and_knows_the_same(
    answer: bool | None,
) -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    set_pace(workshop.room, "real")
    if answer is not None:
        answer_pace(workshop.room, ines, 1, yes=answer)
    before = pacing_of(workshop.room, ines)
    workshop.again()

    assert pacing_of(workshop.room, ines) == before
    assert (before is not None) == (answer is None)
    assert pace_of(workshop, ines) == ("real" if answer else "workshop")
    assert counts(workshop) == (1, int(answer is True))


def test_less_that_was_wanted_while_nobody_was_in_hand_comes_to_them() -> None:
    workshop = workshop_of()
    ines = workshop.plays("Ines")
    workshop.again()
    set_pace(workshop.room, "brisk")
    assert pace_of(workshop, ines) == "workshop"
    let_pass(workshop.room)

    assert pace_of(workshop, ines) == "brisk"
