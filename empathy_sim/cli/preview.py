"""The verb that plays while one writes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from empathy_sim.cli.options import data_option, keep_data
from empathy_sim.engine.moves import Pace
from empathy_sim.errors import Usage

if TYPE_CHECKING:
    from empathy_sim.library.wishes import Wishes

_EXAMPLE = """\b
Examples:
  empathy-sim preview journeys/ours.yaml
  empathy-sim preview journeys/ours.yaml --at calling.queue --pace brisk
  empathy-sim preview slipping-hold --with wait=2m --with drops=false
  empathy-sim preview journeys/ours.yaml --fact order_number=HV-104233-QK
  empathy-sim preview journeys/ours.yaml --whole
"""


_WITH_WHOLE = "--whole plays what stands in the file, from the beginning of a stage."
_INSTEAD = "leave --with and --fact out, and write --at STAGE"


@click.command("preview", epilog=_EXAMPLE)
@click.argument("wanted", metavar="JOURNEY|SCENARIO|FILE")
@click.option("--at", metavar="STAGE[.TOUCHPOINT]", default="", help="Begin there.")
@click.option(
    "--with",
    "with_",
    metavar="SETTING=VALUE",
    multiple=True,
    help="Play with this setting; for one stage alone, STAGE.SETTING=VALUE.",
)
@click.option(
    "--fact",
    "facts",
    metavar="FACT=TEXT",
    multiple=True,
    help="Let the customer hold this instead of what is drawn.",
)
@click.option(
    "--pace",
    type=click.Choice(get_args(Pace)),
    default="workshop",
    help="How much of the waiting is lived; it can be changed on the way.",
)
@click.option("--seed", type=int, default=1, help="Draws another customer.")
@click.option(
    "--whole",
    is_flag=True,
    help="As a participant has it, from the contract to the debrief.",
)
@data_option
@click.pass_context
def preview(
    context: click.Context,
    wanted: str,
    *,
    at: str,
    with_: tuple[str, ...],
    facts: tuple[str, ...],
    pace: Pace,
    seed: int,
    whole: bool,
    data: Path | None,
) -> None:
    """Play a journey or a scenario while you write it. Nothing of it is kept.

    It begins in the story. With --whole it is as a participant has it, with the
    contract, the report and the card before it and the debrief after it; a file that
    is saved meanwhile is read when it next begins.

    Whenever a file of it is saved, the story is set anew and goes the same steps, so
    that you stand where you stood; where it leads elsewhere now, that is said. A file
    that cannot be played leaves the version before it on the screen, with the problems
    beside it.

    F6 takes a step back, F7 does it again. Ctrl+N lets the next thing happen, Ctrl+G
    passes over waiting until something is asked, Ctrl+T changes the pace. Ctrl+O opens
    your editor (VISUAL or EDITOR) at the line of what you see, Ctrl+L lists the
    problems, Ctrl+R goes back to the beginning.
    """
    keep_data(data)
    from empathy_sim.cli.terminal import require_terminal, run_in_child
    from empathy_sim.library.wishes import Wishes

    if whole and (with_ or facts or "." in at):
        raise Usage(says=_WITH_WHOLE, try_=_INSTEAD)
    require_terminal("empathy-sim check, which needs no screen")
    if whole:
        context.exit(run_in_child(lambda: _run_whole(wanted, at, pace, seed)))
    wishes = Wishes(at, with_, facts, seed)
    context.exit(run_in_child(lambda: _run(wanted, wishes, pace)))


def _run_whole(wanted: str, at: str, pace: Pace, seed: int) -> int:
    """Play all of it as it stands, in a folder that is gone afterwards."""
    from empathy_sim.cli.demo_folder import demo_folder
    from empathy_sim.cli.house import LocalHouse
    from empathy_sim.cli.options import data_given
    from empathy_sim.cli.screen import run_app
    from empathy_sim.library.shelf import VARIABLE, find_shelf, library_folders
    from empathy_sim.store.folder import data_folder
    from empathy_sim.tui.order import Play

    own = data_folder(data_given(), os.environ)
    folders = library_folders(Path(), own, os.environ)
    file = str(find_shelf(folders).file_of(wanted).absolute())
    if (own / "library").is_dir():
        named = os.environ.get(VARIABLE, "").split(os.pathsep)
        os.environ[VARIABLE] = os.pathsep.join(filter(None, [*named, f"{own}/library"]))

    def chosen(house: LocalHouse) -> Play:
        house.is_passing = True
        house.script(file)  # what is wrong with it is said on a free terminal
        return Play(file, pace)

    with demo_folder() as folder:
        keep_data(folder)
        return run_app(chosen, seed=seed, at_stage=at or None)


def _run(wanted: str, wishes: Wishes, pace: Pace) -> int:
    from empathy_sim.cli.preview_bench import FileBench
    from empathy_sim.cli.screen import behind
    from empathy_sim.library.shelf import find_shelf, library_folders
    from empathy_sim.session.clock import RealClock
    from empathy_sim.store.folder import data_folder
    from empathy_sim.tui.preview_app import PreviewApp

    own = data_folder(None, os.environ)
    folders = library_folders(Path(), own, os.environ)
    bench = FileBench(find_shelf(folders).file_of(wanted), own, wishes, os.environ)
    first = bench.version()
    if first.script is not None and first.refused:
        raise first.refused[0]
    app = PreviewApp(bench, RealClock(), pace)
    code = app.run()
    if app.crash is not None:
        raise behind(app.crash)
    return code or 0
