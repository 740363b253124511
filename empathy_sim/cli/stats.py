"""The verb that counts what is written."""

from __future__ import annotations

from pathlib import Path

import click

from empathy_sim.cli.authored import authored, print_rows, width, write
from empathy_sim.cli.options import data_option, fit_options, keep_data

_EXAMPLE = """\b
Examples:
  empathy-sim stats the-birthday-kettle
  empathy-sim stats journeys/ours.yaml --json ours.json
  empathy-sim stats slipping-hold --json -
"""


@click.command("stats", epilog=_EXAMPLE)
@click.argument("wanted", metavar="JOURNEY|SCENARIO|FILE")
@click.option(
    "--json",
    "json_",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write all numbers as JSON instead; - is standard output.",
)
@fit_options
@data_option
@click.pass_context
def stats(
    context: click.Context, *, wanted: str, json_: Path | None, data: Path | None
) -> None:
    """Count words, minutes, touchpoints, frictions and causes.

    Words by who says them and by channel, with the longest sentence and how hard it
    all is to read; touchpoints by kind, and how many simply work; what can go wrong,
    by what makes it an effort; causes by department.
    """
    keep_data(data)
    from empathy_sim.workbench.statistics import statistics_of

    read = authored(context, wanted)
    counted = statistics_of(read.script, read.cast, read.sources)
    if json_ is None:
        from empathy_sim.workbench.statistics_report import report

        print_rows(report(counted, width()))
    else:
        from empathy_sim.workbench.statistics_file import as_json

        write(json_, as_json(counted))
