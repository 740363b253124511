"""Every way through the shipped journey, counted."""

from __future__ import annotations

from functools import partial

from benchmarks.engine import FACTS_A_SECOND, bare
from benchmarks.plays import shipped_script
from benchmarks.ratios import Comparison, Ratio, measure, milliseconds, table
from empathy_sim.engine.state import State
from empathy_sim.library.casting import cast_for
from empathy_sim.rehearsal.exploring import explore, finished
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.ways import Ways

MOVES_A_SECOND = 20_000
WHOLE_SECONDS = 5
ROUNDS = 5


def start() -> State:
    """The shipped journey at its first touchpoint."""
    script = shipped_script()
    play = Playthrough(script, cast_for(script, 1))
    play.begin()
    return play.state


def exploration() -> bool:
    """Measure and print how fast all its ways are counted; whether aims are met."""
    begun = start()
    ways = finished(explore(begun))
    moves = ways.moves
    [ratio] = measure(
        [
            Comparison(
                f"all ways counted ({moves:,} moves)",
                milliseconds(lambda: finished(explore(begun))),
                "bare facts",
                milliseconds(partial(bare, moves)),
                aim=_aim(moves),
            )
        ],
        ROUNDS,
    )
    print(table([ratio]))
    print(in_words(ways, ratio))
    return ratio.is_within_aim() and ways.whole


def _aim(moves: int) -> float:
    """Both aims where bare facts are made at `FACTS_A_SECOND`."""
    a_move = FACTS_A_SECOND / MOVES_A_SECOND
    return min(a_move, WHOLE_SECONDS * FACTS_A_SECOND / moves)


def in_words(ways: Ways, ratio: Ratio) -> str:
    """What it came to: ways, moves a second, seconds in all."""
    seconds = ratio.ours / 1_000
    a_second = ways.moves / seconds
    return (
        f"{ways.ways:,} ways in {ways.states:,} states, whole: {ways.whole}; "
        f"{a_second:,.0f} moves a second, aim {MOVES_A_SECOND:,}; "
        f"{seconds:.1f} s in all, aim {WHOLE_SECONDS} s"
    )
