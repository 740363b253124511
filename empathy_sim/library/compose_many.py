"""All that is wrong in many files at once."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from empathy_sim.library.advice import advice
from empathy_sim.library.advice_departments import Departments, perhaps_misspelt
from empathy_sim.library.allowances import without_allowed
from empathy_sim.library.compose import Composer
from empathy_sim.library.composed import Composed
from empathy_sim.library.composed_files import Read
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.placing import placed
from empathy_sim.library.problems import Problem
from empathy_sim.library.reading import read_file
from empathy_sim.library.shelf import Kind, Shelf, peek

_OBJECTS = 100_000
"""How many more objects there are before cycles are looked for; about 20 files' worth."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in some files and in what they play."""

    problems: tuple[Problem, ...]
    """In the order of the files."""
    lines: Mapping[str, Sequence[str]]
    """The text of each file in which something was found, by its name."""

    @property
    def errors(self) -> int:
        """How many keep something from being played."""
        return sum(problem.is_error for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many keep nothing from being played."""
        return len(self.problems) - self.errors


def checked(files: Iterable[Path], shelf: Shelf) -> Checked:
    """Look over some files and what they play.

    Args:
        files: journeys and scenarios.
        shelf: where the scenarios of the journeys are looked for.
    """
    with _collecting_seldom():
        return _checked(tuple(dict.fromkeys(files)), shelf)


def _checked(wanted: Sequence[Path], shelf: Shelf) -> Checked:
    journeys = [file for file in wanted if peek(file)[0] != "scenario"]
    together = _Looked(Departments(shelf.journeys.values()))
    composer = Composer(shelf)
    named = {file: composer.compose(file) for file in journeys}
    played = {read.written.path for read in composer.read()}
    others = [file for file in wanted if file in played and file not in named]
    named |= {file: composer.compose(file) for file in others}
    together.over(composer, named)
    # What no journey plays is let go again before the next is read.
    for file in wanted:
        if file not in named:
            composer = Composer(shelf)
            together.over(composer, {file: composer.compose(file)})
    ids = [(file, together.ids[file]) for file in wanted]
    return Checked(tuple(sorted({*together.problems, *_same_ids(ids)})), together.lines)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Look for cycles seldom: a fifth of the time goes there, and none are made."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@dataclass(slots=True)
class _Looked:
    """What is kept of files that were looked over."""

    departments: Departments
    problems: set[Problem] = field(default_factory=set)
    lines: dict[str, Sequence[str]] = field(default_factory=dict)
    ids: dict[Path, tuple[Kind, str]] = field(default_factory=dict)

    def over(self, composer: Composer, named: Mapping[Path, Composed]) -> None:
        """Take in what a composer has found in the files it was asked for."""
        found = {problem for each in named.values() for problem in each.problems}
        for read in composer.read():
            self.departments.take(read.written)
        if any(problem.code == "E308" for problem in found):
            self.departments.doubt()
        judged = {*_judged(composer, found, self.departments)}
        files = {problem.file for problem in judged}
        self.problems |= judged
        self.ids |= {file: (each.kind, each.id) for file, each in named.items()}
        self.lines |= {
            each.written.name: each.written.lines
            for each in composer.read()
            if each.written.name in files
        }


def problems_in(files: Iterable[Path], shelf: Shelf) -> tuple[Problem, ...]:
    """Everything wrong in some files and in what they play, in their order."""
    return checked(files, shelf).problems


def fit_warnings(composer: Composer) -> tuple[Problem, ...]:
    """What is doubtful in the fits that a composer has composed something with."""
    return tuple(
        problem
        for read in tuple(composer.read())
        if read.fitted is not None
        for problem in without_allowed(
            read.written, sorted(_advised(composer, read)), is_sound=True
        )
    )


def _advised(
    composer: Composer, read: Read, more: Iterable[Wrong] = ()
) -> Sequence[Problem]:
    """What is to be said of a file: of a journey, as its author wrote it.

    Args:
        composer: has read the file.
        read: the file.
        more: what else was found doubtful in it.
    """
    written = replace(read.written, problems=())
    return placed(written, [*advice(composer.as_written(read)), *more])


def _judged(
    composer: Composer, found: Collection[Problem], departments: Departments
) -> Iterator[Problem]:
    """What was found, with advice, and without what the files themselves allow."""
    by_file: dict[str, list[Problem]] = {}
    for problem in found:
        by_file.setdefault(problem.file, []).append(problem)
    for read in tuple(composer.read()):
        here = by_file.pop(read.written.name, [])
        is_sound = bool(read.scenario or read.script or read.fitted)
        if is_sound:
            more: Iterable[Wrong] = ()
            if read.scenario is not None:
                more = perhaps_misspelt(read.scenario, departments)
            here += _advised(composer, read, more)
        yield from without_allowed(read.written, sorted(here), is_sound=is_sound)
    for others in by_file.values():
        yield from others


def _same_ids(ids: Iterable[tuple[Path, tuple[Kind, str]]]) -> Iterator[Problem]:
    """Files that would hide each other: of one kind, with one id, in one folder."""
    first: dict[tuple[Path, Kind, str], Path] = {}
    for file, (kind, name) in ids:
        other = first.setdefault((file.parent, kind, name), file)
        if other is not file:
            written = read_file(file)
            wrong = Wrong(
                "E337",
                (kind,),
                f'{other.as_posix()} is called "{name}" too',
                "give one of them another id",
            )
            yield wrong.placed(written.name, written.places)
