"""Where a name is declared, and misspelt there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from empathy_sim.journey.script import END
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
_SECTIONS: Mapping[str, Sequence[Path]] = {
    "E301": (("settings",),),
    "E302": (("touchpoints",), ("exits",)),
    "E303": (("touchpoints",),),
    "E304": (("stages",),),
    "E305": (("endings",),),
    "E307": (("causes",),),
    "E309": (("promises",), ("needs", "promises")),
    "E310": (("needs", "facts"), ("customer", "holds")),
    "E311": (("needs", "resources"), ("customer", "resources")),
    "E317": (
        *(("settings",), ("needs", "facts"), ("needs", "promises")),
        *(("needs", "resources"), ("customer", "holds"), ("promises",)),
        ("customer", "resources"),
    ),
    "E329": (("customer", "holds"), ("customer", "resources"), ("promises",)),
}
"""For what is unknown in a file: where its names are declared."""
_PROMISES = frozenset({"E309", "E317", "E329"})
"""What is unknown perhaps because a touchpoint makes it by another name."""


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
    name: str,
    codes: Collection[str],
    within: tuple[str, Collection[str]] | None,
    written: Written,
) -> tuple[str, Place] | None:
    """A declared name that is used nowhere, and so near that it must be meant.

    Args:
        name: what is used, and not declared.
        codes: what is wrong with it.
        within: the touchpoint among whose parts it is declared; None for what is
            declared for the whole file.
        written: the file.
    """
    value = written.value
    if within is not None:
        around: Path = ("touchpoints", within[0])
        uses = _uses(_at(value, around))
        return _unused(name, _parts(around, within[1], written), uses)
    uses = _uses(value)
    for code in sorted(codes):
        for section in _SECTIONS.get(code, ()):
            if found := _unused(name, _declared(section, written), uses):
                return found
    made = [
        (str(path[-1]), place, 0)
        for path, place in written.places.keys.items()
        if path[-2:-1] == ("promises",)
    ]
    return _unused(name, made, uses) if _PROMISES.intersection(codes) else None


_Declared = tuple[str, Place, int]
"""A name, its place, and how often it is a text by its declaration."""


def _unused(
    name: str, declared: Iterable[_Declared], uses: Mapping[str, int]
) -> tuple[str, Place] | None:
    there = {word: (place, free) for word, place, free in declared}
    meant = near(name, there)
    if not meant:
        return None
    place, free = there[meant]
    return (meant, place) if uses.get(meant, 0) <= free else None


def _declared(section: Path, written: Written) -> Iterator[_Declared]:
    """The names of a section: its keys, or texts in its list."""
    held, places = _at(written.value, section), written.places
    match held:
        case dict():
            for key in held:
                yield str(key), places.key((*section, key)), 0
        case list():
            for index, each in enumerate(held):
                match each:
                    case {"stage": str() as name}:
                        yield name, places.value((*section, index, "stage")), 1
                    case str() as name:
                        yield name, places.value((*section, index)), 1
                    case _:
                        pass
        case _:
            pass


def _parts(
    around: Path, parts: Collection[str], written: Written
) -> Iterator[_Declared]:
    """The names of a touchpoint's parts: a turn's is a key, a ticket's its `id`."""
    for path, place in written.places.keys.items():
        if path[:2] == around and path[-2] in parts:
            yield str(path[-1]), place, 0
        if path[:2] == around and path[-1] == "id" and path[-3] in parts:
            yield str(_at(written.value, path)), written.places.value(path), 1


def _at(value: Any, path: Path) -> Any:
    """What stands at a path; None if nothing does."""
    for part in path:
        match value:
            case dict() if part in value:
                value = value[part]
            case list() if isinstance(part, int):
                value = value[part]
            case _:
                return None
    return value


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
                yield text.removeprefix(END)
                yield from map(root_of, names_in(text))
            case dict() as mapping:
                waiting.extend(mapping.values())
            case list() as items:
                waiting.extend(items)
            case _:
                pass
