"""A counter calls, and what hinders has a name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.happening import next_at
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_scripts import SAMPLES, begun
from tests.engine.played_counters import doing, face_of, offered, steps
from tests.engine.walking import refusal, walk

MINE = "repairs-and-returns"
GO, LEFT = m.Choose("go"), m.Choose("left")
NAMES = sorted(path.stem for path in (SAMPLES / "scenarios").glob("counter-*.yaml"))


def drawn(name: str, ticket: str = MINE) -> Playthrough:
    play = begun(name)
    play.do(m.Choose(ticket))
    return play


def called(name: str, ticket: str = MINE) -> Playthrough:
    play = drawn(name, ticket)
    doing(play, "called")
    return play


def test_the_machine_gives_a_ticket_and_says_who_is_before_it() -> None:
    play = begun("counter-that-works")
    assert face_of(play).doing == "machine"
    assert offered(play) == [MINE, "everything-else", "left"]

    play.do(m.Choose(MINE))

    face = face_of(play)
    assert (face.number, face.series, face.to) == ("C 42", "Repairs and returns", "3")
    assert (face.before, face.ahead) == (2, 2)
    assert play.scene.waiting == "ticket"


def test_those_before_are_called_one_by_one() -> None:
    play = drawn("counter-that-works")
    play.wait(MINUTE)
    assert (face_of(play).ahead, face_of(play).board[0].number) == (1, "C 40")

    play.wait(MINUTE)
    assert (face_of(play).ahead, face_of(play).board[0].number) == (0, "C 41")

    play.wait(MINUTE)
    assert face_of(play).board[0] == ("C 42", "3")
    assert face_of(play).doing == "called"


def test_a_counter_that_works_has_no_friction_and_a_kindness() -> None:
    play = called("counter-that-works")
    play.do(GO)
    assert (face_of(play).who, face_of(play).says) == (
        "Ines",
        "Let me see. Yes. That is done.",
    )

    play.do(m.Choose("served"))

    assert play.frictions() == []
    assert len(play.happened(e.KindnessShown)) == 1
    assert play.happened(e.TouchpointLeft)[-1].exit == "served"
    assert [each.able for each in play.happened(e.PersonAnswered)] == [True]


def test_a_hall_is_a_contact_and_a_home_is_none() -> None:
    assert begun("counter-that-works").state.contact == "counter"
    assert begun("counter-at-home-that-works").state.contact is None


def test_a_number_stays_for_so_long_and_not_longer() -> None:
    play = called("counter-that-works")
    since = play.state.story_ms
    assert face_of(play).answer_by == since + 45 * SECOND

    play.wait(45 * SECOND)

    assert face_of(play).doing == "missed"
    assert face_of(play).how == "passed"
    assert play.frictions() == ["number_passed"]
    assert offered(play) == ["missed"]
    play.do(m.Choose("missed"))
    assert play.happened(e.TouchpointLeft)[-1].exit == "missed"


def test_one_may_give_up_until_one_is_served() -> None:
    for play in (begun("counter-that-works"), called("counter-that-works")):
        play.do(LEFT)
        assert play.happened(e.TouchpointLeft)[-1].exit == "left"
        assert play.state.wait is None


def test_who_came_later_is_called_first_and_that_is_one_friction() -> None:
    play = called("counter-others-first")

    numbers = [each["number"] for each in steps(play, "shown")]
    assert numbers == ["B 40", "C 39", "B 41", "C 40", "B 42", "C 41", "C 42"]
    assert play.frictions() == ["others_first"]
    assert play.happened(e.FrictionMet)[0].detail == "B 41"


def test_somebody_says_that_it_is_the_wrong_letter_and_another_can_be_drawn() -> None:
    play = drawn("counter-wrong-letter", "service")
    assert offered(play) == ["left"]
    play.wait(6 * MINUTE)
    assert play.frictions() == ["wrong_letter"]
    assert offered(play) == ["stay", "mending", "left"]
    assert play.scene.asks

    play.do(m.Choose("mending"))
    doing(play, "called")
    play.do(GO)

    assert face_of(play).doing == "met"
    assert [each["number"] for each in steps(play, "drawn")] == ["B 41", "D 17"]
    assert play.frictions() == ["wrong_letter"]


def test_who_stays_all_the_same_is_sent_on() -> None:
    play = drawn("counter-wrong-letter", "service")
    play.wait(6 * MINUTE)
    play.do(m.Choose("stay"))
    assert not play.scene.asks
    assert offered(play) == ["mending", "left"]
    doing(play, "called")
    play.do(GO)

    assert play.frictions() == ["wrong_letter", "sent_on"]


def test_the_counter_closes_as_the_turn_comes_and_once_only() -> None:
    play = drawn("counter-shuts")
    play.wait(9 * MINUTE)
    assert face_of(play).says == "This position is closed. Please wait."
    assert play.frictions() == ["closed_in_turn"]
    assert face_of(play).doing == "waiting"

    play.wait(30 * MINUTE)

    assert face_of(play).doing == "called"
    assert play.state.story_ms == 39 * MINUTE


def test_a_form_is_wanted_first_and_then_a_new_ticket_is_drawn() -> None:
    play = called("counter-form-first")
    play.do(GO)
    assert face_of(play).who == "Counter 3"
    assert offered(play) == ["fill-in", "left"]
    play.do(m.Choose("fill-in"))
    assert face_of(play).number == "C 49"
    doing(play, "called")
    play.do(GO)

    assert face_of(play).doing == "met"
    assert play.state.story_ms == 21 * MINUTE
    assert play.frictions() == ["form_first"]


def test_one_is_sent_to_another_counter_with_a_new_ticket() -> None:
    play = called("counter-sends-on")
    play.do(GO)
    assert offered(play) == ["new-ticket", "left"]
    assert [each.to for each in play.happened(e.Transferred)] == ["Contracts"]

    play.do(m.Choose("new-ticket"))
    assert (face_of(play).number, face_of(play).ahead) == ("E 80", 5)
    doing(play, "called")
    play.do(GO)

    assert play.frictions() == ["sent_on"]
    assert play.state.story_ms == 33 * MINUTE


def test_the_number_may_come_up_and_go_while_one_is_away() -> None:
    play = drawn("counter-number-passed")
    play.do(m.Choose("fetch-a-coffee"))
    assert face_of(play).away == "Fetch a coffee"
    assert offered(play) == []
    assert refusal(play, LEFT) == "You are not back yet."

    play.wait(3 * MINUTE)

    assert face_of(play).doing == "missed"
    assert face_of(play).says == "C 42 has gone from the board. C 43 is at the counter."
    assert play.frictions() == ["number_passed"]


def test_who_is_back_in_time_has_missed_nothing() -> None:
    play = drawn("counter-number-passed")
    play.do(m.Choose("read-the-notices-on-the-wall"))
    play.wait(2 * MINUTE)

    assert face_of(play).says == "One of them is from 2019."
    assert offered(play) == ["stay", "fetch-a-coffee", "left"]
    doing(play, "called")
    assert play.frictions() == []


def test_who_is_back_while_the_number_stands_can_still_go() -> None:
    play = drawn("counter-number-passed")
    play.do(m.Choose("stay"))
    play.wait(18 * MINUTE + 20 * SECOND)
    play.do(m.Choose("read-the-notices-on-the-wall"))
    play.wait(MINUTE + 40 * SECOND)
    assert (face_of(play).doing, offered(play)) == ("called", [])

    play.wait(20 * SECOND)

    assert offered(play) == ["go", "left"]
    called_at = play.happened(e.Announced)[-1]
    assert (called_at.sort, called_at.heard) == ("called", False)


def test_a_second_ticket_has_a_higher_number() -> None:
    play = called("counter-number-passed")
    play.wait(30 * SECOND)
    play.do(m.Choose("missed"))
    play.do(m.Choose("take-another-ticket"))
    play.do(m.Choose(MINE))

    assert face_of(play).number == "C 63"


@pytest.mark.parametrize("pace", ["real", "workshop", "brisk", "instant"])
def test_a_ticket_is_waited_for_as_long_as_the_pace_says(pace: m.Pace) -> None:
    play = begun("counter-others-first", pace=pace)
    play.do(m.Choose(MINE))
    doing(play, "called")

    felt = {"real": 18 * 60, "workshop": 210, "brisk": 10, "instant": 0}[pace]
    assert play.state.story_ms == 18 * MINUTE
    assert abs(play.state.felt_ms - felt * SECOND) <= SECOND


def test_what_falls_into_a_gap_is_not_seen_on_the_board() -> None:
    play = begun("counter-others-first", pace="instant")
    play.do(m.Choose(MINE))
    doing(play, "called")

    heard = [(each.sort, each.heard) for each in play.happened(e.Announced)]
    assert heard == [("number", False)] * 6 + [("called", True)]


@pytest.mark.parametrize(
    "move",
    [m.Choose("nothing"), m.Say("Hello"), m.Press("1"), m.HangUp(), m.FillIn("a", "b")],
)
@pytest.mark.parametrize("name", ["counter-that-works", "counter-stops-rise"])
def test_what_is_not_possible_is_refused_in_a_sentence(name: str, move: m.Move) -> None:
    assert refusal(begun(name), move).endswith(".")


def test_a_wait_asks_only_where_there_is_something_to_decide() -> None:
    plain, choices = drawn("counter-that-works"), begun("counter-rings-while-away")
    assert not plain.scene.asks
    assert choices.scene.asks

    choices.do(m.Choose("stay"))

    assert not choices.scene.asks


@settings(max_examples=60)
@given(st.sampled_from(NAMES), st.lists(st.integers(0, 400), max_size=60))
def test_any_way_replays_and_what_comes_is_never_past(
    name: str, picks: list[int]
) -> None:
    walk(begun(name), picks)


@settings(max_examples=40)
@given(st.sampled_from(NAMES), st.lists(st.integers(0, 400), max_size=30))
def test_waiting_alone_always_comes_to_a_question_or_an_end(
    name: str, picks: list[int]
) -> None:
    play = begun(name)
    walk(play, picks)
    for _ in range(60):
        if play.state.is_over or next_at(play.state) is None:
            break
        play.tick()

    assert play.state.is_over or play.scene.asks
    assert next_at(play.state) is None
