"""Two states with one fingerprint have the same future."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from empathy_sim.engine.ahead import Ahead
from empathy_sim.engine.fingerprint import Fingerprint, Fingerprints, fingerprint
from empathy_sim.engine.gists import Unknown
from empathy_sim.engine.state import State
from tests.engine.made_scripts import SAMPLES, begun
from tests.rehearsal import small_journeys as small
from tests.rehearsal.wandering import every_state, every_way


def alike(start: State) -> Iterator[tuple[State, State]]:
    """States that differ and have the same fingerprint, two by two."""
    prints = Fingerprints(Ahead(start.script))
    known: dict[Fingerprint, State] = {}
    for state in every_state(start):
        first = known.setdefault(prints.of(state), state)
        if first is not state:
            yield first, state


def but(state: State, **otherwise: Any) -> State:
    """A state with something in it otherwise."""
    other = state.copied()
    for name, held in otherwise.items():
        setattr(other, name, held)
    return other


@pytest.mark.parametrize("name", small.SMALL)
def test_states_with_one_fingerprint_have_the_same_ways_ahead(name: str) -> None:
    start, compared = small.start_of(small.SMALL[name]), 0
    for one, other in alike(start):
        compared += 1
        if compared <= 12:
            assert {*every_way(one, 2)} == {*every_way(other, 2)}

    print(f"{name}: pairs compared {compared}, different 0")


def test_there_are_states_that_differ_and_have_one_fingerprint() -> None:
    for name in ("to and fro", "keys"):
        assert any(True for _ in alike(small.start_of(small.SMALL[name])))


def test_what_no_condition_asks_is_left_out() -> None:
    start = small.start_of(small.TO_AND_FRO)
    later = but(start, story_ms=5_000, reactions=3, people=("Dani",))

    assert fingerprint(later) == fingerprint(start)


def test_a_counter_is_clipped_to_what_it_is_compared_with() -> None:
    start = small.start_of(small.REQUEUED)
    prints = [
        fingerprint(but(start, met={"requeued": times})) for times in (0, 1, 2, 9)
    ]

    assert prints[0] != prints[1] != prints[2]
    assert prints[2] == prints[3]


def test_a_level_counts_where_it_can_still_end_a_call() -> None:
    play = small.begun(small.ONE_QUEUE)
    at_first = fingerprint(play.state)
    play.wait(60_000)

    assert dict(at_first.clocks)["phone"] == 4_500
    assert dict(fingerprint(play.state).clocks)["phone"] == 4_400
    assert at_first.spelled() == fingerprint(small.start_of(small.ONE_QUEUE)).spelled()


@pytest.mark.parametrize(
    "name", sorted(file.stem for file in (SAMPLES / "scenarios").glob("*.yaml"))
)
def test_the_progress_of_every_kind_is_known(name: str) -> None:
    for state in every_state(begun(name).state, most=12):
        print_ = fingerprint(state)

        assert not any(type(each) is Unknown for each in print_.place)
        hash(print_)
