"""A journey's stages, as its fixes would make them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.freezing import freeze, spelled
from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.library.reading import validated


def fixes_of(script: Script, written: Mapping[str, object]) -> str:
    """What every fix of a script makes of the stages it reaches, as JSON.

    Args:
        script: what is played.
        written: the plain values of each scenario's file, by the scenario's id.

    Returns:
        The text of a frozen `Fixes`; empty where no fix sets anything.
    """
    found: dict[str, dict[str, ScriptStage]] = {}
    for cause, stage, mended in _mended(script, written):
        found.setdefault(cause, {})[stage] = mended
    return spelled(freeze(Fixes(stages=found))) if found else ""


def _mended(
    script: Script, written: Mapping[str, object]
) -> Iterator[tuple[str, str, ScriptStage]]:
    for name, stage in script.stages.items():
        scenario = stage.scenario
        for cause, noun in scenario.causes.items():
            sets = noun.fix.sets
            if not sets or scenario.scenario not in written:
                continue
            settings = {**stage.settings, **sets}
            mended = _played_with(written[scenario.scenario], settings)
            if mended is not None:
                yield (
                    f"{scenario.scenario}/{cause}",
                    name,
                    ScriptStage(
                        id=stage.id,
                        title=stage.title,
                        scenario=mended,
                        settings=settings,
                        leads=stage.leads,
                    ),
                )


def _played_with(
    written: object, settings: Mapping[str, SettingValue]
) -> Scenario | None:
    """A scenario with settings in their places; None where it cannot be so."""
    try:
        return validated(written, Scenario, settings)
    except ValidationError:
        return None
