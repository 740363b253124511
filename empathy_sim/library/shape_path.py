"""Where in YAML an error of pydantic lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from empathy_sim.library.places import Path, Places

Schema = Mapping[str, Any]
"""What pydantic checks a value against, in its own notation."""

_WRAPPINGS = frozenset(
    {"default", "nullable", "definitions"}
    | {"function-before", "function-after", "function-wrap"}
)


@dataclass(frozen=True, slots=True)
class Spot:
    """The place an error means, as a way through the YAML."""

    path: Path
    schema: Schema | None = None
    """What may stand there; None where that is not known."""
    around: Schema | None = None
    """What the mapping or list around it may hold."""
    is_key: bool = False
    """Whether the last key is meant, and not its value."""
    union: tuple[Path, str] | None = None
    """The innermost choice between types on the way, and which of them this is."""


class Shapes:
    """What one type asks of YAML, level by level."""

    def __init__(self, shape: Schema) -> None:
        self._root = shape
        self._named = {
            schema["ref"]: schema for schema in self._root.get("definitions", ())
        }

    def spot(self, loc: tuple[int | str, ...], prefix: Path, places: Places) -> Spot:
        """Follow an error's `loc`, leaving out what is in no YAML: names of types.

        Args:
            loc: the way as pydantic gives it.
            prefix: the path of the value that was checked in its file.
            places: where the values of the file stand.
        """
        spot = Spot(prefix, self._bare(self._root))
        for part in loc:
            if part == "[key]":
                return Spot(spot.path, None, spot.around, is_key=True, union=spot.union)
            spot = self._further(spot, part, places)
        return spot

    def _further(self, spot: Spot, part: int | str, places: Places) -> Spot:
        path = (*spot.path, part)
        match spot.schema:
            case {"type": "tagged-union", "choices": choices}:
                return Spot(
                    spot.path,
                    self._bare(choices.get(part)),
                    spot.around,
                    union=spot.union,
                )
            case {"type": "union", "choices": choices}:
                chosen = (spot.path, str(part))
                return Spot(
                    spot.path, self._labelled(choices, part), spot.around, union=chosen
                )
            case None if path not in places.values and path not in places.keys:
                return spot
            case around:
                inside = self._inside(around, part)
                return Spot(path, inside, around, union=spot.union)

    def _inside(self, schema: Schema | None, part: int | str) -> Schema | None:
        match schema:
            case {"type": "typed-dict"}:
                return self._bare(self.fields(schema).get(str(part)))
            case {"type": "dict", "values_schema": values}:
                return self._bare(values)
            case {"type": "tuple", "items_schema": items} if isinstance(part, int):
                return self._bare(items[min(part, len(items) - 1)])
            case {"type": "list", "items_schema": items}:
                return self._bare(items)
            case _:
                return None

    def fields(self, schema: Schema | None) -> dict[str, Schema]:
        """The keys a mapping may have, in the order of their declaration."""
        match schema:
            case {"type": "typed-dict", "fields": fields}:
                return {
                    field["validation_alias"]: field["schema"]
                    for field in fields.values()
                }
            case _:
                return {}

    def fields_of_all(self, schema: Schema | None) -> frozenset[str]:
        """The keys that a mapping of one kind or another may have."""
        if schema is None or schema["type"] != "tagged-union":
            return frozenset()
        kinds = [self._bare(each) for each in schema["choices"].values()]
        return frozenset(name for kind in kinds for name in self.fields(kind))

    def needed(self, schema: Schema | None) -> tuple[str, ...]:
        """The keys a mapping must have."""
        match schema:
            case {"type": "typed-dict", "fields": fields}:
                return tuple(
                    field["validation_alias"]
                    for field in fields.values()
                    if field["required"]
                )
            case _:
                return ()

    def _labelled(
        self, choices: Sequence[Schema | tuple[Schema, str]], label: int | str
    ) -> Schema | None:
        """The type that pydantic calls by a label, out of some to choose from."""
        for choice in choices:
            match choice:
                case (schema, name):
                    pass
                case schema:
                    name = schema["type"]
            if name == label:
                return self._bare(schema)
        return None

    def _resolved(self, schema: Schema) -> Schema:
        while schema["type"] == "definition-ref":
            schema = self._named[schema["schema_ref"]]
        return schema

    def _bare(self, schema: Schema | None) -> Schema | None:
        """What is inside defaults, nullables, functions and references."""
        while schema and schema["type"] in {*_WRAPPINGS, "definition-ref"}:
            schema = self._resolved(schema)
            if schema["type"] in _WRAPPINGS:
                schema = schema["schema"]
        return schema
