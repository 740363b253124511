"""The verb that reads out everything that is written."""

from __future__ import annotations

from pathlib import Path

import click

from empathy_sim.cli.authored import authored, print_rows, width, write
from empathy_sim.cli.options import data_option, fit_options, keep_data

_EXAMPLE = """\b
Examples:
  empathy-sim proofread the-birthday-kettle
  empathy-sim proofread journeys/ours.yaml --markdown review.md
  empathy-sim proofread slipping-hold --markdown - | less
"""


@click.command("proofread", epilog=_EXAMPLE)
@click.argument("wanted", metavar="JOURNEY|SCENARIO|FILE")
@click.option(
    "--markdown",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it for a review, with a box for each sentence; - is standard output.",
)
@fit_options
@data_option
@click.pass_context
def proofread(
    context: click.Context, *, wanted: str, markdown: Path | None, data: Path | None
) -> None:
    """Print everything that can be read, in reading order.

    Stage by stage and touchpoint by touchpoint as they are led to, by who says it,
    with the settings of the stage filled in; before each sentence the line of its
    file. Each text stands there once. What is read only in the debrief, or only by
    designers, comes last.
    """
    keep_data(data)
    from empathy_sim.workbench.proofreading import proof_of

    read = authored(context, wanted)
    proof = proof_of(read.script, read.cast, read.sources)
    if markdown is None:
        from empathy_sim.workbench.proof_report import report

        print_rows(report(proof, width()))
    else:
        from empathy_sim.workbench.proof_markdown import as_markdown

        write(markdown, as_markdown(proof))
