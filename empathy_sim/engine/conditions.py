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
    match condition:
        case Condition(all_=tuple(those)):
            so = all(holds(each, state) for each in those)
        case Condition(any_=tuple(those)):
            so = any(holds(each, state) for each in those)
        case Condition(not_=Condition() as other):
            so = not holds(other, state)
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


def _setting(name: str, condition: Condition, state: State) -> bool:
    stage = state.script_stage
    if name in stage.settings:
        value = stage.settings[name]
    else:
        value = stage.scenario.settings[name].default
    return value == (True if condition.is_ is None else condition.is_)
