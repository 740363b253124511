"""A chat: a bot or person in a window."""

from __future__ import annotations

from typing import ClassVar, Literal

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import (
    Count,
    Duration,
    Id,
    OwnWords,
    Switch,
    Target,
    Text,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.slugs import slug
from empathy_sim.journey.touchpoint import Channel, Happens, Touchpoint
from empathy_sim.journey.units import Unreadable


class Button(Noun, frozen=True, kw_only=True):
    """A ready answer under the bot's message."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("means", "leads")

    says: OwnWords
    """What is on it."""
    means: Id | None = None
    """The intent it stands for."""
    leads: Target | None = None
    """Where it leads, if it ends the chat."""

    def __post_init__(self) -> None:
        if (self.means is None) == (self.leads is None):
            raise Unreadable(
                "a button needs one of means and leads",
                "write means: an intent, or leads: a touchpoint",
                code="E213",
            )

    @property
    def name(self) -> str:
        """The button's id, unique among those shown together."""
        return slug(self.says)


class Intent(Happens, frozen=True, kw_only=True):
    """Something the bot knows."""

    id: Id
    """Its name, among the intents."""
    hears: tuple[str, ...] = ()
    """Whole words or phrases, case ignored; the first intent in the file wins."""
    says: tuple[Text, ...]
    """One message each."""
    then: tuple[Text, ...] = ()
    """What it says from the second time on; by default the same again, which is a
    loop."""
    buttons: tuple[Button, ...] | None = None
    """Shown under the answer; by default those that the chat opened with."""
    leads: Target | None = None
    """Where it leads, if it ends the chat."""
    solves: Switch = False
    """True where the answer is the right one."""
    when: Condition | None = None
    """Known only when this is so."""

    def __post_init__(self) -> None:
        if not self.says:
            raise Unreadable(
                f'the intent "{self.id}" says nothing',
                "write says: and a sentence or more",
                code="E213",
            )


class Canned(Noun, frozen=True, kw_only=True):
    """Sympathy from a card."""

    says: Text
    """The sentence on the card."""
    every: Count = 2
    """Said before every so-many-th answer that does not help."""


class HandOver(Noun, frozen=True, kw_only=True):
    """How a person is reached, and what is lost on the way."""

    hears: tuple[str, ...]
    """Words that ask for a person; heard before any intent's."""
    refuses: tuple[Text, ...] = ()
    """What it says first, once each, before it gives way."""
    says: Text
    """What is said as the chat is handed over."""
    waits: Duration
    """How long until somebody joins."""
    waiting: Text | None = None
    """What is shown while nobody has joined yet."""
    loses: Switch = False
    """Whether the transcript is lost."""
    lost: Text | None = None
    """What the person says on joining, when it is lost; what the chat that this leads
    to opens with is said after it."""
    who: Text | None = None
    """Who joins; by default whoever has the chat that this leads to."""


class Silence(Noun, frozen=True, kw_only=True):
    """A chat that closes on those who read."""

    warns: Duration
    """After how long a silence the chat warns, from the last message."""
    closes: Duration
    """After how long a silence it closes, from the last message."""
    warning: Text
    """What it says as a warning."""
    says: Text
    """What it says as it closes."""


class Chat(Touchpoint, frozen=True, kw_only=True):
    """A conversation by typing, with a bot that knows some things.

    To leave is to close the window; that leads `left`.
    """

    CHANNEL: ClassVar[Channel] = "chat"
    EXITS: ClassVar[tuple[str, ...]] = ("left",)
    MAY_EXIT: ClassVar[tuple[str, ...]] = ("handed_over", "closed")
    FRICTIONS: ClassVar[tuple[str, ...]] = (
        "intent_loop",
        "not_understood",
        "canned_empathy",
        "no_button_fits",
        "zero_refused",
        "transcript_lost",
        "closed_on_silence",
    )

    kind: Literal["chat"]
    who: Text
    """The name at the top of the window."""
    is_: Literal["bot", "person"] = "bot"
    """Who answers: a machine, or somebody."""
    able: Switch = False
    """Whether this is a person who can help."""
    opens: tuple[Text, ...]
    """What it says first, one message each."""
    buttons: tuple[Button, ...] = ()
    """Ready answers under its first messages."""
    intents: tuple[Intent, ...]
    """What it knows, the first that matches wins."""
    not_understood: tuple[Text, ...]
    """A ladder; its last is repeated."""
    canned: Canned | None = None
    """Sympathy from a card."""
    hand_over: HandOver | None = None
    """How a person is reached; without it, none is."""
    silence: Silence | None = None
    """When the chat closes by itself; without it, it stays open."""
    types_for: Duration = 1_200
    """How long three dots are shown before each message."""

    def __post_init__(self) -> None:
        if not self.not_understood:
            raise Unreadable(
                "this chat has nothing to say to what it does not understand",
                "write not_understood: and a sentence or more",
                code="E213",
            )

    @property
    def said_by(self) -> str:
        return self.who
