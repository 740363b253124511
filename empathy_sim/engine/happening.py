"""What happens by itself, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from empathy_sim.engine import events as e
from empathy_sim.engine.going import lose_line
from empathy_sim.engine.kinds import kind_of
from empathy_sim.engine.state import STANDING, Dues, Next, State
from empathy_sim.engine.turn import Turn, may_ask_feeling
from empathy_sim.engine.view import View
from empathy_sim.journey.units import DAY

_TURN = Turn[Any, Any]
_NOTHING = Next(None, None)


def next_at(state: State) -> int | None:
    """The story instant at which something happens by itself, if any."""
    return next_of(state).at


def next_of(state: State) -> Next:
    """What happens next by itself, and when.

    The state remembers it: a session, its scene and the next move all ask.
    """
    known = state.known_next
    if known is None:
        known = state.known_next = upcoming(state)
    return known


def upcoming(state: State) -> Next:
    """What happens next by itself, in a state that may still be written to."""
    if state.phase != "playing" or not state.touchpoint or state.paused is not None:
        return _NOTHING
    around, now = _around(state), state.story_ms
    first = kind_of(state.kind).next_at(View(state))
    if first is None or (around is not None and around < first):
        first = around
    return Next(now if first is not None and first < now else first, around)


def _around(state: State) -> int | None:
    """When something falls due that is not the kind's own; perhaps before now."""
    first = _dues(state).first
    wait = state.wait
    if wait is not None and wait.cuts:
        cut = wait.began.story_ms + wait.cuts[0][1]
        if first is None or cut < first:
            first = cut
    asks = state.noun.asks_reaction
    prompt = None if asks is None else _prompt_wanted_at(state)
    if prompt is None or (first is not None and first <= prompt):
        return first
    return prompt if _may_prompt(state, prompt) else first


def happen_by_itself(turn: _TURN, coming: Next) -> None:
    """Everything due at the turn's instant, in a fixed order; the kind's own last.

    Args:
        turn: at an instant at which something is due.
        coming: what is.
    """
    around = coming.around
    if around is not None and around <= turn.now.story_ms:
        _happen_in_order(turn)
    else:
        kind_of(turn.state.kind).due(turn)


def _happen_in_order(turn: _TURN) -> None:
    now, state = turn.now.story_ms, turn.state
    visits = state.visits
    _cut(turn, now)
    dues = _dues(state)
    is_due = dues.first is not None and dues.first <= now
    if is_due:
        _let_promises_lapse(turn, dues)
    prompt = _prompt_at(state)
    if prompt is not None and prompt <= now:
        turn.ask_feeling("on the way")
    if is_due:
        _let_resources_cross(turn, dues, visits)
    if not _is_still_here(state, visits):
        return
    kind = kind_of(state.kind)
    at = kind.next_at(turn)
    if at is not None and at <= now:
        kind.due(turn)


def _is_still_here(state: State, visits: Mapping[str, int]) -> bool:
    """Whether no touchpoint has been left or entered since visits were these."""
    return state.visits is visits and bool(state.touchpoint)


def _cut(turn: _TURN, now: int) -> None:
    wait = turn.state.wait
    if wait is None or not wait.cuts:
        return
    begins, ends = wait.cuts[0]
    if wait.began.story_ms + ends <= now:
        turn.emit(e.TimeCut(*turn.at, ends - begins))


def _let_promises_lapse(turn: _TURN, dues: Dues) -> None:
    for promise, lapses in dues.lapses:
        if lapses <= turn.now.story_ms:
            _lapse(turn, promise)


def _let_resources_cross(turn: _TURN, dues: Dues, visits: Mapping[str, int]) -> None:
    for resource, mark, at in dues.crossings:
        if at <= turn.now.story_ms and _is_still_here(turn.state, visits):
            _cross(turn, resource, mark)


def _lapse(turn: _TURN, promise: str) -> None:
    cause = turn.state.promises[promise].cause or turn.cause_of("promise_broken")
    turn.emit(e.PromiseBroken(*turn.at, promise, "lapsed"))
    turn.emit(e.FrictionMet(*turn.at, "promise_broken", cause, promise))


def _prompt_at(state: State) -> int | None:
    at = _prompt_wanted_at(state)
    return at if at is not None and _may_prompt(state, at) else None


def _prompt_wanted_at(state: State) -> int | None:
    """When the author wants to ask for a feeling on the way, be it allowed or not."""
    asks = state.noun.asks_reaction
    if asks is None or asks.at is None or state.asked_here:
        return None
    if asks.at.after is not None:
        at: int = state.entered_ms + asks.at.after
    elif state.wait is not None:
        at = state.wait.began.story_ms + asks.at.of(state.wait.length)
    else:
        return None
    return at if at >= state.story_ms else None


def _may_prompt(state: State, at: int) -> bool:
    return may_ask_feeling(state, state.felt_at(at))


def _dues(state: State) -> Dues:
    """What falls due; worked out anew when a promise, a resource or the day is."""
    known = state.known_dues
    if (
        known is None
        or known.resources is not state.resources
        or known.crossed is not state.crossed
        or known.promises is not state.promises
        or not known.midnight - DAY <= state.story_ms < known.midnight
    ):
        known = state.known_dues = _worked_out(state)
    return known


def _worked_out(state: State) -> Dues:
    """A promise lapses once its instant is over: kept at that instant, it is kept."""
    midnight = state.calendar.midnight(state.story_ms) + DAY
    crossings = _crossings(state, midnight)
    lapses = [
        (name, promise.due + 1)
        for name, promise in state.promises.items()
        if promise.status in STANDING
    ]
    instants = [each[2] for each in crossings] + [each[1] for each in lapses]
    return Dues(
        state.resources,
        state.crossed,
        state.promises,
        midnight,
        tuple(crossings),
        tuple(lapses),
        min(instants) if instants else None,
    )


def _crossings(state: State, midnight: int) -> list[tuple[str, str, int]]:
    crossings = []
    nouns, crossed = state.script.journey.customer.resources, state.crossed
    for name, kept in state.resources.items():
        if not kept.draining:
            continue
        noun = nouns[name]
        of_day, held = noun.scope == "day", kept.on_day(midnight - DAY, noun)
        for mark, level in (("low", noun.low), ("zero", 0)):
            if level is not None and f"{name}/{mark}" not in crossed:
                at = held.reaches(level, noun)
                if at is not None and (not of_day or 0 < midnight - at <= DAY):
                    crossings.append((name, mark, at))
    return crossings


def _cross(turn: _TURN, resource: str, mark: str) -> None:
    noun = turn.state.script.journey.customer.resources[resource]
    says = turn.words((noun.low_says if mark == "low" else noun.zero_says) or "")
    if mark == "low":
        turn.emit(e.ResourceCrossed(*turn.at, resource, "low", says))
        return
    turn.emit(e.ResourceCrossed(*turn.at, resource, "zero", says))
    if noun.at_zero == "drops_call" and turn.state.contact == "phone":
        turn.meet("call_cut_short", resource)
        lose_line(turn, "battery", "battery")
