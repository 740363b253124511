"""What a participant can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from empathy_sim.engine.resolutions import Resolution

Tone = Literal["short", "civil", "sharp"]
Pace = Literal["real", "workshop", "brisk", "instant"]


@dataclass(frozen=True, slots=True)
class Consent:
    """The contract is accepted."""

    departments: tuple[str, ...] = ()
    """Those the leader answers for."""
    service: str = ""
    """What customer service is here, in the leader's words."""
    uninterrupted: bool = False
    """Asked for no prompts on the way; marks follow on the timeline."""


@dataclass(frozen=True, slots=True)
class Proceed:
    """On to what comes next, where reading is all there is to do."""


@dataclass(frozen=True, slots=True)
class Predict:
    """A number guessed before playing."""

    prediction: str
    value: int


@dataclass(frozen=True, slots=True)
class Choose:
    """An option, button, link, reply or action is taken."""

    option: str
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """A key of the phone."""

    key: str


@dataclass(frozen=True, slots=True)
class Say:
    """Something typed into a chat, or said to a machine or a person."""

    text: str


@dataclass(frozen=True, slots=True)
class FillIn:
    """A field is left with this in it."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Rate:
    """An answer on a survey's scale."""

    question: str
    value: int


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing is done until this instant."""


@dataclass(frozen=True, slots=True)
class HangUp:
    """The phone is put down."""


@dataclass(frozen=True, slots=True)
class Leave:
    """The journey is left, for good."""


@dataclass(frozen=True, slots=True)
class React:
    """A feeling is marked."""

    pleasant: int
    aroused: int
    words: str = ""
    aha: bool = False
    about_ms: int | None = None
    """The story instant it is about, when marked afterwards."""
    felt: bool = True
    """Whether a feeling was marked with it; an insight may be words alone."""


@dataclass(frozen=True, slots=True)
class Pause:
    """The story's clock stands."""

    why: Literal["feeling", "leaving", "break", "reading"] = "break"


@dataclass(frozen=True, slots=True)
class Resume:
    """The story's clock goes on."""


@dataclass(frozen=True, slots=True)
class SetPace:
    """How much of the next waits is lived."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class Reflect:
    """An answer to a question that the frame or the debrief asks."""

    question: str
    words: str


Move = (
    Consent
    | Proceed
    | Predict
    | Choose
    | Press
    | Say
    | FillIn
    | Rate
    | Wait
    | HangUp
    | Leave
    | React
    | Pause
    | Resume
    | SetPace
    | Reflect
    | Resolution
)


@dataclass(frozen=True, slots=True)
class Instant:
    """A point in both times, in milliseconds since the journey began."""

    story_ms: int
    felt_ms: int


START = Instant(0, 0)
