"""What a noun holds, with its path."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Union

from empathy_sim.journey.marks import Means
from empathy_sim.journey.noun import Noun, written
from empathy_sim.library.places import Path


@dataclasses.dataclass(frozen=True, slots=True)
class Mention:
    """A text whose type says what it stands for."""

    what: str
    """The mark of its type: `target`, `cause`, `text`, ..."""
    name: str
    """The text itself."""
    at: Path
    on_key: bool
    """Whether it is a key of a mapping: the last of its path."""
    within: Noun
    """The noun it is a field of."""


@dataclasses.dataclass(slots=True)
class Walked:
    """Everything in a noun, in the order of its fields."""

    mentions: list[Mention] = dataclasses.field(default_factory=list)
    nouns: list[tuple[Path, Noun]] = dataclasses.field(default_factory=list)

    def of(self, what: str) -> Iterable[Mention]:
        """Those mentions that stand for one kind of thing."""
        return (each for each in self.mentions if each.what == what)


def walked(noun: Noun, at: Path = ()) -> Walked:
    """Walk a noun and all nouns in it."""
    seen = Walked()
    _walk_noun(noun, at, seen)
    return seen


@cache
def _fields(noun: Any) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(noun, include_extras=True)
    return tuple((each.name, hints[each.name]) for each in dataclasses.fields(noun))


def _walk_noun(noun: Noun, at: Path, seen: Walked) -> None:
    seen.nouns.append((at, noun))
    kind: Any = type(noun)
    for name, hint in _fields(kind):
        value = getattr(noun, name)
        if value is not None:
            _walk(value, hint, (*at, written(name)), _Within(noun, seen))


@dataclasses.dataclass(frozen=True, slots=True)
class _Within:
    noun: Noun
    seen: Walked


def _walk(
    value: object, hint: Any, at: Path, here: _Within, *, on_key: bool = False
) -> None:
    match value:
        case Noun():
            _walk_noun(value, at, here.seen)
        case str():
            for what in _meanings(hint):
                here.seen.mentions.append(Mention(what, value, at, on_key, here.noun))
        case Mapping():
            of_key, of_value = _inside(hint, Mapping, 2)
            for key, held in value.items():
                _walk(key, of_key, (*at, key), here, on_key=True)
                _walk(held, of_value, (*at, key), here)
        case tuple():
            (of_item,) = _inside(hint, tuple, 1)
            for index, held in enumerate(value):
                _walk(held, of_item, (*at, index), here)
        case _:
            pass


def _meanings(hint: Any) -> tuple[str, ...]:
    """What a text of this type stands for, if its type says so."""
    return tuple(
        mark.what
        for alternative in _alternatives(hint)
        for mark in getattr(alternative, "__metadata__", ())
        if isinstance(mark, Means)
    )


def _inside(hint: Any, origin: type, count: int) -> tuple[Any, ...]:
    """The types in a mapping's or tuple's type; nothing known where it has none."""
    for alternative in _alternatives(hint):
        if typing.get_origin(alternative) is origin:
            return typing.get_args(alternative)[:count]
    return (None,) * count


def _alternatives(hint: Any) -> tuple[Any, ...]:
    """A type's alternatives; the type itself where it has none."""
    if typing.get_origin(hint) in {Union, types.UnionType}:
        return typing.get_args(hint)
    return (hint,)
