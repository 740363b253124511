"""What was found, as text, JSON or for GitHub."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from empathy_sim.library.frames import (
    WIDTH,
    Paint,
    Part,
    framed,
    helping,
    unpainted,
)
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:
    from empathy_sim.library.compose_many import Checked
    from empathy_sim.library.problems import Problem

FORMAT = 1
"""The number of the JSON object's shape."""
_COLOURS: Mapping[Part, Mapping[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "edge": {"fg": "blue", "bold": True},
    "bold": {"bold": True},
    "help": {"fg": "cyan", "bold": True},
}
_EXPLAINS = "For what a code means: empathy-sim explain {code}"


def as_text(checked: Checked, files: int) -> str:
    """Frames, one after the other, and what they come to."""
    paint, width = _paint_and_width()
    frames = [
        framed(each, checked.lines.get(each.file, ()), paint=paint, width=width)
        for each in checked.problems
    ]
    last = summary(checked, files)
    if checked.problems:
        last += "\n" + _EXPLAINS.format(code=checked.problems[0].code)
    return "\n\n".join([*frames, last])


def as_json(checked: Checked, files: int) -> str:
    """One object, in letters that every terminal has."""
    found = {
        "format": FORMAT,
        "files": files,
        "errors": checked.errors,
        "warnings": checked.warnings,
        "problems": [_as_object(each) for each in checked.problems],
    }
    return json.dumps(found, indent=2)


def as_github(checked: Checked, files: int) -> str:
    """A workflow command for each finding, and what they come to."""
    commands = [_as_command(each) for each in checked.problems]
    return "\n".join([*commands, summary(checked, files)])


def summary(checked: Checked, files: int) -> str:
    """How much was found, in one line."""
    parts = [_count(files, "file"), _count(checked.errors, "problem")]
    if checked.warnings:
        parts.append(_count(checked.warnings, "warning"))
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _paint_and_width() -> tuple[Paint, int]:
    """Colours and the whole width on a terminal; always the same elsewhere."""
    if not sys.stdout.isatty():
        return unpainted, WIDTH
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    return unpainted if plain else _painted, width


def _painted(text: str, part: Part) -> str:
    return click.style(text, **_COLOURS[part])


def _as_object(problem: Problem) -> Mapping[str, str | int]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "length": problem.length,
        "says": problem.says,
        "help": problem.hint,
    }


def _as_command(problem: Problem) -> str:
    says = problem.says
    if problem.hint:
        says = f"{says}\nhelp: {helping(problem.hint)}"
    facts = {
        "file": problem.file,
        "line": str(problem.line),
        "col": str(problem.column),
        "endColumn": str(problem.column + problem.length),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(fact)}" for name, fact in facts.items())
    return f"::{problem.severity} {listed}::{_message(says)}"


def _message(text: str) -> str:
    """A text as a workflow command carries it, over several lines or not."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return for_terminal(escaped, one_line=True)


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
