"""Nouns to plain values and back, without a validator."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from msgspec import Struct

from empathy_sim.journey import cast, script
from empathy_sim.journey.noun import Noun, defaults_of
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.journey.units import Drain, Moment

_CLASS = "@"
_OURS = "empathy_sim."


def freeze(value: object) -> Any:
    """A noun, and everything in it, as plain JSON values.

    What is not there is left out; what is there is kept even where it is the default,
    which another version of the program may change.
    """
    if isinstance(value, Struct):
        plain: dict[str, Any] = {_CLASS: type(value).__name__}
        for name, default in defaults_of(type(value)).items():
            held = getattr(value, name)
            if not (_is_absent(held) and held == default):
                plain[name] = freeze(held)
        return plain
    if isinstance(value, Mapping):
        return {key: freeze(held) for key, held in value.items()}
    if isinstance(value, tuple | list):
        return [freeze(held) for held in value]
    return str(value) if isinstance(value, StrEnum) else value


def _is_absent(held: object) -> bool:
    return held is None or held == () or (isinstance(held, Mapping) and not held)


def thaw(plain: Any, known: Mapping[str, type] | None = None) -> Any:
    """What `freeze` made plain, as it was."""
    known = known if known is not None else nouns()
    if isinstance(plain, dict):
        if _CLASS in plain:
            return known[plain[_CLASS]](
                **{
                    key: thaw(held, known)
                    for key, held in plain.items()
                    if key != _CLASS
                }
            )
        return {key: thaw(held, known) for key, held in plain.items()}
    if isinstance(plain, list):
        return tuple(thaw(held, known) for held in plain)
    return plain


class _Nouns(Mapping[str, type]):
    """Classes by name; those of a touchpoint's kind once one of them is met."""

    def __init__(self) -> None:
        self._known: dict[str, type] = {}
        self._look()

    def __getitem__(self, name: str) -> type:
        kind = name.lower()
        if name not in self._known and kind in KINDS and KINDS[kind]:
            self._look()
        if name not in self._known:
            self._load_all()
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        self._load_all()
        return iter(self._known)

    def __len__(self) -> int:
        self._load_all()
        return len(self._known)

    def _load_all(self) -> None:
        if all(KINDS.values()):  # each is imported
            self._look()

    def _look(self) -> None:
        """Find every noun that has been imported; only our own."""
        known: dict[str, type] = {"Drain": Drain, "Moment": Moment}
        waiting: list[type[Noun]] = [Noun, cast.Cast, script.Script]
        while waiting:
            below: list[type[Noun]] = [
                each
                for each in waiting.pop().__subclasses__()
                if each.__module__.startswith(_OURS)
            ]
            known.update({each.__name__: each for each in below})
            waiting.extend(below)
        self._known = known


@cache
def nouns() -> Mapping[str, type]:
    """Every class that can be thawed, by its name; only our own."""
    return _Nouns()


def canonical(plain: object) -> str:
    """JSON with one spelling: sorted keys, no spaces, text as it is."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def spelled(plain: object) -> str:
    """JSON with one spelling that keeps the author's order, as a script needs it."""
    return json.dumps(plain, separators=(",", ":"), ensure_ascii=False)


def digest(text: str) -> str:
    """The name of a text by its content."""
    return hashlib.sha256(text.encode()).hexdigest()
