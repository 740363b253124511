"""What a designer names, composed with its places."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.errors import Usage
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:
    from empathy_sim.journey.cast import Cast
    from empathy_sim.journey.script import Script
    from empathy_sim.library.compose import Composer
    from empathy_sim.library.shelf import Shelf
    from empathy_sim.workbench.lines import Look, Row
    from empathy_sim.workbench.sources import Sources

PIPED = 80
_NARROWEST, _WIDEST = 60, 120
SEED = 1
"""Whom the stand-in for the customer is cast by; the same each time."""


@dataclass(frozen=True, slots=True)
class Authored:
    """A script, whom it is read as, and the files it was composed from."""

    script: Script
    cast: Cast
    sources: Sources


def authored(context: click.Context, wanted: str) -> Authored:
    """What a name or a path stands for; its problems are printed as `check` does.

    Raises:
        Usage: there is none of that name.
        Exit: with 1, as it cannot be played; it has been said why.
    """
    from empathy_sim.library.casting import cast_for
    from empathy_sim.library.compose import Composer

    shelf = _shelf()
    file = shelf.file_of(wanted)
    composer = Composer(shelf)
    script = composer.compose(file).script
    if script is None:
        _print_problems(file, shelf)
        context.exit(1)
    return Authored(script, cast_for(script, SEED), sources_of(composer, script))


def _shelf() -> Shelf:
    from empathy_sim.cli.options import chosen_fit
    from empathy_sim.library.shelf import find_shelf, library_folders
    from empathy_sim.store.folder import data_folder

    own = data_folder(None, os.environ)
    return find_shelf(library_folders(Path(), own, os.environ), chosen_fit())


def _print_problems(file: Path, shelf: Shelf) -> None:
    from empathy_sim.cli.check_written import as_text
    from empathy_sim.library.compose_many import checked

    click.echo(as_text(checked((file,), shelf), 1))


def sources_of(composer: Composer, script: Script) -> Sources:
    """The files that a script was composed from, by whoever composed it."""
    from empathy_sim.workbench.sources import Source, Sources

    journey, scenarios = None, {}
    for read in composer.read():
        written = read.written
        source = Source(_named(written.path), written.places, written.lines)
        if read.scenario is not None:
            scenarios[read.scenario.scenario] = source
        elif read.script is not None:
            journey = source
    return Sources(None if script.alone else journey, scenarios)


def _named(path: Path) -> str:
    """A file as somebody in this folder would name it."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def write(path: Path, text: str) -> None:
    """Write a file; `-` is standard output.

    Raises:
        Usage: it cannot be written there.
    """
    if path == Path("-"):
        click.echo(text, nl=False)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as wrong:
        says = f"{path} cannot be written: {wrong.strerror or wrong}."
        raise Usage(says=says, try_="name another file") from wrong
    click.echo(for_terminal(f"Written: {path}", one_line=True))


def width() -> int:
    """Columns of a line: those of the terminal, within reason; 80 on a pipe."""
    if not sys.stdout.isatty():
        return PIPED
    columns = shutil.get_terminal_size((PIPED, 24)).columns
    return min(_WIDEST, max(_NARROWEST, columns))


def print_rows(rows: Iterable[Row]) -> None:
    """Print lines, with colours on a terminal."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    painted = sys.stdout.isatty() and not plain
    for row in rows:
        text = for_terminal(row.text, one_line=True)
        click.echo(_painted(text, row.look) if painted else text)


def _painted(text: str, look: Look) -> str:
    match look:
        case "title":
            return click.style(text, bold=True)
        case "quiet":
            return click.style(text, dim=True)
        case "bad":
            return click.style(text, fg="red", bold=True)
        case "plain":
            return text
