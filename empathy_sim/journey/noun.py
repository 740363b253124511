"""What every noun of a journey is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import repeat
from typing import Any, ClassVar

from msgspec import NODEFAULT, Struct

FORMAT = 1
"""The number of the stored form of a script, and of the nouns in it."""


class Noun(Struct, frozen=True, kw_only=True):
    """A frozen value that an author can write.

    Nouns check no types, so that playing a stored script needs no validator;
    `library` checks them strictly when they come from YAML.
    """

    ONE_OF: ClassVar[tuple[str, ...]] = ()
    """Fields of which just one is written; `__post_init__` refuses anything else."""

    @property
    def said_by(self) -> str:
        """Who says the words in it; empty where it is whoever says what is around."""
        return ""


def written(name: str) -> str:
    """The key an author writes for a field: `in_` is written `in`."""
    return name.rstrip("_")


@cache
def defaults_of(kind: type[Struct]) -> Mapping[str, object]:
    """What each field of a kind of value is by default; NODEFAULT where it is needed."""
    names, last = kind.__struct_fields__, kind.__struct_defaults__
    needed = repeat(NODEFAULT, len(names) - len(last))
    return dict(zip(names, (*needed, *map(_made, last)), strict=True))


def _made(default: Any) -> object:
    match default:
        case object(factory=make):
            return make()
        case _:
            return default
