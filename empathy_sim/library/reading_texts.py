"""The texts in what a file says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a plain value, keys of mappings left out."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case dict() as mapping:
                waiting.extend(mapping.values())
            case list() as items:
                waiting.extend(items)
            case _:
                pass


def how_many(value: Any) -> int:
    """How many values there are in a plain value, with itself, keys left out."""
    match value:
        case dict() as mapping:
            return 1 + sum(map(how_many, mapping.values()))
        case list() as items:
            return 1 + sum(map(how_many, items))
        case _:
            return 1


def followed(value: Any, loc: Iterable[int | str]) -> Any:
    """What an error's `loc` leads to, names of types left out of it."""
    for part in loc:
        match value:
            case dict() if part in value:
                value = value[part]
            case list() if isinstance(part, int):
                value = value[part]
            case _:
                pass
    return value
