"""What makes each friction, with an example."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.touchpoint import Touchpoint

EXAMPLES = Path(__file__).parent / "examples"
ANY = "any"
"""Instead of a kind: the author names the friction, in any touchpoint."""
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
_OF_A_PART = re.compile(r"\n(?=[a-z_]+:)")


@dataclass(frozen=True, slots=True)
class Made:
    """How one kind of touchpoint makes a friction."""

    by: str
    """The keys that make it, as a clause."""
    write: str
    """Keys of a touchpoint of that kind."""


@dataclass(frozen=True, slots=True)
class Example:
    """How a friction is made, by kind."""

    by_kind: Mapping[str, Made]

    def made_by(self, kind: type[Touchpoint]) -> str:
        """The keys by which a kind makes it."""
        return self.by_kind[kind.__module__.rpartition(".")[2]].by


@cache
def examples() -> Mapping[str, Example]:
    """By the code of each friction."""
    written = {
        code: Example({kind: Made(**made) for kind, made in kinds.items()})
        for code, kinds in _read("frictions.yaml").items()
    }
    return {code: written.get(code) or _named(code) for code in FRICTIONS}


def _named(code: str) -> Example:
    made = Made("`friction`, wherever it happens", f"friction: {code}\n")
    return Example({ANY: made})


def in_a_scenario(fragment: str, kind: str = ANY) -> str:
    """A whole scenario around some keys of a touchpoint."""
    frames = _read("frames.yaml")
    here = merged(
        least_of("notice" if kind == ANY else kind) + frames["here"], fragment
    )
    touchpoints = "".join(
        f"{name}:\n{_indented(text)}"
        for name, text in {**frames["around"], "here": here}.items()
    )
    around: str = frames["scenario"]
    return around.replace(" TOUCHPOINTS\n", f"\n{_indented(touchpoints)}")


def least_of(kind: str) -> str:
    """The least that a touchpoint of a kind can be written with."""
    text: str = _read("frames.yaml")["kinds"][kind]
    return text


def merged(frame: str, fragment: str) -> str:
    """The keys of a frame, and those of a fragment in the place of its own."""
    given = {*_KEY.findall(fragment)}
    kept = [
        part.rstrip("\n") + "\n"
        for part in _OF_A_PART.split(frame)
        if part.partition(":")[0] not in given
    ]
    return "".join(kept) + fragment.rstrip("\n") + "\n"


def frame_of(name: str) -> str:
    """What stands around an example: `journey`, `scenario`."""
    text: str = _read("frames.yaml")[name]
    return text


@cache
def _read(name: str) -> Any:
    return yaml.safe_load((EXAMPLES / name).read_text("utf-8"))


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())
