"""The verb that checks journeys and scenarios."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.check_written import as_github, as_json, as_text
from empathy_sim.cli.options import chosen_fit, data_option, fit_options, keep_data
from empathy_sim.errors import Usage
from empathy_sim.library.shelf import (
    FITS,
    JOURNEYS,
    SCENARIOS,
    Shelf,
    files_in,
    find_shelf,
    library_folders,
    shipped,
)
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:
    from empathy_sim.library.compose_many import Checked

_EXAMPLE = """\b
Examples:
  empathy-sim check                       what you have written, wherever it is kept
  empathy-sim check the-birthday-kettle   one journey, with the scenarios it plays
  empathy-sim check journeys/ours.yaml    the same of a file
  empathy-sim check ../our-pack           a folder with journeys and scenarios in it
  empathy-sim check --strict              warnings count as problems
  empathy-sim explain E305                what a code means, with an example
"""


@click.command("check", epilog=_EXAMPLE)
@click.argument("paths", nargs=-1, metavar="[NAME]...", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="text to read, one JSON object, or commands for a workflow on GitHub.",
)
@click.option("--strict", is_flag=True, help="End with 1 for a warning too.")
@fit_options
@data_option
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    format_: str,
    strict: bool,
    data: Path | None,
) -> None:
    """Find what is wrong in journeys and scenarios, and say where.

    NAME is the name of a journey or scenario, its file, or a folder of them. Without
    one, your own are checked: those in this folder, in the folders that EMPATHY_SIM_LIBRARY names, and in the folder
    library beside your sessions; where there are none, those that came with the
    program.

    A warning can be allowed where it stands, by a comment at the end of its line or on
    the line above: # check: allow W401 (and why, in brackets). An error cannot.

    Ends with 0 if all can be played, with 1 if not, with 2 if it was asked for what it
    cannot do.
    """
    keep_data(data)
    from empathy_sim.library.compose_many import checked
    from empathy_sim.store.folder import data_folder

    own = data_folder(None, os.environ)
    try:
        folders = library_folders(Path(), own, os.environ)
        which = chosen_fit()
        shelf = find_shelf(folders, which)
        files = tuple(dict.fromkeys(_named(paths, shelf) if paths else _own(folders)))
    except Usage as wrong:
        click.echo(for_terminal(str(wrong)), err=True)
        context.exit(2)
    found = checked(files, shelf)
    if not paths and format_ == "text":
        click.echo(for_terminal(_looked_in(folders, files), one_line=True))
    click.echo(_WRITTEN[format_](found, len(files)))
    context.exit(1 if found.errors or (strict and found.warnings) else 0)


_WRITTEN: Mapping[str, Callable[[Checked, int], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def _looked_in(folders: tuple[Path, ...], files: tuple[Path, ...]) -> str:
    """Which folders of a person were looked in, and whether anything was there."""
    own = [each for each in folders if each != shipped() and each.is_dir()]
    listed = ", ".join("this folder" if each == Path() else str(each) for each in own)
    if any(file.parent.parent in own for file in files):
        return f"Looked in: {listed}."
    return f"Nothing is in: {listed}. What came with the program is checked:"


def _own(folders: tuple[Path, ...]) -> Iterator[Path]:
    """What a person has written; where there is nothing, what came along."""
    own = [file for each in folders if each != shipped() for file in _in_library(each)]
    yield from own or _in_library(shipped())


def _named(paths: tuple[Path, ...], shelf: Shelf) -> Iterator[Path]:
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
            yield shelf.file_of(str(path))


def _in_library(folder: Path) -> Iterator[Path]:
    yield from files_in(folder / JOURNEYS)
    yield from files_in(folder / SCENARIOS)
    yield from files_in(folder / FITS)
