"""The verb that lists, shows and verifies sessions."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from empathy_sim.cli.options import data_option, keep_data
from empathy_sim.text.sinks import for_terminal

_EXAMPLE = """\b
Examples:
  empathy-sim sessions                 what is recorded here
  empathy-sim sessions show NAME       what happened in one, line by line
  empathy-sim sessions verify          whether every record is as it was written
"""


@click.group("sessions", invoke_without_command=True, epilog=_EXAMPLE)
@data_option
@click.pass_context
def sessions(ctx: click.Context, data: Path | None) -> None:
    """List, show or verify what is recorded."""
    keep_data(data)
    if ctx.invoked_subcommand is None:
        _list()


@sessions.command("list", short_help="List every session.")
@data_option
def list_(data: Path | None) -> None:
    """List every session, the latest first.

    Example: empathy-sim sessions list
    """
    keep_data(data)
    _list()


def _list() -> None:
    from empathy_sim.cli.house import open_house

    with open_house() as house:
        heads = house.sessions()
        if not heads:
            _say(f"No session is recorded in {house.kept_in} yet.")
        for head in heads:
            summary = head.summary
            over = head.phase in {"debriefing", "closed"}
            how = summary.get("outcome") or ("left" if summary.get("left") else "")
            where = how if over else f"unfinished: {summary.get('doing') or head.phase}"
            day = head.started_utc[:16].replace("T", " ")
            _say(f"{head.session}  {day}  {head.title}  ({where})".replace("()", ""))


@sessions.command(short_help="Show what happened in one, line by line.")
@click.argument("session", required=False)
@data_option
def show(session: str | None, data: Path | None) -> None:
    """Show what happened in a session, line by line; the latest one by default.

    Example: empathy-sim sessions show the-birthday-kettle-3f
    """
    keep_data(data)
    from empathy_sim.cli.house import open_house
    from empathy_sim.journey.calendar import Calendar
    from empathy_sim.line.telling import Teller
    from empathy_sim.session.session import log_of, script_of

    with open_house() as house:
        name = house.named(session)
        script, log = script_of(house.store, name), log_of(house.store, name)
    calendar, teller = Calendar.of(script.journey.begins), Teller(script)
    for _, events in groupby(log, key=lambda event: (event.story_ms, type(event))):
        happened = tuple(events)
        at = happened[0].story_ms
        for line in teller.tell(happened):
            when = f"{calendar.weekday(at)[:3]} {calendar.time(at)}"
            _say(f"{when}  {line.written().strip()}")


@sessions.command(short_help="Check that records are as they were written.")
@click.argument("session", required=False)
@data_option
@click.pass_context
def verify(ctx: click.Context, session: str | None, data: Path | None) -> None:
    """Check that records are as they were written; all of them by default.

    Ends with 0 if they are, with 1 if not.

    Example: empathy-sim sessions verify
    """
    keep_data(data)
    from empathy_sim.cli.house import open_house

    with open_house() as house:
        wanted = house.named(session) if session else None
        findings = house.store.verify(wanted)
        for finding in findings:
            whose = finding.session or "the file"
            entry = f", entry {finding.seq}" if finding.seq is not None else ""
            _say(f"{whose}{entry}: {finding.says}")
        if not findings:
            count = 1 if wanted else len(house.sessions())
            noun = "session is" if count == 1 else "sessions are"
            _say(f"{count} {noun} as written." if count else "Nothing is recorded yet.")
    ctx.exit(1 if findings else 0)


def _say(text: str) -> None:
    click.echo(for_terminal(text))
