"""All that is wrong in many files at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from empathy_sim.library.compose import Composer
from empathy_sim.library.composed import Composed
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.problems import Problem
from empathy_sim.library.reading import read_file
from empathy_sim.library.shelf import Shelf


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
    composer = Composer(shelf)
    made = [(file, composer.compose(file)) for file in dict.fromkeys(files)]
    found = {problem for _, composed in made for problem in composed.problems}
    problems = tuple(sorted(found.union(_same_ids(made))))
    named = {problem.file for problem in problems}
    lines = {
        each.written.name: each.written.lines
        for each in composer.read()
        if each.written.name in named
    }
    return Checked(problems, lines)


def problems_in(files: Iterable[Path], shelf: Shelf) -> tuple[Problem, ...]:
    """Everything wrong in some files and in what they play, in their order."""
    return checked(files, shelf).problems


def _same_ids(made: Iterable[tuple[Path, Composed]]) -> Iterator[Problem]:
    """Files that would hide each other: of one kind, with one id, in one folder."""
    first: dict[tuple[Path, str, str], Path] = {}
    for file, composed in made:
        goes_by = (file.parent, composed.kind, composed.id)
        other = first.setdefault(goes_by, file)
        if other is not file:
            written = read_file(file)
            wrong = Wrong(
                "E337",
                (composed.kind,),
                f'{other.as_posix()} is called "{composed.id}" too',
                "give one of them another id",
            )
            yield wrong.placed(written.name, written.places)
