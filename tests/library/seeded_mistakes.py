"""Mistakes that a program puts into sound files."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from empathy_sim.library.places import Path, Place
from tests.library.seeded_declarations import (
    misspelt_declarations,
    misspelt_in_journeys,
)
from tests.library.seeded_pages import Page
from tests.library.sown import NAME, Mistake, Sower, is_target, misspelt, sown_at

_NAMED = frozenset(
    [
        "settings",
        "facts",
        "promises",
        "resources",
        "touchpoints",
        "causes",
        "evidence",
        "leads",
        "with",
        "sets",
        "holds",
        "endings",
        "turns",
        "moves",
        "articles",
    ]
)
"""Mappings whose keys are names, not words of the language."""
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "scenario": ("title", "about", "channel", "intensity", "exits", "starts"),
    "journey": ("title", "about"),
    "touchpoints": ("kind", "lasts", "who", "site", "number", "item", "thanks"),
    "causes": ("kind", "department", "kept_by", "why"),
    "fix": ("change", "department", "cost"),
    "settings": ("is", "default", "about"),
    "stages": ("title", "plays"),
    "endings": ("outcome", "says"),
    "options": ("says", "leads"),
    "customer": ("goal", "stakes"),
}
_UNIT = re.compile(r"\d+(\.\d+)?(s|m|h|%| days?)")


def misspelt_keys(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A word of the language, or the name of an exit, is misspelt."""
    for path, place in page.places.keys.items():
        named = len(path) > 1 and path[-2] in _NAMED and path[-2] != "leads"
        key = str(path[-1])
        if not named and path not in {("scenario",), ("journey",)}:
            new = misspelt(key, chance)
            yield sown_at(page, place, new, f"{key} misspelt as {new}")


