"""Comments that allow a warning where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from empathy_sim.library.codes import CODES
from empathy_sim.library.meaning_wrong import nearest
from empathy_sim.library.problems import Problem
from empathy_sim.library.reading import Written
from empathy_sim.library.reading_texts import texts_in

_BEGINS = re.compile(r"(?:^|\s)(#\s*check:.*)")
_ALLOWS = re.compile(r"#\s*check:\s*allow\s+(\w+)\s*(?:\((.*)\))?\s*$")
_MEANT = re.compile(r"(?i)\bal+o|\b[EW]\d{3}\b")
"""What tells an allowance that is misspelt from a note to oneself."""
_AS_IN = "write # check: allow W401 (and why, in brackets)"
_OWN = frozenset({"W402", "W403", "W404"})
"""What is said of allowances themselves."""


@dataclass(frozen=True, slots=True)
class _Allowance:
    code: str
    comment: str
    line: int
    """Where it stands, from 1."""
    column: int
    for_line: int
    """The line whose findings it allows."""
    has_reason: bool


def without_allowed(
    written: Written, problems: Sequence[Problem], *, is_sound: bool
) -> Iterator[Problem]:
    """What was found in a file, but for what a comment in it allows.

    Errors cannot be allowed. An allowance that is in vain is a finding itself, in a
    file that is sound: in others nobody can tell.

    Args:
        written: the file.
        problems: all that was found in it.
        is_sound: whether everything was looked for that could be found.
    """
    allowances, unread = _in(written)
    used: set[_Allowance] = set()
    for problem in problems:
        found = [
            each
            for each in allowances
            if (each.code, each.for_line) == (problem.code, problem.line)
            and not problem.is_error
        ]
        used.update(found)
        if not found:
            yield problem
    yield from unread
    for each in allowances:
        yield from _wrong_with(each, written, is_used=each in used or not is_sound)


def _in(written: Written) -> tuple[Sequence[_Allowance], Sequence[Problem]]:
    """The allowances of a file, and the comments that perhaps are meant to be some."""
    allowances: list[_Allowance] = []
    unread: list[Problem] = []
    for number, comment, column in _comments(written):
        found = _ALLOWS.match(comment)
        if found is None and not _MEANT.search(comment):
            continue
        if found is None:
            says = "this comment for check cannot be read"
            unread.append(_found("W404", written, (number, column, comment), says))
            continue
        for_line = number
        if not written.lines[number - 1][: column - 1].strip():
            for_line = _next_line(written.lines, number)
        allowances.append(
            _Allowance(
                code=found[1],
                comment=comment,
                line=number,
                column=column,
                for_line=for_line,
                has_reason=bool((found[2] or "").strip()),
            )
        )
    return allowances, unread


def _comments(written: Written) -> Iterator[tuple[int, str, int]]:
    texts: list[str] | None = None
    for number, line in enumerate(written.lines, 1):
        found = _BEGINS.search(line) if "check:" in line else None
        if found is None:
            continue
        texts = list(texts_in(written.value)) if texts is None else texts
        comment = found[1].rstrip()
        said = comment.rstrip("\"'")
        if not any(said in text for text in texts):
            yield number, comment, found.start(1) + 1


def _next_line(lines: Sequence[str], number: int) -> int:
    """The next line that is neither empty nor a comment, from 1."""
    for after, line in enumerate(lines[number:], number + 1):
        if line.strip() and not line.lstrip().startswith("#"):
            return after
    return number


def _wrong_with(
    allowance: _Allowance, written: Written, *, is_used: bool
) -> Iterator[Problem]:
    where = (allowance.line, allowance.column, allowance.comment)
    code = allowance.code
    if code not in CODES:
        hint = nearest(code, CODES)
        says = f'"{code}" is not the code of anything, so it cannot be allowed'
        yield _found("W403", written, where, says, hint)
    elif code.startswith("E"):
        says = f"{code} keeps this from being played, and cannot be allowed"
        yield _found("W403", written, where, says, f"mend it: {CODES[code]}")
    elif code in _OWN:
        says = f"{code} is about allowances, and cannot be allowed"
        yield _found("W403", written, where, says, "take this comment out")
    elif not is_used:
        says = f"nothing here is {code} ({CODES[code]}), so this allows nothing"
        yield _found("W402", written, where, says, "take this comment out")
    elif not allowance.has_reason:
        says = f"this allows {code} and does not say why"
        yield _found("W404", written, where, says)


def _found(
    code: str, written: Written, where: tuple[int, int, str], says: str, hint: str = ""
) -> Problem:
    line, column, comment = where
    return Problem(
        code=code,
        file=written.name,
        line=line,
        column=column,
        says=says,
        hint=hint or _AS_IN,
        length=len(comment),
    )
