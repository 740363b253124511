"""A story and the versions of its file."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from empathy_sim.engine.moves import Pace
from empathy_sim.errors import MoveRefused
from empathy_sim.library.problems import Problem
from empathy_sim.library.saved_version import Line, Version
from empathy_sim.rehearsal.course import OVER, Course, Lapse
from empathy_sim.rehearsal.previewed import Previewed
from empathy_sim.rehearsal.remembering import Spot
from empathy_sim.rehearsal.retracing import Start
from empathy_sim.session.authors_clock import AuthorsClock
from empathy_sim.workbench.preview_words import (
    diverged,
    said_in_one,
    standing_words,
    told_of,
)

PACES: tuple[Pace, ...] = get_args(Pace)
NOTHING_BEFORE = "This is the beginning."
NOTHING_AFTER = "There is no step to do again."
STANDS = "The story stands; go on with it first."


class Drafts:
    """Plays the last version that can be played; knows what is wrong with the latest."""

    def __init__(self, file: Path, clock: AuthorsClock, pace: Pace) -> None:
        """Play nothing yet.

        Args:
            file: the file that is being written.
            clock: by which its story is lived.
            pace: how much of the waits is lived.
        """
        self.file, self.clock, self.pace = file, clock, pace
        self.story: Previewed | None = None
        self._said: tuple[str, Course | None] = "", None
        self._latest = Version()
        self._played = Version()

    @property
    def note(self) -> str:
        """What is to be said, until something is done; empty for nothing."""
        says, course = self._said
        return says if course is self._course else ""

    def say(self, says: str) -> None:
        """Say something, until something is done."""
        self._said = says, self._course

    @property
    def _course(self) -> Course | None:
        return None if self.story is None else self.story.course

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the latest version."""
        return self._latest.problems

    @property
    def errors(self) -> int:
        """How many problems keep the latest version from being played."""
        return self._latest.errors

    @property
    def is_older(self) -> bool:
        """Whether the latest version is not what is played."""
        return self._played is not self._latest

    @property
    def standing(self) -> str:
        """The file, how it stands, how many steps were done, and the pace."""
        latest = self._latest
        older = self.is_older and self.story is not None
        name, errors, warnings = self.file.name, latest.errors, latest.warnings
        parts = [standing_words(name, errors, warnings, is_older=older)]
        if self.story is not None:
            course = self.story.course
            steps, taken = course.done, len(course.acts) - course.done
            parts.append(
                f"step {steps} of {steps + taken}" if taken else f"step {steps}"
            )
            parts.append(self.pace)
        return "  ·  ".join(parts)

    def take(self, version: Version) -> bool:
        """Take in a version that was saved; whether what is on the screen changes."""
        self._latest = version
        said = [*map(said_in_one, version.refused)]
        seen = False
        try:
            reset, seen = self._played_from(version)
            said.append(reset)
        except MoveRefused as refused:
            said.append(refused.says)
        self.say(" ".join(filter(None, said)))
        return seen

    def _played_from(self, version: Version) -> tuple[str, bool]:
        """Play a version, if it can be; what is to be said, and whether it is seen."""
        if version.script is None or version.cast is None:
            return "", False
        start = Start(version.stage, version.touchpoint, self.pace)
        if self.story is None:
            self.story = Previewed(version.script, version.cast, start, self.clock)
            self._played = version
            return "", True
        reset = self.story.reload(version.script, version.cast, start)
        self._played = version
        return told_of(reset, self._spot, alone=self._is_alone), reset.is_seen

    def back(self) -> bool:
        """Take the last step back; whether there was one."""
        went = self.story is not None and self.story.back()
        self.say("" if went else NOTHING_BEFORE)
        return went

    def forward(self) -> bool:
        """Do again what was taken back last; whether there was something."""
        if self.story is None or not self.story.course.may_go_forward:
            self.say(NOTHING_AFTER)
            return False
        apart = self.story.forward()
        told = diverged(apart, self._spot, alone=self._is_alone) if apart else ""
        self.say(told[:1].upper() + told[1:])
        return True

    def again(self) -> bool:
        """Stand at the beginning; whether there is a story."""
        self.say("")
        if self.story is not None:
            self.story.again()
        return self.story is not None

    def next_pace(self) -> bool:
        """Live the same at the next pace; whether what is on the screen changes."""
        self.pace = PACES[(PACES.index(self.pace) + 1) % len(PACES)]
        if self.story is None:
            return False
        is_seen = self.story.at_pace(self.pace).is_seen
        self.say(f"How much of a wait is lived: {self.pace}.")
        return is_seen

    def run_on(self, lapse: Lapse) -> None:
        """Pass over waiting."""
        self.say("")
        if self.story is None:
            return
        if self.story.port.scene().paused is not None:
            self.say(STANDS)
            return
        try:
            self.story.run_on(lapse)
        except MoveRefused as refused:
            self.say(refused.says)

    def line_here(self) -> Line:
        """Where what is on the screen is written; the file itself where none knows."""
        nowhere = Line(str(self.file.absolute()), 1)
        if self.story is None:
            return next(map(_line_of, self.problems), nowhere)
        stage, name = self.story.place
        of = "" if stage == OVER else self._scenario_of(stage)
        lines = {**self._played.lines, **self._latest.lines}
        return lines.get((of, name), nowhere)

    def _scenario_of(self, stage: str) -> str:
        assert self.story is not None
        return self.story.script.stages[stage].scenario.scenario

    @property
    def _is_alone(self) -> bool:
        return self.story is not None and self.story.script.alone

    @property
    def _spot(self) -> Spot:
        assert self.story is not None
        stage, touchpoint = self.story.place
        return Spot(stage, touchpoint, 0)


def _line_of(problem: Problem) -> Line:
    return Line(str(Path(problem.file).absolute()), problem.line)
