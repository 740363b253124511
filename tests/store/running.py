"""Other programs started, listened to and ended."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.store.made_sessions import REPOSITORY


@contextmanager
def running(
    *arguments: object, under: Sequence[str] = ()
) -> Iterator[subprocess.Popen[str]]:
    """A module of these tests run as a program; ended when the block is left."""
    module, *rest = map(str, arguments)
    program = subprocess.Popen(
        [*under, sys.executable, "-m", f"tests.store.{module}", *rest],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with program:
        try:
            yield program
        finally:
            program.kill()


def line_of(program: subprocess.Popen[str]) -> str:
    """The next line a program says; empty when it has ended."""
    assert program.stdout
    return program.stdout.readline().rstrip("\n")


def last_lines(program: subprocess.Popen[str]) -> list[str]:
    """All that a program still says until it ends."""
    assert program.stdout
    return program.stdout.read().splitlines()
