"""A library file that mistakes are put into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path as File
from typing import Any

from empathy_sim.library.places import Path, Place, Places
from empathy_sim.library.reading import read_file


@dataclass(frozen=True, slots=True)
class Page:
    """A sound file, with what it says and where."""

    file: File
    lines: tuple[str, ...]
    value: Any
    places: Places

    @classmethod
    def of(cls, file: File) -> Page:
        """Read a file."""
        written = read_file(file)
        lines = file.read_text("utf-8").split("\n")
        return cls(file, tuple(lines), written.value, written.places)

    @property
    def is_journey(self) -> bool:
        """Whether it is a journey, and not a scenario."""
        return "journey" in self.value

    def at(self, path: Path) -> Any:
        """The value at a path."""
        value = self.value
        for part in path:
            value = value[part]
        return value

    def paths(self) -> Iterator[tuple[Path, Any]]:
        """Every path with its value, from the top to the bottom."""
        waiting: list[tuple[Path, Any]] = [((), self.value)]
        while waiting:
            path, value = waiting.pop()
            yield path, value
            parts: list[tuple[Any, Any]] = []
            if isinstance(value, dict):
                parts = [*value.items()]
            elif isinstance(value, list):
                parts = [*enumerate(value)]
            waiting += [((*path, key), held) for key, held in reversed(parts)]

    def scalars(self) -> Iterator[tuple[Path, Any]]:
        """Every value on one line that is written as it is, without quotes."""
        for path, value in self.paths():
            if not isinstance(value, dict | list) and self.is_plain(path, value):
                yield path, value

    def is_plain(self, path: Path, value: Any) -> bool:
        """Whether a value stands at its place letter for letter."""
        place = self.places.values.get(path)
        plain = str(value).lower() if isinstance(value, bool) else str(value)
        return bool(place and value is not None) and self._at(place) == plain

    def _at(self, place: Place | None) -> str:
        assert place is not None
        line = self.lines[place.line - 1]
        return line[place.column - 1 : place.column - 1 + place.length]

    def replaced(self, place: Place, new: str) -> str:
        """The text of the file with something else at a place."""
        line = self.lines[place.line - 1]
        start = place.column - 1
        changed = line[:start] + new + line[start + place.length :]
        return self._with_lines({place.line: changed})

    def without(self, path: Path) -> str | None:
        """The text of the file without a key and its value; None if not on one line."""
        key, value = self.places.keys[path], self.places.value(path)
        line = self.lines[key.line - 1]
        if key.line != value.line or self._goes_on(key.line):
            return None
        head, tail = line[: key.column - 1], line[key.column - 1 :]
        if not head.strip():
            return self._with_lines({key.line: None})
        if head.strip() == "-":
            below = self.lines[key.line]
            if len(below) - len(below.lstrip()) != len(head):
                return None
            return self._with_lines(
                {key.line: head + below.lstrip(), key.line + 1: None}
            )
        return self._without_in_braces(key, head, tail)

    def _without_in_braces(self, key: Place, head: str, tail: str) -> str | None:
        found = re.match(r"[\w-]+: ([^,{}\[\]\"]+|\{[^{}]*\})(, |(?=\}))", tail)
        if found is None:
            return None
        rest = tail[found.end() :]
        if rest.startswith("}"):
            head = head.removesuffix(", ")
        return self._with_lines({key.line: head + rest})

    def without_item(self, path: Path) -> str | None:
        """The text of the file without an item of a list in lines of its own."""
        first = self.places.value(path)
        head = self.lines[first.line - 1][: first.column - 1]
        if head.strip() != "-":
            return None
        last = first.line
        while self._goes_on(last, head.index("-")):
            last += 1
        return self._with_lines(dict.fromkeys(range(first.line, last + 1)))

    def _goes_on(self, line: int, column: int | None = None) -> bool:
        """Whether the next line stands further to the right than a column."""
        here, below = self.lines[line - 1], self.lines[line]
        if column is None:
            column = len(here) - len(here.lstrip(" -"))
        return bool(below.strip()) and len(below) - len(below.lstrip()) > column

    def _with_lines(self, changed: dict[int, str | None]) -> str:
        lines: list[str] = []
        for number, line in enumerate(self.lines, 1):
            new = changed.get(number, line)
            if new is not None:
                lines.append(new)
        return "\n".join(lines)

    def renamed(self, file: File) -> Page:
        """The same page in another file."""
        return replace(self, file=file)
