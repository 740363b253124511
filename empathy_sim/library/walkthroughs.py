"""Walkthrough files, read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path as File
from typing import Any

from empathy_sim.errors import ContentRefused
from empathy_sim.journey.walkthrough import KINDS, Step, Walkthrough
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path, Places
from empathy_sim.library.reading import Written
from empathy_sim.library.yaml_reader import read_yaml

_TEXTS = ("walkthrough", "plays", "ends")
KEYS = (*_TEXTS, "seed", "steps")
NEEDED = ("walkthrough", "plays", "steps")


def read_walkthrough(file: File) -> Walkthrough:
    """Read a walkthrough file.

    Raises:
        ContentRefused: it is not one, with what is wrong and where.
    """
    reading = read_yaml(file.read_bytes(), str(file))
    if reading.problems:
        raise ContentRefused(problems=reading.problems)
    value: Any = reading.value
    wrong = tuple(_wrong_in(value))
    if wrong:
        placed = (each.placed(str(file), reading.places) for each in wrong)
        raise ContentRefused(problems=tuple(placed))
    return Walkthrough(
        title=value["walkthrough"],
        plays=value["plays"],
        steps=tuple(_steps(value["steps"], reading.places)),
        seed=value.get("seed", 1),
        ends=value.get("ends"),
    )


def _steps(steps: list[Mapping[str, str]], places: Places) -> Iterator[Step]:
    for at, step in enumerate(steps):
        for kind in KINDS:
            if kind in step:
                yield Step(kind, step[kind], places.value(("steps", at)).line)


def told_as_walkthrough(written: Written) -> Written:
    """A file; where it is a walkthrough, with all that is wrong in it as such."""
    match written.value:
        case {"walkthrough": _} as value if written.kind is None:
            wrong = tuple(_wrong_keys(value))
            found = [each.placed(written.name, written.places) for each in wrong]
            lost = replace(written, value=None).with_problems(*found)
            return lost if found else written
        case _:
            return written


def _wrong_in(value: Any) -> Iterator[Wrong]:
    match value:
        case {"walkthrough": _}:
            yield from _wrong_keys(value)
        case _:
            yield Wrong(
                "E201",
                (),
                "this is not a walkthrough",
                "begin with walkthrough: and its title, then plays: and steps:",
            )


def _wrong_keys(value: Mapping[str, Any]) -> Iterator[Wrong]:
    for key in value:
        if key not in KEYS:
            hint = nearest(key, KEYS)
            yield Wrong("E201", (key,), f'there is no key "{key}"', hint, on_key=True)
    for key in NEEDED:
        if key not in value:
            yield Wrong("E202", (), f"{key} is missing", f"{key}: ...")
    yield from _wrong_values(value)
    yield from _wrong_steps(value.get("steps", []))


def _wrong_values(value: Mapping[str, Any]) -> Iterator[Wrong]:
    for key in _TEXTS:
        if not isinstance(value.get(key, ""), str):
            yield Wrong("E203", (key,), f"{key} is a text")
    match value.get("seed", 1):
        case int(seed) if seed is not True and seed is not False:
            pass
        case _:
            yield Wrong("E203", ("seed",), "seed is a number")


def _wrong_steps(steps: Any) -> Iterator[Wrong]:
    match steps:
        case list():
            for at, step in enumerate(steps):
                yield from _wrong_step(step, at)
        case _:
            yield Wrong("E203", ("steps",), "steps is a list", _STEP)


_STEP = "- sees: what must be seen by then, or - does: what is done"


def _wrong_step(step: Any, at: int) -> Iterator[Wrong]:
    here: Path = ("steps", at)
    match step:
        case {"sees": str()} | {"does": str()} if len(step) == 1:
            pass
        case {"sees": _} | {"does": _} if len(step) == 1:
            (key,) = step
            hint = "put it in quotes"
            yield Wrong("E203", (*here, key), f"what a step {key} is a text", hint)
        case {**keys} if len(keys) == 1:
            key = str(*keys)
            says = f'no step is called "{key}"'
            hint = near(key, KINDS) or _STEP
            yield Wrong("E201", (*here, key), says, hint, on_key=True)
        case _:
            yield Wrong("E203", here, "a step sees or does one thing", _STEP)
