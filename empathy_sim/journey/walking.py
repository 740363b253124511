"""What a noun holds, with its path."""

from __future__ import annotations

import builtins
import collections.abc
import types
import typing
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple, Union

from msgspec import Struct, field

from empathy_sim.journey.marks import Means
from empathy_sim.journey.noun import Noun, written

Trail = tuple[str | int, ...]
"""The way to a value, as it is written: keys of mappings and indexes of lists."""


class Mention(Struct, frozen=True):
    """A text whose type says what it stands for."""

    what: str
    """The mark of its type: `target`, `cause`, `text`, ..."""
    name: str
    """The text itself."""
    at: Trail
    on_key: bool
    """Whether it is a key of a mapping: the last of its path."""
    within: Noun
    """The noun it is a field of."""


class Walked(Struct):
    """Everything in a noun, in the order of its fields."""

    mentions: list[Mention] = field(default_factory=list)
    nouns: list[tuple[Trail, Noun]] = field(default_factory=list)

    def of(self, what: str) -> Iterable[Mention]:
        """Those mentions that stand for one kind of thing."""
        return (each for each in self.mentions if each.what == what)


def walked(noun: Noun, at: Trail = ()) -> Walked:
    """Walk a noun and all nouns in it."""
    seen = Walked()
    _walk_noun(noun, at, seen)
    return seen


class _Type(Struct, frozen=True):
    """What a field's type says of the texts in it."""

    meanings: tuple[str, ...] = ()
    key: _Type | None = None
    inside: _Type | None = None
    """The type of a mapping's values, or of a tuple's items."""
    nouns: bool = False
    """Whether it can be a noun."""

    @property
    def tells(self) -> bool:
        """Whether anything in it is a noun, or a text that stands for something."""
        within = (self.key, self.inside)
        deep = any(each.tells for each in within if each)
        return self.nouns or deep or bool(self.meanings)


_ANYTHING = _Type()


class _Within(NamedTuple):
    noun: Noun
    seen: Walked


@cache
def types_of(noun: type[Noun]) -> Mapping[str, Any]:
    """The type of each field, with its marks."""
    return typing.get_type_hints(noun, include_extras=True)


@cache
def _fields(noun: Any) -> tuple[tuple[str, str, _Type], ...]:
    """Those fields of a noun in which there can be something to see."""
    hints = types_of(noun)
    typed = ((name, _type(hints[name])) for name in noun.__struct_fields__)
    return tuple((name, written(name), hint) for name, hint in typed if hint.tells)


def _type(hint: Any) -> _Type:
    meanings: list[str] = []
    key = inside = None
    nouns = False
    for alternative in _alternatives(hint):
        arguments = typing.get_args(alternative)
        match typing.get_origin(alternative):
            case collections.abc.Mapping:
                key, inside = _type(arguments[0]), _type(arguments[1])
            case builtins.tuple:
                inside = _type(arguments[0])
            case _:
                marks = getattr(alternative, "__metadata__", ())
                meanings += [mark.what for mark in marks if isinstance(mark, Means)]
                plain = arguments[0] if marks else alternative
                nouns |= isinstance(plain, type) and issubclass(plain, Noun)
    return _Type(tuple(meanings), key, inside, nouns)


def _alternatives(hint: Any) -> tuple[Any, ...]:
    """A type's alternatives; the type itself where it has none."""
    if typing.get_origin(hint) in {Union, types.UnionType}:
        return typing.get_args(hint)
    return (hint,)


def _walk_noun(noun: Noun, at: Trail, seen: Walked) -> None:
    seen.nouns.append((at, noun))
    kind: Any = type(noun)
    here = _Within(noun, seen)
    for name, key, hint in _fields(kind):
        # Most of what may be left out is left out.
        if (value := getattr(noun, name)) or value == "":
            _walk(value, hint, (*at, key), here)


def _walk(
    value: object, hint: _Type, at: Trail, here: _Within, *, on_key: bool = False
) -> None:
    match value:
        case str():
            for what in hint.meanings:
                here.seen.mentions.append(Mention(what, value, at, on_key, here.noun))
        case Noun():
            _walk_noun(value, at, here.seen)
        case int() | float():
            pass  # many, and slow to tell from a mapping
        case tuple():
            for index, held in enumerate(value):
                _walk(held, hint.inside or _ANYTHING, (*at, index), here)
        case Mapping():
            _walk_mapping(value, hint, at, here)
        case _:
            pass


def _walk_mapping(
    value: Mapping[Any, Any], hint: _Type, at: Trail, here: _Within
) -> None:
    for key, held in value.items():
        _walk(key, hint.key or _ANYTHING, (*at, key), here, on_key=True)
        _walk(held, hint.inside or _ANYTHING, (*at, key), here)
