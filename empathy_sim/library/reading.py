"""A file of the library, by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from msgspec import json
from pydantic import ValidationError

from empathy_sim.journey.fit import Fit
from empathy_sim.journey.journey import Journey
from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Places
from empathy_sim.library.problems import Problem
from empathy_sim.library.shape import shape_problems
from empathy_sim.library.shelf import FileKind
from empathy_sim.library.validators import validator_of
from empathy_sim.library.yaml_events import FASTEST
from empathy_sim.library.yaml_reader import read_yaml

T = TypeVar("T", Journey, Scenario, Fit)


@dataclass(frozen=True, slots=True)
class Written:
    """What a file says, before anything is made of it."""

    path: Path
    sha: str
    """The digest of its bytes; empty where it cannot be opened."""
    value: Any
    """None where it could not be read."""
    places: Places
    problems: tuple[Problem, ...]
    lines: Sequence[str] = ()
    """Its text, line by line."""

    @property
    def name(self) -> str:
        """How problems call the file."""
        return self.path.as_posix()

    @property
    def kind(self) -> FileKind | None:
        """What the first key says it is."""
        match self.value:
            case {**keys} if keys:
                first = next(iter(keys))
                return first if first in {"journey", "scenario", "fit"} else None
            case _:
                return None

    def with_problems(self, *more: Problem) -> Written:
        """The same with more found wrong."""
        return replace(self, problems=(*self.problems, *more))

    def with_wrong(self, wrong: Wrong) -> Written:
        """The same with something wrong at its place."""
        return self.with_problems(wrong.placed(self.name, self.places))


def read_file(path: Path) -> Written:
    """Read a file, as far as it can be read; nothing is raised."""
    try:
        raw = _bytes_of(path)
    except OSError as refused:
        nothing = Written(path, "", None, Places(), ())
        why = refused.strerror or "the system refuses"
        return nothing.with_wrong(Wrong("E340", (), f"this cannot be opened: {why}"))
    return read_bytes(path, raw)


def read_bytes(path: Path, raw: bytes) -> Written:
    """What a file would say that held some bytes."""
    reading = read_yaml(raw, path.as_posix())
    sha = hashlib.sha256(raw).hexdigest()
    text = raw.decode("utf-8-sig", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Written(
        path, sha, reading.value, reading.places, reading.problems, text.split("\n")
    )


def of_kind(written: Written, kind: FileKind) -> Written:
    """The same file, with a problem where it is something else than it should be."""
    if written.value is None or written.kind == kind:
        return written
    if _is_walkthrough(written.value):
        says = "this is a walkthrough: a way through a journey, and nothing to play"
        hint = f"walk it with empathy-sim rehearse --walkthrough {written.name}"
    elif written.kind is None:
        says = "the first key says neither journey nor scenario nor fit"
        hint = f"begin the file with {kind}: and its id"
    else:
        says = f"this is a {written.kind}, and a {kind} is wanted here"
        hint = f"put it into the folder {written.kind}s"
    return replace(written, value=None).with_wrong(Wrong("E335", (), says, hint))


def _is_walkthrough(value: object) -> bool:
    match value:
        case {"walkthrough": _, **others}:
            return not {"journey", "scenario", "fit"} & others.keys()
        case _:
            return False


def shaped(
    written: Written, noun: type[T], settings: Mapping[str, SettingValue]
) -> tuple[T | None, Written]:
    """What a file means by its words, with settings in their places.

    Returns:
        The noun, or None, and the file with what was found wrong.
    """
    if written.value is None:
        return None, written
    try:
        return validated(written.value, noun, settings), written
    except ValidationError as error:
        found = shape_problems(
            error, written.places, written.name, shape=validator_of(noun).schema
        )
        return None, written.with_problems(*found)


def validated(value: object, noun: type[T], settings: Mapping[str, SettingValue]) -> T:
    """A noun from plain values.

    Raises:
        ValidationError: something in it is not as it should be.
    """
    return validator_of(noun).of_json(json.encode(value), settings)


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file, one more than may be read where it is too large."""
    if not path.is_file():
        raise FileNotFoundError(2, "there is no such file")
    with path.open("rb") as opened:
        return opened.read(FASTEST.limits.size + 1)
