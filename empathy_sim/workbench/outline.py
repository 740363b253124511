"""A script at a glance: stages, touchpoints, ways, pains."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct

from empathy_sim.journey.cast import Cast
from empathy_sim.journey.cause import Cause
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import Felt, Touchpoint
from empathy_sim.rehearsal.lasting import Lasting, lasting_by_stage
from empathy_sim.rehearsal.rehearsed import PlaceCount, Rehearsed
from empathy_sim.workbench import rehearsal_words
from empathy_sim.workbench.pains import Pain, pains_at
from empathy_sim.workbench.texts import filled, leaves_of, standing_in
from empathy_sim.workbench.ways_on import (
    Destination,
    Way,
    destination,
    in_story_order,
    ways_on,
)

_TELLING = ("subject", "title", "item", "opens", "asks", "says")
"""Fields that say what a touchpoint is about, the most telling first."""


class Onward(Struct, frozen=True):
    """A way on, and where it comes out."""

    way: Way
    to: Destination


class Contact(Struct, frozen=True):
    """A touchpoint at a glance."""

    name: str
    kind: str
    channel: str
    says: str
    """Its title, or the first words that are said there."""
    reach: PlaceCount | None
    """How many robots came; None where none was sent."""
    lost: str
    """How nobody gets out of it; empty where everybody does."""
    feels: Felt | None
    """What it is meant to feel like."""
    pains: tuple[Pain, ...]
    onward: tuple[Onward, ...]


class StageAtAGlance(Struct, frozen=True):
    """A stage, and everything in it."""

    id: str
    title: str
    plays: str
    settings: Mapping[str, object]
    """Those that the journey sets."""
    intensity: int
    lasting: Lasting
    contacts: tuple[Contact, ...]
    """In the order in which they are led to."""
    causes: Mapping[str, Cause]
    missed: tuple[str, ...]
    """What nobody came to, met or chose in it, though settings leave it open."""

    @property
    def reach(self) -> PlaceCount | None:
        """How many robots came to its first touchpoint."""
        return self.contacts[0].reach

    @property
    def leads(self) -> tuple[Destination, ...]:
        """Where one comes out of it that is not shut, each place once."""
        every = chain.from_iterable(
            each.onward
            for each in self.contacts
            if not (each.reach and each.reach.settled)
        )
        out = (each.to for each in every if not each.way.shut)
        there = (each for each in out if each.ending or each.stage != self.id)
        return tuple(dict.fromkeys(there))


class EndingAtAGlance(Struct, frozen=True):
    """An ending, and how many robots came to it."""

    id: str
    title: str
    outcome: str
    plays: int


class Outline(Struct, frozen=True):
    """A script at a glance."""

    title: str
    alone: bool
    plays: int
    """How many robots played it."""
    verdict: str
    """What a rehearsal found, in a sentence."""
    stages: tuple[StageAtAGlance, ...]
    endings: tuple[EndingAtAGlance, ...]


def outline_of(script: Script, cast: Cast, found: Rehearsed) -> Outline:
    """A script at a glance.

    Args:
        script: what it is of.
        cast: whose names are filled in.
        found: what a rehearsal of it found.
    """
    lasting = lasting_by_stage(script, cast)
    plays = {each.ending: each.plays for each in found.endings}
    stages = (
        _stage(script, cast, stage, lasting[stage.id], found)
        for stage in script.stages.values()
    )
    endings = (
        EndingAtAGlance(name, noun.title or name, noun.outcome, plays.get(name, 0))
        for name, noun in script.journey.endings.items()
    )
    return Outline(
        title=script.journey.title,
        alone=script.alone,
        plays=found.plays,
        verdict=rehearsal_words.verdict(found),
        stages=tuple(stages),
        endings=tuple(endings),
    )


def _stage(
    script: Script, cast: Cast, stage: ScriptStage, lasting: Lasting, found: Rehearsed
) -> StageAtAGlance:
    written = next(each for each in script.journey.stages if each.stage == stage.id)
    scenario = stage.scenario
    contacts = (
        _contact(script, cast, stage, name, found) for name in in_story_order(scenario)
    )
    return StageAtAGlance(
        id=stage.id,
        title=filled(stage.title, standing_in(script, cast, stage.id)),
        plays=scenario.scenario,
        settings=written.with_,
        intensity=scenario.intensity,
        lasting=lasting,
        contacts=tuple(contacts),
        causes=scenario.causes,
        missed=tuple(
            f"{place.removeprefix(f'{stage.id}/')}, {what}"
            for place, what in rehearsal_words.never_reached(found)
            if place.startswith(f"{stage.id}/")
        ),
    )


def _contact(
    script: Script, cast: Cast, stage: ScriptStage, name: str, found: Rehearsed
) -> Contact:
    noun = stage.scenario.touchpoints[name]
    place = f"{stage.id}/{name}"
    state = standing_in(script, cast, stage.id)
    lost = (
        rehearsal_words.how_lost(each) for each in found.lost if each.place == place
    )
    ways = ways_on(stage, name)
    onward = (
        Onward(
            way._replace(label=filled(way.label, state)),
            destination(script, stage, way.target),
        )
        for way in ways
    )
    return Contact(
        name=name,
        kind=noun.kind,
        channel=noun.spoken_on,
        says=filled(_first_words(noun), state),
        reach=next((each for each in found.places if each.place == place), None),
        lost=next(lost, ""),
        feels=noun.meant_to_feel,
        pains=pains_at(stage, name),
        onward=tuple(onward),
    )


def _first_words(noun: Touchpoint) -> str:
    """What a touchpoint is about: its title, or what is said there first of all."""
    if noun.title:
        return noun.title
    said = [
        leaf
        for leaf in leaves_of(noun)
        if leaf.reader == "player" and leaf.by != "the customer"
    ]
    telling = sorted(
        (leaf for leaf in said if leaf.key in _TELLING),
        key=lambda leaf: (len(leaf.at), _TELLING.index(leaf.key)),
    )
    return next((leaf.text for leaf in (*telling, *said)), "")
