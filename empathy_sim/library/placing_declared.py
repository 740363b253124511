"""Where a name is declared, and misspelt there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from empathy_sim.library.meaning_names import names_in
from empathy_sim.library.meaning_wrong import near
from empathy_sim.library.places import Path, Place
from empathy_sim.library.reading import Written

PARTS: Mapping[str, Collection[str]] = {
    "E313": ("turns",),
    "E314": ("intents",),
    "E315": ("fields", "tickets"),
    "E336": ("articles",),
}
"""For what is unknown within a touchpoint: where its parts have their names."""
NAMED = frozenset({"name", "part"})
"""How a key begins that stands for all problems of one name."""
_SECTIONS: Sequence[Path] = (
    ("settings",),
    ("touchpoints",),
    ("causes",),
    ("needs", "facts"),
    ("needs", "promises"),
    ("needs", "resources"),
    ("customer", "holds"),
    ("customer", "resources"),
    ("promises",),
)
"""Where names are declared as keys."""


def root_of(name: str) -> str:
    """What is declared of a name in a text: of `promise.delivery.date` the promise."""
    match name.split("."):
        case ["promise", root, _] | ["resource", root]:
            return root
        case _:
            return name


def parts_of(key: Sequence[str]) -> tuple[str, Collection[str]] | None:
    """The touchpoint in which the name of a key is declared, and among what parts."""
    match key:
        case ["part", _, code, touchpoint]:
            return touchpoint, PARTS[code]
        case _:
            return None


def misspelt(
    name: str, within: tuple[str, Collection[str]] | None, written: Written
) -> tuple[str, Place] | None:
    """A declared name that is used nowhere, and so near that it must be meant.

    Args:
        name: what is used, and not declared.
        within: the touchpoint among whose parts it is declared; None for what is
            declared for the whole file.
        written: the file.
    """
    if within is not None:
        return _misspelt_part(name, *within, written)
    uses = _uses(written.value)
    for section in _SECTIONS:
        there = _keys_at(written.value, section)
        if (meant := near(name, there)) and not uses.get(meant):
            return meant, written.places.key((*section, meant))
    made = {
        str(path[-1]): path for path in written.places.keys if "promises" in path[-2:-1]
    }
    if (meant := near(name, made)) and not uses.get(meant):
        return meant, written.places.key(made[meant])
    return None


def _misspelt_part(
    name: str, touchpoint: str, parts: Collection[str], written: Written
) -> tuple[str, Place] | None:
    around: Path = ("touchpoints", touchpoint)
    uses = _uses(_keys_at(written.value, around))
    declared = {
        word: (place, free)
        for word, place, free in _declared_in(around, parts, written)
    }
    meant = near(name, declared)
    if not meant:
        return None
    place, free = declared[meant]
    return (meant, place) if uses.get(meant, 0) == free else None


def _declared_in(
    around: Path, parts: Collection[str], written: Written
) -> Iterator[tuple[str, Place, int]]:
    """The names of a touchpoint's parts; how often each is a text by its declaration.

    A turn's name is a key; a ticket's is the text of its `id`.
    """
    for path, place in written.places.keys.items():
        if path[:2] == around and path[-2] in parts:
            yield str(path[-1]), place, 0
        if path[:2] == around and path[-1] == "id" and path[-3] in parts:
            at = written.places.value(path)
            yield str(_at(written.value, path)), at, 1


def _at(value: Any, path: Path) -> Any:
    for part in path:
        value = value[part]
    return value


def _keys_at(value: Any, section: Path) -> Mapping[str, Any]:
    for part in section:
        value = value.get(part) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def _uses(value: Any) -> Mapping[str, int]:
    """How often each text stands in a value, as such or as a name in a text."""
    counted: dict[str, int] = {}
    for text in _texts(value):
        counted[text] = counted.get(text, 0) + 1
    return counted


def _texts(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
                yield from map(root_of, names_in(text))
            case dict() as mapping:
                waiting.extend(mapping.values())
            case list() as items:
                waiting.extend(items)
            case _:
                pass