def misspelt_targets(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """Where something leads is misspelt."""
    for path, value in page.scalars():
        if is_target(path):
            prefix = "end." if value.startswith("end.") else ""
            name = misspelt(value.removeprefix(prefix), chance)
            yield sown_at(
                page, page.places.value(path), prefix + name, f"{value} as {name}"
            )


def missing_keys(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A key that is needed is taken out."""
    del chance
    for path in page.places.keys:
        around = path[-2] if len(path) > 1 else next(iter(page.value))
        if isinstance(around, int) or around not in {"customer", "fix"}:
            around = path[-3] if len(path) > 2 else around
        if path[-1] in _NEEDED.get(str(around), ()) and path != ("journey",):
            text = page.without(path)
            if text is not None and len(path) <= 5:
                line = page.places.value(path[:-1]).line
                yield Mistake(page, text, line, None, f"{path} is missing")


def wrong_types(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A list stands for a text, or a text for a list."""
    for path, value in page.scalars():
        if len(path) > 1 and path[-1] in {"says", "why", "kept_by", "title", "change"}:
            new = chance.choice([f"[{chance.randrange(9)}]", "5", "true", "{a: b}"])
            yield sown_at(page, page.places.value(path), new, f"{path} is {new}")
        elif isinstance(value, bool | int) and path[-1] not in {"than", "since"}:
            place = page.places.value(path)
            yield sown_at(page, place, "often", f"{path} is a word")


def wrong_units(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A time or a share has a unit that there is not, or none."""
    for path, value in page.scalars():
        number = _UNIT.fullmatch(str(value))
        if number and path[-1] not in {"reads", "target", "like", "paid"}:
            bare = re.sub(r"[a-z% ]+$", "", str(value))
            new = chance.choice([bare, f"{bare} fortnights", f"{bare}x"])
            yield sown_at(page, page.places.value(path), new, f"{value} as {new}")


def unknown_causes(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A cause that there is not."""
    for path, value in page.scalars():
        cause = path[-1] in {"cause", "no_good_option"}
        if cause or (path[-2:-1] == ("causes",) and len(path) > 2):
            new = chance.choice(["nobody-knows", misspelt(value, chance)])
            yield sown_at(page, page.places.value(path), new, f"cause {value} as {new}")


def unknown_departments(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A department that the journey does not have."""
    for path, value in page.scalars():
        if path[-1] == "department":
            new = chance.choice(["astrology", misspelt(value, chance)])
            yield sown_at(page, page.places.value(path), new, f"{value} as {new}")


def unknown_promises(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A promise that the journey does not have."""
    for path, value in page.scalars():
        if path[-2:-1] in {("keeps",), ("denies",)} or path[-1] == "promise":
            new = chance.choice(["the-moon", misspelt(str(value), chance)])
            if not str(value).startswith("<") and path[-2] != "settings":
                yield sown_at(page, page.places.value(path), new, f"{value} as {new}")
    for path, place in page.places.keys.items():
        if path[-2:-1] in {("promises",), ("moves",)} and path[0] == "touchpoints":
            new = misspelt(str(path[-1]), chance)
            yield sown_at(page, place, new, f"{path[-1]} made as {new}")


def unknown_names(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A name in a text that stands for nothing."""
    for path, value in page.scalars():
        said = path[-1] in {"says", "why", "goal", "stakes", "short"}
        if said and isinstance(value, str) and len(path) > 1:
            place = page.places.value(path)
            name = chance.choice(["<no_such_thing>", "<customer.shoe_size>"])
            new = f"{value} {name}"
            text = page.replaced(place, new)
            column = place.column + len(value) + 1
            yield Mistake(page, text, place.line, column, f"{name} in {path}")


def duplicate_ids(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """Two things of one sort go by one name."""
    for path, value in page.paths():
        if isinstance(value, dict) and path[-1:] and path[-1] in _NAMED:
            names = [*value]
            for at, name in enumerate(names[1:], 1):
                other = chance.choice(names[:at])
                place = page.places.keys[*path, name]
                yield sown_at(page, place, other, f"{name} is called {other} too")
        if isinstance(value, list):
            yield from _duplicates_in(page, path, value, chance)


def _duplicates_in(
    page: Page, path: Path, items: list[Any], chance: random.Random
) -> Iterator[Mistake]:
    for key in ("id", "stage", "metric"):
        held = [(at, item[key]) for at, item in enumerate(items) if _has(item, key)]
        for number, (at, name) in enumerate(held[1:], 1):
            _, other = chance.choice(held[:number])
            place = page.places.value((*path, at, key))
            yield sown_at(page, place, other, f"{name} in {path} is called {other} too")


def _has(item: object, key: str) -> bool:
    return isinstance(item, dict) and isinstance(item.get(key), str)


def unreachable(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """The only way to a touchpoint or a stage is led elsewhere."""
    ways = [(path, value) for path, value in page.scalars() if is_target(path)]
    counted = Counter(value for _, value in ways)
    if page.is_journey:
        there = {
            s["stage"]: ("stages", i, "stage")
            for i, s in enumerate(page.at(("stages",)))
        }
        places = {name: page.places.value(at) for name, at in there.items()}
        begins = page.value["stages"][0]["stage"]
    else:
        names = page.value["touchpoints"]
        places = {name: page.places.keys["touchpoints", name] for name in names}
        begins = page.value["starts"]
    for path, value in ways:
        # A way that ends can make no circle, which would be a mistake of its own.
        ends = [each for each in counted if each not in places]
        others = [each for each in ends if _may(path, each, page)]
        if counted[value] == 1 and value in places and value != begins and others:
            new = chance.choice(others)
            text = page.replaced(page.places.value(path), new)
            place = places[value]
            what = f"the way to {value} leads to {new}"
            yield Mistake(page, text, place.line, place.column, what)


def _may(path: Path, target: str, page: Page) -> bool:
    """Whether a target can stand where another stands: turns are led to by turns."""
    if page.is_journey:
        return True
    top = {*page.value["touchpoints"], *page.value["exits"]}
    return target in top and path[-1] != "then"


def lost_exits(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """An exit that nothing leads to, or that leads nowhere."""
    if not page.is_journey:
        place = page.places.value(("exits", 0))
        name = chance.choice(["vanished", "struck_by_lightning"])
        text = page.replaced(Place(place.line, place.column, 0), f"{name}, ")
        yield Mistake(page, text, place.line, place.column, f"{name} is added")
    for path, _ in page.scalars():
        if path[-2:-1] == ("leads",) and len(page.at(path[:-1])) > 1:
            if not page.is_journey and path[-1] in {"read", "timed_out", "dropped"}:
                continue
            shorter = page.without(path)
            if shorter is not None:
                line = page.places.keys[path[:-1]].line
                yield Mistake(page, shorter, line, None, f"{path} is taken out")


_REFERS = frozenset(
    [
        *("means", "starts", "plays", "friction", "setting", "visits", "asked_for"),
        *("chosen", "met", "exit", "day_off", "resource"),
    ]
)
"""Keys whose value is the name of something."""
_REFERS_IN: Mapping[str, frozenset[object]] = {
    "to": frozenset({"sends", "links"}),
    "from": frozenset({"holds"}),
}
"""The same, where they stand in certain parts."""
_LISTS = frozenset({"popular", "shows"})
"""Lists of names."""


def unknown_references(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """The name of an article, a ticket, a setting, a stage, ... is misspelt."""
    for path, value in page.scalars():
        if _is_name(value) and _refers(path):
            new = misspelt(value, chance)
            yield sown_at(page, page.places.value(path), new, f"{value} as {new}")


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(NAME.fullmatch(value))


def _refers(path: Path) -> bool:
    if "settings" in path or "company" in path:
        return False
    around = _REFERS_IN.get(str(path[-1]), frozenset())
    return (
        path[-1] in _REFERS
        or not around.isdisjoint(path[-4:-1])
        or (isinstance(path[-1], int) and path[-2] in _LISTS)
    )


def unknown_metrics(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A line of the report that nothing is counted for."""
    for path, value in page.scalars():
        if path[:1] == ("report",) and path[-1] == "metric":
            new = chance.choice([misspelt(value, chance), f"{chance.choice(_DULL)}s"])
            place = page.places.value(path)
            text = page.replaced(place, new)
            what = f"{value} as {new}"
            yield Mistake(page, text, place.line, place.column, what, "warning")


_DULL = ("smile", "letter", "lunch", "meeting", "complaint", "bouquet", "parking_space")


SOWERS: Mapping[str, Sower] = {
    "misspelt key": misspelt_keys,
    "misspelt target": misspelt_targets,
    "missing key": missing_keys,
    "wrong type": wrong_types,
    "wrong unit": wrong_units,
    "unknown cause": unknown_causes,
    "unknown department": unknown_departments,
    "unknown promise": unknown_promises,
    "unknown name": unknown_names,
    "unknown reference": unknown_references,
    "unknown metric": unknown_metrics,
    "misspelt declaration": misspelt_declarations,
    "misspelt in a journey": misspelt_in_journeys,
    "duplicate id": duplicate_ids,
    "unreachable": unreachable,
    "lost exit": lost_exits,
}
