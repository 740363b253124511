"""A problem beside the lines that it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from empathy_sim.library.problems import Problem
from empathy_sim.text.sinks import for_terminal
from empathy_sim.text.widths import cells

Part = Literal["error", "warning", "edge", "bold", "help"]
Paint = Callable[[str, Part], str]
"""Puts a part of a frame into its colour."""

WIDTH = 88
"""How many cells a frame takes at most, where nobody knows the terminal."""
_NARROWEST = 40
_TAB = " " * 4
_CUT = "…"
_LEAST_BEFORE = 12
"""How many cells before the place are shown of a line that is cut."""


def unpainted(text: str, _part: Part) -> str:
    """The text as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a line, and where the marks stand under it."""

    text: str
    before: int
    """Cells before the first mark."""
    marks: int
    """Cells that are marked; at least one."""


def framed(
    problem: Problem,
    lines: Sequence[str],
    *,
    paint: Paint = unpainted,
    width: int = WIDTH,
) -> str:
    """A problem with its code, its place, its line with marks, and what may help.

    Args:
        problem: what is wrong.
        lines: the file it stands in; empty where that could not be read.
        paint: what gives the parts their colours.
        width: how many cells a source line may take, with its number.
    """
    severity = problem.severity
    number = str(problem.line)
    gutter = " " * len(number)
    says = for_terminal(problem.says, one_line=True)
    place = for_terminal(
        f"{problem.file}:{problem.line}:{problem.column}", one_line=True
    )
    bar = paint(f"{gutter} |", "edge")
    out = [
        paint(f"{severity}[{problem.code}]", severity) + paint(f": {says}", "bold"),
        f"{paint(f'{gutter}-->', 'edge')} {place}",
    ]
    if 0 < problem.line <= len(lines):
        room = max(_NARROWEST, width - len(number) - 3)
        shown = excerpt_of(
            lines[problem.line - 1], problem.column, problem.length, room
        )
        source = f"{paint(f'{number} |', 'edge')} {shown.text}".rstrip()
        marks = " " * shown.before + paint("^" * shown.marks, severity)
        out += [bar, source, f"{bar} {marks}"]
    if problem.hint:
        helps = for_terminal(helping(problem.hint), one_line=True)
        out.append(f"{paint(f'{gutter} =', 'edge')} {paint('help:', 'help')} {helps}")
    return "\n".join(out)


def helping(hint: str) -> str:
    """A hint as a sentence tells it: a word alone is the one that was meant."""
    return hint if " " in hint else f'did you mean "{hint}"?'


def excerpt_of(line: str, column: int, length: int, room: int) -> Excerpt:
    """The part of a line around a place that has room, and where the place is in it.

    Args:
        line: as it is written, with whatever is in it.
        column: where the place begins, in characters from 1; behind the end where
            something is missing.
        length: how many characters the place takes.
        room: how many cells there are.
    """
    start = min(column - 1, len(line))
    parts = (line[:start], line[start : start + length], line[start + length :])
    before, marked, after = (_on_screen(part) for part in parts)
    marks = max(1, cells(marked))
    if cells(before) + cells(marked) + cells(after) > room:
        before, marked, after = _around(before, marked, after, room)
        marks = max(1, min(marks, cells(marked.removesuffix(_CUT))))
    return Excerpt(f"{before}{marked}{after}", cells(before), marks)


def _on_screen(part: str) -> str:
    return for_terminal(part.replace("\t", _TAB), one_line=True)


def _around(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """The three parts of a line, cut so that they fit."""
    least = min(cells(before), _LEAST_BEFORE)
    if cells(marked) > room - least - 1:
        marked, after = _first(marked, room - least - 1), ""
    left = room - cells(marked)
    if cells(before) > least:
        kept = max(least, left - cells(after))
        before = _last(before, min(kept, left))
    after = _first(after, left - cells(before))
    return before, marked, after


def _first(text: str, room: int) -> str:
    """The beginning of a text that fits, with a mark where it is cut."""
    if cells(text) <= room:
        return text
    kept = ""
    for character in text:
        if cells(kept + character) > room - 1:
            break
        kept += character
    return kept + _CUT if room > 0 else ""


def _last(text: str, room: int) -> str:
    """The end of a text that fits, with a mark where it is cut."""
    if cells(text) <= room:
        return text
    return _first(text[::-1], room)[::-1]
