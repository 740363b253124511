"""What was decided once the journey was over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from empathy_sim.engine.frame_events import Happened
from empathy_sim.engine.resolutions import (
    Asking,
    Assignment,
    Blame,
    Done,
    Figure,
    Ground,
)


@dataclass(frozen=True, slots=True)
class Attributed(Happened):
    """A friction was put down to something."""

    WORDS: ClassVar[tuple[str, ...]] = ("reason",)

    friction: str
    blames: Blame
    asking: Asking
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FigureGiven(Happened):
    """A number of the leader's own company was given."""

    figure: Figure
    value: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class Committed(Happened):
    """Something was promised; kept until the session is forgotten."""

    cue: str
    act: str
    owner: str = ""
    counterpart: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class AssignmentTaken(Happened):
    """An assignment was chosen; kept until the session is forgotten."""

    assignment: Assignment
    due: str = ""
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BroughtBack(Happened):
    """It was said what came of it; kept until the session is forgotten."""

    what: str
    done: Done
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoalShared(Happened):
    """Two departments own one lived measure."""

    measure: str
    departments: tuple[str, ...]
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class LivedAgain(Happened):
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
