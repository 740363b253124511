"""A walkthrough: what is seen and what is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["sees", "does"]
KINDS: tuple[Kind, ...] = ("sees", "does")


@dataclass(frozen=True, slots=True)
class Step:
    """Something that must be seen by then, or that is done."""

    kind: Kind
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Walkthrough:
    """One way through a journey, as a transcript that can be played."""

    title: str
    plays: str
    steps: tuple[Step, ...]
    seed: int = 1
    ends: str | None = None
    """The ending it must come to."""
