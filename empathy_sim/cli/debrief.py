"""The verb that shows a debrief again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from empathy_sim.cli.options import data_option, keep_data

_Verb = TypeVar("_Verb", bound=Callable[..., object])
_EXAMPLE = """\b
Examples:
  empathy-sim debrief                         of the latest session
  empathy-sim debrief the-birthday-kettle-3f  of one by the beginning of its name
  empathy-sim debrief --plain                 line by line
  empathy-sim debrief --read                  line by line, with nothing asked
  empathy-sim debrief --html kettle.html      a page to keep, and one to forward
  empathy-sim debrief --forward kettle.md     only what may be passed on
  empathy-sim debrief --json - --csv tables   for those who count
"""


def _file(name: str, says: str, metavar: str = "FILE") -> Callable[[_Verb], _Verb]:
    """An option that makes a file."""
    kind = click.Path(path_type=Path)
    return click.option(f"--{name}", type=kind, metavar=metavar, help=says)


@click.command("debrief", epilog=_EXAMPLE)
@click.argument("session", required=False)
@click.option("--plain", is_flag=True, help="Line by line, without a full screen.")
@click.option("--read", is_flag=True, help="Line by line, told only: nothing is asked.")
@_file("html", "Write the page to keep, and beside it the page to forward.")
@_file("forward", "Write the page to forward alone; Markdown if it ends in .md.")
@_file("markdown", "Write the page to keep as Markdown; - is standard output.")
@_file("json", "Write everything as JSON; - is standard output.")
@_file("mermaid", "Write a journey map for Mermaid; - is standard output.")
@_file("csv", "Write tables and a code book into this folder.", "FOLDER")
@click.option("--force", is_flag=True, help="Replace files that are there already.")
@data_option
@click.pass_context
def debrief(
    ctx: click.Context,
    /,
    session: str | None,
    plain: bool,
    read: bool,
    data: Path | None,
    force: bool,
    **files: Path | None,
) -> None:
    """See again what happened in a session, and what was behind it.

    With a file to write, it writes that and shows nothing. Nothing that is there
    already is replaced without --force.
    """
    keep_data(data)
    if any(files.values()):
        from empathy_sim.cli.exporting import Wanted, export

        export(Wanted(**files, force=force), session)
        return
    if plain or read:
        from empathy_sim.cli.looking_back import look_back_plainly

        ctx.exit(look_back_plainly(session, reads=read))
    from empathy_sim.cli.terminal import require_terminal, run_in_child

    require_terminal("add --plain")
    ctx.exit(run_in_child(lambda: _on_screen(session)))


def _on_screen(session: str | None) -> int:
    from empathy_sim.cli.house import open_house
    from empathy_sim.cli.screen import run_app
    from empathy_sim.tui.order import LookBack

    with open_house() as house:
        named = house.looked_back_on(session)
    return run_app(LookBack(named))
