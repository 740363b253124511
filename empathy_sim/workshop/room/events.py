"""What happened in a room: one closed set."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from msgspec import Struct

from empathy_sim.engine.moves import Pace

Chair: TypeAlias = Literal["customer", "observer"]
Face: TypeAlias = Literal["terminal", "lines"]
Noted: TypeAlias = Literal[
    "sigh",
    "laugh",
    "swearing",
    "looked_away",
    "leaned_back",
    "gave_up",
    "said",
    "other",
]
"""What an observer can see of somebody who plays."""


class RoomEvent(Struct, frozen=True):
    """What every event of a room has."""

    WORDS: ClassVar[tuple[str, ...]] = ()
    """Fields that hold a person's own words, which are kept apart."""
    LINES: ClassVar[tuple[str, ...]] = ()
    """Those of them that hold several, none with a line break in it."""

    at_ms: int
    """Milliseconds since the room was opened, breaths included."""


class Opened(RoomEvent, frozen=True):
    """A room was opened for a journey."""

    WORDS: ClassVar[tuple[str, ...]] = ("labels",)
    LINES: ClassVar[tuple[str, ...]] = ("labels",)

    journey: str
    title: str
    pace: Pace
    seed: int
    """Draws the customer that everybody plays."""
    solo: bool = False
    """Whether each plays by a private link, at any time."""
    smallest: int = 5
    """How many people a number stands for at least that nobody ticked."""
    smallest_words: int = 10
    """The same of words."""
    waiting_ms: int = 0
    """How long the lobby itself waits, with tickets; 0 where it does not."""
    labels: tuple[str, ...] = ()
    """The names or labels that may be taken; empty where anyone writes their own.

    They go where names are removed: from then on anyone writes their own.
    """
    reasons: tuple[str, ...] = ()
    """Why customers may call, to choose five from."""


class SeatTaken(RoomEvent, frozen=True):
    """Somebody sat down."""

    WORDS: ClassVar[tuple[str, ...]] = ("label",)

    seat: str
    chair: Chair
    secret: str
    """A hash of what the seat's browser holds."""
    about: str = ""
    """The seat that is observed, for an observer."""
    label: str = ""


class SeatForgotten(RoomEvent, frozen=True):
    """Somebody had sat here; nothing else is known of them any more."""


class ChairChanged(RoomEvent, frozen=True):
    """Somebody sits on another chair, or observes somebody else."""

    seat: str
    chair: Chair
    about: str = ""


class Swapped(RoomEvent, frozen=True):
    """A second sitting: who watched plays, and who played watches them.

    Whatever was played, noted and ticked before stays with the seats it belongs to.
    """

    plays: tuple[str, ...]
    """Seats that play from now on."""
    watches: tuple[str, ...]
    """Seats that watch from now on."""
    about: tuple[str, ...]
    """Whom each of these watches, in the same order."""


class SecretChanged(RoomEvent, frozen=True):
    """What opened a seat opens it no more; an empty one opens to nobody."""

    seat: str
    secret: str


class SessionOpened(RoomEvent, frozen=True):
    """A seat's journey was opened."""

    seat: str
    session: str


class Waited(RoomEvent, frozen=True):
    """Somebody agreed to the waiting room, or has had enough of it."""

    seat: str
    does: Literal["agreed", "stopped"]


class PlayBegan(RoomEvent, frozen=True):
    """Whoever waits in the lobby may begin."""


class Breathed(RoomEvent, frozen=True):
    """The room takes a breath: every clock stands, its closing too."""

    utc: str = ""
    """The wall's time; empty in a log that does not have it."""


class WentOn(RoomEvent, frozen=True):
    """The clocks go on; the room closes later by as long as they stood."""

    utc: str = ""
    """As above."""


class Nudged(RoomEvent, frozen=True):
    """The facilitator said a word to one seat."""

    WORDS: ClassVar[tuple[str, ...]] = ("words",)

    seat: str
    words: str = ""


class SeatLedOn(RoomEvent, frozen=True):
    """The facilitator led one seat on to its next stage."""

    seat: str


class PaceSet(RoomEvent, frozen=True):
    """Waits that begin from now on are lived at another pace."""

    pace: Pace


class ClosingSet(RoomEvent, frozen=True):
    """The room will close at a time of the wall's clock; empty: when told to."""

    at_utc: str
    utc: str = ""
    """When that was said, by the same clock; empty in a log that does not have it."""


class RoomClosed(RoomEvent, frozen=True):
    """Playing is over; who was still in the story is still waiting."""


class Asked(RoomEvent, frozen=True):
    """Somebody told the facilitator something quietly."""

    WORDS: ClassVar[tuple[str, ...]] = ("words",)

    seat: str
    words: str = ""


class Answered(RoomEvent, frozen=True):
    """The facilitator has seen what a seat told quietly."""

    seat: str


class Ticked(RoomEvent, frozen=True):
    """What one seat lets the room see; the last one counts."""

    seat: str
    curve: bool = False
    word: bool = False
    """The one word for how it was."""
    ahas: tuple[int, ...] = ()
    """Which insights, by their place in the session's log."""
    words: tuple[int, ...] = ()
    """Which words written beside a feeling, by their place in the log."""
    commitment: bool = False
    """Whether the commitment may be told; with the name it may be collected, too."""
    named: bool = False
    """Whether the name stands beside it."""
    label: str = ""
    """The name, where it was ticked: it is kept with what it stands beside."""


class Observed(RoomEvent, frozen=True):
    """An observer noted something about the seat that they observe."""

    WORDS: ClassVar[tuple[str, ...]] = ("words",)

    seat: str
    about: str
    noted: Noted
    session_seq: int
    """How many events the observed session had."""
    story_ms: int
    words: str = ""


class Guessed(RoomEvent, frozen=True):
    """Somebody's guess of the five reasons for which customers call most."""

    WORDS: ClassVar[tuple[str, ...]] = ("reasons",)

    seat: str
    reasons: str
    """One a line, the most frequent first."""


class Polled(RoomEvent, frozen=True):
    """Somebody of the frontline named the reasons for which customers call most."""

    WORDS: ClassVar[tuple[str, ...]] = ("reasons",)

    source: Literal["link", "file"]
    reasons: str
    people: int = 1
    browser: str = ""
    """A hash of what the browser holds that sent it; its next answer counts instead.

    Empty for a file, and in a log that does not have it.
    """


class Revealed(RoomEvent, frozen=True):
    """A step of the group's debrief stands on the wall."""

    step: str
    wall: str = ""
    """All that stands on it now, as JSON: it is what was shown, whatever comes."""


class FollowedUp(RoomEvent, frozen=True):
    """Somebody told what became of a commitment."""

    WORDS: ClassVar[tuple[str, ...]] = ("words",)

    seat: str
    days: int
    done: Literal["yes", "partly", "no"]
    words: str = ""


class RoomEnded(RoomEvent, frozen=True):
    """The workshop is over."""


Event: TypeAlias = (
    Opened
    | SeatTaken
    | SeatForgotten
    | ChairChanged
    | Swapped
    | SecretChanged
    | SessionOpened
    | Waited
    | PlayBegan
    | Breathed
    | WentOn
    | Nudged
    | SeatLedOn
    | PaceSet
    | ClosingSet
    | RoomClosed
    | Asked
    | Answered
    | Ticked
    | Observed
    | Guessed
    | Polled
    | Revealed
    | FollowedUp
    | RoomEnded
)
