"""Whether something is so."""

from __future__ import annotations

from empathy_sim.engine.state import State
from empathy_sim.journey.condition import Condition


def holds(condition: Condition | None, state: State) -> bool:
    """Whether a condition holds in a state; no condition always does."""
    if condition is None:
        return True
    if condition.setting is not None:
        return _setting(condition.setting, condition, state)
    return _one(condition, state)


def _one(condition: Condition, state: State) -> bool:
    if condition.chosen is not None:
        return f"{state.stage}/{condition.chosen}" in state.chosen
    if condition.not_ is not None:
        return not holds(condition.not_, state)
    times = _times(condition, state)
    if times is not None:
        return times >= (condition.at_least or 1)
    return _joined(condition, state)


def _times(condition: Condition, state: State) -> int | None:
    """How often something was, of a condition that counts."""
    if condition.visits is not None:
        return state.visits.get(f"{state.stage}/{condition.visits}", 0)
    if condition.met is not None:
        return state.met.get(condition.met, 0)
    if condition.asked_for is not None:
        return state.asked.get(condition.asked_for, 0)
    return None


def _joined(condition: Condition, state: State) -> bool:
    if condition.all_ is not None:
        return all(holds(each, state) for each in condition.all_)
    if condition.any_ is not None:
        return any(holds(each, state) for each in condition.any_)
    return _stands(condition, state)


def _stands(condition: Condition, state: State) -> bool:
    match condition:
        case Condition(resource=str(name)):
            left = state.resource_at(name, state.story_ms)
            return left < (condition.below or 0)
        case Condition(exit=str(stage)):
            return state.exits.get(stage) == condition.is_
        case _:
            promise = state.promises.get(condition.promise or "")
            return promise is not None and promise.status == condition.is_


def _setting(name: str, condition: Condition, state: State) -> bool:
    stage = state.script.stages[state.stage]
    if name in stage.settings:
        value = stage.settings[name]
    else:
        value = stage.scenario.settings[name].default
    return value == (True if condition.is_ is None else condition.is_)
