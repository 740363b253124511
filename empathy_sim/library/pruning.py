"""Files without the parts that have no shape."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from empathy_sim.library.places import Path, Places
from empathy_sim.library.problems import Problem
from empathy_sim.library.reading import Written

_OF_KEYS = frozenset({"E201", "E211"})
_OF_WHOLES = frozenset({"E202", "E206", "E212", "E213"})

STAND_INS: Mapping[str, Mapping[str, Any]] = {
    "Scenario": {
        "scenario": "unnamed",
        "title": "",
        "about": "",
        "channel": "story",
        "intensity": 1,
        "exits": [],
        "starts": "",
    },
    "Journey": {
        "journey": "unnamed",
        "title": "",
        "about": "",
        "company": {"name": "", "trade": ""},
        "begins": {"day": "Tuesday", "at": "10:00"},
        "customer": {"goal": "", "stakes": ""},
        "endings": {},
    },
}
"""What stands for a key that every file has, where a file has none that can be read."""


@dataclass(frozen=True, slots=True)
class Left:
    """A file with parts left out."""

    written: Written
    """What is left; its value is None where nothing is."""
    lost: Collection[Path]
    """The paths of what was left out, as they stand in the whole file."""
    origin: Mapping[Path, Path] = field(default_factory=dict)
    """For each path of what is left the one it has in the whole file."""

    @classmethod
    def of(cls, written: Written) -> Left:
        """A file of which nothing is left out yet."""
        paths = {path: path for path in _paths(written.value)}
        return cls(written, (), paths)


def pruned(
    left: Left, problems: Collection[Problem], stand_ins: Mapping[str, Any]
) -> Left:
    """The same without the smallest parts that some problems are about."""
    places = left.written.places
    wrong = [_path_of(problem, places) for problem in problems]
    drop = frozenset(path for path in wrong if path)
    origin: dict[Path, Path] = {}
    value = _without(left.written.value, drop, (), (), origin)
    lost = [left.origin[path] for path in drop if path in left.origin]
    if isinstance(value, dict):
        for key, stand_in in stand_ins.items():
            if key not in value:
                value[key] = stand_in
                lost.append((key,))
    elif not drop:
        value = None
    moved = Places.of(
        {
            new: places.values[old]
            for new, old in origin.items()
            if old in places.values
        },
        {new: places.keys[old] for new, old in origin.items() if old in places.keys},
    )
    return Left(
        replace(left.written, value=value, places=moved),
        tuple(dict.fromkeys([*left.lost, *lost])),
        {new: left.origin.get(old, old) for new, old in origin.items()},
    )


def _path_of(problem: Problem, places: Places) -> Path:
    """What a problem is about: a key with its value, an item, or all around a gap."""
    values, keys = places.at(problem.line, problem.column)
    if problem.code in _OF_KEYS:
        candidates = [*keys, *values]
    elif problem.code in _OF_WHOLES:
        candidates = [*values, *keys]
    else:
        candidates = [*sorted(values, key=len, reverse=True), *keys]
    return candidates[0] if candidates else ()


def _without(
    value: Any, drop: Collection[Path], new: Path, old: Path, origin: dict[Path, Path]
) -> Any:
    origin[new] = old
    match value:
        case dict() as mapping:
            return {
                key: _without(held, drop, (*new, key), (*old, key), origin)
                for key, held in mapping.items()
                if (*old, key) not in drop
            }
        case list() as items:
            kept = [at for at in range(len(items)) if (*old, at) not in drop]
            return [
                _without(items[at], drop, (*new, now), (*old, at), origin)
                for now, at in enumerate(kept)
            ]
        case _:
            return value


def _paths(value: Any) -> Iterator[Path]:
    waiting: list[tuple[Path, Any]] = [((), value)]
    while waiting:
        path, held = waiting.pop()
        yield path
        match held:
            case dict() as mapping:
                waiting += [((*path, key), each) for key, each in mapping.items()]
            case list() as items:
                waiting += [((*path, at), each) for at, each in enumerate(items)]
            case _:
                pass
