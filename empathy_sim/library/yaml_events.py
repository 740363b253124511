"""Where YAML events come from, and how many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import yaml


class Stream(Protocol):
    """Events of one text, one after the other."""

    def check_event(self) -> bool: ...

    def get_event(self) -> yaml.Event | None: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be, so that reading any file takes under two seconds."""

    size: int
    """Bytes of the file."""

    depth: int
    """Lists and mappings inside each other."""

    nodes: int
    """Values and keys, all told."""

    text: int
    """Characters of one value."""


@dataclass(frozen=True, slots=True)
class EventSource:
    """A parser of YAML that is asked for events only, and builds nothing."""

    name: str
    open: Callable[[str], Stream]
    limits: Limits
    is_quick: bool = False
    """Whether it costs little to go through a text a second time."""


def _open_libyaml(text: str) -> Stream:
    return yaml.CSafeLoader(text)


def _open_pure(text: str) -> Stream:
    return yaml.SafeLoader(text)


LIBYAML = EventSource(
    "libyaml",
    _open_libyaml,
    Limits(size=1_000_000, depth=32, nodes=50_000, text=64_000),
    is_quick=True,
)
"""The C parser. Its events are safe at any depth; what composes them in C is not."""

PURE = EventSource(
    "pure Python",
    _open_pure,
    Limits(size=500_000, depth=24, nodes=25_000, text=64_000),
)
"""For machines without libyaml; thirty times slower, so it reads less."""

FASTEST = LIBYAML if yaml.__with_libyaml__ else PURE
