"""One log, told in order."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.debrief.asking import Asked, asked_of
from empathy_sim.debrief.costs import Met, met_of
from empathy_sim.debrief.filled_forms import FilledForm, forms_of
from empathy_sim.debrief.helping import Help, help_of
from empathy_sim.debrief.legs import Contact, contacts_of
from empathy_sim.debrief.names import Names
from empathy_sim.debrief.placed import Log
from empathy_sim.debrief.promised import PromiseStory, promises_of
from empathy_sim.debrief.ratings import RatingGiven, ratings_of
from empathy_sim.debrief.resources import ResourceUse, resources_of
from empathy_sim.debrief.waits import Waited, waits_of
from empathy_sim.engine import events as e
from empathy_sim.journey.script import Script


@dataclass(frozen=True, slots=True)
class Account:
    """What every reading is taken from."""

    script: Script
    log: Log
    names: Names
    contacts: tuple[Contact, ...]
    help: Help
    waits: tuple[Waited, ...]
    promises: tuple[PromiseStory, ...]
    asked: tuple[Asked, ...]
    resources: tuple[ResourceUse, ...]
    forms: tuple[FilledForm, ...]
    ratings: tuple[RatingGiven, ...]
    met: tuple[Met, ...]
    """Every friction, as it was met."""

    @classmethod
    def of(cls, script: Script, events: tuple[e.Event, ...]) -> Account:
        """The account of one session.

        Args:
            script: what was played.
            events: its log, from the first event; it may still be going on.
        """
        log = Log(events)
        contacts, waits = contacts_of(log), waits_of(log)
        names = Names.of(script, log)
        return cls(
            script,
            log,
            names,
            contacts,
            help_of(log, contacts, waits),
            waits,
            promises_of(log),
            asked_of(log),
            resources_of(script, log),
            forms_of(log, names),
            ratings_of(log),
            met_of(log, waits),
        )
