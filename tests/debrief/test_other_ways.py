"""Would another choice have helped, in words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.other_ways import (
    OtherWays,
    standing_of,
    ways_in_words,
)
from empathy_sim.engine import moves as m
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.rehearsal.exploring import explore, finished
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.ways import Ways
from tests.rehearsal import small_journeys as small

TWO_QUEUES = small.script(
    {
        "ask": small.notice("slow", "quick", "gave_up"),
        "slow": small.hold(20, answered="rosa", hung_up="gave_up"),
        "quick": small.hold(2, answered="rosa", hung_up="gave_up"),
        "rosa": small.helper(),
    }
)


def called(way: str) -> Playthrough:
    """A play that takes one queue and waits for it to its end."""
    play = small.begun(TWO_QUEUES)
    play.do(m.Choose(way))
    play.wait_until(lambda state: state.is_over)
    return play


def told_of(play: Playthrough, *, most_states: int = 10_000) -> OtherWays:
    account = Account.of(play.state.script, tuple(play.log))
    standing = standing_of(account)
    assert standing is not None
    ways = finished(explore(standing.start, most_states=most_states))
    return ways_in_words(account, standing, ways)


def test_a_way_that_could_not_have_been_sooner_is_said_to_be_so() -> None:
    told = told_of(called("quick"))

    # Each queue is answered and it is solved, or Rosa is hung up on, or the queue is;
    # or nobody is asked at all.
    assert told.says == (
        "Seven ways on. Four of them reached somebody able to help, or settled it without.",
        "None of those reached it sooner than yours could: 2 minutes.",
    )
    assert (told.sooner, told.yours_ms) == (0, 2 * MINUTE)


def test_a_longer_way_is_set_beside_those_that_were_sooner() -> None:
    told = told_of(called("slow"))

    assert told.says[1] == (
        "Of those, one in two reached it sooner than yours could: yours in 20 minutes."
    )
    assert told.sooner == 2


def test_who_reached_nobody_is_told_how_many_ways_did() -> None:
    play = small.begun(TWO_QUEUES)
    play.do(m.Choose("slow"))
    play.wait(5 * SECOND)
    play.do(m.HangUp())

    told = told_of(play)

    assert told.yours_ms is None
    assert told.says[1] == "Yours did not."
    assert told.sooner == 4


def test_the_best_the_middle_and_the_worst_are_told_with_their_stages() -> None:
    told = told_of(called("quick")).told

    assert [(each.id, each.helped_ms) for each in told] == [
        ("best", 2 * MINUTE),
        ("median", 2 * MINUTE),
        ("worst", 20 * MINUTE),
    ]
    assert told[0].says == "2 minutes to help, with one contact: Alone."


def test_where_it_mattered_is_told_with_what_was_chosen() -> None:
    told = told_of(called("slow"))

    [mattered] = told.mattered
    assert mattered == (
        'Alone: at best 2 minutes to help where one takes "To quick", and 20 minutes '
        'where one takes "To slow".'
    )
    assert told.no_way_back == (
        'No way leads to help any more after "To gave_up" (Alone).'
    )


def test_what_differs_by_less_than_is_told_did_not_matter() -> None:
    """Three days and a half hour are three days, as it is told."""
    days = 3 * 24 * 60
    queues = small.script(
        {
            "ask": small.notice("slow", "quick", "gave_up"),
            "slow": small.hold(days + 30, answered="rosa", hung_up="gave_up"),
            "quick": small.hold(days, answered="rosa", hung_up="gave_up"),
            "rosa": small.helper(),
        }
    )
    play = small.begun(queues)
    play.do(m.Choose("quick"))
    play.wait_until(lambda state: state.is_over)

    assert not any("3 days to help" in each for each in told_of(play).mattered)


def test_where_no_way_helps_it_is_said() -> None:
    play = small.begun(small.DROPS)
    play.wait_until(lambda state: state.is_over or state.touchpoint == "flat")

    told = told_of(play)

    assert told.says[-1] == "No other choice would have helped."
    assert told.told == ()
    assert "None of them reached" in told.says[0]


def test_where_not_all_were_tried_it_is_said() -> None:
    told = told_of(called("slow"), most_states=2)

    assert "were tried, and there are more" in told.says[0]


def test_who_begins_by_asking_is_explored_from_the_first_place() -> None:
    play = small.begun(small.ONE_QUEUE)
    play.wait_until(lambda state: state.is_over)

    told = told_of(play)

    # Counted by hand in `test_exploring`: six of nine ways reach Rosa.
    assert told.says[0].startswith("Nine ways on. Six of them reached somebody")
    assert told.yours_ms == 20 * MINUTE


def test_nothing_is_set_beside_a_journey_without_a_contact() -> None:
    play = small.begun(small.TO_AND_FRO)
    play.do(m.Choose("gave_up"))

    assert standing_of(Account.of(play.state.script, tuple(play.log))) is None


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (3, "Three ways on."),
        (2_599_718, "2,599,718 ways on."),
        (3_240_000_000, "3.2 billion ways on."),
        (7 * 10**15, "7.0 quadrillion ways on."),
        (10**30, "More than a thousand quadrillion ways on."),
    ],
)
def test_counts_are_said_as_they_can_be_read(count: int, says: str) -> None:
    play = called("quick")
    account = Account.of(play.state.script, tuple(play.log))
    standing = standing_of(account)
    assert standing is not None
    ways = Ways(count, True, (), (), None, None, None, (), 0, 0)

    [counted, _] = ways_in_words(account, standing, ways).says

    assert counted.startswith(says)


def test_an_episode_that_stops_too_soon_says_that_it_cannot_tell() -> None:
    script = replace(TWO_QUEUES, alone=True)
    account = Account.of(script, tuple(called("quick").log))
    standing = standing_of(account)
    assert standing is not None
    ways = Ways(
        12, True, (("partly", 9), ("gave_up", 3)), (), None, None, None, (), 0, 0
    )

    assert ways_in_words(account, standing, ways).says == (
        (
            "12 ways on. In nine of them the story stops before it tells whether there "
            "was help; in the others there was none."
        ),
        (
            "This is one episode by itself: it cannot say whether another choice would "
            "have helped."
        ),
    )


def test_in_a_journey_what_was_solved_in_part_is_an_end() -> None:
    play = called("quick")
    account = Account.of(play.state.script, tuple(play.log))
    standing = standing_of(account)
    assert standing is not None
    ways = Ways(12, True, (("partly", 12),), (), None, None, None, (), 0, 0)

    [_, says] = ways_in_words(account, standing, ways).says

    assert says == "No other choice would have helped."
