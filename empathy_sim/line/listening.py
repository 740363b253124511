"""What a play waits for."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listening:
    """A play waits for a line, or for time to pass."""

    asked: bool
    """Whether the story waits for an answer now."""
    waits: bool
    """Whether a wait that was typed is under way."""
    within_ms: int | None
    """Felt milliseconds until something happens by itself; None where nothing will."""


class Work(Generic[T]):
    """Something that takes seconds to reckon; whoever drives a play has it done."""

    def __init__(self, reckon: Callable[[], T]) -> None:
        """Know what to do; `reckon` may be called in any thread."""
        self._reckon = reckon
        self._found: list[T] = []

    def do(self) -> None:
        """Do it."""
        self._found.append(self._reckon())

    @property
    def found(self) -> T:
        """What came of it, once it is done."""
        return self._found[-1]


Listens: TypeAlias = "Generator[Listening | Work[Any], str | None, T]"
"""A play that can be driven: it yields what it waits for, and is sent a line or None.

What ends the lines is thrown into it: `EndOfLines`, and whatever interrupts.
"""
