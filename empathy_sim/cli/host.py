"""The verb that opens a workshop's room."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import click

from empathy_sim.cli.options import data_option, fit_options, keep_data
from empathy_sim.engine.moves import Pace

_EXAMPLE = """\b
Examples:
  empathy-sim host the-birthday-kettle
  empathy-sim host the-birthday-kettle --names names.txt --close-at 10:40
  empathy-sim host --solo the-birthday-kettle --names names.txt
  empathy-sim host --resume
"""
_PORT = 8040
_EVERYWHERE = "0.0.0.0"  # noqa: S104 - a room is for those in the same network


@click.command("host", epilog=_EXAMPLE)
@click.argument("wanted", required=False, metavar="[JOURNEY|SCENARIO|FILE]")
@click.option("--resume", "again", is_flag=True, help="Open the last room again.")
@click.option("--room", metavar="NAME", help="Open this room again.")
@click.option("--solo", is_flag=True, help="Private links, for playing at any time.")
@click.option(
    "--names",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="One name or label a line: who may sit down, or who gets a private link.",
)
@click.option(
    "--poll",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="What the frontline says: a CSV, five reasons a line.",
)
@click.option(
    "--cues",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="What to say when, as empathy-sim kit --cues writes it; the board shows it.",
)
@click.option(
    "--pace",
    type=click.Choice(get_args(Pace)),
    default="workshop",
    show_default=True,
    help="How much of the waiting is lived.",
)
@click.option("--seed", type=int, help="Draws the same customer again.")
@click.option(
    "--close-at", metavar="HH:MM", help="Close the room at this time by itself."
)
@click.option(
    "--waiting-room",
    is_flag=False,
    flag_value=7,
    type=click.IntRange(1, 20),
    metavar="[MINUTES]",
    help="Let the lobby itself wait, with tickets; 7 minutes where none are said.",
)
@click.option(
    "--at-least",
    type=click.IntRange(5, 50),
    default=5,
    show_default=True,
    help="How many people a number stands for at least that nobody ticked.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    help=f"{_PORT} by default; with --resume and --room the one it had.",
)
@click.option(
    "--bind",
    metavar="ADDRESS",
    help=f"Listen only here; 127.0.0.1 is this computer alone. {_EVERYWHERE} by "
    "default; with --resume and --room the one it had.",
)
@click.option(
    "--public-url", default="", metavar="URL", help="The address of a proxy in front."
)
@click.option(
    "--tls-cert", type=click.Path(path_type=Path, exists=True), metavar="FILE"
)
@click.option("--tls-key", type=click.Path(path_type=Path, exists=True), metavar="FILE")
@click.option(
    "--rehearse",
    type=click.IntRange(0, 100),
    default=0,
    metavar="ROBOTS",
    help="Fill the room with robots, to practise; --pace brisk is quicker.",
)
@click.option("--no-board", is_flag=True, help="Only the links; no board in here.")
@fit_options
@data_option
@click.pass_context
def host(ctx: click.Context, /, *, data: Path | None, **asked: object) -> None:
    """Open a room: others come in with a browser, and nothing to install.

    What stops is kept: --resume opens the same room, with the same links.
    """
    keep_data(data)
    with_board = not asked.pop("no_board") and _is_terminal()
    said = {f"is_{each}_said": asked[each] is not None for each in ("port", "bind")}
    asked |= {"port": _PORT} if asked["port"] is None else {}
    asked |= {"bind": _EVERYWHERE} if asked["bind"] is None else {}

    def opened() -> int:
        from empathy_sim.cli.host_asked import Asked
        from empathy_sim.cli.host_run import run

        wanted = Asked(**asked, **said, no_board=not with_board)  # type: ignore[arg-type]
        return run(wanted)

    if not with_board:
        ctx.exit(opened())
    from empathy_sim.cli.terminal import run_in_child

    ctx.exit(run_in_child(opened))


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
