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
STOPPED = "stopped"
"""An episode that plays by itself, where a journey would go on: it tells no end."""
_EPISODES = "partly"
"""What an episode's end is written down as that has no outcome of its own."""


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

    @property
    def stops(self) -> bool:
        """Whether it is an episode that may stop where no end is told."""
        return self.alone and _EPISODES not in self.journey.endings

    def comes_to(self, ending: str, outcome: str) -> str:
        """What it comes to with an ending: its outcome, or `stopped`."""
        ends = ending == _EPISODES or outcome != _EPISODES
        return outcome if ends or not self.alone else STOPPED

    def touchpoint(self, stage: str, touchpoint: str) -> Touchpoint:
        """The touchpoint of that id in that stage."""
        return self.stages[stage].scenario.touchpoints[touchpoint]
