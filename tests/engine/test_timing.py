"""Waits are cut, never sped up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine.moves import Instant, Pace
from empathy_sim.engine.state import WaitUnderWay
from empathy_sim.engine.timing import (
    LONG_WAIT,
    PACES,
    Beat,
    Stretch,
    felt_after,
    gaps,
    is_lived,
    lived_stretches,
    waited_after,
)
from empathy_sim.journey.units import DAY, HOUR, MINUTE, SECOND
from tests.engine.made_nouns import hold, journey_of
from tests.engine.made_scripts import played

Cut = tuple[int, int, tuple[Beat, ...]]


@st.composite
def cuts(draw: st.DrawFn) -> Cut:
    """A wait's length, its budget, and the moments of it that matter."""
    length = draw(st.integers(1, 3 * HOUR))
    budget = draw(st.integers(0, 2 * length) | st.sampled_from([1, 2, 3, 10 * SECOND]))
    at = sorted(draw(st.lists(st.integers(0, length + MINUTE), max_size=12)))
    needs = st.integers(0, 30 * SECOND)
    return length, budget, tuple(Beat(each, draw(needs)) for each in at)


def total(lived: tuple[Stretch, ...]) -> int:
    return sum(ends - begins for begins, ends in lived)


@given(cuts())
def test_lived_stretches_are_disjoint_and_in_order_and_within_the_wait(
    cut: Cut,
) -> None:
    length, budget, beats = cut
    lived = lived_stretches(length, budget, beats)

    assert all(0 <= begins < ends <= length for begins, ends in lived)
    assert all(before[1] < after[0] for before, after in pairwise(lived))


@given(cuts())
def test_no_more_is_lived_than_the_budget_grants(cut: Cut) -> None:
    length, budget, beats = cut

    assert total(lived_stretches(length, budget, beats)) <= min(budget, length)


@given(cuts())
def test_a_wait_that_the_budget_covers_is_lived_whole(cut: Cut) -> None:
    length, _, beats = cut

    assert lived_stretches(length, length, beats) == ((0, length),)


@given(cuts())
def test_the_beginning_and_the_end_of_a_wait_are_lived(cut: Cut) -> None:
    length, budget, beats = cut
    lived = lived_stretches(length, budget, beats)

    assert (lived != ()) == (budget >= 3 or budget >= length)
    assert not lived or (lived[0][0], lived[-1][1]) == (0, length)


@given(
    st.integers(10 * MINUTE, 3 * HOUR),
    st.integers(2 * MINUTE, 10 * MINUTE),
    st.lists(st.integers(1, 10 * MINUTE - 1), min_size=1, max_size=12),
    st.integers(0, 20 * SECOND),
)
def test_the_first_moment_that_matters_is_lived_where_there_is_room(
    length: int, budget: int, at: list[int], needs: int
) -> None:
    beats = tuple(Beat(each, needs) for each in sorted(at))

    lived = lived_stretches(length, budget, beats)

    assert is_lived(lived, beats[0].at, min(needs, length - beats[0].at))


@given(cuts())
def test_what_is_lived_and_what_is_cut_are_the_whole_wait(cut: Cut) -> None:
    length, budget, beats = cut
    lived = lived_stretches(length, budget, beats)

    pieces = sorted((*lived, *gaps(lived, length)))

    assert (pieces[0][0], pieces[-1][1]) == (0, length)
    assert all(before[1] == after[0] for before, after in pairwise(pieces))


@given(cuts(), st.integers(0, 3 * HOUR), st.integers(0, MINUTE))
def test_neither_time_goes_backwards(cut: Cut, at: int, more: int) -> None:
    length, budget, beats = cut
    lived = lived_stretches(length, budget, beats)

    assert (
        felt_after(lived, at)
        <= felt_after(lived, at + more)
        <= felt_after(lived, at) + more
    )
    assert (
        waited_after(lived, length, at + more) >= waited_after(lived, length, at) + more
    )


