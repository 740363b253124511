"""A journey map in Mermaid's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from empathy_sim.debrief.bands import Band
from empathy_sim.debrief.curve import Point
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.text.sinks import for_mermaid

_KINDS = {
    "call": "Somebody who answers",
    "chat": "Assistant",
    "counter": "Queue",
    "days": "",
    "form": "Website",
    "hold": "Queue",
    "menu": "Recording",
    "order": "Website",
    "search": "Help centre",
    "survey": "Survey",
}
_MIDDLE = 3
"""The face of what was not marked; it is said beside it."""


class _Task(NamedTuple):
    says: str
    score: int
    with_whom: str


def as_mermaid(subject: Subject) -> str:
    """Stages with what was felt in each, from 1 to 5, as the text of a file.

    It has feelings in it, and none of the player's words.
    """
    debrief = subject.debrief
    lines = ["journey", f"  title {for_mermaid(debrief.title)}"]
    stages = [band for band in debrief.curve.bands if band.sort == "stage"]
    for number, (stage, points) in enumerate(_parted(stages, debrief), 1):
        lines.append(f"  section {number}. {for_mermaid(stage.says)}")
        lines += (_line(task, debrief) for task in _tasks(stage, points, debrief))
    return "\n".join(lines) + "\n"


def _parted(
    stages: Sequence[Band], debrief: Debrief
) -> Iterator[tuple[Band, tuple[Point, ...]]]:
    """Each visit to a stage with its own marks; what lies outside, at the ends."""
    left = list(debrief.curve.points)
    for at, stage in enumerate(stages):
        is_last = at == len(stages) - 1
        own = [each for each in left if is_last or _is_in(each, stage)]
        left = [each for each in left if each not in own]
        yield stage, tuple(own)


def _is_in(point: Point, stage: Band) -> bool:
    if not point.place.stage:
        return point.at.story_ms <= stage.began.story_ms
    there = stage.began.story_ms <= point.at.story_ms <= stage.ended.story_ms
    return there and point.place.stage == stage.place.stage


def _tasks(stage: Band, points: Sequence[Point], debrief: Debrief) -> Iterator[_Task]:
    for point in points:
        true = f"{point.pleasant:+d}" if point.pleasant else "0"
        says = f"{point.at.when} ({true}) {point.feels}"
        yield _Task(says, _score(point.pleasant), _met(point, debrief))
    if not points:
        yield _Task(f"{stage.began.when} (nothing marked)", _MIDDLE, "")


def _score(pleasant: int) -> int:
    """One of five faces for a feeling from -4 to 4."""
    return (pleasant + 4) // 2 + 1


def _met(point: Point, debrief: Debrief) -> str:
    """Whom or what the customer had before them there."""
    named = (end.who for end in debrief.other_ends if end.where == point.where)
    return next(named, _KINDS.get(point.place.kind, ""))


def _line(task: _Task, debrief: Debrief) -> str:
    who = (debrief.customer, task.with_whom)
    actors = ", ".join(for_mermaid(each) for each in who if each)
    return f"    {for_mermaid(task.says)}: {task.score}: {actors}"
