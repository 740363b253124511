"""A walkthrough: what is seen and what is done."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["sees", "does"]
KINDS: tuple[Kind, ...] = ("sees", "does")


class Step(Struct, frozen=True):
    """Something that must be seen by then, or that is done."""

    kind: Kind
    text: str
    line: int


class Walkthrough(Struct, frozen=True):
    """One way through a journey, as a transcript that can be played."""

    title: str
    plays: str
    steps: tuple[Step, ...]
    seed: int = 1
    ends: str | None = None
    """The ending it must come to."""
