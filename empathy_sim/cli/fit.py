"""The verb that makes a journey one's own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.options import data_option, keep_data
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:
    from empathy_sim.cli.fit_desk import FitDesk

_EXAMPLE = """\b
Examples:
  empathy-sim fit the-birthday-kettle                 a form, in about ten minutes
  empathy-sim fit the-birthday-kettle --plain         the same, line by line
  empathy-sim fit the-birthday-kettle --show          what is fitted, and whose it is
  empathy-sim fit the-birthday-kettle --to ours.fit.yaml    a file for colleagues
"""


@click.command("fit", epilog=_EXAMPLE)
@click.argument("wanted", metavar="JOURNEY")
@click.option("--plain", is_flag=True, help="Ask line by line, without a full screen.")
@click.option("--show", is_flag=True, help="Only say what is fitted.")
@click.option(
    "--to",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Save it there, to give to colleagues: they play with --fit FILE.",
)
@data_option
@click.pass_context
def fit(
    context: click.Context,
    wanted: str,
    plain: bool,
    show: bool,
    to: Path | None,
    data: Path | None,
) -> None:
    """Make a journey yours: company, departments, promises, waits and numbers.

    No file of the journey is changed. What you set is kept beside your sessions, and
    every play, check and rehearsal takes it from then on; --as-shipped does not. Each
    number is marked yours, published (with its source) or invented, and the debrief
    says which is which.

    A fit that lies elsewhere, beside the journey or in fits, is not written over,
    unless --to names it; it stays in force.
    """
    keep_data(data)
    desk = _desk(wanted, to, only_shows=show)
    if show:
        from empathy_sim.cli.fit_plainly import shown

        for line in shown(desk):
            click.echo(for_terminal(line, one_line=True))
        return
    if plain:
        from empathy_sim.cli.fit_plainly import ask

        context.exit(ask(desk))
    from empathy_sim.cli.terminal import require_terminal, run_in_child

    require_terminal("add --plain")
    code = run_in_child(lambda: _run(desk))
    if code == _PLAYS:
        from empathy_sim.cli.straight import begin
        from empathy_sim.library.shelf import WhichFit

        code = begin(wanted, which=WhichFit(desk.file))
    context.exit(code)


_PLAYS = 10
"""What the form ends with where the journey is to be played."""


def _desk(wanted: str, to: Path | None, *, only_shows: bool) -> FitDesk:
    from empathy_sim.cli.fit_desk import FitDesk
    from empathy_sim.library.shelf import find_shelf, library_folders
    from empathy_sim.store.folder import data_folder

    own = data_folder(None, os.environ)
    shelf = find_shelf(library_folders(Path(), own, os.environ))
    return FitDesk.of(wanted, shelf, own, to, only_shows=only_shows)


def _run(desk: FitDesk) -> int:
    from empathy_sim.cli.screen import behind
    from empathy_sim.tui.fit_app import FitApp

    app = FitApp(desk)
    plays = app.run()
    if app.crash is not None:
        raise behind(app.crash)
    return _PLAYS if plays else 0
