"""More waiting is lived only after a yes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.state import State, before
from empathy_sim.engine.timing import lives_more
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.rehearsal.following import follow
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from tests.engine.lived_plays import parts
from tests.engine.made_nouns import hold, journey_of, notice
from tests.engine.walking import refusal, replayed

PACES: tuple[m.Pace, ...] = ("real", "long", "workshop", "brisk", "instant")
HOLDS = 6
SCRIPT = journey_of(
    {
        f"hold-{each}": {
            "queue": hold((4 + 5 * (each % 2)) * MINUTE),
            "page": notice("done"),
        }
        for each in range(HOLDS)
    }
)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.sampled_from(PACES)),
        st.tuples(st.just("yes"), st.sampled_from(PACES)),
        st.tuples(st.just("no"), st.sampled_from(PACES)),
        st.tuples(st.just("wait"), st.integers(0, 10 * MINUTE)),
        st.tuples(st.just("hang up"), st.none()),
    ),
    max_size=24,
)


def playing(pace: m.Pace = "workshop") -> Playthrough:
    play = Playthrough(SCRIPT, plain_cast(), pace=pace)
    play.begin()
    return play


def move_of(does: str, what: object, number: int) -> m.Move:
    match does, what:
        case "set", str(pace):
            return m.SetPace(pace, number)  # type: ignore[arg-type]
        case (("yes" | "no"), str(pace)):
            return m.AnswerPace(pace, number, yes=does == "yes")  # type: ignore[arg-type]
        case _:
            return m.HangUp()


def lived_through(deeds: list[tuple[str, object]], pace: m.Pace) -> Playthrough:
    play = playing(pace)
    for number, (does, what) in enumerate(deeds, 1):
        match what:
            case int(length):
                play.wait(length)
            case _:
                try:
                    play.do(move_of(does, what, number))
                except MoveRefused:
                    continue
    return play


def stood(play: Playthrough, number: int) -> State:
    """Where it stood after so many events."""
    return fold(before(play.state.script), play.log[:number])


def budgets(play: Playthrough) -> list[int]:
    return [each.budget_ms for each in play.happened(e.WaitBegan)]


def test_what_is_agreed_to_counts_from_the_next_wait_on() -> None:
    play = playing()
    lived = play.state.wait
    play.do(m.AnswerPace("real", 1, yes=True))
    assert play.state.wait == lived
    play.do(m.HangUp())

    assert budgets(play) == [45 * SECOND, 9 * MINUTE]
    assert (play.state.pace_asking, play.state.pace_agreed) == (1, 1)


def test_a_no_changes_nothing_but_that_it_was_answered() -> None:
    play = playing()
    play.do(m.AnswerPace("real", 1, yes=False))
    play.do(m.HangUp())

    assert budgets(play) == [45 * SECOND, 45 * SECOND]
    assert play.state.pace == "workshop"
    assert (play.state.pace_asking, play.state.pace_agreed) == (1, 0)


def test_a_pace_raised_and_lowered_leaves_the_waits_before_as_they_were() -> None:
    play = playing()
    play.do(m.AnswerPace("long", 1, yes=True))
    play.do(m.HangUp())
    play.do(m.SetPace("workshop", 2))
    play.do(m.HangUp())

    first, second, third = play.happened(e.WaitBegan)
    assert (first.budget_ms, second.budget_ms) == (45 * SECOND, 4 * MINUTE)
    assert third.budget_ms == 45 * SECOND
    assert sum(ends - begins for begins, ends in second.lived) == 4 * MINUTE


def test_at_the_long_pace_twenty_minutes_are_lived_at_most() -> None:
    play = playing("long")
    for _ in range(HOLDS - 1):
        play.do(m.HangUp())

    assert budgets(play) == [*[4 * MINUTE] * 5, 0]


def test_nobody_s_waits_are_raised_over_the_contract_without_a_yes() -> None:
    play = playing("brisk")

    assert "needs a yes" in refusal(play, m.SetPace("workshop"))
    play.do(m.SetPace("instant"))
    assert play.state.pace == "instant"


def test_less_is_no_question() -> None:
    play = playing()

    refusal(play, m.AnswerPace("brisk", 1, yes=True))
    refusal(play, m.AnswerPace("workshop", 1, yes=True))


@pytest.mark.parametrize("yes", [True, False])
def test_one_who_does_as_was_done_lives_the_same_waits(*, yes: bool) -> None:
    play = playing()
    play.wait(MINUTE)
    play.do(m.AnswerPace("long", 1, yes=yes))
    while not play.state.is_over:
        play.do(m.HangUp())

    again = follow(SCRIPT, plain_cast(), tuple(play.log))

    assert budgets(again) == budgets(play)


@settings(max_examples=80)
@given(DEEDS, st.sampled_from(PACES))
def test_only_a_yes_ever_raises_a_pace(
    deeds: list[tuple[str, object]], pace: m.Pace
) -> None:
    play = lived_through(deeds, pace)

    stands = pace
    for event in play.log:
        match event:
            case e.PaceChanged(pace=other):
                assert not lives_more(other, stands)
                stands = other
            case e.PaceAnswered(pace=other, yes=yes):
                assert lives_more(other, stands)
                stands = other if yes else stands
            case _:
                pass
    assert play.state.pace == stands


@settings(max_examples=80)
@given(DEEDS, st.sampled_from(PACES))
def test_each_wait_is_lived_as_was_agreed_when_it_began(
    deeds: list[tuple[str, object]], pace: m.Pace
) -> None:
    play = lived_through(deeds, pace)

    answers = (e.PaceChanged, e.PaceAnswered)
    for number in range(1, len(play.log)):
        known = stood(play, number)
        match play.log[number]:
            case e.WaitBegan(budget_ms=budget, length_ms=length):
                most = {"real": length, "long": 4 * MINUTE, "workshop": 45 * SECOND}
                allowed = most.get(known.pace, 10 * SECOND)
                assert budget <= (0 if known.pace == "instant" else allowed)
            case changed if isinstance(changed, answers):
                after = stood(play, number + 1)
                assert after.wait == known.wait
                assert after.lived_waiting == known.lived_waiting
            case _:
                pass
    assert parts(replayed(play)) == parts(fold(before(SCRIPT), play.log))
    assert replayed(play).pace == play.state.pace
