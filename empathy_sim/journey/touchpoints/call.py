"""A call: talking with a person on the phone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import (
    Backstage,
    Count,
    Duration,
    FactId,
    Id,
    OwnWords,
    Switch,
    Target,
    Text,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.slugs import slug
from empathy_sim.journey.touchpoint import Channel, Happens, Touchpoint
from empathy_sim.journey.touchpoints.hold import Announcement
from empathy_sim.journey.units import Unreadable

TurnId = Id


class Reply(Happens, frozen=True, kw_only=True):
    """Something the customer can say; the tone changes nothing but the record."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("then", "leads")

    says: OwnWords
    """The civil wording."""
    short: OwnWords | None = None
    """The same, curtly; by default the civil wording."""
    sharp: OwnWords | None = None
    """The same, with an edge; by default the civil wording."""
    id: Id | None = None
    """By default the slug of the civil wording."""
    then: TurnId | None = None
    """The turn that answers it."""
    leads: Target | None = None
    """Where it leads, if it ends the call."""
    when: Condition | None = None
    """Offered only when this is so."""

    def __post_init__(self) -> None:
        if (self.then is None) == (self.leads is None):
            raise Unreadable(
                "a reply needs one of then and leads",
                "write then: a turn of this call, or leads: a touchpoint",
                code="E213",
            )

    @property
    def name(self) -> str:
        """The reply's id, unique in its turn."""
        return self.id or slug(self.says)


class Asks(Noun, frozen=True, kw_only=True):
    """The agent wants a fact, which the customer must read out."""

    fact: FactId
    """The fact that is asked for."""
    then: TurnId
    """The turn that follows once it is given."""
    identity: Switch = False
    """Whether it is asked to prove who is calling."""
    known: Switch = False
    """Whether the agent has just shown that it is on the screen already."""
    wrong: Text = "I'm sorry, could you read that out once more?"
    """What the agent says to anything else."""
    tries: Count = 2
    """After so many the agent goes on all the same."""


class OnHold(Noun, frozen=True, kw_only=True):
    """The agent goes away to ask somebody."""

    lasts: Duration
    """How long the agent is away."""
    then: TurnId
    """The turn that follows."""
    announces: tuple[Announcement, ...] = ()
    """What a recording says meanwhile."""
    music: Text = "Music."
    """What is heard meanwhile, in words."""
    supervisor: Switch = True
    """Whether a supervisor is asked; else the wait is only a wait."""

    @property
    def said_by(self) -> str:
        return "the recording"


class Transfers(Noun, frozen=True, kw_only=True):
    """The agent passes the caller on."""

    to: Text
    """The team, as it is called."""
    cold: Switch = False
    """Without a word to the next person."""


class Desk(Noun, frozen=True, kw_only=True):
    """What is on the agent's desk at that second."""

    screen: Backstage
    """What the agent sees."""
    missing: Backstage | None = None
    """What they would need and do not see."""
    slow: Duration | None = None
    """How long the tool takes to answer."""
    timer: Duration | None = None
    """How long a call may take here; the timer shows how much of it has passed."""
    clock: Backstage | None = None
    """What stands where a timer would be."""


class DeskToday(Noun, frozen=True, kw_only=True):
    """What this agent's day has been."""

    calls_today: Count
    """How many calls they have taken before this one."""
    target: Backstage
    """What they are measured by."""
    since: Backstage | None = None
    """How long they have been on shift."""


class Turn(Happens, frozen=True, kw_only=True):
    """What the agent says, and what can follow.

    Exactly one of: replies, asks, on_hold, transfers, then, leads.
    """

    ONE_OF: ClassVar[tuple[str, ...]] = (
        "replies",
        "asks",
        "on_hold",
        "transfers",
        "then",
        "leads",
    )

    says: Text
    """The agent's words."""
    by: Text | None = None
    """Who says it, where it is not the agent who answered."""
    takes: Duration | None = None
    """A silence before it, in which keys are heard."""
    replies: tuple[Reply, ...] = ()
    """What the customer can say to it."""
    asks: Asks | None = None
    """A fact that the customer must read out."""
    on_hold: OnHold | None = None
    """The agent goes away to ask somebody."""
    transfers: Transfers | None = None
    """The caller is passed on; the call is left by `transferred`."""
    then: TurnId | None = None
    """The turn that follows, when nothing needs to be said."""
    leads: Target | None = None
    """Where it leads, if this ends the call."""
    desk: Desk | None = None
    """What is on the agent's desk at that second; the debrief shows it."""

    def __post_init__(self) -> None:
        follows = (
            bool(self.replies),
            self.asks is not None,
            self.on_hold is not None,
            self.transfers is not None,
            self.then is not None,
            self.leads is not None,
        )
        if sum(follows) != 1:
            raise Unreadable(
                "a turn has exactly one of replies, asks, on_hold, transfers, then, leads",
                "keep one of them; put the others in a turn of their own",
                code="E213",
            )

    @property
    def said_by(self) -> str:
        return self.by or ""


class Call(Touchpoint, frozen=True, kw_only=True):
    """A person who asks, checks, looks, promises, passes on.

    The agent's words are read out in real time; the customer may answer while they
    are still speaking.
    """

    CHANNEL: ClassVar[Channel] = "phone"
    EXITS: ClassVar[tuple[str, ...]] = ("hung_up",)
    MAY_EXIT: ClassVar[tuple[str, ...]] = ("transferred", "dropped")
    FRICTIONS: ClassVar[tuple[str, ...]] = (
        "asked_again",
        "told_then_asked",
        "cold_transfer",
        "supervisor_hold",
        "contradicted",
        "call_cut_short",
    )

    kind: Literal["call"]
    who: Text
    """The agent's first name."""
    team: Text | None = None
    """The team, as it is called."""
    able: Switch = False
    """Whether this is somebody who can help: `minutes to the first person able to
    help` ends here."""
    starts: TurnId
    """The turn that the call begins with."""
    turns: Mapping[TurnId, Turn]
    """What the agent says, turn by turn, by name."""
    desk_sees: DeskToday | None = None
    """What the agent's day has been; the debrief shows it."""

    def __post_init__(self) -> None:
        if self.starts not in self.turns:
            raise Unreadable(
                f'the call starts with "{self.starts}", which is not one of its turns',
                "turns: " + ", ".join(self.turns),
                code="E213",
            )

    @property
    def said_by(self) -> str:
        return self.who
