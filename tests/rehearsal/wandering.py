"""A small journey's ways, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.deciding import advance
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.scenes import scene_of
from empathy_sim.engine.state import PARTS, State
from empathy_sim.errors import MoveRefused
from empathy_sim.rehearsal.robots import own_offers

Gone = tuple[tuple[str, str], ...]
MOST_VISITS = 3
MOST_MOVES = 8
"""Of one visit."""


class Ended(NamedTuple):
    outcome: str
    helped_ms: int | None


class Wanderer(NamedTuple):
    state: State
    gone: Gone
    visits: tuple[str, ...]
    moves: int
    helped_ms: int | None


def exact(state: State) -> str:
    """Everything that a state holds, apart from what it was made from."""
    left_out = {"script", "calendar", "cast", "noun"}
    return repr(
        [
            (name, _sorted(getattr(state, name)))
            for name in sorted(PARTS)
            if name not in left_out
        ]
    )


def _sorted(held: object) -> object:
    return sorted(map(str, held)) if type(held) is frozenset else held


def onward(state: State) -> Iterator[tuple[State, tuple[e.Event, ...]]]:
    """Everything that can be done, and waiting."""
    for offer in own_offers(scene_of(state)):
        for move in offer.examples:
            try:
                yield _reversed(advance(state, move, state.now))
            except MoveRefused:
                continue
    at = next_at(state)
    if at is not None:
        yield _reversed(advance(state, m.Wait(), m.Instant(at, state.felt_at(at))))


def _reversed(
    made: tuple[tuple[e.Event, ...], State],
) -> tuple[State, tuple[e.Event, ...]]:
    return made[1], made[0]


def every_way(start: State, most_visits: int = MOST_VISITS) -> dict[Gone, Ended]:
    """Each way with how it ends and when it can first reach help."""
    found: dict[Gone, Ended] = {}
    seen: set[tuple[Gone, str, int | None]] = set()
    waiting = [Wanderer(start, (), (start.path,), 0, None)]
    while waiting:
        here = waiting.pop()
        for state, events in onward(here.state):
            there = _gone_on(here, state, events, start)
            if max(Counter(there.visits).values()) > most_visits:
                continue
            if state.is_over:
                _end(found, there, events)
                continue
            key = (there.gone, exact(state), there.helped_ms)
            if key not in seen and there.moves < MOST_MOVES:
                seen.add(key)
                waiting.append(there)
    return found


def _gone_on(
    here: Wanderer, state: State, events: tuple[e.Event, ...], start: State
) -> Wanderer:
    stage, gone, visits = here.state.stage, [*here.gone], [*here.visits]
    moves, helped = here.moves + 1, here.helped_ms
    for event in events:
        if isinstance(event, e.StageEntered):
            stage = event.stage
        if isinstance(event, e.TouchpointLeft):
            gone.append((f"{stage}/{event.touchpoint}", event.exit))
        if isinstance(event, e.TouchpointEntered):
            visits.append(f"{stage}/{event.touchpoint}")
            moves = 0
        is_help = isinstance(event, e.PersonAnswered) and event.able
        is_help = is_help or getattr(event, "outcome", "") == "solved"
        if is_help and helped is None:
            helped = event.story_ms - start.story_ms
    return Wanderer(state, tuple(gone), tuple(visits), moves, helped)


def _end(
    found: dict[Gone, Ended], there: Wanderer, events: tuple[e.Event, ...]
) -> None:
    outcome = next(e_.outcome for e_ in events if isinstance(e_, e.JourneyEnded))
    known = found.get(there.gone)
    times = [there.helped_ms, known.helped_ms if known else None]
    reached = [each for each in times if each is not None]
    found[there.gone] = Ended(outcome, min(reached, default=None))


def every_state(start: State, most: int = 400) -> list[State]:
    """Every state that can be come to, each once; at most so many."""
    seen, waiting, found = {exact(start)}, [start], [start]
    while waiting and len(found) < most:
        for state, _ in onward(waiting.pop(0)):
            if not state.is_over and exact(state) not in seen:
                seen.add(exact(state))
                found.append(state)
                waiting.append(state)
    return found
