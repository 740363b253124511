"""What can go wrong at a touchpoint, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.script import ScriptStage
from empathy_sim.journey.touchpoint import Happens, Promising, Touchpoint
from empathy_sim.journey.walking import walked
from empathy_sim.library.meaning_frictions import causes_beside, possible
from empathy_sim.library.meaning_graph import on_circles
from empathy_sim.workbench.around import is_never, whens_at
from empathy_sim.workbench.ways_on import edges_of


class Pain(NamedTuple):
    """A friction that can be met somewhere."""

    code: str
    cause: str
    """The cause that answers for it; empty where none is named."""

    @property
    def says(self) -> str:
        """What happens then, as a clause."""
        known = FRICTIONS.get(self.code)
        return known.says if known else self.code


def pains_at(stage: ScriptStage, touchpoint: str) -> tuple[Pain, ...]:
    """The frictions that can be met at a touchpoint, with the stage's settings.

    Those that the engine makes of its kind come first, then those named in it.
    """
    scenario = stage.scenario
    noun = scenario.touchpoints[touchpoint]
    again = touchpoint in on_circles(edges_of(scenario))
    made = (
        Pain(code, cause or _cause(noun, code))
        for code in possible(noun, again=again)
        for cause in causes_beside(noun, code)
    )
    return tuple(dict.fromkeys([*made, *_written(noun, stage)]))


def _written(noun: Touchpoint, stage: ScriptStage) -> Iterator[Pain]:
    seen = walked(noun)
    nouns = dict(seen.nouns)
    for at, held in seen.nouns:
        if is_never(whens_at(at, nouns), stage):
            continue
        own = (getattr(held, "cause", None) or "") if _may_have_cause(held) else ""
        for code in _codes(held):
            yield Pain(code, own or _cause(noun, code))


def _may_have_cause(held: object) -> bool:
    match held:
        case Happens():
            return True
        case _:
            return False


def _codes(held: object) -> Iterator[str]:
    named = getattr(held, "friction", None)
    if isinstance(named, str):
        yield named
    match held:
        case Promising(moves=moves, denies=denies):
            yield from ["promise_slipped"] if moves else []
            yield from ["contradicted"] if denies else []
        case _:
            pass


def _cause(noun: Touchpoint, code: str) -> str:
    return noun.causes.get(code) or noun.cause or ""
