"""The verb that shows a journey at a glance."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.authored import authored, print_rows, width, write
from empathy_sim.cli.options import data_option, fit_options, keep_data
from empathy_sim.errors import Usage

if TYPE_CHECKING:
    from empathy_sim.workbench.outline import Outline

_EXAMPLE = """\b
Examples:
  empathy-sim outline the-birthday-kettle
  empathy-sim outline journeys/ours.yaml --stage holding
  empathy-sim outline journeys/ours.yaml --all
  empathy-sim outline journeys/ours.yaml --mermaid map.mmd
"""
_PLAYS = 200


@click.command("outline", epilog=_EXAMPLE)
@click.argument("wanted", metavar="JOURNEY|SCENARIO|FILE")
@click.option("--stage", "stages", multiple=True, metavar="NAME", help="Open a stage.")
@click.option("--all", "all_", is_flag=True, help="Open every stage.")
@click.option(
    "--plays",
    type=click.IntRange(0, 100_000),
    default=_PLAYS,
    show_default=True,
    metavar="N",
    help="How many robots play it, after everything has been tried once.",
)
@click.option(
    "--mermaid",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a flowchart in Mermaid's language instead; - is standard output.",
)
@fit_options
@data_option
@click.pass_context
def outline(
    context: click.Context,
    *,
    wanted: str,
    stages: tuple[str, ...],
    all_: bool,
    plays: int,
    mermaid: Path | None,
    data: Path | None,
) -> None:
    """Show a journey stage by stage, and where each part leads.

    Each stage with what it plays, how many of the robots came there, how long it
    takes in the story and felt at each pace, and where it leads; what nobody reached
    and where nobody gets out stands beside it. An opened stage has every touchpoint:
    what it is meant to feel like, what can go wrong and why, and every way on.
    """
    keep_data(data)
    shown = _outline(context, wanted, plays)
    if mermaid is not None:
        from empathy_sim.workbench.outline_map import as_mermaid

        write(mermaid, as_mermaid(shown))
        return
    from empathy_sim.workbench.outline_report import report

    there = [each.id for each in shown.stages]
    opened = there if all_ or shown.alone else [_meant(each, there) for each in stages]
    print_rows(report(shown, width(), opened))
    if not opened:
        click.echo(f"\nA stage as a whole: --stage {there[0]}; all of them: --all")


def _outline(context: click.Context, wanted: str, plays: int) -> Outline:
    from empathy_sim.rehearsal.exploring import finished
    from empathy_sim.rehearsal.rehearsing import Plan, rehearse
    from empathy_sim.workbench.outline import outline_of

    read = authored(context, wanted)
    work = rehearse(read.script, read.cast, Plan(plays=plays))
    return outline_of(read.script, read.cast, finished(work).rehearsed)


def _meant(stage: str, there: list[str]) -> str:
    """A stage by its id.

    Raises:
        Usage: there is none of that name.
    """
    if stage in there:
        return stage
    from empathy_sim.library.meaning_wrong import nearest

    says = f'No stage is called "{stage}".'
    raise Usage(says=says, try_=nearest(stage, there))
