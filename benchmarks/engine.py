"""How fast moves are decided, seen and replayed."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from benchmarks.plays import Recorded, recorded_plays
from benchmarks.ratios import Comparison, Ratio, Sample, measure, table
from empathy_sim.engine.deciding import advance, decide
from empathy_sim.engine.events import Event
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.scenes import scene_of
from empathy_sim.engine.state import before
from empathy_sim.journey.script import Script

MOVES_A_SECOND = 100_000
SEEN_A_SECOND = 30_000
REPLAYED = 10_000
REPLAY_SECONDS = 0.2
FIELDS = 45
"""A state has about so many."""
FACTS_A_SECOND = 1_650_000
"""Bare facts of the machine on which the aims in seconds were set."""


@dataclass(frozen=True, slots=True)
class Fact:
    """As small as an event can be."""

    story_ms: int
    felt_ms: int
    what: str
    says: str


def bare(times: int) -> None:
    """What any such engine must do: make a fact, copy a state's fields."""
    fields: dict[str, object] = {f"field{number}": number for number in range(FIELDS)}
    for number in range(times):
        Fact(number, number, "said", "words")
        dict(fields)


def advance_all(plays: Sequence[Recorded]) -> None:
    """Make every move again; the state after comes about while deciding."""
    for play in plays:
        state = play.begins
        for move, now in play.moves:
            state = advance(state, move, now)[1]


def decide_and_fold_all(plays: Sequence[Recorded]) -> None:
    """Make every move again in two steps: decide, then evolve."""
    for play in plays:
        state = play.begins
        for move, now in play.moves:
            state = fold(state, decide(state, move, now))


def see_all(plays: Sequence[Recorded]) -> None:
    """Make every move again and see the scene after each."""
    for play in plays:
        state = play.begins
        for move, now in play.moves:
            state = advance(state, move, now)[1]
            scene_of(state)


def long_log(plays: Sequence[Recorded]) -> tuple[Script, list[Event]]:
    """A log of as many events as a very long session has."""
    longest = max((play.log for play in plays), key=len)
    times = -(-REPLAYED // len(longest))
    return plays[0].begins.script, (list(longest) * times)[:REPLAYED]


def replay(script: Script, log: list[Event]) -> None:
    """One fold from the beginning to the end."""
    fold(before(script), log)


def worked(work: Callable[[], object]) -> Sample:
    """Make a sample of how long the processor is at some work, in milliseconds.

    What others take of the processor meanwhile does not count: a short baseline
    would seldom be interrupted, and a long job often.
    """

    def sample() -> float:
        gc.collect()
        began = time.process_time()
        work()
        return (time.process_time() - began) * 1_000

    return sample


def timed(
    figure: str, work: Callable[[], object], times: int, a_second: float
) -> Comparison:
    """Set some work against the bare making of as many facts.

    Args:
        figure: what is measured.
        work: does it.
        times: how many moves or events that are.
        a_second: how many a second there should be, where bare facts are made at
            `FACTS_A_SECOND`.
    """
    return Comparison(
        f"{figure} ({times:,})",
        worked(work),
        "bare facts",
        worked(partial(bare, times)),
        aim=FACTS_A_SECOND / a_second,
    )


def absolutely(ratio: Ratio, times: int, aim: float) -> str:
    """A line with what a ratio's figure comes to in a second."""
    a_second = times / ratio.ours * 1_000
    mark = "" if a_second >= aim else "  missed"
    return f"{ratio.comparison.figure}: {a_second:,.0f} a second; aim {aim:,.0f}{mark}"


def main() -> int:
    """Measure and print; 1 where an aim is missed."""
    plays = recorded_plays()
    moves = sum(len(play.moves) for play in plays)
    events = sum(len(play.log) for play in plays)
    print(f"{len(plays)} plays, {moves:,} moves, {events:,} events")
    script, log = long_log(plays)
    jobs = (
        ("advance", partial(advance_all, plays), moves, MOVES_A_SECOND),
        ("decide and fold", partial(decide_and_fold_all, plays), moves, MOVES_A_SECOND),
        ("advance, with scenes", partial(see_all, plays), moves, SEEN_A_SECOND),
        ("replay", partial(replay, script, log), REPLAYED, REPLAYED / REPLAY_SECONDS),
    )
    ratios = measure([timed(*job) for job in jobs])
    print(table(ratios))
    for ratio, (*_, times, aim) in zip(ratios, jobs, strict=True):
        print(absolutely(ratio, times, aim))
    return 0 if all(each.is_within_aim() for each in ratios) else 1


if __name__ == "__main__":
    sys.exit(main())
