"""A frontline's poll, from the text of a CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from msgspec import Struct

from empathy_sim.text.cleaning import offences
from empathy_sim.workshop.group.reasons import FIVE, Poll

MOST_PEOPLE, LONGEST = 5_000, 120
"""Lines that are read of one file, and letters of a reason."""
_MARKS = "'"
_LARGEST = 1_000_000


class LineProblem(Struct, frozen=True):
    """Something about one line that keeps it out, or may be a mistake."""

    line: int
    """From 1, as an editor counts."""
    says: str


class PollRead(Struct, frozen=True):
    """What could be read, and what could not."""

    poll: tuple[Poll, ...]
    problems: tuple[LineProblem, ...]


def poll_in(text: str) -> PollRead:
    """The poll that a CSV file holds.

    Each line is one person of the frontline, with up to five reasons from the first
    column on, the most frequent first. A first line that numbers or names its columns
    (`1,2,3` or `reason 1, reason 2`) is passed over. Commas, semicolons or tabs part
    the columns. A line with a problem is left out, and the others are read.

    Args:
        text: the text of the file, with or without a byte order mark.
    """
    if len(text) > _LARGEST:
        return PollRead((), (LineProblem(1, "The file is larger than a megabyte."),))
    poll: list[Poll] = []
    problems: list[LineProblem] = []
    for line, row in _rows(text.removeprefix("\ufeff")):
        cells = _cells(row)
        says = _problem(cells, len(poll))
        if says:
            problems.append(LineProblem(line, says))
        elif any(cells) and not (line == 1 and _is_head(cells)):
            poll.append(Poll(tuple(cell for cell in cells if cell)))
    if not poll and not problems:
        problems.append(LineProblem(1, "There is no reason in the file."))
    return PollRead(tuple(poll), tuple(problems))


def _rows(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Each line by itself, so that a quote left open spoils only its own."""
    broken = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = broken.removesuffix("\n").split("\n")
    sample = next((line for line in lines if line.strip()), "")
    parted_by = max(",;\t", key=sample.count)
    for number, line in enumerate(lines, 1):
        try:
            row = next(csv.reader([line], delimiter=parted_by, strict=True), [])
        except csv.Error:
            row = [_BROKEN]
        yield number, row


_BROKEN = "\x00"


def _cells(row: Sequence[str]) -> list[str]:
    """What a spreadsheet was told to take as text is read without its mark."""
    cells = [" ".join(cell.split()).removeprefix(_MARKS) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _problem(cells: Sequence[str], so_far: int) -> str:
    """The first thing that is wrong with a line; empty where nothing is."""
    named = {cell.casefold() for cell in cells}
    hostile = next((each for cell in cells for each in offences(cell, most=1)), None)
    faults = (
        (
            any(_BROKEN in cell for cell in cells),
            "A quotation mark is not closed, or stands where none may.",
        ),
        (hostile is not None, f"There is {hostile.why} in it." if hostile else ""),
        (
            len(cells) > FIVE,
            f"There are {len(cells)} reasons; one person names five at most.",
        ),
        (
            any(len(cell) > LONGEST for cell in cells),
            f"A reason is longer than {LONGEST} letters.",
        ),
        (not all(cells), "A column between two reasons is empty."),
        (len(named) < len(cells), "The same reason stands twice."),
        (so_far >= MOST_PEOPLE, f"There are more than {MOST_PEOPLE:,} lines."),
    )
    return next((says for is_so, says in faults if is_so), "")


def _is_head(cells: Sequence[str]) -> bool:
    """Whether a line only names its columns: numbers, or a word and a number."""
    said = [cell.casefold().removeprefix("reason").strip(" _.") for cell in cells]
    return said == [str(at) for at in range(1, len(cells) + 1)] or said == [""]
