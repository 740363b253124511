"""A script: what a session plays, resolved and immutable."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import field

from empathy_sim.journey.fit import Fit
from empathy_sim.journey.journey import Journey
from empathy_sim.journey.noun import FORMAT, Noun
from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.journey.touchpoint import Due, Touchpoint

END = "end."


class ScriptStage(Noun, frozen=True, kw_only=True):
    """A stage with its scenario, its settings already in their places."""

    id: str
    title: str
    scenario: Scenario
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    leads: Mapping[str, str]


class Script(Noun, frozen=True, kw_only=True):
    """A journey composed with its scenarios: nothing left to look up."""

    format: int = FORMAT
    journey: Journey
    stages: Mapping[str, ScriptStage]
    """By id; their order is the journey's."""
    promised: Mapping[str, Due] = field(default_factory=dict)
    """Promises that stand as it begins."""
    alone: bool = False
    """Whether this is a scenario playing by itself."""
    fitted: Fit | None = None
    """What a facilitator has set in it, and whose each number is."""

    @property
    def first(self) -> str:
        """The id of the stage that is played first."""
        return self.journey.stages[0].stage

    def touchpoint(self, stage: str, touchpoint: str) -> Touchpoint:
        """The touchpoint of that id in that stage."""
        return self.stages[stage].scenario.touchpoints[touchpoint]
