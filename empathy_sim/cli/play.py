"""The verb that plays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from empathy_sim.cli.options import data_option, keep_data
from empathy_sim.engine.moves import Pace

if TYPE_CHECKING:
    from empathy_sim.cli.house import LocalHouse

_EXAMPLE = """\b
Examples:
  empathy-sim play the-birthday-kettle
  empathy-sim play slipping-hold --pace brisk
  empathy-sim play the-birthday-kettle --plain
  empathy-sim play journeys/ours.yaml --at holding
"""


@click.command("play", epilog=_EXAMPLE)
@click.argument("wanted", required=False, metavar="[JOURNEY|SCENARIO|FILE]")
@click.option(
    "--pace",
    type=click.Choice(get_args(Pace)),
    help="How much of the waiting is lived. real cuts nothing; workshop is the "
    "default; on a pipe it is instant.",
)
@click.option("--seed", type=int, help="Draws the same customer again.")
@click.option("--plain", is_flag=True, help="Line by line, without a full screen.")
@click.option("--at", "at_stage", metavar="STAGE", help="Begin at this stage.")
@data_option
def play(
    wanted: str | None,
    pace: Pace | None,
    seed: int | None,
    plain: bool,
    at_stage: str | None,
    data: Path | None,
) -> None:
    """Play a journey, or a scenario by itself.

    Without a name it is The birthday kettle. What stops is kept: resume goes on.
    """
    keep_data(data)
    ctx = click.get_current_context()
    wanted = wanted or "the-birthday-kettle"
    if plain:
        from empathy_sim.cli.plainly import play_plainly

        ctx.exit(play_plainly(wanted, pace=pace, seed=seed, at_stage=at_stage))
    ctx.exit(_on_screen(_opened(wanted, pace or "workshop", seed, at_stage)))


def _on_screen(run: Callable[[], int]) -> int:
    from empathy_sim.cli.terminal import require_terminal, run_in_child

    require_terminal("add --plain")
    return run_in_child(run)


def _opened(
    wanted: str, pace: Pace, seed: int | None, at_stage: str | None
) -> Callable[[], int]:
    def run() -> int:
        from empathy_sim.cli.screen import run_app
        from empathy_sim.tui.order import Play

        def chosen(house: LocalHouse) -> Play:
            house.script(wanted)  # what is wrong with it is said on a free terminal
            return Play(wanted, pace)

        return run_app(chosen, seed=seed, at_stage=at_stage)

    return run
