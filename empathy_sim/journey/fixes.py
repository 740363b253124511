"""A script's stages as its fixes would make them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import field
from msgspec.structs import replace

from empathy_sim.journey.noun import Noun
from empathy_sim.journey.script import Script, ScriptStage


class Fixes(Noun, frozen=True, kw_only=True):
    """What each fix makes of the stages it reaches; kept with the script."""

    stages: Mapping[str, Mapping[str, ScriptStage]] = field(default_factory=dict)
    """By `scenario/cause`, then by the stage's id."""

    def reaches(self, cause: str) -> tuple[str, ...]:
        """The ids of the stages that a fix changes, in the journey's order."""
        return tuple(self.stages.get(cause, ()))

    def applied(self, script: Script, *causes: str) -> Script:
        """The script with the causes mended; of two that reach a stage, the last."""
        mended = dict(script.stages)
        for cause in causes:
            mended |= self.stages.get(cause, {})
        return replace(script, stages={name: mended[name] for name in script.stages})
