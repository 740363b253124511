"""What happened in the frame around the story."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

from empathy_sim.engine.moves import Pace
from empathy_sim.journey.cast import Cast

Phase = Literal[
    "contract",
    "report",
    "card",
    "predicting",
    "playing",
    "ending",
    "afterwards",
    "resting",
    "debriefing",
    "closed",
]


class Happened(Struct, frozen=True, gc=False):
    """What every event has: its instant in both times."""

    WORDS: ClassVar[tuple[str, ...]] = ()
    """Fields that hold a person's own words, which are kept apart."""

    story_ms: int
    felt_ms: int


class JourneyBegan(Happened, frozen=True):
    """A session opens, with everything that was drawn for it."""

    script: str
    """The script's digest."""
    journey: str
    cast: Cast
    pace: Pace
    at_stage: str | None = None
    """Where it was asked to begin; such sessions are left out of comparisons."""
    chair: str = "customer"
    program: str = ""


class Consented(Happened, frozen=True):
    """The contract was accepted."""

    WORDS: ClassVar[tuple[str, ...]] = ("service",)

    departments: tuple[str, ...]
    uninterrupted: bool
    service: str = ""


class PhaseBegan(Happened, frozen=True):
    """The session went on to another phase."""

    phase: Phase


class Predicted(Happened, frozen=True):
    """A number was guessed; the last guess for an id counts."""

    prediction: str
    value: int


class ReactionAsked(Happened, frozen=True):
    """The frame asked how it feels."""

    why: str


class ReactionRecorded(Happened, frozen=True):
    """A feeling was marked (Affect Grid: Russell, Weiss and Mendelsohn 1989)."""

    WORDS: ClassVar[tuple[str, ...]] = ("words",)

    pleasant: int
    aroused: int
    aha: bool = False
    about_ms: int | None = None
    words: str = ""
    felt: bool = True
    """Whether a feeling was marked with it; if not, its numbers mean nothing."""


class Rated(Happened, frozen=True):
    """A survey's question was answered."""

    question: str
    value: int
    measures: str
    least: int
    most: int


class PaceChanged(Happened, frozen=True):
    """The next waits are lived at another pace."""

    pace: Pace
    asking: int = 0
    """Which of the room's changes of pace it is; 0 for nobody's."""


class PaceAnswered(Happened, frozen=True):
    """More of the next waits may be lived, or not, as the participant said."""

    pace: Pace
    asking: int
    """Which of the room's changes of pace it answers; from 1."""
    yes: bool


class Paused(Happened, frozen=True):
    """The story's clock stands."""

    why: str


class Resumed(Happened, frozen=True):
    """The story's clock goes on."""


class JourneyEnded(Happened, frozen=True):
    """The journey came to one of its endings."""

    ending: str
    outcome: str
    says: str


class LedOn(Happened, frozen=True):
    """Whoever runs the workshop led on to the next stage."""

    stage: str
    """The one that was left so."""


class JourneyLeft(Happened, frozen=True):
    """The participant left; as full an ending as any."""


class Reflected(Happened, frozen=True):
    """A question of the frame or the debrief was answered."""

    WORDS: ClassVar[tuple[str, ...]] = ("words",)

    question: str
    words: str = ""


FrameEvent = (
    JourneyBegan
    | Consented
    | PhaseBegan
    | Predicted
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
)
