"""One seat, as it is looked back at."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from empathy_sim.engine.events import Event
from empathy_sim.journey.script import Script

Chair = Literal["customer", "observer", "agent"]


class Ticked(Struct, frozen=True, kw_only=True):
    """What one person lets the room see; nothing unless it was ticked."""

    curve: bool = False
    """The marks and the line through them."""
    words: tuple[int, ...] = ()
    """Numbers of the events whose words may be shown; of an observer, which of their
    notes, from 1."""
    ahas: tuple[int, ...] = ()
    """Numbers of the events whose insights may be shown."""
    word_for_it: bool = False
    """The one word afterwards."""
    commitment: bool = False
    """What was promised, with who sees to it and by when."""
    named: bool = False
    """Whether all of that stands under the person's name."""


class Observation(Struct, frozen=True, kw_only=True):
    """What an observer noted of a player."""

    story_ms: int
    """The player's story instant at that moment."""
    felt_ms: int
    """The player's felt instant."""
    what: str
    """What was seen, as the observation form says it: `looked at the clock`."""
    words: str = ""
    """The observer's own."""
    of: str
    """The player's seat."""


class Member(Struct, frozen=True, kw_only=True):
    """One seat, its log, and what it lets the room see."""

    seat: str
    label: str
    """What the person is called in the room."""
    chair: Chair = "customer"
    script: Script
    log: tuple[Event, ...] = ()
    """Every event from the first; an observer may have none."""
    observed: tuple[Observation, ...] = ()
    ticked: Ticked = Ticked()
