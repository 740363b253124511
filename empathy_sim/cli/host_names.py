"""The names of a room, from a file."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from empathy_sim.cli.host_files import text_of
from empathy_sim.errors import Usage
from empathy_sim.text.cleaning import offences
from empathy_sim.workshop.room.seating import LABEL_AT_MOST

MOST = 1_000
"""Names of one file."""
_HEADS = frozenset({"name", "names", "label", "labels"})
_EMPTY_COLUMNS = ";,\t "
_COLUMNS = re.compile(r"[;\t]|,(?! )")
"""What parts columns; a comma with a space behind it stands in a name."""
_ONE_A_LINE = "one name a line, and nothing else in it"


def labels_in(file: Path | None) -> tuple[str, ...]:
    """The names or labels of a file, one a line.

    What a spreadsheet adds is passed over: a byte order mark, quotation marks, a first
    line that only says "Name", and columns that are empty.

    Raises:
        Usage: it holds none, is no text, or a line cannot be a name; it says which.
    """
    if file is None:
        return ()
    read = _names(file, text_of(file).split("\n"))
    names = [(line, name) for line, name in read if name]
    if len(names) > 1 and names[0][1].casefold() in _HEADS:
        names = names[1:]
    if not names:
        raise Usage(says=f"{file} holds no name.", try_="one name a line")
    if len(names) > MOST:
        raise Usage(says=f"{file} holds more than {MOST:,} names.", try_="fewer")
    _refuse_twice(file, names)
    return tuple(name for _, name in names)


def _names(file: Path, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for number, text in enumerate(lines, 1):
        _refuse_hostile(file, number, text)
        name = _tidy(text)
        if name is None:
            says = f"{file}, line {number}: there are several columns."
            raise Usage(says=says, try_=_ONE_A_LINE)
        if len(name) > LABEL_AT_MOST:
            raise Usage(
                says=f"{file}, line {number}: a name has {LABEL_AT_MOST} letters at "
                f"most; this one has {len(name)}.",
                try_="a shorter one",
            )
        yield number, name


def _refuse_hostile(file: Path, number: int, text: str) -> None:
    for found in offences(text, most=1):
        raise Usage(
            says=f"{file}, line {number}: {found.number} is {found.why}.",
            try_="without it",
        )


def _tidy(text: str) -> str | None:
    """The name of a line; None where there is more than one column."""
    bare = text.strip().rstrip(_EMPTY_COLUMNS)
    if bare.startswith('"') and bare.endswith('"') and len(bare) > 1:
        cells = next(csv.reader([bare]), [""])
        bare = cells[0] if len(cells) == 1 else "\t"
    elif _COLUMNS.search(bare):
        return None
    return None if "\t" in bare else " ".join(bare.split())


def _refuse_twice(file: Path, names: Sequence[tuple[int, str]]) -> None:
    lines: dict[str, list[int]] = defaultdict(list)
    for line, name in names:
        lines[name.casefold()].append(line)
    for line, name in names:
        those = lines[name.casefold()]
        if len(those) > 1:
            *others, last = map(str, those)
            raise Usage(
                says=f'{file}, line {line}: "{name}" stands there more than once, in '
                f"the lines {', '.join(others)} and {last}.",
                try_="each name once; a letter or a department tells two apart",
            )
