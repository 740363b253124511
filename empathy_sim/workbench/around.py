"""What a part of a touchpoint depends on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.script import ScriptStage
from empathy_sim.journey.walking import Trail
from empathy_sim.rehearsal.settled import always


def whens_at(at: Trail, nouns: Mapping[Trail, Noun]) -> tuple[Condition, ...]:
    """The conditions of a place and of all that it is a part of, the widest first.

    Args:
        at: the way to it.
        nouns: every noun around it, by the way to it.
    """
    around = (nouns.get(at[:end]) for end in range(len(at) + 1))
    held = (getattr(noun, "when", None) for noun in around)
    return tuple(when for when in held if when is not None)


def is_never(whens: Iterable[Condition], stage: ScriptStage) -> bool:
    """Whether a stage's settings rule out that all of some conditions hold."""
    return any(always(when, stage) is False for when in whens)
