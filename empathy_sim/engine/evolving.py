"""What an event makes of a state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from empathy_sim.engine import events as e
from empathy_sim.engine.evolving_frame import FRAME
from empathy_sim.engine.evolving_story import STORY, Write
from empathy_sim.engine.state import State

WRITES: Mapping[type[e.Event], Write | None] = {**STORY, **FRAME}
"""What each kind of event is written by; found at once, however many there are.

None where it moves nothing but its touchpoint's own progress.
"""


def evolve(state: State, event: e.Event) -> State:
    """The state after an event. Never refuses."""
    return fold(state, (event,))


def fold(state: State, events: Iterable[e.Event]) -> State:
    """The state after several events; `state` itself is left as it is.

    What was worked out in deciding upon these very events is not worked out again.
    """
    known = state.known_after
    if known is not None and known.events is events:
        state.known_after = None
        return known.state
    after = state.copied()
    for event in events:
        after.story_ms, after.felt_ms = event.story_ms, event.felt_ms
        write(after, event)
    return after


def write(draft: State, event: e.Event) -> None:
    """Fold an event into a state that nobody else holds, at that event's instant."""
    kind = type(event)
    writes = WRITES[kind]
    if writes is not None:
        writes(draft, event)
    own = draft.known_folds.get(kind)
    if own is not None:
        draft.progress = own(draft.progress, event)
