"""What a participant can do."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from empathy_sim.engine.resolutions import Resolution

Tone = Literal["short", "civil", "sharp"]
Pace = Literal["real", "long", "workshop", "brisk", "instant"]
"""The one that lives most of a wait first."""


class Consent(Struct, frozen=True):
    """The contract is accepted."""

    departments: tuple[str, ...] = ()
    """Those the leader answers for."""
    service: str = ""
    """What customer service is here, in the leader's words."""
    uninterrupted: bool = False
    """Asked for no prompts on the way; marks follow on the timeline."""


class Proceed(Struct, frozen=True):
    """On to what comes next, where reading is all there is to do."""


class Predict(Struct, frozen=True):
    """A number guessed before playing."""

    prediction: str
    value: int


class Choose(Struct, frozen=True):
    """An option, button, link, reply or action is taken."""

    option: str
    tone: Tone | None = None


class Press(Struct, frozen=True):
    """A key of the phone."""

    key: str


class Say(Struct, frozen=True):
    """Something typed into a chat, or said to a machine or a person."""

    text: str


class FillIn(Struct, frozen=True):
    """A field is left with this in it."""

    field: str
    text: str


class Rate(Struct, frozen=True):
    """An answer on a survey's scale."""

    question: str
    value: int


class Wait(Struct, frozen=True):
    """Nothing is done until this instant."""


class HangUp(Struct, frozen=True):
    """The phone is put down."""


class Leave(Struct, frozen=True):
    """The journey is left, for good."""


class Close(Struct, frozen=True):
    """The room closes: whoever is still in the story is still waiting.

    It is no participant's; whoever runs a workshop makes it, and no scene offers it.
    """


class LeadOn(Struct, frozen=True):
    """Whoever runs a workshop leads one who is stuck on to the next stage.

    It is no participant's; no scene offers it.
    """


class React(Struct, frozen=True):
    """A feeling is marked."""

    pleasant: int
    aroused: int
    words: str = ""
    aha: bool = False
    about_ms: int | None = None
    """The story instant it is about, when marked afterwards."""
    felt: bool = True
    """Whether a feeling was marked with it; an insight may be words alone."""


class Pause(Struct, frozen=True):
    """The story's clock stands."""

    why: Literal["feeling", "leaving", "break", "reading"] = "break"


class Resume(Struct, frozen=True):
    """The story's clock goes on."""


class SetPace(Struct, frozen=True):
    """How much of the next waits is lived; once the contract is accepted, no more."""

    pace: Pace
    asking: int = 0
    """Which of the room's changes of pace it is; 0 for nobody's."""


class AnswerPace(Struct, frozen=True):
    """Whoever runs a workshop asked to let more of the next waits be lived.

    It is the participant's, on the page around the story; no scene offers it.
    """

    pace: Pace
    asking: int
    """Which of the room's changes of pace it answers; from 1."""
    yes: bool


class Reflect(Struct, frozen=True):
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
    | Close
    | LeadOn
    | React
    | Pause
    | Resume
    | SetPace
    | AnswerPace
    | Reflect
    | Resolution
)


class Instant(Struct, frozen=True, gc=False):
    """A point in both times, in milliseconds since the journey began."""

    story_ms: int
    felt_ms: int


START = Instant(0, 0)
