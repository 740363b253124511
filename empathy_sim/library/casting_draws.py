"""Draws that the same seed makes again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which are copied by hand as 1 and 0."""


@dataclass(frozen=True, slots=True)
class Draws:
    """Chance from a seed; each draw has a name, and none depends on another."""

    seed: int

    def number(self, below: int, *name: object) -> int:
        """A whole number from 0, less than `below`."""
        text = "/".join(str(part) for part in (self.seed, *name))
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) % below

    def one_of(self, those: Sequence[T], *name: object) -> T:
        """One of some things."""
        return those[self.number(len(those), *name)]

    def like(self, pattern: str, *name: object) -> str:
        """A pattern filled in: each `#` becomes a digit, each `?` a capital letter."""
        return "".join(
            self._sign(sign, *name, index) for index, sign in enumerate(pattern)
        )

    def _sign(self, sign: str, *name: object) -> str:
        match sign:
            case "#":
                return str(self.number(10, *name))
            case "?":
                return self.one_of(_LETTERS, *name)
            case _:
                return sign
