"""The verb for what is recorded."""

from __future__ import annotations

from itertools import chain, groupby
from pathlib import Path

import click

from empathy_sim.cli.options import data_option, keep_data
from empathy_sim.text.sinks import for_terminal

_FOREVER = "forever"
_EXAMPLE = """\b
Examples:
  empathy-sim sessions                 what is recorded here
  empathy-sim sessions show NAME       what happened in one, line by line
  empathy-sim sessions verify          whether every record is as it was written
  empathy-sim sessions forget NAME     remove one with every trace of it
  empathy-sim sessions keep-words 7    what is typed goes after a week
"""


@click.group("sessions", invoke_without_command=True, epilog=_EXAMPLE)
@data_option
@click.pass_context
def sessions(ctx: click.Context, data: Path | None) -> None:
    """List, show, verify, move or forget what is recorded."""
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
    from empathy_sim.cli.sessions_kept import words_until
    from empathy_sim.session.standing import came_to, standing

    with open_house() as house:
        heads, until = house.sessions(), words_until(house.store)
        if not heads:
            _say(f"No session is recorded in {house.kept_in} yet.")
        for head in heads:
            summary = head.summary
            over = head.phase in {"debriefing", "closed"}
            where = (
                came_to(summary)
                if over
                else f"unfinished: {standing(head.phase, summary)}"
            )
            words = until.get(head.session, "")
            kept = "kept" if words == _FOREVER else f"until {words}"
            until_then = f"words {kept}" if words else ""
            told = "; ".join(str(each) for each in (where, until_then) if each)
            day = head.started_utc[:16].replace("T", " ")
            _say(f"{head.session}  {day}  {head.title}  ({told})".replace("()", ""))


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
    from empathy_sim.line.kept import kept
    from empathy_sim.line.telling import Teller
    from empathy_sim.session.session import log_of, script_of

    with open_house() as house:
        name = house.named(session)
        script, log = script_of(house.store, name), log_of(house.store, name)
    calendar, teller = Calendar.of(script.journey.begins), Teller(script)
    dated = bool(log) and calendar.passes_a_week(log[-1].story_ms)
    for _, events in groupby(log, key=lambda event: (event.story_ms, type(event))):
        happened = tuple(events)
        at = teller.told_at(happened[0])
        for line in (*teller.tell(happened), *chain.from_iterable(map(kept, happened))):
            _say(f"{calendar.stamp(at, dated=dated)}  {line.written().strip()}")


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


@sessions.command("keep-words", short_help="Set how long what is typed is kept.")
@click.argument("days", required=False, metavar="[DAYS|forever]")
@data_option
def keep_words(days: str | None, data: Path | None) -> None:
    """Set for how many days what is typed is kept; 30 unless set. Without, say it.

    0 removes it as soon as its session is over. What was done, felt and promised is
    kept until its session is forgotten.

    Example: empathy-sim sessions keep-words 7
    """
    keep_data(data)
    from empathy_sim.cli.house import open_house
    from empathy_sim.cli.sessions_kept import set_days

    with open_house() as house:
        for says in set_days(house, days):
            _say(says)


@sessions.command(short_help="Remove sessions with every trace of them.")
@click.argument("session", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every session there is.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@data_option
def forget(
    session: tuple[str, ...], everything: bool, yes: bool, data: Path | None
) -> None:
    """Remove sessions with every trace of them, and name the files made of them.

    It asks once. Files that were made of a session are named, and left where they are.

    Example: empathy-sim sessions forget the-birthday-kettle-3f
    """
    keep_data(data)
    from empathy_sim.cli.sessions_kept import forget

    for says in forget(session, everything=everything, sure=yes):
        _say(says)


@sessions.command(short_help="Write sessions to a file.")
@click.argument("session", nargs=-1)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="Every session there is.")
@click.option("--with-words", is_flag=True, help="Put in what was typed as well.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@data_option
def export(
    session: tuple[str, ...],
    file: Path,
    everything: bool,
    with_words: bool,
    force: bool,
    data: Path | None,
) -> None:
    """Write sessions to a file, for another computer or to be kept safe.

    What was typed is left out unless it is asked for.

    Example: empathy-sim sessions export the-birthday-kettle-3f kettle.sessions

    Example: empathy-sim sessions export --all --with-words mine.sessions
    """
    keep_data(data)
    from empathy_sim.cli.house import open_house
    from empathy_sim.cli.sessions_moved import all_of, write_out
    from empathy_sim.errors import Usage

    if bool(session) == everything:
        raise Usage(
            says="Which sessions are to be written?",
            try_="their names and then the file, or --all and the file",
        )
    with open_house() as house:
        names = all_of(house) if everything else session
        for says in write_out(house, names, file, words=with_words, force=force):
            _say(says)


@sessions.command("import", short_help="Add the sessions of such a file.")
@click.argument("file", type=click.Path(path_type=Path))
@data_option
def import_(file: Path, data: Path | None) -> None:
    """Add the sessions of a file that sessions export wrote.

    Every entry is checked first. A session that is here already is only added to:
    what went on elsewhere, and what was typed, where it came without. What was
    removed here as agreed stays away. A session that was forgotten here left no
    trace by which it could be known, and comes back as the file has it.

    Example: empathy-sim sessions import kettle.sessions
    """
    keep_data(data)
    from empathy_sim.cli.house import open_house
    from empathy_sim.cli.sessions_moved import bring_in

    with open_house() as house:
        for says in bring_in(house, file):
            _say(says)


def _say(text: str) -> None:
    click.echo(for_terminal(text))
