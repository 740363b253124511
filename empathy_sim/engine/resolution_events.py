"""What was decided once the journey was over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from msgspec import field

from empathy_sim.engine.frame_events import Happened
from empathy_sim.engine.resolutions import (
    Asking,
    Assignment,
    Blame,
    Done,
    Figure,
    Ground,
)


class Attributed(Happened, frozen=True):
    """A friction was put down to something."""

    WORDS: ClassVar[tuple[str, ...]] = ("reason",)

    friction: str
    blames: Blame
    asking: Asking
    reason: str = ""


class FigureGiven(Happened, frozen=True):
    """A number of the leader's own company was given."""

    figure: Figure
    value: int
    ground: Ground
    currency: str = ""
    """The sign that was typed with it: `£`; empty without one."""


class Committed(Happened, frozen=True):
    """Something was promised; kept until the session is forgotten."""

    cue: str
    act: str
    owner: str = ""
    counterpart: str = ""
    due: str = ""


class AssignmentTaken(Happened, frozen=True):
    """An assignment was chosen; kept until the session is forgotten."""

    assignment: Assignment
    due: str = ""
    guesses: tuple[str, ...] = ()


class BroughtBack(Happened, frozen=True):
    """It was said what came of it; kept until the session is forgotten."""

    what: str
    done: Done
    answers: Mapping[str, str] = field(default_factory=dict)


class GoalShared(Happened, frozen=True):
    """Two departments own one lived measure."""

    measure: str
    departments: tuple[str, ...]
    wanted: str = ""


class LivedAgain(Happened, frozen=True):
    """A stage was lived again with something mended."""

    fix: str
    stage: str
    after: int
    log: str


ResolutionEvent = (
    Attributed
    | FigureGiven
    | Committed
    | AssignmentTaken
    | BroughtBack
    | GoalShared
    | LivedAgain
)
