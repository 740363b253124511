"""What checks the values of a noun."""

from __future__ import annotations

import builtins
import collections.abc
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Generic, TypeVar

from msgspec import NODEFAULT, Struct
from pydantic import TypeAdapter
from pydantic_core import CoreSchema, SchemaValidator
from pydantic_core import core_schema as cs

from empathy_sim.journey.noun import Noun, defaults_of, written
from empathy_sim.journey.scenario import ByKind
from empathy_sim.journey.walking import types_of

N = TypeVar("N", bound=Noun)


class Validator(Struct, Generic[N], frozen=True):
    """Checks plain values strictly, all at once, and makes the noun of them."""

    schema: CoreSchema
    """In pydantic's notation: the nouns by reference, each defined once."""
    checks: SchemaValidator

    def of_json(self, text: str | bytes, settings: Mapping[str, str | int | bool]) -> N:
        """The noun that a JSON text means, with settings in their places.

        Raises:
            ValidationError: something in it is not as it should be.
        """
        made: N = self.checks.validate_json(
            text, strict=True, context={"settings": settings}
        )
        return made


def validator_of(noun: type[N]) -> Validator[N]:
    """What checks values of a noun; slow to make, so made once."""
    made: Validator[N] = _validator_of(noun)
    return made


@cache
def _validator_of(noun: Any) -> Validator[Any]:
    nouns = _Nouns()
    root = nouns.schema_of(noun)
    schema = cs.definitions_schema(root, list(nouns.defined.values()))
    return Validator(schema, SchemaValidator(schema))


class _Nouns:
    """Nouns in pydantic's notation: mappings of which a noun is made."""

    def __init__(self) -> None:
        self.defined: dict[str, CoreSchema] = {}

    def schema_of(self, hint: Any) -> CoreSchema:
        """Of the type of a field; nouns in it are references."""
        if not _holds_noun(hint):
            return _plain(hint)
        if isinstance(hint, type):
            return self._noun(hint)
        if typing.get_origin(hint) is typing.Annotated:
            return self._marked(hint)
        return self._composed(typing.get_origin(hint), typing.get_args(hint))

    def _composed(self, origin: Any, of: tuple[Any, ...]) -> CoreSchema:
        match origin:
            case builtins.tuple:
                return cs.tuple_schema([self.schema_of(of[0])], variadic_item_index=0)
            case collections.abc.Mapping:
                return cs.dict_schema(self.schema_of(of[0]), self.schema_of(of[1]))
            case _:
                return self._union(of)

    def _marked(self, hint: Any) -> CoreSchema:
        for mark in hint.__metadata__:
            match mark:
                case ByKind(nouns=nouns):
                    choices = {kind: self._noun(noun) for kind, noun in nouns.items()}
                    return cs.tagged_union_schema(choices, "kind")
                case _:
                    pass
        return self.schema_of(hint.__origin__)

    def _union(self, choices: tuple[Any, ...]) -> CoreSchema:
        """One of some; an error in a noun names it, as its place is told by that."""
        there = [each for each in choices if each is not types.NoneType]
        if len(there) == 1:
            return cs.nullable_schema(self.schema_of(there[0]))
        named = [
            (self.schema_of(each), each.__name__) if _holds_noun(each) else _plain(each)
            for each in there
        ]
        schema = cs.union_schema(named)
        return schema if len(there) == len(choices) else cs.nullable_schema(schema)

    def _noun(self, noun: type[Noun]) -> CoreSchema:
        name = f"{noun.__module__}.{noun.__qualname__}"
        if name not in self.defined:
            self.defined[name] = cs.any_schema()  # it may hold itself
            hints = types_of(noun)
            fields = {
                field: cs.typed_dict_field(
                    self.schema_of(hints[field]),
                    required=default is NODEFAULT,
                    validation_alias=written(field),
                )
                for field, default in defaults_of(noun).items()
            }
            keys = cs.typed_dict_schema(fields, cls=noun, extra_behavior="forbid")
            made = cs.no_info_after_validator_function(_maker(noun), keys, ref=name)
            self.defined[name] = made
        return cs.definition_reference_schema(name)


def _maker(noun: type[N]) -> Callable[[dict[str, Any]], N]:
    return lambda fields: noun(**fields)


@cache
def _plain(hint: Any) -> CoreSchema:
    """Of a type without nouns: pydantic knows it."""
    return TypeAdapter(hint).core_schema


def _holds_noun(hint: Any) -> bool:
    if isinstance(hint, type) and issubclass(hint, Noun):
        return True
    return any(map(_holds_noun, typing.get_args(hint)))
