"""The verb that plays."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from empathy_sim.cli.options import chosen_fit, data_option, fit_options, keep_data
from empathy_sim.engine.moves import Pace

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
@fit_options
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
    from empathy_sim.cli.straight import begin

    begun = begin(
        wanted,
        pace=pace or "workshop",
        seed=seed,
        at_stage=at_stage,
        which=chosen_fit(),
    )
    ctx.exit(begun)
