"""What may be written in a field, in words."""

from __future__ import annotations

import collections.abc
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args, get_origin

from empathy_sim.journey.marks import (
    At,
    Count,
    Draining,
    Duration,
    Feeling,
    Id,
    Level,
    Means,
    Share,
    Switch,
    TimeOfDay,
    mark_of,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.scenario import ByKind

Linked = Callable[[type[Noun]], str]
"""A link to the table of a noun."""

UNITS: Mapping[str, tuple[Any, str]] = {
    "time": (Duration, "how long something takes"),
    "moment": (At, "a share of a stretch of time, or so long after it began"),
    "time of day": (TimeOfDay, "a time on the clock"),
    "share": (Share, "a part of a hundred"),
    "level": (Level, "what a resource can hold: a share, or a time"),
    "drain": (Draining, "how fast a resource goes: so much in such a time"),
}
"""What is written with a unit: its type, and what it is."""
_PLAIN: Sequence[tuple[Any, str]] = (
    (Id, "name"),
    (Switch, "true or false"),
    (Count, "number"),
    (Feeling, "-4 to 4"),
    (bool, "true or false"),
    (int, "number"),
    (float, "number"),
    (str, "text"),
    *((mark, name) for name, (mark, _) in UNITS.items()),
)
"""By their order, as a type with a mark on it cannot always be a key."""
_MEANT: Mapping[str, str] = {
    "text": "text",
    "target": "touchpoint or exit",
    "friction": "friction",
}


def examples_of(unit: str) -> tuple[str, ...]:
    """How a unit is written, as an editor offers it."""
    return tuple(mark_of(UNITS[unit][0]).written_as()["examples"])


def in_words(hint: Any, linked: Linked) -> str:
    """A type as an author would say it: `list of moments`, `true or false`."""
    plain = next((said for type_, said in _PLAIN if hint == type_), None)
    if plain is not None:
        return plain
    arguments = get_args(hint)
    inside = [in_words(each, linked) for each in arguments if _is_written(each)]
    match get_origin(hint):
        case types.UnionType | typing.Union:
            said = " or ".join(dict.fromkeys(inside))
        case typing.Literal:
            said = ", ".join(f"`{each}`" for each in arguments)
        case builtin if builtin is tuple:
            said = f"list: {inside[0]}"
        case collections.abc.Mapping:
            said = f"{inside[0]}: {inside[1]}, ..."
        case typing.Annotated:
            said = _marked(hint, linked)
        case _:
            said = linked(hint)
    return said


def _is_written(hint: Any) -> bool:
    """Whether it is a type of something written: not nothing, and no value or mark."""
    return hint is not types.NoneType and (get_origin(hint) or isinstance(hint, type))


def _marked(hint: Any, linked: Linked) -> str:
    for mark in hint.__metadata__:
        match mark:
            case Means(what=what):
                return _MEANT.get(what, f"{what}'s name")
            case ByKind():
                return "touchpoint of a [kind](kinds.md)"
            case _:
                pass
    return in_words(get_args(hint)[0], linked)
