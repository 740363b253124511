"""How a reading was counted: its very events."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.events_in_words import event_in_words
from empathy_sim.debrief.measures import Reading


@dataclass(frozen=True, slots=True)
class CountedEvent:
    """One event that a reading was counted from, as a sentence."""

    seq: int
    """Its number in the log, from 1."""
    when: str
    """Its story time: `Tuesday 10 June, 12:41`."""
    where: str
    """`Holding, on hold`; empty outside the story."""
    says: str
    """What happened; never the participant's own words."""


def opened(account: Account, reading: Reading) -> tuple[CountedEvent, ...]:
    """The events that a reading was counted from, in order.

    Args:
        account: the account that the reading was taken from.
        reading: lived or recorded; evidence that is not in the log is passed over.
    """
    placed = (
        account.log[seq - 1] for seq in reading.evidence if 0 < seq <= len(account.log)
    )
    return tuple(
        CountedEvent(
            seq=each.seq,
            when=account.names.when(each.story_ms),
            where=account.names.place(each.place),
            says=event_in_words(each, account),
        )
        for each in placed
    )
