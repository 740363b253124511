"""What the page of a screen sends."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct


class Typed(Struct, frozen=True):
    """What a terminal sends: keys, the mouse, a paste."""

    text: str


class Resized(Struct, frozen=True):
    """The terminal has so many columns and rows."""

    width: int
    height: int


class Asked(Struct, frozen=True):
    """The page asks whether the server is there."""

    mark: str


class Focused(Struct, frozen=True):
    """The window is, or is no longer, the one that is looked at."""

    here: bool


Packet: TypeAlias = Typed | Resized | Asked | Focused

LONGEST_MARK = 32


def packet_of(text: str) -> Packet | None:
    """Read a message; None if no page of ours sends it."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match read:
        case [str(word), *said] if word in READERS:
            return READERS[word](said)
        case _:
            return None


def _typed(said: Sequence[object]) -> Packet | None:
    match said:
        case [str(text)]:
            return Typed(text)
        case _:
            return None


def _resized(said: Sequence[object]) -> Packet | None:
    match said:
        case [{"width": int(width), "height": int(height)}]:
            return Resized(width, height)
        case _:
            return None


def _asked(said: Sequence[object]) -> Packet | None:
    match said:
        case [str(mark)] if len(mark) <= LONGEST_MARK:
            return Asked(mark)
        case _:
            return None


def _focused(said: Sequence[object]) -> Packet | None:
    return None if said else Focused(here=True)


def _blurred(said: Sequence[object]) -> Packet | None:
    return None if said else Focused(here=False)


READERS: Mapping[str, Callable[[Sequence[object]], Packet | None]] = {
    "stdin": _typed,
    "resize": _resized,
    "ping": _asked,
    "focus": _focused,
    "blur": _blurred,
}
