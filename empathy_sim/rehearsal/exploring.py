"""Every way on from somewhere in a journey."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from itertools import accumulate
from typing import TypeVar

from empathy_sim.engine.fingerprint import fingerprint
from empathy_sim.engine.state import State
from empathy_sim.journey.freezing import canonical, digest, freeze, spelled
from empathy_sim.rehearsal.choices import choices_of
from empathy_sim.rehearsal.picking import steps_to
from empathy_sim.rehearsal.prospects import Prospect
from empathy_sim.rehearsal.retelling import Retelling
from empathy_sim.rehearsal.searching import Searching
from empathy_sim.rehearsal.stepping import Step, as_explored
from empathy_sim.rehearsal.tally import MOST_STATES, Progress, Tally
from empathy_sim.rehearsal.ways import FORMAT, Way, Ways

R = TypeVar("R")


def explore(
    start: State, *, most_states: int = MOST_STATES
) -> Generator[Progress, None, Ways]:
    """Try everything that can be done from a state on.

    A *way* is a distinct sequence of touchpoints and the exits they are left by, with
    at most three visits of each from here on; how a touchpoint was spent makes no
    further ways. Every example of every offer is tried, and waiting until something
    happens. Exits of one name are one, wherever they lead; the ways through places
    that come to the same are counted once and added up, never gone one by one. Ways
    are gone as quickly as they can be: two that differ only in how long somebody
    lingered are one, and what only lingering could bring about (a battery that runs
    out in a short wait) is not found.

    Args:
        start: where to begin, while something can be done there.
        most_states: after so many, no further place is looked into.

    Yields:
        How far it has come, every few hundred moves; it may be dropped at any time.

    Returns:
        What was found. It is the same each time.
    """
    begun, tally = as_explored(start), Tally(most_states)
    searching = Searching(begun, tally)
    root = yield from _counted(searching, begun)
    whole, moves, states = not tally.is_full, tally.moves, tally.states
    searching.search.tally = Tally()
    told = Retelling(searching, begun)
    best, median, worst = None, None, None
    if root.times:
        middle = _middle(root)
        best = yield from _way(told, root, min(root.times))
        median = yield from _way(told, root, middle)
        worst = yield from _way(told, root, max(root.times))
    outcomes = sorted(root.outcomes.items(), key=lambda each: (-each[1], each[0]))
    return Ways(
        ways=root.ways,
        whole=whole,
        outcomes=tuple(outcomes),
        times=tuple(sorted(root.times.items())),
        best=best,
        median=median,
        worst=worst,
        choices=choices_of(root, begun),
        moves=moves,
        states=states,
    )


def least_to_help(start: State, steps: Sequence[Step]) -> int | None:
    """The least that it takes to reach help by some steps, as the others are gone.

    What a participant did can be set against `Ways.times` only so: nobody in those
    ways reads, thinks or types.

    Args:
        start: where the exploration began.
        steps: what was left from there on, and how; see `retelling.steps_of`.

    Returns:
        Story milliseconds; None where these steps do not reach help.
    """
    begun = as_explored(start)
    told = Retelling(Searching(begun, Tally()), begun)
    return finished(told.least(steps))


def finished(work: Generator[object, None, R]) -> R:
    """What a generator returns, whatever it yields on the way."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: R = stop.value
            return result


def exploration_name(start: State) -> str:
    """What the ways from a state can be kept under: script, cast and fingerprint."""
    begun = as_explored(start)
    parts = (
        str(FORMAT),
        digest(spelled(freeze(begun.script))),
        digest(canonical(freeze(begun.cast))),
        fingerprint(begun).spelled(),
    )
    return f"ways-{digest(' '.join(parts))}"


def _counted(searching: Searching, start: State) -> Generator[Progress, None, Prospect]:
    """Open every place, the last first added up."""
    root = searching.root(start)
    waiting, counted = [root], searching.counted
    while waiting:
        prospect = waiting[-1]
        if not prospect.is_open and not searching.tally.is_full:
            yield from searching.open(prospect)
        further = _not_counted(prospect, searching)
        if further is not None and not searching.tally.is_full:
            waiting.append(further)
            continue
        prospect.add_up()
        searching.tally.times += len(prospect.times)
        counted.keep(prospect)
        waiting.pop()
    return root


def _not_counted(prospect: Prospect, searching: Searching) -> Prospect | None:
    """The first place after one that is still to be opened."""
    for edge in prospect.edges:
        if edge.onward is not None and not edge.onward.is_open:
            known = searching.counted.find(edge.onward)
            if known is None:
                return edge.onward
            edge.onward = known
    return None


def _way(
    told: Retelling, root: Prospect, time: int
) -> Generator[Progress, None, Way | None]:
    return (yield from told.way(steps_to(root, time)))


def _middle(root: Prospect) -> int:
    """The time that half of the ways to help do not go over."""
    times = sorted(root.times.items())
    half = (sum(ways for _, ways in times) + 1) // 2
    reached = accumulate(ways for _, ways in times)
    return next(
        time for (time, _), ways in zip(times, reached, strict=True) if ways >= half
    )
