"""Days: a calendar turns, and messages arrive."""

from __future__ import annotations

from typing import ClassVar, Literal

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import At, Duration, Text, TimeOfDay
from empathy_sim.journey.touchpoint import Channel, Happens, Option, Touchpoint, sent_by


class Arrival(Happens, frozen=True, kw_only=True):
    """A message that comes in."""

    at: At
    """When, counted from the first day; a share, or a time such as `2 days`."""
    time: TimeOfDay | None = None
    """The time of that day; by default the time at which the days began."""
    from_: Text
    """Who sends it."""
    says: Text
    """What it says."""
    subject: Text | None = None
    """Its subject."""
    looks_like: Literal["email", "text", "letter", "card", "story"] = "email"
    """What it comes as."""
    answerable: bool = True
    """Whether a reply would be read; where not, one finds out by replying."""
    bounces: Text = "Your reply was not delivered. This address is not read."
    """What comes back to those who reply all the same."""
    when: Condition | None = None
    """It comes only when this is so."""

    @property
    def said_by(self) -> str:
        return sent_by(self.looks_like, self.from_)


class Days(Touchpoint, frozen=True, kw_only=True):
    """Time passes, elided; each arrival stops the calendar until it has been read.

    When the last day is over it leads `passed`. Options, offered while a message
    is read, are the ways to act before that.
    """

    CHANNEL: ClassVar[Channel] = "mail"
    EXITS: ClassVar[tuple[str, ...]] = ("passed",)
    AT_LEISURE: ClassVar[bool] = True
    FRICTIONS: ClassVar[tuple[str, ...]] = (
        "promise_slipped",
        "promise_broken",
        "cannot_answer",
    )

    kind: Literal["days"]
    lasts: Duration
    """How many days pass: `6 days`."""
    until: TimeOfDay | None = None
    """The time at which the last day ends; by default that at which they began."""
    says: Text | None = None
    """What life is like meanwhile, in a sentence."""
    arrives: tuple[Arrival, ...] = ()
    """What comes meanwhile."""
    options: tuple[Option, ...] = ()
    """What can be done while a message is read, beside letting the days go on."""

    @property
    def said_by(self) -> str:
        return sent_by("story")
