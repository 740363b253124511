"""Names misspelt where they are declared."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from empathy_sim.library.places import Path, Place
from tests.library.seeded_pages import Page
from tests.library.sown import Mistake, is_target, misspelt, sown_at

_DECLARING: Mapping[Path, str] = {
    ("settings",): "setting",
    ("touchpoints",): "way",
    ("causes",): "cause",
    ("needs", "facts"): "fact",
    ("endings",): "ending",
}
"""Where names are declared as keys, and of what they are the names."""
_PARTS = {
    "turns": "turn",
    "articles": "article",
    "tickets": "ticket",
    "intents": "intent",
}
"""Parts of a touchpoint: with names as keys, or with an id."""
_PLAIN = 2
"""Uses of a name after which it is plain that it is misspelt where it is declared."""
_Use = tuple[str, str, str]
"""A sort of name, the touchpoint it is known in (if only there), and the name."""


def misspelt_declarations(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """A name that is used more than once is misspelt where it is declared."""
    uses = Counter(_uses(page))
    for use, place in _declared(page):
        if uses[use] >= _PLAIN:
            new = misspelt(use[-1], chance)
            yield sown_at(page, place, new, f"the {use[0]} {use[-1]} declared as {new}")


def misspelt_in_journeys(page: Page, chance: random.Random) -> Iterator[Mistake]:
    """What scenarios need of a journey is misspelt where the journey declares it."""
    texts = [*_played_by(page)]
    for path, place in page.places.keys.items():
        name = str(path[-1])
        is_promise, is_held = path[:-1] == ("promises",), path[:-1] in _HELD
        if (is_promise and _said(rf"\b{name}\b", texts) >= _PLAIN) or (
            is_held and _said(rf"[{{ ]{name}: ", texts)
        ):
            yield sown_at(page, place, misspelt(name, chance), f"{path} misspelt")
    for path, value in page.scalars():
        is_owner = _said(rf"department: {value}\b", texts) >= _PLAIN
        if path[:1] == ("departments",) and is_owner:
            new = misspelt(value, chance)
            yield sown_at(page, page.places.value(path), new, f"{value} as {new}")


_HELD = frozenset({("customer", "holds"), ("customer", "resources")})


def _said(pattern: str, texts: Collection[str]) -> int:
    return sum(len(re.findall(pattern, text)) for text in texts)


def _played_by(page: Page) -> Iterator[str]:
    """The scenarios that a journey plays, as they are written."""
    if page.is_journey:
        folder = page.file.parent.parent / "scenarios"
        for name in dict.fromkeys(each["plays"] for each in page.at(("stages",))):
            yield (folder / f"{name}.yaml").read_text("utf-8")


def _declared(page: Page) -> Iterator[tuple[_Use, Place]]:
    for path, place in page.places.keys.items():
        name = str(path[-1])
        if sort := _DECLARING.get(path[:-1]):
            yield (sort, "", name), place
        elif len(path) == 4 and path[-2] in _PARTS:
            yield (_PARTS[str(path[-2])], str(path[1]), name), place
    for path, value in page.scalars():
        place = page.places.value(path)
        match path:
            case ("exits", _):
                yield ("way", "", value), place
            case ("stages", _, "stage"):
                yield ("stage", "", value), place
            case ("touchpoints", touchpoint, parts, _, "id") if parts in _PARTS:
                yield (_PARTS[str(parts)], str(touchpoint), value), place
            case _:
                pass


def _uses(page: Page) -> Iterator[_Use]:
    """Where a name is used, in a page in which all are declared."""
    for path, value in page.paths():
        if isinstance(value, str) and path:
            yield from (("fact", "", each) for each in _IN_TEXT.findall(value))
            yield from (("setting", "", each) for each in _IN_TEXT.findall(value))
            if sort := _sort_of(path, value):
                scope = str(path[1]) if sort in _PARTS.values() else ""
                yield sort, scope, value.removeprefix("end.")


_IN_TEXT = re.compile(r"<([a-z][a-z0-9_]*)>")


def _sort_of(path: Path, value: str) -> str:
    """Of what a text is the name; empty where it is none."""
    if is_target(path):
        return _sort_led_to(path, value)
    names = tuple(part for part in path if isinstance(part, str))
    if names[-2:-1] in _BY_PART:
        return _BY_PART[names[-2:-1]]
    return _BY_KEY.get(names[-2:], _BY_KEY.get(names[-1:], ""))


def _sort_led_to(path: Path, value: str) -> str:
    if path[0] == "stages":
        return "ending" if value.startswith("end.") else "stage"
    is_turn = path[-1] == "then" and "turns" in path
    return "turn" if is_turn else "way"


_BY_PART: Mapping[tuple[str, ...], str] = {("causes",): "cause"}
_BY_KEY: Mapping[tuple[str, ...], str] = {
    ("cause",): "cause",
    ("links", "to"): "article",
    ("means",): "intent",
    ("popular",): "article",
    ("sends", "to"): "ticket",
    ("setting",): "setting",
    ("shows",): "article",
}
