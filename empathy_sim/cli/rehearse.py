"""The verb that lets robots rehearse."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.options import chosen_fit, data_option, fit_options, keep_data
from empathy_sim.errors import ContentRefused, Usage
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:
    from empathy_sim.journey.script import Script
    from empathy_sim.library.shelf import Shelf
    from empathy_sim.rehearsal.rehearsing import Going, Result
    from empathy_sim.rehearsal.temperaments import RobotName

_EXAMPLE = """\b
Examples:
  empathy-sim rehearse the-birthday-kettle
  empathy-sim rehearse journeys/ours.yaml --plays 10000 --seed 7
  empathy-sim rehearse slipping-hold --robot impatient --robot patient
  empathy-sim rehearse ours --json - --html ours.html
  empathy-sim rehearse ours --keep walkthroughs
  empathy-sim rehearse --walkthrough walkthroughs/*.yaml
"""
_ROBOTS: tuple[RobotName, ...] = (
    "patient",
    "impatient",
    "methodical",
    "prefers-the-untried",
)
_MOST_SHOWN = 40
"""Lines of a walkthrough that are printed; the whole of it is kept in a file."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be rehearsed, and where it goes."""

    plays: int
    seed: int
    robots: tuple[RobotName, ...]
    json: Path | None
    html: Path | None
    keep: Path | None


@click.command("rehearse", epilog=_EXAMPLE)
@click.argument("wanted", nargs=-1, metavar="JOURNEY|SCENARIO|FILE")
@click.option(
    "--plays",
    type=click.IntRange(0, 1_000_000),
    default=1_000,
    show_default=True,
    metavar="N",
    help="How many plays, after everything has been tried once.",
)
@click.option("--seed", type=int, default=1, show_default=True, metavar="S")
@click.option(
    "--robot",
    "robots",
    type=click.Choice(_ROBOTS),
    multiple=True,
    help="Only this robot; may be given several times. By default all, in turn.",
)
@click.option(
    "--json",
    "json_",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it all as JSON; - is standard output.",
)
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it all as a page.",
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Keep the ways on which nobody gets out, as walkthroughs.",
)
@click.option(
    "--walkthrough",
    "walkthroughs",
    multiple=True,
    metavar="FILE",
    help="Run walkthrough files instead, and say where one diverges.",
)
@fit_options
@data_option
@click.pass_context
def rehearse(
    ctx: click.Context,
    *,
    wanted: tuple[str, ...],
    plays: int,
    seed: int,
    robots: tuple[RobotName, ...],
    json_: Path | None,
    html: Path | None,
    keep: Path | None,
    walkthroughs: tuple[str, ...],
    data: Path | None,
) -> None:
    """Let robots play, and see what a designer missed.

    First everything that can be done is tried, and then robots play. It tells what
    is never reached, where nobody gets out and by which shortest way, how long it
    takes, how it ends, and what goes wrong how often. The same seed finds the same.

    Ends with 0 if all is well, with 1 if something is never reached, does not end or
    diverges.
    """
    keep_data(data)
    if walkthroughs:
        ctx.exit(_run((*walkthroughs, *wanted)))
    if len(wanted) != 1:
        raise click.UsageError("Name one journey, scenario or file.", ctx)
    asked = Wanted(plays, seed, robots or _ROBOTS, json_, html, keep)
    ctx.exit(_rehearse(wanted[0], asked))


def _shelf() -> Shelf:
    from empathy_sim.library.shelf import find_shelf, library_folders
    from empathy_sim.store.folder import data_folder

    own = data_folder(None, os.environ)
    return find_shelf(library_folders(Path(), own, os.environ), chosen_fit())


def _script(wanted: str, shelf: Shelf) -> Script:
    """What is played.

    Raises:
        Usage: there is none of that name.
        ContentRefused: it has problems.
    """
    from empathy_sim.library.compose import Composer

    composed = Composer(shelf).compose(shelf.file_of(wanted))
    if composed.script is None:
        raise ContentRefused(problems=composed.problems)
    return composed.script


def _rehearse(wanted: str, asked: Wanted) -> int:
    from empathy_sim.cli.walking import kept
    from empathy_sim.library.casting import cast_for
    from empathy_sim.rehearsal.rehearsing import Plan, rehearse
    from empathy_sim.workbench.walkthrough_file import as_yaml

    script = _script(wanted, _shelf())
    plan = Plan(plays=asked.plays, seed=asked.seed, robots=asked.robots)
    result = _shown(rehearse(script, cast_for(script, asked.seed), plan), asked.plays)
    ways = tuple(
        as_yaml(
            kept(failing, script, wanted, asked.seed),
            says="Kept by a rehearsal: nobody got out here.\nRun it again: "
            "empathy-sim rehearse --walkthrough FILE",
        )
        for failing in result.failing
    )
    _write_files(result, ways, asked)
    if asked.json != Path("-"):
        _print(result, ways, asked)
    return 0 if result.rehearsed.is_clean else 1


def _shown(work: Generator[Going, None, Result], plays: int) -> Result:
    """The result of a rehearsal; on a terminal it is told how far it has come."""
    on_terminal = sys.stderr.isatty()
    while True:
        try:
            going = next(work)
        except StopIteration as stop:
            if on_terminal:
                click.echo(f"\r{'':<60}\r", nl=False, err=True)
            result: Result = stop.value
            return result
        if on_terminal:
            click.echo(f"\r{_so_far(going, plays):<60}", nl=False, err=True)


def _so_far(going: Going, plays: int) -> str:
    if going.exploring:
        return f"Trying everything: {going.done:,} moments"
    return f"Playing: {going.done:,} of {plays:,}"


def _write_files(result: Result, ways: tuple[str, ...], asked: Wanted) -> None:
    if asked.json is not None:
        from empathy_sim.workbench.rehearsal_file import as_json

        text = as_json(result.rehearsed, ways)
        if asked.json == Path("-"):
            click.echo(text, nl=False)
        else:
            _write(asked.json, text)
    if asked.html is not None:
        from empathy_sim.workbench.rehearsal_page import as_html

        _write(asked.html, as_html(result.rehearsed, ways))
    if asked.keep is not None:
        for lost, way in zip(result.rehearsed.lost, ways, strict=True):
            name = f"{lost.place}-{lost.how}".replace("/", "-").replace(" ", "-")
            _write(asked.keep / f"{name}.yaml", way)


def _write(path: Path, text: str) -> None:
    """Write a file.

    Raises:
        Usage: it cannot be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as wrong:
        says = f"{path} cannot be written: {wrong.strerror or wrong}."
        raise Usage(says=says, try_="name another file") from wrong


def _print(result: Result, ways: tuple[str, ...], asked: Wanted) -> None:
    from empathy_sim.workbench.rehearsal_report import report

    for line in report(result.rehearsed):
        click.echo(for_terminal(line, one_line=True))
    for way in ways:
        click.echo()
        lines = way.splitlines()
        for line in lines[:_MOST_SHOWN]:
            click.echo(for_terminal(line, one_line=True))
        if len(lines) > _MOST_SHOWN and asked.keep is None:
            click.echo(f"# {len(lines) - _MOST_SHOWN} lines more: add --keep FOLDER")


def _run(files: tuple[str, ...]) -> int:
    """Run walkthrough files, and say how each went."""
    from empathy_sim.cli.walking import walked, what_is_wrong
    from empathy_sim.library.walkthroughs import read_walkthrough

    shelf, code = _shelf(), 0
    for name in files:
        file = Path(name)
        if not file.is_file():
            raise Usage(says=f"There is no file {file}.", try_="name a walkthrough")
        walkthrough = read_walkthrough(file)
        script = _script(walkthrough.plays, shelf)
        wrong = what_is_wrong(walkthrough, walked(walkthrough, script))
        says = wrong or "holds"
        click.echo(for_terminal(f"{name}: {says}"))
        code = 1 if wrong else code
    return code
