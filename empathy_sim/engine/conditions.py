"""Whether something is so."""

from __future__ import annotations

from empathy_sim.engine.state import State
from empathy_sim.journey.condition import Condition


def holds(condition: Condition | None, state: State) -> bool:
    """Whether a condition holds in a state; no condition always does."""
    if condition is None:
        return True
    if condition.all_ is not None:
        return all(holds(each, state) for each in condition.all_)
    if condition.any_ is not None:
        return any(holds(each, state) for each in condition.any_)
    if condition.not_ is not None:
        return not holds(condition.not_, state)
    return _one(condition, state)


def _one(condition: Condition, state: State) -> bool:
    match condition:
        case Condition(setting=str()):
            so = _setting(condition, state)
        case Condition(resource=str(name)):
            left = state.resource_at(name, state.story_ms)
            so = left < (condition.below or 0)
        case Condition(exit=str(stage)):
            so = state.exits.get(stage) == condition.is_
        case Condition(promise=str(name)):
            promise = state.promises.get(name)
            so = promise is not None and promise.status == condition.is_
        case Condition(chosen=str(option)):
            so = f"{state.stage}/{option}" in state.chosen
        case _:
            so = _count(condition, state) >= (condition.at_least or 1)
    return so


def _count(condition: Condition, state: State) -> int:
    if condition.visits is not None:
        return state.visits.get(f"{state.stage}/{condition.visits}", 0)
    if condition.asked_for is not None:
        return state.asked.get(condition.asked_for, 0)
    return state.met.get(condition.met or "", 0)


def _setting(condition: Condition, state: State) -> bool:
    assert condition.setting is not None
    stage = state.script_stage
    declared = stage.scenario.settings[condition.setting]
    value = stage.settings.get(condition.setting, declared.default)
    return value == (True if condition.is_ is None else condition.is_)
