"""Walkthrough files, read."""

from __future__ import annotations

from pathlib import Path

from empathy_sim.errors import ContentRefused
from empathy_sim.journey.walkthrough import KINDS, Step, Walkthrough
from empathy_sim.library.problems import Problem
from empathy_sim.library.yaml_reader import read_yaml


def read_walkthrough(file: Path) -> Walkthrough:
    """Read a walkthrough file.

    Raises:
        ContentRefused: it is not one, with what is wrong and where.
    """
    reading = read_yaml(file.read_bytes(), str(file))
    if reading.problems:
        raise ContentRefused(problems=reading.problems)
    value = reading.value
    if not isinstance(value, dict) or "walkthrough" not in value:
        raise ContentRefused(problems=(_not_one(str(file)),))
    steps: list[Step] = []
    for at, step in enumerate(value.get("steps") or ()):
        line = reading.places.value(("steps", at)).line
        steps.extend(
            Step(kind, str(step[kind]), line) for kind in KINDS if kind in step
        )
    seed = value.get("seed", 1)
    return Walkthrough(
        title=str(value["walkthrough"]),
        plays=str(value.get("plays", "")),
        steps=tuple(steps),
        seed=seed if isinstance(seed, int) else 1,
        ends=str(value["ends"]) if "ends" in value else None,
    )


def _not_one(file: str) -> Problem:
    return Problem(
        code="E201",
        file=file,
        line=1,
        column=1,
        says="this is not a walkthrough",
        hint="begin with walkthrough: and its title, then plays: and steps:",
    )
