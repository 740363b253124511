"""Other ways, and the same journey with less."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.less_told import LessTold, less_in_words
from empathy_sim.debrief.other_ways import OtherWays, standing_of, ways_in_words
from empathy_sim.engine.events import Event
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.exploring import explore, finished
from empathy_sim.rehearsal.with_less import with_less


@dataclass(frozen=True, slots=True)
class Further:
    """What a session is set beside that nobody lived; all of it is simulated."""

    ways: OtherWays | None
    """None where nobody was asked for help."""
    less: tuple[LessTold, ...]


NO_FURTHER = Further(None, ())


def looked_further(script: Script, log: tuple[Event, ...]) -> Further:
    """Every other way, and where customers with less would have stopped.

    Takes some seconds, since every way on is tried.

    Args:
        script: what was played.
        log: every event of the session.
    """
    account = Account.of(script, log)
    cast = account.names.state.cast
    if cast is None:
        return NO_FURTHER
    standing = standing_of(account)
    ways = (
        ways_in_words(account, standing, finished(explore(standing.start)))
        if standing is not None
        else None
    )
    return Further(ways, less_in_words(with_less(script, cast, log)))
