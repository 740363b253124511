"""A walkthrough: what is seen and what is done."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["sees", "does"]
KINDS: tuple[Kind, ...] = ("sees", "does")


class Step(Struct, frozen=True):
    """Something that must be seen by then, or that is done."""

    kind: Kind
    """Whether it is seen or done."""
    text: str
    """Words that must be seen, or what is typed: `choose Call again`, `wait 2m`."""
    line: int
    """Where it stands in its file, from 1."""


class Walkthrough(Struct, frozen=True):
    """One way through a journey, as a transcript that can be played."""

    title: str
    """What this way through is called."""
    plays: str
    """The journey or scenario, by its name."""
    steps: tuple[Step, ...]
    """What is seen and what is done, in order."""
    seed: int = 1
    """Which customer is drawn; with the same seed always the same one."""
    ends: str | None = None
    """The ending it must come to."""
