"""Each stage, for whoever leads a room."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.debrief.phrases import capital
from empathy_sim.engine.moves import Pace
from empathy_sim.engine.state import State
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.cause import Cause
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.units import MINUTE
from empathy_sim.journey.walking import walked
from empathy_sim.rehearsal.lasting import lasting_by_stage
from empathy_sim.workbench.pains import pains_at
from empathy_sim.workbench.texts import filled, standing_in

_MOST_PAINS = 3
_LONG = 2 * MINUTE


class Behind(Struct, frozen=True, kw_only=True):
    """What lies behind a stage: a target, and what would mend it."""

    department: str
    kept_by: str
    """The target that makes it rational."""
    fix: str
    fix_department: str


class StageGuide(Struct, frozen=True, kw_only=True):
    """A stage, as a facilitator should know it beforehand."""

    title: str
    minutes: int
    """Felt minutes of those who see all of it, to the nearest; nought for less."""
    waits: int
    """Milliseconds of a long wait in it; nought where there is none."""
    pains: tuple[str, ...]
    """What can go against the customer, the heaviest first."""
    kindnesses: tuple[str, ...]
    behind: tuple[Behind, ...]


def stage_guides(script: Script, cast: Cast, pace: Pace) -> tuple[StageGuide, ...]:
    """Every stage in the journey's order; those alike in everything stand once."""
    lasting = lasting_by_stage(script, cast)
    guides: dict[tuple[str, str], StageGuide] = {}
    for stage in script.stages.values():
        state = standing_in(script, cast, stage.id)
        found, waiting = lasting[stage.id], lasting[stage.id].waiting(pace)
        guide = StageGuide(
            title=filled(stage.title, state),
            minutes=round(found.felt(pace) / MINUTE),
            waits=waiting if waiting >= _LONG else 0,
            pains=tuple(_pains(stage)),
            kindnesses=tuple(dict.fromkeys(_kindnesses(stage, state))),
            behind=tuple(
                _behind(each, state) for each in stage.scenario.causes.values()
            ),
        )
        guides.setdefault((guide.title, stage.scenario.scenario), guide)
    return tuple(guides.values())


def _pains(stage: ScriptStage) -> Iterator[str]:
    every = {
        pain.code: pain
        for touchpoint in stage.scenario.touchpoints
        for pain in pains_at(stage, touchpoint)
        if pain.code in FRICTIONS and pain.cause
    }
    heavy = sorted(every.values(), key=lambda each: -FRICTIONS[each.code].weight)
    yield from (capital(each.says) for each in heavy[:_MOST_PAINS])


def _kindnesses(stage: ScriptStage, state: State) -> Iterator[str]:
    for touchpoint in stage.scenario.touchpoints.values():
        for _, noun in walked(touchpoint).nouns:
            says = getattr(noun, "kindness", None)
            if says:
                yield filled(says, state)


def _behind(cause: Cause, state: State) -> Behind:
    return Behind(
        department=cause.department,
        kept_by=filled(cause.kept_by, state),
        fix=filled(cause.fix.change, state),
        fix_department=cause.fix.department,
    )
