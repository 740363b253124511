"""How far a journey can rely on a scenario."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from empathy_sim.journey.scenario import Scenario
from empathy_sim.library.meaning_doubt import CERTAIN, Doubt

_OF_EXITS = frozenset({"E134", "E302", "E325", "E330"})
_OF_SETTINGS = frozenset({"E134", "E301", "E317", "E330", "E331", "E334"})


@dataclass(frozen=True, slots=True)
class Known:
    """A scenario, with what is known to be wrong in it."""

    scenario: Scenario
    """As far as it is understood."""
    errors: Collection[str] = ()
    """The codes of what is wrong in its file."""
    doubt: Doubt = CERTAIN

    @property
    def has_sure_exits(self) -> bool:
        """Whether its exits are those that it names."""
        return not _OF_EXITS.intersection(self.errors) and not self.doubt.names("exits")

    @property
    def has_sure_settings(self) -> bool:
        """Whether its settings are those that it names."""
        unclear = self.doubt.names("settings")
        return not _OF_SETTINGS.intersection(self.errors) and not unclear
