"""Older forms of events, made new on reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Body = dict[str, Any]

VERSIONS: Mapping[str, int] = {}
"""The form that each kind of event is written in now; 1 where it is not named."""

_UP: Mapping[tuple[str, int], Callable[[Body], Body]] = {}
"""From a kind and a version to the next version; stored rows are never rewritten."""


def upcast(kind: str, version: int, body: Body) -> Body:
    """A body of an older version in the form of today."""
    while (kind, version) in _UP:
        body = _UP[kind, version](body)
        version += 1
    return body
