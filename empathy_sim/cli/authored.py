"""What a designer names, composed with its places."""

from __future__ import annotations

import json
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
    from empathy_sim.journey.fixes import Fixes
    from empathy_sim.journey.script import Script
    from empathy_sim.library.compose import Composer
    from empathy_sim.library.composed import Composed
    from empathy_sim.library.problems import Problem
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
    composer: Composer
    composed: Composed

    def fixes(self) -> Fixes:
        """What each of its fixes makes of the stages it reaches."""
        from empathy_sim.journey.fixes import Fixes
        from empathy_sim.journey.freezing import thaw

        text = self.composer.fixes(self.composed)
        match thaw(json.loads(text)) if text else None:
            case Fixes() as fixes:
                return fixes
            case _:
                return Fixes()

    def fit_warnings(self) -> tuple[Problem, ...]:
        """What is doubtful in the fit it is composed with; its own is for `check`."""
        from empathy_sim.library.compose_many import fit_warnings

        return fit_warnings(self.composer)


def authored(context: click.Context, wanted: str, seed: int = SEED) -> Authored:
    """What a name or a path stands for; its problems are printed as `check` does.

    Args:
        context: of the verb.
        wanted: the name, or the path of a file.
        seed: whom its customer is cast by.

    Raises:
        Usage: there is none of that name.
        Exit: with 1, as it cannot be played; it has been said why.
    """
    from empathy_sim.library.casting import cast_for
    from empathy_sim.library.compose import Composer

    shelf = _shelf()
    file = shelf.file_of(wanted)
    composer = Composer(shelf)
    composed = composer.compose(file)
    script = composed.script
    if script is None:
        _print_problems(file, shelf)
        context.exit(1)
    return Authored(
        script,
        cast_for(script, seed),
        sources_of(composer, script),
        composer,
        composed,
    )


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


def write(path: Path, text: str, *, says_so: bool = True) -> None:
    """Write a file; `-` is standard output.

    Args:
        path: where.
        text: what.
        says_so: whether the file is named on standard output, where it is not that.

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
    if says_so:
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