@given(cuts(), st.data())
def test_a_felt_instant_has_one_story_instant_and_comes_back(
    cut: Cut, data: st.DataObject
) -> None:
    length, budget, beats = cut
    lived = lived_stretches(length, budget, beats)
    felt = data.draw(st.integers(0, total(lived)))

    assert felt_after(lived, waited_after(lived, length, felt)) == felt


@given(cuts(), st.data())
def test_a_story_instant_comes_back_where_it_was_lived_and_later_where_it_was_cut(
    cut: Cut, data: st.DataObject
) -> None:
    length, budget, beats = cut
    lived = lived_stretches(length, budget, beats)
    at = data.draw(st.integers(0, length))

    back = waited_after(lived, length, felt_after(lived, at))

    assert back == at if is_lived(lived, at) else back >= at


@given(cuts(), st.integers(0, 4 * HOUR))
def test_a_wait_under_way_knows_both_times_even_past_its_end(
    cut: Cut, felt: int
) -> None:
    length, budget, beats = cut
    began = Instant(DAY, HOUR)
    lived = lived_stretches(length, budget, beats)
    wait = WaitUnderWay("hold", began, length, lived, gaps(lived, length))

    story = wait.story_at(began.felt_ms + felt)

    assert story >= began.story_ms
    assert wait.felt_at(story) == began.felt_ms + felt


@given(cuts(), st.data())
def test_what_is_cut_by_an_instant_is_how_far_it_lies_in_its_gap(
    cut: Cut, data: st.DataObject
) -> None:
    length, budget, beats = cut
    lived = lived_stretches(length, budget, beats)
    wait = WaitUnderWay("hold", Instant(0, 0), length, lived, gaps(lived, length))
    at = data.draw(st.integers(0, length))

    inside = [
        at - begins for begins, ends in gaps(lived, length) if begins < at <= ends
    ]

    assert wait.cut_at(at) == (inside[0] if inside else 0)


def test_a_moment_is_lived_only_with_the_time_it_needs() -> None:
    lived = ((0, 10), (20, 30))

    assert is_lived(lived, 5, needs=5)
    assert not is_lived(lived, 5, needs=6)
    assert not is_lived(lived, 10)
    assert not is_lived(lived, 15)


def felt_of(pace: Pace, lengths: list[int]) -> list[int]:
    """How much of each of several waits is lived, one after the other."""
    stages = {f"stage-{at}": {"queue": hold(each)} for at, each in enumerate(lengths)}
    play = played(journey_of(stages), pace=pace)
    play.wait_until(lambda state: state.is_over, most=10_000)
    return [total(wait.lived) for wait in play.happened(e.WaitBegan)]


@pytest.mark.parametrize(
    ("pace", "felt"),
    [
        ("real", [5 * MINUTE, 26 * MINUTE, 12 * MINUTE, 8 * SECOND]),
        ("workshop", [45 * SECOND, 210 * SECOND, 45 * SECOND, 8 * SECOND]),
        ("brisk", [10 * SECOND, 10 * SECOND, 10 * SECOND, 8 * SECOND]),
        ("instant", [0, 0, 0, 0]),
    ],
)
def test_a_pace_is_a_budget_of_lived_waiting(pace: Pace, felt: list[int]) -> None:
    lengths = [5 * MINUTE, 26 * MINUTE, 12 * MINUTE, 8 * SECOND]

    lived = felt_of(pace, lengths)

    for each, most in zip(lived, felt, strict=True):
        assert most - 12 < each <= most


@given(
    st.sampled_from(["workshop", "brisk"]),
    st.lists(st.integers(1, 2 * HOUR), min_size=1, max_size=15),
)
def test_all_waits_together_are_lived_no_longer_than_the_pace_allows(
    pace: Pace, lengths: list[int]
) -> None:
    lived = felt_of(pace, lengths)

    assert sum(lived) <= PACES[pace].all
    assert sum(each > PACES[pace].other for each in lived) <= 1


def test_the_first_long_wait_is_the_one_that_is_lived_long() -> None:
    lived = felt_of("workshop", [LONG_WAIT - 1, LONG_WAIT, LONG_WAIT])

    assert [each > PACES["workshop"].other for each in lived] == [False, True, False]
