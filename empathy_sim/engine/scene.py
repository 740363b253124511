"""What a participant can see and do now."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from msgspec import Struct

from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.moves import HangUp, Move, Pace, Tone
from empathy_sim.journey.journey import Company
from empathy_sim.journey.touchpoint import Channel

OfferSort = Literal[
    "consent",
    "proceed",
    "predict",
    "choose",
    "press",
    "say",
    "fill",
    "rate",
    "wait",
    "hang_up",
    "react",
    "leave",
    "pause",
    "resume",
    "pace",
    "reflect",
]


class Offer(Struct, frozen=True):
    """A legal move, with what a face needs to show it.

    `examples` is a finite tuple of concrete moves: robots, exploration and
    walkthroughs use them; people are checked against the constraints.
    """

    sort: OfferSort
    id: str
    label: str
    examples: tuple[Move, ...] = ()
    key: str | None = None
    """The phone's key, where it has one."""
    tones: tuple[tuple[Tone, str], ...] = ()
    """For a reply: its wordings by tone, civil first."""
    limit: int = 0
    """Characters at most, for what is typed."""
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    secret: bool = False
    """Shown as dots while it is typed."""
    main: bool = False
    """The one that the company would like to be taken."""


HANG_UP = Offer("hang_up", "hang_up", "Hang up", (HangUp(),))
"""What can be done in every call."""


class Told(NamedTuple):
    """A sentence and who it comes from; nobody where it is the story's own."""

    speaker: str
    says: str


class Face(Protocol):
    """What a touchpoint of some kind looks like now; each kind has its own."""

    @property
    def kind(self) -> str:
        """The kind whose face this is."""
        ...

    def told(self) -> tuple[Told, ...]:
        """What stands on it, in words, for those who do not see it drawn.

        What was said is in the events, and fields and buttons are in the offers;
        neither is told again here.
        """
        ...


class StoryClock(Struct, frozen=True):
    """The story's day, date and time, in words."""

    day: str
    date: str
    time: str
    day_number: int
    """From 1."""


class Gauge(Struct, frozen=True):
    """What is left of a resource."""

    id: str
    says: str
    left: str
    """`19%` or `12 min`."""
    share: int
    """Hundredths of a percent: of a full battery, or of the time there was."""
    low: bool


class Fact(Struct, frozen=True):
    """Something the customer knows and must copy by hand."""

    id: str
    says: str
    value: str
    on: str = ""


class PromiseNote(Struct, frozen=True):
    """A promise as the customer would note it."""

    id: str
    says: str
    date: str
    first_date: str
    status: str


class Notebook(Struct, frozen=True):
    """What the customer has at hand."""

    facts: tuple[Fact, ...] = ()
    names: tuple[str, ...] = ()
    promises: tuple[PromiseNote, ...] = ()


class Place(Struct, frozen=True):
    """Where in the journey this is."""

    stage: str
    stage_title: str
    touchpoint: str
    title: str
    kind: str
    channel: Channel
    visit: int


class EndingFace(Struct, frozen=True):
    """How it ended."""

    title: str
    says: str
    outcome: str
    left: bool
    kind: str = "ending"

    def told(self) -> tuple[Told, ...]:
        return (Told("", self.title), Told("", self.says))


class Scene(Struct, frozen=True):
    """Everything a face shows, and every move that is legal."""

    phase: Phase
    story_ms: int
    felt_ms: int
    clock: StoryClock
    pace: Pace
    goal: str
    company: Company
    """Whom the customer deals with; its name, site and number, for the devices."""
    place: Place | None
    face: Face | None
    offers: tuple[Offer, ...]
    next_at: int | None
    """The story instant at which something happens by itself."""
    gauges: tuple[Gauge, ...]
    notebook: Notebook
    waiting: str | None
    """What sort of wait this is, while one is under way."""
    contact_since: int | None
    """The story instant at which the contact began."""
    asks: bool
    """Whether the story waits for the participant now."""
    asks_feeling: str | None
    paused: str | None

    def offer(self, sort: OfferSort, id_: str | None = None) -> Offer | None:
        """The first offer of a sort, and of an id if one is given."""
        for each in self.offers:
            if each.sort == sort and id_ in (None, each.id):
                return each
        return None

    def may(self, sort: OfferSort) -> bool:
        """Whether a sort of move is legal now."""
        return self.offer(sort) is not None
