"""Names as they are declared: spelled right, free, used."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from empathy_sim.journey.marks import ID
from empathy_sim.journey.noun import Noun
from empathy_sim.library.meaning_names import TAKEN
from empathy_sim.library.meaning_wrong import Wrong, near
from empathy_sim.library.places import Path

_COMPARED = 50
_FOR_TEXT = re.compile(r"[a-z][a-z0-9_]*")


def wrong_for_text(names: Iterable[str], at: Path, what: str) -> Iterator[Wrong]:
    """Declared names that no text could use.

    Args:
        names: the keys of the mapping that declares them.
        at: where that mapping stands.
        what: what they name, with its article: `a fact`.
    """
    for name in names:
        if not _FOR_TEXT.fullmatch(name):
            says = f'"{name}" cannot be the name of {what}'
            hint = "use lower-case letters, digits and _, so that texts can use it"
            yield Wrong("E334", (*at, name), says, hint, on_key=True)
        elif name in TAKEN:
            yield Wrong(
                "E331",
                (*at, name),
                f'"<{name}>" already stands for something in every text',
                f"call it otherwise, as in my_{name}",
                on_key=True,
            )


def wrong_ids(names: Iterable[str], at: Path) -> Iterator[Wrong]:
    """Keys of a mapping that cannot be ids."""
    for name in names:
        if not ID.fullmatch(name):
            yield Wrong(
                "E211",
                (*at, name),
                f'"{name}" cannot be an id',
                "use lower-case letters, digits, - and _, beginning with a letter",
                on_key=True,
            )


def same_twice(nouns: Iterable[tuple[Path, Noun]]) -> Iterator[Wrong]:
    """Things of one list that go by one name."""
    seen: dict[tuple[Path, str], Path] = {}
    for at, noun in nouns:
        is_item = at and isinstance(at[-1], int)
        name = name_of(noun) if is_item else None
        if name is None:
            continue
        first = seen.setdefault((at[:-1], name), at)
        if first is not at:
            yield Wrong(
                "E330",
                (*at, _said_in(noun)),
                f'this goes by the name "{name}", as one before it does',
                f"call it otherwise, as in {name}-2; an option has its id with id:",
            )


def name_of(noun: Noun) -> str | None:
    """What an item of a list goes by, if it goes by a name at all."""
    held: Any = noun
    for field in ("name", "id", "stage", "metric"):
        name = getattr(held, field, None)
        if isinstance(name, str):
            return name
    return None


def _said_in(noun: Noun) -> str:
    """The key that an item of a list has its name by."""
    held: Any = noun
    if getattr(held, "id", None):
        return "id"
    return next(
        key
        for key in ("stage", "metric", "says", "words", "hears")
        if hasattr(held, key)
    )


def unused(
    declared: Mapping[str, Any], used: Collection[str], at: Path, what: str
) -> Iterator[Wrong]:
    """What is declared and never used; what is only misspelt is used.

    Args:
        declared: the mapping that declares it.
        used: the names that are used somewhere.
        at: where the mapping stands.
        what: what they are, with their article: `a setting`.
    """
    left = [name for name in declared if name not in used]
    if not left:
        return
    unknown = islice((name for name in used if name not in declared), _COMPARED)
    misspelt = {near(name, declared) for name in unknown}
    for name in left:
        if name not in misspelt:
            yield Wrong(
                "W401",
                (*at, name),
                f'"{name}" is declared as {what} and never used',
                "use it, or take it out",
                on_key=True,
                name=name,
            )
