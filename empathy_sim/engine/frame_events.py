"""What happened in the frame around the story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

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


@dataclass(frozen=True, slots=True)
class Happened:
    """What every event has: its instant in both times."""

    WORDS: ClassVar[tuple[str, ...]] = ()
    """Fields that hold a person's own words, which are kept apart."""

    story_ms: int
    felt_ms: int


@dataclass(frozen=True, slots=True)
class JourneyBegan(Happened):
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


@dataclass(frozen=True, slots=True)
class Consented(Happened):
    """The contract was accepted."""

    WORDS: ClassVar[tuple[str, ...]] = ("service",)

    departments: tuple[str, ...]
    uninterrupted: bool
    service: str = ""


@dataclass(frozen=True, slots=True)
class PhaseBegan(Happened):
    """The session went on to another phase."""

    phase: Phase


@dataclass(frozen=True, slots=True)
class Predicted(Happened):
    """A number was guessed; the last guess for an id counts."""

    prediction: str
    value: int


@dataclass(frozen=True, slots=True)
class ReactionAsked(Happened):
    """The frame asked how it feels."""

    why: str


@dataclass(frozen=True, slots=True)
class ReactionRecorded(Happened):
    """A feeling was marked (Affect Grid: Russell, Weiss and Mendelsohn 1989)."""

    WORDS: ClassVar[tuple[str, ...]] = ("words",)

    pleasant: int
    aroused: int
    aha: bool = False
    about_ms: int | None = None
    words: str = ""
    felt: bool = True
    """Whether a feeling was marked with it; if not, its numbers mean nothing."""


@dataclass(frozen=True, slots=True)
class Rated(Happened):
    """A survey's question was answered."""

    question: str
    value: int
    measures: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class PaceChanged(Happened):
    """The next waits are lived at another pace."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class Paused(Happened):
    """The story's clock stands."""

    why: str


@dataclass(frozen=True, slots=True)
class Resumed(Happened):
    """The story's clock goes on."""


@dataclass(frozen=True, slots=True)
class JourneyEnded(Happened):
    """The journey came to one of its endings."""

    ending: str
    outcome: str
    says: str


@dataclass(frozen=True, slots=True)
class JourneyLeft(Happened):
    """The participant left; as full an ending as any."""


@dataclass(frozen=True, slots=True)
class Reflected(Happened):
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
    | Paused
    | Resumed
    | JourneyEnded
    | JourneyLeft
    | Reflected
)
