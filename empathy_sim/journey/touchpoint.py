"""What every touchpoint has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from msgspec import field

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import (
    At,
    Backstage,
    CauseId,
    Count,
    Duration,
    Feeling,
    FrictionCode,
    Id,
    OwnWords,
    PromiseId,
    Target,
    Text,
    TimeOfDay,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.slugs import slug
from empathy_sim.journey.units import Unreadable

Channel = Literal["phone", "web", "chat", "mail", "counter", "story"]
Outcomes = Mapping[str, Target]

_VOICES: Mapping[Channel, str] = {
    "phone": "the recording",
    "web": "the page",
    "chat": "the window",
    "mail": "the message",
    "story": "the story",
}
_SENT: Mapping[str, str] = {
    "card": "a card",
    "email": "an e-mail",
    "letter": "a letter",
    "notice": "a notice",
    "text": "a text message",
}
_TOLD = frozenset({"phone", "story"})
"""What looks so is told by whoever it is from."""


def sent_by(looks_like: str, sender: str | None = None) -> str:
    """Who speaks in what looks like a letter, a page, ...: `an e-mail from Nan`."""
    if sender and looks_like in _TOLD:
        return sender
    what = _SENT.get(looks_like)
    if what is None:
        return f"the {looks_like}"
    return f"{what} from {sender}" if sender else what


class Felt(Noun, frozen=True, kw_only=True):
    """A feeling as two steps of the affect grid (Russell, Weiss, Mendelsohn 1989)."""

    pleasant: Feeling
    """From -4, as unpleasant as can be, to 4, as pleasant."""
    aroused: Feeling
    """From -4, flat, to 4, wound up."""


class AsksReaction(Noun, frozen=True, kw_only=True):
    """When the frame asks, once, how it feels."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("at", "on")

    at: At | None = None
    """A share of the wait, or so long after the touchpoint began."""
    on: Literal["entering", "leaving"] | None = None
    """As it begins, or as it is left."""

    def __post_init__(self) -> None:
        if (self.at is None) == (self.on is None):
            raise Unreadable(
                "asks_reaction needs one of at and on",
                "write {at: 60%} or {on: leaving}",
                code="E212",
            )


class AtMost(Noun, frozen=True, kw_only=True):
    """The way out of a loop."""

    visits: Count
    """How often it can be visited."""
    then: Target
    """Where the customer goes instead of a further visit."""


class Due(Noun, frozen=True, kw_only=True):
    """When a promise falls due, counted from when it is made."""

    in_: Duration
    """How long after it is made: `3 days`."""
    at: TimeOfDay | None = None
    """The time of that day; by default the same time of day."""


class Promising(Noun, frozen=True, kw_only=True):
    """What something does to the journey's promises."""

    promises: Mapping[PromiseId, Due] = field(default_factory=dict)
    """Promises that are made here, and when each falls due."""
    moves: Mapping[PromiseId, Due] = field(default_factory=dict)
    """Promises whose date is moved here, and to when."""
    keeps: tuple[PromiseId, ...] = ()
    """Promises that are kept here."""
    denies: tuple[PromiseId, ...] = ()
    """Promises that are taken back here."""


class Happens(Promising, frozen=True, kw_only=True):
    """What something does to the customer, beside what it says."""

    friction: FrictionCode | None = None
    """A friction that an author names; most are named by the engine."""
    cause: CauseId | None = None
    """The cause of that friction; by default the touchpoint's."""
    kindness: Backstage | None = None
    """A small thing done right, in a few words."""


class Option(Happens, frozen=True, kw_only=True):
    """Something the customer can choose."""

    says: OwnWords
    """What is offered, in the customer's words."""
    leads: Target
    """Where it leads."""
    id: Id | None = None
    """By default the slug of what it says."""
    when: Condition | None = None
    """Offered only when this is so."""

    @property
    def name(self) -> str:
        """The option's id, unique in its touchpoint."""
        return self.id or slug(self.says)


class Touchpoint(Promising, frozen=True, kw_only=True):
    """One contact with the company. Each kind adds its own fields."""

    CHANNEL: ClassVar[Channel] = "story"
    EXITS: ClassVar[tuple[str, ...]] = ()
    """The exits that `leads` must name."""
    MAY_EXIT: ClassVar[tuple[str, ...]] = ()
    """The exits that `leads` may name."""
    FRICTIONS: ClassVar[tuple[str, ...]] = ()
    """What the engine can make of this kind."""
    AT_LEISURE: ClassVar[bool] = False
    """Whether the customer comes to it in their own time: nothing runs out there."""

    kind: str
    """What kind of contact it is; the other keys depend on it."""
    title: Text | None = None
    """What designers call it; a participant does not read it."""
    channel: Channel | None = None
    """By default the kind's own."""
    leads: Outcomes = field(default_factory=dict)
    """Where each exit of the kind leads."""
    at_most: AtMost | None = None
    """How often it can be visited, and where the customer goes instead."""
    cause: CauseId | None = None
    """Why what goes wrong here goes wrong."""
    causes: Mapping[FrictionCode, CauseId] = field(default_factory=dict)
    """For a friction with a cause of its own."""
    asks_reaction: AsksReaction | None = None
    """When the screen asks, once, how this feels. Sparingly."""
    meant_to_feel: Felt | None = None
    """What you think this feels like; shown beside what was felt."""
    evidence: Mapping[FrictionCode, Backstage] = field(default_factory=dict)
    """What is known of it: `three complaints, March`."""
    friction: FrictionCode | None = None
    """A friction met by arriving here."""
    kindness: Backstage | None = None
    """A small thing done right here, in a few words."""

    @property
    def spoken_on(self) -> Channel:
        """The channel of this touchpoint."""
        return self.channel or self.CHANNEL

    @property
    def said_by(self) -> str:
        """Who says the words in it, where a part of it does not say otherwise."""
        return _VOICES[self.CHANNEL]
