"""The verb that checks journeys and scenarios."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from empathy_sim.cli.options import data_option, keep_data
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

_EXAMPLE = """\b
Examples:
  empathy-sim check                       what you have written, wherever it is kept
  empathy-sim check journeys/ours.yaml    one file, with the scenarios that it plays
  empathy-sim check ../our-pack           a folder with journeys and scenarios in it
"""


@click.command("check", epilog=_EXAMPLE)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@data_option
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], data: Path | None) -> None:
    """Find what is wrong in journeys and scenarios, and say where.

    PATH is a file, or a folder of them. Without one, your own are checked: those in
    this folder, in the folders that EMPATHY_SIM_LIBRARY names, and in the folder
    library beside your sessions; where there are none, those that came with the
    program.

    Ends with 0 if all can be played, with 1 if not.
    """
    keep_data(data)
    from empathy_sim.library.compose_many import problems_in
    from empathy_sim.store.folder import data_folder

    own = data_folder(None, os.environ)
    try:
        folders = library_folders(Path(), own, os.environ)
        files = tuple(dict.fromkeys(_named(paths) if paths else _own(folders)))
    except Usage as wrong:
        click.echo(for_terminal(str(wrong)), err=True)
        context.exit(2)
    if not paths:
        click.echo(for_terminal(_looked_in(folders, files), one_line=True))
    problems = problems_in(files, find_shelf(folders))
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


def _looked_in(folders: tuple[Path, ...], files: tuple[Path, ...]) -> str:
    """Which folders of a person were looked in, and whether anything was there."""
    own = [each for each in folders if each != shipped() and each.is_dir()]
    listed = ", ".join("this folder" if each == Path() else str(each) for each in own)
    if any(file.parent.parent in own for file in files):
        return f"Looked in: {listed}."
    return f"Nothing is in: {listed}. This is what came with the program:"


def _own(folders: tuple[Path, ...]) -> Iterator[Path]:
    """What a person has written; where there is nothing, what came along."""
    own = [file for each in folders if each != shipped() for file in _in_library(each)]
    yield from own or _in_library(shipped())


def _named(paths: tuple[Path, ...]) -> Iterator[Path]:
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
