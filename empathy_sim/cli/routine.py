"""The verb that keeps promises in sight."""

from __future__ import annotations

from pathlib import Path

import click

from empathy_sim.cli.options import data_option, keep_data
from empathy_sim.text.sinks import for_terminal

_EXAMPLE = """\b
Examples:
  empathy-sim routine                    what was promised, and what is due
  empathy-sim routine --ics hours.ics    an hour a month, for your calendar
  empathy-sim routine return             say what came of a promise
  empathy-sim routine compare            your sessions, side by side
"""


@click.group("routine", invoke_without_command=True, epilog=_EXAMPLE)
@click.option(
    "--ics",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a calendar file: the hour, and the days on which promises are due.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@data_option
@click.pass_context
def routine(
    ctx: click.Context, ics: Path | None, force: bool, data: Path | None
) -> None:
    """An hour a month as a customer or beside an agent, and what was promised."""
    keep_data(data)
    if ctx.invoked_subcommand is not None:
        return
    from empathy_sim.cli.house import open_house

    with open_house() as house:
        if ics is not None:
            from empathy_sim.cli.routine_calendar import write_calendar

            for says in write_calendar(house, ics, force=force):
                _say_folded(says)
            return
        from empathy_sim.cli.due import promises_of
        from empathy_sim.cli.routine_told import told
        from empathy_sim.session.clock import today_by

        for says in told(promises_of(house.store), today_by(house.clock)):
            _say_folded(says)


@routine.command("return", short_help="Say what came of a promise.")
@click.argument("session", required=False)
@click.option(
    "--which", type=click.IntRange(1), metavar="N", help="Only that one of the list."
)
@data_option
def return_(session: str | None, which: int | None, data: Path | None) -> None:
    """Say what came of what you promised, one promise after the other.

    It lists what is open, and asks about each in turn; Enter passes one over. With a
    session's name it is what was promised there.

    Example: empathy-sim routine return the-birthday-kettle-3f --which 2
    """
    keep_data(data)
    from empathy_sim.cli.house import open_house
    from empathy_sim.cli.routine_return import bring_back

    with open_house() as house:
        for says in bring_back(house, session, which):
            _say_folded(says)


@routine.command(short_help="Your sessions of one journey, side by side.")
@data_option
def compare(data: Path | None) -> None:
    """Show your sessions of one journey side by side.

    What began in the middle (--at), or did not come to its end, is left out.

    Example: empathy-sim routine compare
    """
    keep_data(data)
    from empathy_sim.cli.house import open_house
    from empathy_sim.cli.routine_compared import compared

    with open_house() as house:
        for says in compared(house.store):
            _say(says)


def _say(text: str) -> None:
    click.echo(for_terminal(text))


def _say_folded(text: str) -> None:
    """At a terminal no word is broken at its edge."""
    from empathy_sim.cli.plainly import write
    from empathy_sim.line.lines import command, plain

    line = text.startswith("  empathy-sim")
    write(command(text.strip()) if line else plain(text))
