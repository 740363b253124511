"""The verb that checks journeys and scenarios."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from empathy_sim.errors import Usage
from empathy_sim.library.shelf import (
    JOURNEYS,
    SCENARIOS,
    files_in,
    find_shelf,
    library_folders,
    shipped,
)
from empathy_sim.text.sinks import for_terminal


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...]) -> None:
    """Check journeys and scenarios, and say what is wrong and where.

    PATH is a file, or a folder of them. Without one, the folders journeys and
    scenarios are checked: those here, else those that came with the program.

    Ends with 0 if all can be played, with 1 if not.
    """
    from empathy_sim.library.compose_many import problems_in
    from empathy_sim.store.folder import data_folder

    try:
        files = tuple(dict.fromkeys(_files(paths)))
    except Usage as wrong:
        click.echo(for_terminal(str(wrong)), err=True)
        context.exit(2)
    own = data_folder(None, os.environ)
    shelf = find_shelf(library_folders(Path(), own, os.environ))
    problems = problems_in(files, shelf)
    for problem in problems:
        click.echo(problem.as_text())
    errors = sum(problem.is_error for problem in problems)
    click.echo(_summary(len(files), errors, len(problems) - errors))
    context.exit(1 if errors else 0)


def _summary(files: int, errors: int, warnings: int) -> str:
    parts = [_count(files, "file"), _count(errors, "problem")]
    if warnings:
        parts.append(_count(warnings, "warning"))
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    if not paths:
        here = [*_in_library(Path())]
        yield from here or _in_library(shipped())
    for path in paths:
        if path.is_dir():
            found = [*files_in(path), *_in_library(path)]
            if not found:
                raise Usage(
                    says=f"There is no journey or scenario in {path}.",
                    try_="name a file, or a folder with journeys in it",
                )
            yield from found
        elif path.is_file():
            yield path
        else:
            raise Usage(says=f"There is no file {path}.", try_="")


def _in_library(folder: Path) -> Iterator[Path]:
    yield from files_in(folder / JOURNEYS)
    yield from files_in(folder / SCENARIOS)
