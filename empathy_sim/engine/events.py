"""What happened: one closed set of facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from msgspec import field

from empathy_sim.engine.frame_events import (
    Consented,
    Happened,
    JourneyBegan,
    JourneyEnded,
    JourneyLeft,
    LedOn,
    PaceAnswered,
    PaceChanged,
    Paused,
    PhaseBegan,
    Predicted,
    Rated,
    ReactionAsked,
    ReactionRecorded,
    Reflected,
    Resumed,
)
from empathy_sim.engine.moves import Tone
from empathy_sim.engine.resolution_events import (
    AssignmentTaken,
    Attributed,
    BroughtBack,
    Committed,
    FigureGiven,
    GoalShared,
    LivedAgain,
)
from empathy_sim.journey.touchpoint import Channel

__all__ = [
    "AssignmentTaken",
    "Attributed",
    "BroughtBack",
    "Committed",
    "Consented",
    "FigureGiven",
    "GoalShared",
    "JourneyBegan",
    "JourneyEnded",
    "JourneyLeft",
    "LedOn",
    "LivedAgain",
    "PaceAnswered",
    "PaceChanged",
    "Paused",
    "PhaseBegan",
    "Predicted",
    "Rated",
    "ReactionAsked",
    "ReactionRecorded",
    "Reflected",
    "Resumed",
]

Plain = str | int | bool | None | tuple["Plain", ...]
Facts = Mapping[str, Plain]
WaitSort = Literal["hold", "queue", "days", "supervisor", "ticket", "home"]


class StageEntered(Happened, frozen=True):
    """A stage begins."""

    stage: str


class StageLeft(Happened, frozen=True):
    """A stage was left by one of its scenario's exits."""

    stage: str
    exit: str


class TouchpointEntered(Happened, frozen=True):
    """A touchpoint of the current stage begins."""

    touchpoint: str
    kind: str
    visit: int
    """From 1, counted in this stage over the whole session."""


class TouchpointLeft(Happened, frozen=True):
    """A touchpoint was left by one of its exits."""

    touchpoint: str
    exit: str


class ContactBegan(Happened, frozen=True):
    """The customer is in touch with the company on a channel."""

    channel: Channel


class ContactEnded(Happened, frozen=True):
    """A contact ended, by whom, and how."""

    channel: Channel
    by: Literal["customer", "company", "battery"]
    how: str
    """`finished`, `hung_up`, `dropped`, `timed_out`, `closed`, `left`, ..."""


class PersonAnswered(Happened, frozen=True):
    """Somebody, and not something, is there."""

    who: str
    able: bool
    """Whether this person could help."""


class OptionChosen(Happened, frozen=True):
    """An option was taken; its words as they were shown."""

    option: str
    says: str
    tone: Tone | None = None


class KeyPressed(Happened, frozen=True):
    """A key of the phone, heard or not."""

    key: str
    heard: bool = True


class Said(Happened, frozen=True):
    """A sentence of a conversation; a customer's typed words are kept apart."""

    WORDS: ClassVar[tuple[str, ...]] = ("words",)

    speaker: str
    says: str
    words: str = ""


class FieldFilled(Happened, frozen=True):
    """A field was left with something in it."""

    WORDS: ClassVar[tuple[str, ...]] = ("words",)

    field: str
    length: int
    words: str = ""


class InputRefused(Happened, frozen=True):
    """The company did not take what was given."""

    field: str
    rule: str
    says: str


class StepTaken(Happened, frozen=True):
    """Private progress of a kind of touchpoint."""

    step: str
    facts: Facts = field(default_factory=dict)


class WaitBegan(Happened, frozen=True):
    """A wait begins; how long it is and how much of it will be lived."""

    wait: WaitSort
    length_ms: int
    """In the story; not known to the customer."""
    budget_ms: int
    """How much of it is to be lived at most."""
    lived: tuple[tuple[int, int], ...]
    """The lived stretches, in milliseconds since the wait began."""
    announced_ms: int | None = None
    """What the customer was told."""


class WaitEnded(Happened, frozen=True):
    """A wait is over, and how."""

    wait: WaitSort
    how: str
    """`answered`, `dropped`, `hung_up`, `passed`, `left`."""


class TimeCut(Happened, frozen=True):
    """The clock jumped; what fell into the gap was not heard."""

    length_ms: int


class Announced(Happened, frozen=True):
    """A recording said something."""

    sort: str
    """`apology`, `news`, `advert`, `estimate`, `position`, `still_there`, `menu`."""
    says: str
    heard: bool = True
    value: int | None = None
    """The estimate in milliseconds, or the position."""


class MessageArrived(Happened, frozen=True):
    """A letter, e-mail or text came in."""

    looks_like: str
    sender: str
    subject: str
    says: str
    answerable: bool = True


class FrictionMet(Happened, frozen=True):
    """Something went against the customer."""

    code: str
    cause: str | None
    """`stage/cause`, where the author named one."""
    detail: str = ""


class KindnessShown(Happened, frozen=True):
    """Somebody did something right."""

    says: str


class AskedFor(Happened, frozen=True):
    """The company asked for a fact."""

    fact: str
    by: str
    """`menu`, `form`, `chat`, or a person's name."""
    identity: bool = False
    """Whether it was to prove who is there."""


class FactGiven(Happened, frozen=True):
    """The customer gave a fact, rightly or not."""

    fact: str
    right: bool


class Transferred(Happened, frozen=True):
    """The customer was passed on."""

    to: str
    cold: bool


class PromiseMade(Happened, frozen=True):
    """The company promised something for an instant."""

    promise: str
    due_ms: int


class PromiseMoved(Happened, frozen=True):
    """A promise was given another date."""

    promise: str
    from_ms: int
    to_ms: int


class PromiseKept(Happened, frozen=True):
    """A promise came true."""

    promise: str


class PromiseBroken(Happened, frozen=True):
    """A promise lapsed, or was denied."""

    promise: str
    how: Literal["lapsed", "denied"]


class ResourceCrossed(Happened, frozen=True):
    """A resource ran low, or out."""

    resource: str
    mark: Literal["low", "zero"]
    says: str = ""


Event = (
    JourneyBegan
    | Consented
    | PhaseBegan
    | Predicted
    | StageEntered
    | StageLeft
    | TouchpointEntered
    | TouchpointLeft
    | ContactBegan
    | ContactEnded
    | PersonAnswered
    | OptionChosen
    | KeyPressed
    | Said
    | FieldFilled
    | InputRefused
    | StepTaken
    | WaitBegan
    | WaitEnded
    | TimeCut
    | Announced
    | MessageArrived
    | FrictionMet
    | KindnessShown
    | AskedFor
    | FactGiven
    | Transferred
    | PromiseMade
    | PromiseMoved
    | PromiseKept
    | PromiseBroken
    | ResourceCrossed
    | ReactionAsked
    | ReactionRecorded
    | Rated
    | PaceChanged
    | PaceAnswered
    | Paused
    | Resumed
    | JourneyEnded
    | LedOn
    | JourneyLeft
    | Reflected
    | Attributed
    | FigureGiven
    | Committed
    | AssignmentTaken
    | BroughtBack
    | GoalShared
    | LivedAgain
)
