"""A hold: waiting in a queue one cannot see."""

from __future__ import annotations

from typing import ClassVar, Literal

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import At, Count, Duration, Text
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.touchpoint import Channel, Touchpoint
from empathy_sim.journey.units import Unreadable

Sort = Literal["apology", "news", "advert", "estimate", "position"]


class Announcement(Noun, frozen=True, kw_only=True):
    """What the recording says, once or again and again."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("at", "every")

    says: Text
    """What the recording says."""
    at: At | None = None
    """When it is said, once: `10s`, `60%` of the wait."""
    every: Duration | None = None
    """How often it is said, again and again: `45s`."""
    is_: Sort | None = None
    """By default an apology when it repeats, news when it does not."""

    def __post_init__(self) -> None:
        if (self.at is None) == (self.every is None):
            raise Unreadable(
                "an announcement needs one of at and every",
                "write {at: 10s, says: ...} or {every: 45s, says: ...}",
                code="E213",
            )
        if self.every is not None and self.every < 5_000:  # noqa: PLR2004
            raise Unreadable(
                "an announcement cannot repeat more often than every 5s",
                "write every: 45s",
                code="E213",
            )

    @property
    def sort(self) -> Sort:
        """What kind of announcement this is."""
        return self.is_ or ("apology" if self.every else "news")


class Slip(Noun, frozen=True, kw_only=True):
    """The estimate changes, usually for the worse."""

    at: At
    """When it changes: `20%` of the wait, `5m`."""
    to: Duration
    """What the recording says from then on."""


class Estimate(Noun, frozen=True, kw_only=True):
    """The wait as the recording gives it; an announcement follows each slip."""

    starts: Duration
    """What the recording says at first, whatever the wait will be."""
    slips: tuple[Slip, ...] = ()
    """How it changes."""
    says: Text = "Your estimated waiting time is now <estimate>."
    """The sentence; `<estimate>` stands for the time."""


class Rise(Noun, frozen=True, kw_only=True):
    """Somebody is put in front."""

    at: At
    """When: `30%` of the wait, `5m`."""
    by: Count
    """How many are put in front."""


class Position(Noun, frozen=True, kw_only=True):
    """The place in the queue, falling evenly but for what rises."""

    starts: Count
    """The place at first."""
    rises: tuple[Rise, ...] = ()
    """When others are put in front."""
    says: Text = "You are number <position> in the queue."
    """The sentence; `<position>` stands for the place."""


class Drops(Noun, frozen=True, kw_only=True):
    """The line goes dead."""

    at: At
    """When: `95%` of the wait, `25m`."""
    when: Condition | None = None
    """Only when this is so."""


class StillThere(Noun, frozen=True, kw_only=True):
    """A key must be pressed, or the place is lost."""

    at: At
    """When it is asked."""
    within: Duration
    """How long the customer has to press the key."""
    says: Text
    """The question."""
    press: Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"] = "1"
    """The key."""
    then: Literal["requeue", "drop"] = "requeue"
    """What is done to those who miss it."""
    lost: Text = "We have moved you to the back of the queue."
    """What those who missed it are told."""


class Hold(Touchpoint, frozen=True, kw_only=True):
    """Music, a voice that breaks into it, and a wait that really waits."""

    CHANNEL: ClassVar[Channel] = "phone"
    EXITS: ClassVar[tuple[str, ...]] = ("answered", "hung_up")
    MAY_EXIT: ClassVar[tuple[str, ...]] = ("dropped",)
    FRICTIONS: ClassVar[tuple[str, ...]] = (
        "estimate_slipped",
        "position_rose",
        "apology_interrupted",
        "still_there",
        "line_dropped",
        "requeued",
        "long_wait",
    )

    kind: Literal["hold"]
    lasts: Duration
    """How long a caller really waits."""
    music: Text = "Music."
    """What is heard meanwhile, in words."""
    announces: tuple[Announcement, ...] = ()
    """What the recording says meanwhile."""
    estimate: Estimate | None = None
    """What it says the wait will be."""
    position: Position | None = None
    """What it says the place in the queue is."""
    still_there: StillThere | None = None
    """Whether the customer must show to be still there."""
    drops: Drops | None = None
    """When the line goes dead, if it does."""
    again_says: Text | None = None
    """Said on a second visit, at the back of the queue."""
