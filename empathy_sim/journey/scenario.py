"""A scenario: a self-contained episode of frustration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Struct, field

from empathy_sim.journey.cause import Cause
from empathy_sim.journey.marks import (
    CauseId,
    Count,
    FactId,
    Id,
    Level,
    PromiseId,
    ResourceId,
    Shelved,
    TouchpointId,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.touchpoint import Channel, Due, Touchpoint
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.journey.units import Unreadable

SettingKind = Literal["duration", "switch", "count", "share", "text", "choice"]
SettingValue = str | int | bool


class ByKind(Struct, frozen=True):
    """Marks a field whose noun is chosen by its `kind`."""

    nouns: Mapping[str, type[Noun]]


class Setting(Noun, frozen=True, kw_only=True):
    """Something a journey may set when it plays this scenario."""

    is_: SettingKind
    """What sort of value it is."""
    default: SettingValue
    """In its written form: `26m`, `34%`, true, 3."""
    about: Shelved
    """What it does, for whoever sets it."""
    choices: tuple[str, ...] = ()
    """For a choice."""

    def __post_init__(self) -> None:
        if (self.is_ == "choice") != bool(self.choices):
            raise Unreadable(
                "a setting has choices exactly when it is a choice",
                "write is: choice and choices: [...]",
                code="E213",
            )


class Needs(Noun, frozen=True, kw_only=True):
    """What a journey must give, each with a stand-in for playing alone."""

    facts: Mapping[FactId, Shelved] = field(default_factory=dict)
    """Facts that texts or forms use, each with a stand-in."""
    promises: Mapping[PromiseId, Due] = field(default_factory=dict)
    """Promises that have been made before; alone, made as the scenario begins."""
    resources: Mapping[ResourceId, Level] = field(default_factory=dict)
    """Resources that are used here, each with how much there is of it alone."""


class Scenario(Noun, frozen=True, kw_only=True):
    """A reusable episode at one or a few touchpoints; plays alone by its defaults."""

    scenario: Id
    """Its name; best that of the file. Journeys play it by this."""
    title: Shelved
    """What people read on the card."""
    about: Shelved
    """What it is about, in one sentence that gives nothing away."""
    channel: Channel
    """Where most of it happens."""
    intensity: Count
    """How hard it is: 1 a nuisance, 2 an ordeal, 3 the worst of its kind."""
    goal: Shelved | None = None
    """What the customer wants, when it plays by itself."""
    settings: Mapping[Id, Setting] = field(default_factory=dict)
    """What a journey, or a fix, may set. Texts and fields use them as `<name>`."""
    needs: Needs = field(default_factory=Needs)
    """What a journey must give for this to be played."""
    exits: tuple[Id, ...]
    """The ways out; a journey says where each of them leads."""
    starts: TouchpointId
    """The touchpoint at which it begins."""
    touchpoints: Mapping[Id, Annotated[Touchpoint, ByKind(KINDS)]]
    """The contacts with the company, by name. Each has a kind."""
    causes: Mapping[CauseId, Cause] = field(default_factory=dict)
    """Why things go wrong here, by name. Every pain has one."""
    no_good_option: CauseId | None = None
    """Where no choice in it would have helped, and why."""

    def __post_init__(self) -> None:
        if not 1 <= self.intensity <= 3:  # noqa: PLR2004
            raise Unreadable(
                f"intensity {self.intensity} is not 1, 2 or 3",
                "1 is a nuisance, 2 an ordeal, 3 the worst of its kind",
                code="E213",
            )
