"""The verb that lets robots rehearse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.authored import authored
from empathy_sim.cli.options import data_option, fit_options, keep_data
from empathy_sim.cli.rehearse_played import Rehearsing, fixes_named
from empathy_sim.cli.rehearse_told import Goes, tell
from empathy_sim.errors import Usage
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:
    from empathy_sim.rehearsal.rehearsing import Result
    from empathy_sim.rehearsal.temperaments import RobotName

_EXAMPLE = """\b
Examples:
  empathy-sim rehearse the-birthday-kettle
  empathy-sim rehearse journeys/ours.yaml --plays 10000 --seed 7
  empathy-sim rehearse slipping-hold --robot impatient --robot patient
  empathy-sim rehearse ours --fixes
  empathy-sim rehearse ours --fix slipping-hold/monday-staffing
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
_PLAYS, _PLAYS_A_FIX = 1_000, 200


@click.command("rehearse", epilog=_EXAMPLE)
@click.argument("wanted", nargs=-1, metavar="JOURNEY|SCENARIO|FILE")
@click.option(
    "--plays",
    type=click.IntRange(0, 1_000_000),
    metavar="N",
    help="How many plays, after everything has been tried once: 1,000 by default, 200 "
    "with --fixes.",
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
    "--fixes",
    is_flag=True,
    help="Each fix that a cause declares, by itself, beside the journey as it is.",
)
@click.option(
    "--fix",
    "mended",
    multiple=True,
    metavar="CAUSE",
    help="All of it with this mended: CAUSE, or SCENARIO/CAUSE; several times for more.",
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
    plays: int | None,
    seed: int,
    robots: tuple[RobotName, ...],
    fixes: bool,
    mended: tuple[str, ...],
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

    --fixes tells of each fix what it would change, which touchpoints nobody comes to
    any more, and where somebody would be trapped.

    Ends with 0 if all is well, with 1 if something is never reached, does not end or
    diverges, or where a fix traps somebody.
    """
    keep_data(data)
    if fixes and mended:
        raise click.UsageError("--fixes and --fix do not go together.", ctx)
    if walkthroughs:
        ctx.exit(_run(ctx, (*walkthroughs, *wanted), mended))
    if len(wanted) != 1:
        raise click.UsageError("Name one journey, scenario or file.", ctx)
    from empathy_sim.rehearsal.rehearsing import Plan

    read = authored(ctx, wanted[0], seed)
    number = plays if plays is not None else _PLAYS_A_FIX if fixes else _PLAYS
    plan = Plan(plays=number, seed=seed, robots=robots or _ROBOTS)
    rehearsing = Rehearsing(read, plan, fixes_named(read, mended))
    goes = Goes(json_, html, keep)
    ctx.exit(_rehearse(rehearsing, wanted[0], goes, each_fix=fixes))


def _rehearse(
    rehearsing: Rehearsing, wanted: str, goes: Goes, *, each_fix: bool
) -> int:
    result = rehearsing.result()
    besides = rehearsing.besides(result, each_fix=each_fix)
    tell(result.rehearsed, _ways(rehearsing, result, wanted), besides, goes)
    is_trapping = any(each.dead_ends for each in besides.fixes or ())
    return 0 if result.rehearsed.is_clean and not is_trapping else 1


def _ways(rehearsing: Rehearsing, result: Result, wanted: str) -> tuple[str, ...]:
    """The ways on which nobody gets out, as the texts of walkthroughs."""
    from empathy_sim.cli.walking import kept
    from empathy_sim.workbench.walkthrough_file import as_yaml

    with_ = "".join(f" --fix {each.id}" for each in rehearsing.mended)
    says = (
        "Kept by a rehearsal: nobody got out here.\nRun it again: "
        f"empathy-sim rehearse{with_} --walkthrough FILE"
    )
    script, seed = rehearsing.script, rehearsing.plan.seed
    return tuple(
        as_yaml(kept(failing, script, wanted, seed), says=says)
        for failing in result.failing
    )


def _run(ctx: click.Context, files: tuple[str, ...], mended: tuple[str, ...]) -> int:
    """Run walkthrough files, and say how each went."""
    from empathy_sim.cli.walking import walked, what_is_wrong
    from empathy_sim.library.walkthroughs import read_walkthrough

    code = 0
    for name in files:
        file = Path(name)
        if not file.is_file():
            raise Usage(says=f"There is no file {file}.", try_="name a walkthrough")
        walkthrough = read_walkthrough(file)
        read = authored(ctx, walkthrough.plays)
        ids = (each.id for each in fixes_named(read, mended))
        script = read.fixes().applied(read.script, *ids) if mended else read.script
        wrong = what_is_wrong(walkthrough, walked(walkthrough, script))
        says = wrong or "holds"
        click.echo(for_terminal(f"{name}: {says}"))
        code = 1 if wrong else code
    return code
