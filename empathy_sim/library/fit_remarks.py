"""What a person noted in a fit's file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import yaml

from empathy_sim.library.places import Path
from empathy_sim.library.reading import Written

_ALLOWS: Final = "check:"
"""What tells a comment that allows something where it stands."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """Comments by the keys at which they stand, and how those lay on lines."""

    above: Mapping[Path, Sequence[str]] = field(default_factory=dict)
    """The lines above a key's; an empty one is an empty line."""
    beside: Mapping[Path, str] = field(default_factory=dict)
    """What stands at the end of a key's line."""
    last: Sequence[str] = ()
    """The lines below everything."""
    order: Sequence[Path] = ()
    """All keys, in the order of the file."""
    on_one_line: frozenset[Path] = frozenset()
    """Mappings that stand on one line, with a comment at its end."""

    @property
    def has_inside(self) -> frozenset[Path]:
        """Keys of mappings with a comment inside: they stay on several lines."""
        noted = [*self.above, *self.beside]
        return frozenset(path[:end] for path in noted for end in range(1, len(path)))

    def kept_in(self, value: Mapping[str, Any]) -> Remarks:
        """The same, where some keys are there no more.

        A note at one that is gone goes to the next that is there; what allows
        something goes to the end, since elsewhere it would allow something else.

        Args:
            value: what the file says from now on.
        """
        above: dict[Path, list[str]] = {}
        last, carried = list(self.last), list[str]()
        for path in self.order:
            noted = self.above.get(path, ())
            if _is_in(value, path):
                above[path] = [*carried, *noted]
                carried = []
                continue
            for line in (*noted, self.beside.get(path, "")):
                if line:
                    (last if _allows(line) else carried).append(line)
        return Remarks(
            {path: lines for path, lines in above.items() if lines},
            {path: said for path, said in self.beside.items() if _is_in(value, path)},
            (*carried, *last),
            self.order,
            self.on_one_line,
        )


def remarks_in(written: Written) -> Remarks:
    """The comments of a file in which nothing is wrong."""
    lines = _Lines(written)
    above: dict[Path, list[str]] = {}
    beside: dict[Path, str] = {}
    last: list[str] = []
    one_line: set[Path] = set()
    for line, said in _own_lines(written.lines):
        key = lines.key_after(line)
        (last if key is None else above.setdefault(key, [])).append(said)
    for line, said in _line_ends(written.lines):
        key = lines.key_at(line)
        if key is None or key in beside:
            (last if key is None else above.setdefault(key, [])).append(said)
            continue
        beside[key] = said
        if lines.is_whole(key):
            one_line.add(key)
    while last and not last[-1]:
        last.pop()
    order = [path for _, path in lines.keys]
    return Remarks(above, beside, last, order, frozenset(one_line))


class _Lines:
    """Which keys begin on which lines of a file."""

    def __init__(self, written: Written) -> None:
        """Lines counted from 1."""
        places = written.places.keys
        found = sorted((held.line, held.column, path) for path, held in places.items())
        self.keys = [(line, path) for line, _, path in found]

    @cached_property
    def _ends(self) -> Mapping[Path, int]:
        """The line of the last key in each mapping, and of each key itself."""
        ends: dict[Path, int] = {}
        for line, path in self.keys:
            for end in range(1, len(path) + 1):
                ends[path[:end]] = max(line, ends.get(path[:end], 0))
        return ends

    def key_after(self, line: int) -> Path | None:
        """The first key below a line."""
        at = bisect_right(self.keys, line, key=lambda each: each[0])
        return self.keys[at][1] if at < len(self.keys) else None

    def key_at(self, line: int) -> Path | None:
        """The key of which a line is: the first that is wholly on it, or the first."""
        at = bisect_right(self.keys, line, key=lambda each: each[0])
        if not at:
            return None
        latest = self.keys[at - 1][0]
        there = [path for number, path in self.keys if number == latest]
        whole = (path for path in there if self.is_whole(path))
        return next(whole, there[0])

    def is_whole(self, key: Path) -> bool:
        """Whether a key and all in it are on one line."""
        starts = next(line for line, path in self.keys if path == key)
        return self._ends[key] == starts


def _own_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Lines that hold a comment only, or nothing, between what is said."""
    for line, column, said in _between(lines):
        if not lines[line - 1][:column].strip():
            yield line, said


def _line_ends(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for line, column, said in _between(lines):
        if lines[line - 1][:column].strip():
            yield line, said


def _between(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Each comment and each empty line: its line, from 1, its column, from 0."""
    text, before = "\n".join(lines), 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start = token.start_mark.index
        yield from _remarks(text, before, start)
        before = max(before, token.end_mark.index)
        match token:
            case yaml.ScalarToken(style="|" | ">"):
                yield from _remarks(text, start + 1, (text + "\n").index("\n", start))
            case _:
                pass


def _remarks(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The comments and empty lines in a stretch without anything else."""
    if end <= start:
        return
    at, line = start, text.count("\n", 0, start) + 1
    for part in text[start:end].split("\n"):
        begins = text.rfind("\n", 0, at) + 1
        behind = at + len(part)
        found = part.find("#")
        if found >= 0:
            yield line, at + found - begins, part[found:].rstrip()
        elif begins == at and text[behind : behind + 1] == "\n":
            yield line, 0, ""
        at, line = behind + 1, line + 1


def _is_in(value: Any, path: Path) -> bool:
    for key in path:
        match value:
            case dict() if key in value:
                value = value[key]
            case _:
                return False
    return True


def _allows(comment: str) -> bool:
    return comment.lstrip("# ").startswith(_ALLOWS)
