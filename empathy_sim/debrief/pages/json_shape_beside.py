"""The JSON's form of what is set beside."""

from __future__ import annotations

from typing import Literal

from empathy_sim.debrief.pages.json_part import Part


class BesidePart(Part, frozen=True):
    """One measure of the whole journey; null where the thing never happened."""

    id: str
    unit: str
    before: int | None
    after: int | None


class SavedPart(Part, frozen=True):
    """What a fix would save in a year, from and to; money is in hundredths."""

    contacts: tuple[int, int]
    hours: tuple[int, int]
    money: tuple[int, int]


class FollowedPart(Part, frozen=True):
    """A fix through the whole journey."""

    simulated: Literal[True]
    rule: str
    fix: str
    change: str
    department: str
    was_lived: bool
    compared: tuple[BesidePart, ...]
    ended: str
    ends: str
    gone: tuple[str, ...]
    saved: SavedPart


class DeskPart(Part, frozen=True):
    """What lay on an agent's desk from a second on."""

    screen: str
    missing: str
    slow_ms: int
    clock: str


class LinePart(Part, frozen=True):
    """One thing that was said in a call, story milliseconds after it was answered."""

    seq: int
    at_ms: int
    speaker: str
    says: str
    tone: str
    desk: DeskPart | None


class CallPart(Part, frozen=True):
    """A call from both ends."""

    who: str
    where: str
    when: str
    today: tuple[str, ...]
    lines: tuple[LinePart, ...]


class WayPart(Part, frozen=True):
    """One of the ways that were tried."""

    id: Literal["best", "median", "worst"]
    says: str
    helped_ms: int


class WaysPart(Part, frozen=True):
    """What every other choice would have come to."""

    simulated: Literal[True]
    rule: str
    says: tuple[str, ...]
    told: tuple[WayPart, ...]
    mattered: tuple[str, ...]
    no_way_back: str
    yours_ms: int | None
    sooner: int


class LessPart(Part, frozen=True):
    """The same journey for a customer with less."""

    simulated: Literal[True]
    id: str
    head: str
    rule: str
    says: tuple[str, ...]
    reaches_help: bool
    by_the_rule: bool
