"""What is wrong in a file."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from empathy_sim.library.places import Place
from empathy_sim.text.sinks import for_terminal

Severity = Literal["error", "warning"]

MOST_PROBLEMS = 100
"""How many problems of one file are listed; then looking for more stops."""


class Problem(Struct, frozen=True):
    """One thing that is wrong in a file, at its place."""

    code: str
    """A key of `CODES`: `E204` is an error, `W101` a warning."""

    file: str
    """The file, named as a person would name it: `journeys/kettle.yaml`."""

    line: int
    """Counted from 1."""

    column: int
    """Counted from 1, in characters."""

    says: str
    """What is wrong, as a clause without a full stop."""

    hint: str = ""
    """What to try, as a clause without a full stop; empty if nothing can be said."""

    length: int = 1
    """How many characters on the line it concerns, for marking them."""

    @property
    def severity(self) -> Severity:
        """An error keeps a file from being played; a warning does not."""
        return "warning" if self.code.startswith("W") else "error"

    @property
    def is_error(self) -> bool:
        """Whether it keeps the file from being played."""
        return self.severity == "error"

    def as_text(self) -> str:
        """One line with file, line, column and code; a second one with the hint."""
        head = for_terminal(
            f"{self.file}:{self.line}:{self.column}: {self.code} {self.says}",
            one_line=True,
        )
        if not self.hint:
            return head
        return f"{head}\n    try: {for_terminal(self.hint, one_line=True)}"

    def __lt__(self, other: Problem) -> bool:
        return self._rank < other._rank

    @property
    def _rank(self) -> tuple[str, int, int, str, str]:
        return (self.file, self.line, self.column, self.code, self.says)


class Findings:
    """The problems of one file, as they are found."""

    def __init__(self, file: str, most: int = MOST_PROBLEMS) -> None:
        self._file = file
        self._most = most
        self._problems: list[Problem] = []

    def add(self, code: str, place: Place, says: str, hint: str = "") -> None:
        """Note a problem, once; after too many, note only that there are more."""
        if self.is_full or self.has(code, place, says):
            return
        if len(self._problems) == self._most:
            code, says = "E109", f"there are more than {self._most} problems"
            hint = "mend these first; the rest of the file is not read"
        self._problems.append(
            Problem(
                code=code,
                file=self._file,
                line=place.line,
                column=place.column,
                says=says,
                hint=hint,
                length=place.length,
            )
        )

    def has(self, code: str, place: Place, says: str = "") -> bool:
        """Whether a problem is noted already, in whatever words if none are given."""
        return any(
            (code, place.line, place.column)
            == (problem.code, problem.line, problem.column)
            and says in {"", problem.says}
            for problem in self._problems
        )

    @property
    def is_full(self) -> bool:
        """Whether nothing more is noted, so that reading on is in vain."""
        return len(self._problems) > self._most

    @property
    def has_any(self) -> bool:
        """Whether anything was found."""
        return bool(self._problems)

    @property
    def has_errors(self) -> bool:
        """Whether something was found that keeps the file from being played."""
        return any(problem.is_error for problem in self._problems)

    def has_error_on(self, line: int) -> bool:
        """Whether an error was found on a line, counted from 1."""
        return any(
            problem.is_error and problem.line == line for problem in self._problems
        )

    def in_order(self) -> tuple[Problem, ...]:
        """All of them, in the order of the file."""
        return tuple(sorted(self._problems))


def excerpt(text: str, most: int = 40) -> str:
    """A text in quotes as a problem cites it: on one line, cut after some characters."""
    cited = for_terminal(text, one_line=True).strip()
    return f'"{cited if len(cited) <= most else cited[:most].rstrip() + "…"}"'
