"""What is asked now, for who shows buttons."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.engine.scene import Scene
from empathy_sim.line.filling_in import Blank
from empathy_sim.line.questions import Question


@dataclass(frozen=True, slots=True)
class AskedNow:
    """What is asked now, and what a line would be taken for."""

    scene: Scene
    """Of a stage that is lived again, where one is."""
    blank: Blank | None = None
    """The field or question of a page that is asked for."""
    question: Question | None = None
    """What is asked outside the story."""
    feels: bool = False
    """Whether a feeling is asked for, and nothing else is meant by a number."""
    may_feel: bool = False
    """Whether a feeling may be typed as it is, without a word before it."""
    talks: bool = False
    """Whether it is the debrief that asks: in its last lines, and nowhere else."""
