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

    says: Text
    at: At | None = None
    every: Duration | None = None
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
    to: Duration


class Estimate(Noun, frozen=True, kw_only=True):
    """The wait as the recording gives it; an announcement follows each slip."""

    starts: Duration
    slips: tuple[Slip, ...] = ()
    says: Text = "Your estimated waiting time is now <estimate>."


class Rise(Noun, frozen=True, kw_only=True):
    """Somebody is put in front."""

    at: At
    by: Count


class Position(Noun, frozen=True, kw_only=True):
    """The place in the queue, falling evenly but for what rises."""

    starts: Count
    rises: tuple[Rise, ...] = ()
    says: Text = "You are number <position> in the queue."


class Drops(Noun, frozen=True, kw_only=True):
    """The line goes dead."""

    at: At
    when: Condition | None = None


class StillThere(Noun, frozen=True, kw_only=True):
    """A key must be pressed, or the place is lost."""

    at: At
    within: Duration
    says: Text
    press: Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"] = "1"
    then: Literal["requeue", "drop"] = "requeue"
    """What is done to those who miss it."""
    lost: Text = "We have moved you to the back of the queue."


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
    estimate: Estimate | None = None
    position: Position | None = None
    still_there: StillThere | None = None
    drops: Drops | None = None
    again_says: Text | None = None
    """Said on a second visit, at the back of the queue."""
