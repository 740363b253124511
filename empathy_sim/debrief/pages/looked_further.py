"""Other ways, and the same journey with less."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.less_told import LessTold, less_in_words
from empathy_sim.debrief.other_ways import OtherWays, standing_of, ways_in_words
from empathy_sim.engine.events import Event, JourneyEnded, JourneyLeft
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.exploring import explore, finished
from empathy_sim.rehearsal.following import can_be_followed
from empathy_sim.rehearsal.with_less import with_less


@dataclass(frozen=True, slots=True)
class Further:
    """What a session is set beside that nobody lived; all of it is simulated."""

    ways: OtherWays | None
    """None where nobody was asked for help."""
    less: tuple[LessTold, ...]
    """None where nobody was asked for help, and less would have stopped nobody."""


NO_FURTHER = Further(None, ())


def looked_further(script: Script, log: tuple[Event, ...]) -> Further:
    """Every other way, and where customers with less would have stopped.

    Takes some seconds, since every way on is tried. A journey that is not over has
    nothing to be set beside.

    Args:
        script: what was played.
        log: every event of the session.
    """
    if not any(isinstance(each, JourneyEnded | JourneyLeft) for each in log):
        return NO_FURTHER
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
    known = can_be_followed(log)
    less = less_in_words(with_less(script, cast, log)) if known else ()
    differs = standing is not None or any(each.by_the_rule for each in less)
    return Further(ways, less if differs else ())
