"""What pages are written about."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.mended import Mended, mended_in
from empathy_sim.debrief.money import Year, year_of
from empathy_sim.debrief.pages.followed import Followed, followed_in
from empathy_sim.debrief.pages.looked_further import NO_FURTHER, Further
from empathy_sim.debrief.resources import ResourceUse
from empathy_sim.engine.events import Event
from empathy_sim.journey.calendar import MONTHS, Calendar
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.journey import Colour
from empathy_sim.journey.script import Script


@dataclass(frozen=True, slots=True)
class Subject:
    """One session, with all that is told of it on a page."""

    session: str
    """Its name; never on the page to forward."""
    made: str
    """The day on which it is written down: `2025-07-12`."""
    debrief: Debrief
    goal: str
    """What the customer wanted."""
    trade: str
    colour: Colour
    set_in: str
    """When the story begins: `June 2025`."""
    resources: tuple[ResourceUse, ...]
    mended: tuple[Mended, ...]
    year: Year
    followed: tuple[Followed, ...]
    """Simulated: fixes, through the whole journey."""
    further: Further = NO_FURTHER
    """Other ways and customers with less; looked for only where a page tells them."""


def subject_of(
    script: Script,
    log: tuple[Event, ...],
    fixes: Fixes,
    *,
    session: str,
    made: str,
) -> Subject:
    """Everything that pages tell of one session.

    Args:
        script: what was played.
        log: every event from the first.
        fixes: the script's stages as its fixes would make them.
        session: its name.
        made: the day on which it is written down.
    """
    debrief = debrief_of(script, log)
    account = Account.of(script, log)
    journey, cast = script.journey, account.names.state.cast
    first = Calendar.of(journey.begins).first
    return Subject(
        session=session,
        made=made,
        debrief=debrief,
        goal=account.names.words(journey.customer.goal),
        trade=account.names.words(journey.company.trade),
        colour=journey.company.colour,
        set_in=f"{MONTHS[first.month - 1]} {first.year}",
        resources=account.resources,
        mended=mended_in(account, fixes),
        year=year_of(
            debrief.lived,
            debrief.ended.outcome,
            debrief.decisions.figures,
            currency=debrief.currency,
        ),
        followed=followed_in(script, log, cast, fixes, debrief) if cast else (),
    )
