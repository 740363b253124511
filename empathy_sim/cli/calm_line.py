"""One line that tells how far something has come."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Generator
from typing import TypeVar

import click

_Going = TypeVar("_Going")
_Result = TypeVar("_Result")
_NARROWEST = 20


def told_on_the_way(
    work: Generator[_Going, None, _Result], says: Callable[[_Going], str], at_first: str
) -> _Result:
    """What work comes to; on a terminal a line of standard error tells how it goes.

    The line is taken away again, however the work ends. On a pipe nothing is told.

    Args:
        work: yields how far it has come.
        says: that in words.
        at_first: what is told until it yields anything.
    """
    line = _Line(is_told=sys.stderr.isatty())
    line.show(at_first)
    try:
        while True:
            try:
                going = next(work)
            except StopIteration as stop:
                result: _Result = stop.value
                return result
            line.show(says(going))
    finally:
        line.take_away()


class _Line:
    """A line of standard error that is written over."""

    def __init__(self, *, is_told: bool) -> None:
        self._is_told = is_told
        self._shown = ""

    def show(self, words: str) -> None:
        """Write words over what was there; as many as fit on one line."""
        if not self._is_told:
            return
        columns = shutil.get_terminal_size().columns
        fitting = words[: max(_NARROWEST, columns) - 1]
        if fitting != self._shown:
            over = fitting.ljust(len(self._shown))
            click.echo(f"\r{over}\r{fitting}", nl=False, err=True)
            self._shown = fitting

    def take_away(self) -> None:
        """Leave the line as if nothing had been there."""
        if self._shown:
            click.echo(f"\r{' ' * len(self._shown)}\r", nl=False, err=True)
            self._shown = ""
