"""One finding, as it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.outcome import outcome_in

Time = Literal["story", "felt", "both", "neither"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A finding in a sentence or two that can be read aloud."""

    id: str
    says: str
    time: Time
    """Which time its numbers are in: the customer's, the participant's, or none."""
    measures: tuple[str, ...]
    """Ids of the readings it is made of."""
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lived:
    """The lived readings, to make receipts of."""

    readings: Mapping[str, Reading]
    """By the ids of their measures."""

    def value(self, measure: str) -> int:
        """What was found; 0 where it never happened."""
        found = self.readings.get(measure)
        return (found.value or 0) if found else 0

    def receipt(
        self, name: str, says: str, *measures: str, time: Time = "neither"
    ) -> Receipt:
        """A receipt for some measures, with all their evidence."""
        found = (self.readings.get(each) for each in measures)
        seqs = {seq for each in found if each for seq in each.evidence}
        return Receipt(name, says, time, measures, tuple(sorted(seqs)))


def outcome_of(account: Account) -> str:
    """What the journey came to, as it is told."""
    return outcome_in(account.script, account.log)
