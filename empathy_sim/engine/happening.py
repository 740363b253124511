"""What happens by itself, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from empathy_sim.engine import events as e
from empathy_sim.engine.going import lose_line
from empathy_sim.engine.kinds import kind_of
from empathy_sim.engine.state import STANDING, Dues, State
from empathy_sim.engine.turn import Turn, may_ask_feeling
from empathy_sim.engine.view import View
from empathy_sim.journey.units import DAY

_TURN = Turn[Any, Any]


def next_at(state: State) -> int | None:
    """The story instant at which something happens by itself, if any.

    The state remembers it: a session, its scene and the next move all ask.
    """
    if state.known_next is None:
        state.known_next = (_next_at(state),)
    return state.known_next[0]


def _next_at(state: State) -> int | None:
    if state.phase != "playing" or not state.touchpoint or state.paused is not None:
        return None
    first = kind_of(state.kind).next_at(View(state))
    for at in (_dues(state).first, _cut_over_at(state), _prompt_at(state)):
        if at is not None and (first is None or at < first):
            first = at
    return None if first is None else max(state.story_ms, first)


def happen_by_itself(turn: _TURN) -> None:
    """Everything due at the turn's instant, in a fixed order; the kind's own last."""
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


def _cut_over_at(state: State) -> int | None:
    wait = state.wait
    if wait is None or not wait.cuts:
        return None
    return wait.began.story_ms + wait.cuts[0][1]


def _cut(turn: _TURN, now: int) -> None:
    wait = turn.state.wait
    at = _cut_over_at(turn.state)
    if wait is None or at is None or at > now:
        return
    begins, ends = wait.cuts[0]
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
    asks = state.touchpoint_noun.asks_reaction
    if asks is None or asks.at is None or state.asked_here:
        return None
    if asks.at.after is not None:
        at = state.entered_ms + asks.at.after
    elif state.wait is not None:
        at = state.wait.began.story_ms + asks.at.of(state.wait.length)
    else:
        return None
    if at < state.story_ms or not may_ask_feeling(state, state.felt_at(at)):
        return None
    return at


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
    draining = [name for name, held in state.resources.items() if held.draining]
    for name in draining:
        held = state.held(name, state.story_ms)
        noun = state.script.journey.customer.resources[name]
        for mark, level in (("low", noun.low), ("zero", 0)):
            if level is None or f"{name}/{mark}" in state.crossed:
                continue
            at = held.reaches(level, noun)
            if at is not None and (noun.scope != "day" or 0 < midnight - at <= DAY):
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
