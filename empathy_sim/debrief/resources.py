"""What the customer had, and what was left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from empathy_sim.debrief.placed import Placed
from empathy_sim.engine import events as e
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.state import before
from empathy_sim.engine.wording import is_share
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE


@dataclass(frozen=True, slots=True)
class ResourceUse:
    """One resource over a session."""

    id: str
    says: str
    """`phone`, as a sentence says it."""
    started: int
    """A share in hundredths of a percent, or milliseconds."""
    lowest: int
    """The least that was left; of a day's resource, on the worst day."""
    evidence: tuple[int, ...]
    """The event at which it was lowest, and those at which it ran low or out."""

    @property
    def used(self) -> int:
        """How much of it went at most."""
        return self.started - self.lowest

    def level(self, level: int) -> str:
        """`34%`, or `40 minutes`."""
        if is_share(self.started):
            return f"{-(-level // 100)}%"
        left = -(-level // MINUTE)
        return f"{left} minute" if left == 1 else f"{left} minutes"


def resources_of(script: Script, log: Iterable[Placed]) -> tuple[ResourceUse, ...]:
    """Every resource of the customer's, as it was used."""
    nouns = script.journey.customer.resources
    lowest = {name: (noun.starts, 0) for name, noun in nouns.items()}
    crossed: dict[str, list[int]] = {name: [] for name in nouns}
    state = before(script)
    for each in log:
        if not state.is_over:
            for name in state.resources:
                level = state.resource_at(name, each.story_ms)
                if level < lowest[name][0]:
                    lowest[name] = (level, each.seq)
        match each.event:
            case e.ResourceCrossed(resource=name) if name in crossed:
                crossed[name].append(each.seq)
            case _:
                pass
        state = fold(state, (each.event,))
    return tuple(
        ResourceUse(
            id=name,
            says=_called(noun.says or name.replace("_", " ")),
            started=noun.starts,
            lowest=lowest[name][0],
            evidence=tuple(sorted({*crossed[name], lowest[name][1]} - {0})),
        )
        for name, noun in nouns.items()
    )


def _called(says: str) -> str:
    return says if says[1:2].isupper() else says[:1].lower() + says[1:]
