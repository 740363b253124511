"""Departments that are perhaps misspelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path as File

from empathy_sim.journey.scenario import Scenario
from empathy_sim.library.meaning_causes import is_nobody
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path
from empathy_sim.library.reading import Written, read_file

_SHORT = 4
"""Letters of a word in which one that differs may make it another."""


class Departments:
    """What the journeys in reach declare; one that nobody has read is read if asked."""

    def __init__(self, journeys: Iterable[File] = ()) -> None:
        self._unread = dict.fromkeys(journeys)
        self._names: dict[str, None] = {}
        self._played: set[str] = set()
        self._is_sure = True

    def take(self, written: Written) -> None:
        """Take in what a file declares and plays, if it is a journey."""
        self._unread.pop(written.path, None)
        match written.value:
            case {"journey": _, "departments": [*names], "stages": [*stages]}:
                self._names.update(dict.fromkeys(map(str, names)))
                self._played.update(map(_plays, stages))
            case {"journey": _}:
                self._is_sure = False
            case _:
                pass

    def doubt(self) -> None:
        """Some journey's departments are perhaps not those that it means."""
        self._is_sure = False

    def are_told_by_journeys(self, scenario: str) -> bool:
        """Whether a scenario's journeys tell what is wrong with its departments.

        They do where one plays it. While it is not sure what they declare, nobody can.
        """
        self._read()
        return scenario in self._played or not self._is_sure

    def has(self, department: str) -> bool:
        """Whether a journey has a department."""
        return department in self._names or department in self.names()

    def names(self) -> Collection[str]:
        """Every department of every journey."""
        self._read()
        return self._names

    def _read(self) -> None:
        for file in tuple(self._unread):
            self.take(read_file(file))


def _plays(stage: object) -> str:
    match stage:
        case {"plays": str() as scenario}:
            return scenario
        case _:
            return ""


def perhaps_misspelt(scenario: Scenario, declared: Departments) -> Iterator[Wrong]:
    """Departments one slip away from one that a journey declares, or causes here have.

    Which departments there are only a journey says. Where none plays a scenario, a
    department of another name is perhaps a new one, and nothing is told of it.
    """
    named = [*_named(scenario)]
    if all(declared.has(each) for _, each in named):
        return
    if declared.are_told_by_journeys(scenario.scenario):
        return
    counted = Counter(department for _, department in named)
    told: set[str] = set()
    for at, department in named:
        if department in told or declared.has(department):
            continue
        told.add(department)
        often = (each for each in counted if counted[each] > counted[department])
        meant = _meant(department, [*declared.names(), *often])
        if meant:
            says = f'"{department}" is no department of a journey in reach'
            yield Wrong("W407", at, says, meant, name=department)


def _named(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for name, cause in scenario.causes.items():
        at: Path = ("causes", name)
        for path, department in (
            ((*at, "department"), cause.department),
            ((*at, "fix", "department"), cause.fix.department),
        ):
            if not is_nobody(department):
                yield path, department


def _meant(word: str, known: Iterable[str]) -> str:
    """The first known word that is one slip away; empty where none is."""
    return next((each for each in known if each != word and _is_slip(word, each)), "")


def _is_slip(one: str, other: str) -> bool:
    """Whether letters are swapped, one is left out, added or changed, or signs differ.

    In a short word any letter tells it from others: `hr` is not `pr`.
    """
    one, other = _plain(one), _plain(other)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(long) < _SHORT or len(long) - len(short) > 1:
        return False
    pairs = enumerate(zip(short, long, strict=False))
    begins = next((n for n, (a, b) in pairs if a != b), len(short))
    rest, after = short[begins:], long[begins + 1 :]
    if len(short) < len(long):
        return rest == after
    is_changed = rest[1:] == after and len(long) > _SHORT
    return is_changed or rest == f"{after[:1]}{long[begins]}{after[1:]}"


def _plain(word: str) -> str:
    return word.casefold().replace("-", " ").replace("_", " ")
