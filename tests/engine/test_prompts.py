"""The frame asks how it feels, sparsely."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import AsksReaction, Touchpoint
from empathy_sim.journey.units import HOUR, MINUTE, SECOND, Moment
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from tests.engine.made_nouns import alone, hold, notice
from tests.engine.made_scripts import played

ENTERING, LEAVING = AsksReaction(on="entering"), AsksReaction(on="leaving")
FEELS = m.React(-2, 1)


def after(ms: int) -> AsksReaction:
    return AsksReaction(at=Moment(after=ms))


def asking(*asks: AsksReaction) -> dict[str, Touchpoint]:
    """Notices `0`, `1`, ... that each ask, and lead to one another and out."""
    names = [str(at) for at in range(len(asks))]
    return {
        name: notice(*names, "done", asks_reaction=each)
        for name, each in zip(names, asks, strict=True)
    }


def asked(play: Playthrough) -> list[tuple[str, int]]:
    return [(each.why, each.felt_ms) for each in play.happened(e.ReactionAsked)]


def test_it_asks_on_entering() -> None:
    play = played(alone(asking(ENTERING)))

    assert asked(play) == [("entering", 0)]
    assert play.scene.asks_feeling == "entering"


def test_it_asks_on_leaving_and_still_asks_at_the_next_touchpoint() -> None:
    play = played(alone(asking(LEAVING, after(HOUR))))
    play.wait(MINUTE)
    play.do(m.Choose("1"))

    assert asked(play) == [("leaving", MINUTE)]
    assert play.scene.asks_feeling == "leaving"


def test_it_asks_so_long_after_entering() -> None:
    play = played(alone(asking(after(20 * SECOND))))
    assert play.scene.next_at == 20 * SECOND
    play.wait(MINUTE)

    assert asked(play) == [("on the way", 20 * SECOND)]
    assert play.scene.next_at is None


def test_it_asks_at_a_share_of_a_wait() -> None:
    queue = hold(10 * MINUTE, asks_reaction=AsksReaction(at=Moment(share=2_500)))
    play = played(alone({"queue": queue}), pace="real")
    play.wait_until(lambda state: state.is_over)

    assert asked(play) == [("on the way", 150 * SECOND)]


def test_a_mark_answers_what_was_asked() -> None:
    play = played(alone(asking(ENTERING)))
    play.do(FEELS)

    assert play.scene.asks_feeling is None
    assert play.state.reactions == 1


def test_it_asks_once_a_visit() -> None:
    play = played(alone(asking(after(MINUTE))))
    play.wait(MINUTE)
    play.do(FEELS)
    play.wait(HOUR)

    assert len(asked(play)) == 1
    play.do(m.Choose("0"))
    play.wait(HOUR)
    assert len(asked(play)) == 2


def test_it_does_not_ask_again_while_it_is_asking() -> None:
    play = played(alone(asking(ENTERING, ENTERING)))
    play.do(m.Choose("1"))

    assert len(asked(play)) == 1


def test_what_was_asked_at_a_touchpoint_is_not_asked_any_more_at_the_next() -> None:
    play = played(alone(asking(ENTERING, after(HOUR))))
    play.wait(SECOND)
    play.do(m.Choose("1"))

    assert play.scene.asks_feeling is None


@pytest.mark.parametrize(("waited", "times"), [(119, 1), (120, 2)])
def test_two_prompts_are_two_felt_minutes_apart(waited: int, times: int) -> None:
    play = played(alone(asking(ENTERING, ENTERING)))
    play.do(FEELS)
    play.wait(waited * SECOND)
    play.do(m.Choose("1"))

    assert len(asked(play)) == times


def test_felt_time_counts_and_not_the_storys() -> None:
    queue = hold(
        HOUR,
        asks_reaction=LEAVING,
        leads={"answered": "after", "hung_up": "done"},
    )
    pages = {
        "before": notice("queue", asks_reaction=ENTERING),
        "queue": queue,
        "after": notice("done"),
    }
    play = played(alone(pages), pace="brisk")
    play.do(FEELS)
    play.do(m.Choose("queue"))
    play.wait_until(lambda state: state.touchpoint == "after")

    assert play.state.story_ms == HOUR
    assert len(asked(play)) == 1


def uninterrupted(script: Script) -> Playthrough:
    play = Playthrough(script, plain_cast())
    play.do(m.Consent(uninterrupted=True))
    play.do(m.Proceed())
    return play


def test_whoever_asked_for_it_is_never_asked() -> None:
    play = uninterrupted(alone(asking(ENTERING, LEAVING, after(MINUTE))))
    for option in "012":
        play.do(m.Choose(option))
        play.wait(HOUR)
    play.do(m.Choose("done"))

    assert asked(play) == []
    play.do(m.Proceed())
    assert play.state.phase == "afterwards"


def test_a_feeling_can_be_marked_unasked_and_as_an_insight() -> None:
    play = played(alone(asking(after(HOUR))))
    play.wait(MINUTE)
    play.do(m.React(-4, 4, "so that is why", aha=True))

    marked = play.happened(e.ReactionRecorded)[0]
    assert (marked.pleasant, marked.aroused, marked.aha) == (-4, 4, True)
    assert (marked.words, marked.story_ms) == ("so that is why", MINUTE)


def test_a_feeling_marked_afterwards_says_what_it_is_about() -> None:
    play = uninterrupted(alone(asking(after(HOUR))))
    play.do(m.Choose("done"))
    play.do(m.Proceed())
    play.do(m.React(1, 0, about_ms=5))

    assert play.happened(e.ReactionRecorded)[0].about_ms == 5


ASKS = st.sampled_from([ENTERING, LEAVING, after(0), after(MINUTE), after(5 * MINUTE)])


@settings(max_examples=150)
@given(
    st.lists(ASKS, min_size=1, max_size=5),
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(0, 200 * SECOND), st.booleans()),
        max_size=20,
    ),
)
def test_nobody_is_asked_twice_within_two_felt_minutes(
    asks: list[AsksReaction], steps: list[tuple[int, int, bool]]
) -> None:
    play = played(alone(asking(*asks)))
    for to, waits, marks in steps:
        play.wait(waits)
        if marks:
            play.do(FEELS)
        play.do(m.Choose(str(to % len(asks))))

    felt = [at for _, at in asked(play)]
    assert all(later - earlier >= 2 * MINUTE for earlier, later in pairwise(felt))


def test_whoever_has_just_marked_a_feeling_is_not_asked_for_another() -> None:
    play = played(alone(asking(after(3 * MINUTE), after(1), after(MINUTE))))
    play.wait(10 * SECOND)
    play.do(FEELS)
    play.do(m.Choose("1"))
    play.wait(SECOND)
    assert asked(play) == []

    play.wait(2 * MINUTE)
    play.do(m.Choose("2"))
    play.wait(2 * MINUTE)
    assert asked(play) == [("on the way", 191_000)]
