"""What is wrong, at its places, each mistake once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path
from empathy_sim.library.placing_declared import (
    NAMED,
    PARTS,
    misspelt,
    parts_of,
    root_of,
)
from empathy_sim.library.problems import Problem
from empathy_sim.library.reading import Written

_OF_NAMES = frozenset(
    {
        "E301",
        "E302",
        "E303",
        "E304",
        "E305",
        "E307",
        "E309",
        "E310",
        "E311",
        "E317",
        "E329",
    }
)
_OF_PROMISES = frozenset({"E309", "E317"})
_QUOTED = re.compile(r'"<?([\w.-]+)>?" ')
_DECLARED_IN: Mapping[str, Collection[str]] = {
    "E301": ("settings",),
    "E302": ("touchpoints", "exits"),
    "E303": ("touchpoints",),
    "E304": ("stages",),
    "E305": ("endings",),
    "E307": ("causes",),
    "E309": ("promises", "touchpoints"),
    "E310": ("facts", "holds"),
    "E311": ("resources",),
    "E313": ("turns",),
    "E314": ("intents",),
    "E315": ("fields", "pages", "tickets"),
    "E316": (
        *("options", "actions", "links", "replies", "hears", "buttons"),
        *("tickets", "meanwhile", "contacts", "categories", "did_you_mean"),
    ),
    "E317": ("settings", "facts", "holds", "promises", "resources", "touchpoints"),
    "E336": ("articles",),
}
"""Where that may be declared which a code says is missing."""
_MISSING = frozenset(
    {"E202", "E206", "E320", "E321", "E322", "E323", "E324", "E325", "E327"}
    | {"E328", "E329", "W401"}
)
"""What is missing perhaps only because it stands in what is not read."""
_SECTION_NAMES = frozenset(name for names in _DECLARED_IN.values() for name in names)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A problem and the name it is about."""

    name: str
    problem: Problem
    at: Path


def _without_echoes(found: Collection[_Placed]) -> Iterator[_Placed]:
    """Leave out what is unknown, or missing, because another thing has its name."""
    codes = {each.problem.code for each in found}
    unclear = {
        _section(each.at) for each in found if each.problem.code in {"E134", "E330"}
    }
    echoes = {
        code
        for code, sections in _DECLARED_IN.items()
        if unclear.intersection(sections)
    }
    if "E134" in codes:
        echoes |= _MISSING
    if any(code.startswith("E2") for code in codes):
        echoes.add("W401")
    yield from (each for each in found if each.problem.code not in echoes)


def _section(at: Path) -> str:
    """The innermost section in which things of one sort have their names."""
    return next((str(part) for part in at[-2::-1] if part in _SECTION_NAMES), "")


def _key_at(problem: Problem, written: Written) -> Path:
    """The key that a problem is about; of two with one name, that which is kept."""
    if problem.code != "E134":
        _, keys = written.places.at(problem.line, problem.column)
        return keys[0] if keys else ()
    name = _name_in(problem)
    lines = {problem.line, *map(int, re.findall(r"line (\d+)", problem.says))}
    for path, place in written.places.keys.items():
        if path[-1] == name and place.line in lines:
            return path
    return ()


def placed(written: Written, wrongs: Iterable[Wrong]) -> tuple[Problem, ...]:
    """All that is wrong with a file: with its shape, and with what it means.

    A name that is unknown in several places is one problem, at the first of them; or
    where it is declared, if that is where it is misspelt.
    """
    found = [
        _Placed(_name_in(problem), problem, _key_at(problem, written))
        for problem in written.problems
    ]
    found += [
        _Placed(wrong.name, _narrowed(wrong, written), wrong.at) for wrong in wrongs
    ]
    found = sorted(_without_echoes(found), key=lambda each: each.problem)
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for each in found:
        groups.setdefault(_group(each), []).append(each.problem)
    told = [
        group[0]
        if len(group) == 1 or key[0] not in NAMED
        else _one_of(group, key, written)
        for key, group in groups.items()
    ]
    return tuple(_one_a_place(told))


def _one_a_place(told: Iterable[Problem]) -> Iterator[Problem]:
    """Leave out a second one about the promise that is made at a place."""
    places: set[tuple[int, int]] = set()
    for problem in told:
        place = problem.line, problem.column
        if problem.code not in _OF_PROMISES:
            yield problem
        elif place not in places:
            places.add(place)
            yield problem


def _group(each: _Placed) -> tuple[str, ...]:
    """What tells a problem from others; those of one name have a key in `NAMED`."""
    problem = each.problem
    if each.name and problem.code in _OF_NAMES:
        return "name", root_of(each.name)
    if each.name and problem.code in PARTS and each.at[:1] == ("touchpoints",):
        return "part", each.name, problem.code, str(each.at[1])
    return problem.code, str(problem.line), str(problem.column)


def _name_in(problem: Problem) -> str:
    found = _QUOTED.match(problem.says)
    return found[1] if found else ""


def _narrowed(wrong: Wrong, written: Written) -> Problem:
    """A problem at its place; of a text over several lines at the words meant."""
    problem = wrong.placed(written.name, written.places)
    if not wrong.within:
        return problem
    column = problem.column
    for number in range(problem.line, len(written.lines) + 1):
        at = written.lines[number - 1].find(wrong.within, column - 1)
        if at >= 0:
            return replace(
                problem, line=number, column=at + 1, length=len(wrong.within)
            )
        column = 1
    return problem


def _one_of(group: list[Problem], key: tuple[str, ...], written: Written) -> Problem:
    """The one problem of a group that has one name."""
    first, name = group[0], key[1]
    codes = {each.code for each in group}
    declared = misspelt(name, codes, parts_of(key), written)
    if declared is None:
        more = len(group) - 1
        also = "in one more place" if more == 1 else f"in {more} more places"
        return replace(first, says=f"{first.says}; it stands {also}")
    there, place = declared
    return replace(
        first,
        line=place.line,
        column=place.column,
        length=place.length,
        says=f'"{there}" is declared here, and wherever it is used it is "{name}"',
        hint=name,
    )
