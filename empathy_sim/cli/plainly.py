"""Playing line by line."""

from __future__ import annotations

import io
import shlex
import shutil
import sys
import textwrap
from collections.abc import Iterator

import click

from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.cli.options import chosen_fit, data_given
from empathy_sim.engine.moves import Pace
from empathy_sim.line.hands import Hands, PipedHands, TypingHands
from empathy_sim.line.lines import Line, aside
from empathy_sim.line.manners import Manners
from empathy_sim.line.playing import Ended, LinePlay
from empathy_sim.session.clock import Clock, LeapingClock, RealClock
from empathy_sim.session.session import Session
from empathy_sim.text.sinks import for_terminal

_WIDEST = 88
"""Longer lines are hard to read, however wide a terminal is."""
_BYTES = 4_096
INTERRUPTED = 130


def play_plainly(
    wanted: str, *, pace: Pace | None, seed: int | None, at_stage: str | None
) -> int:
    """Play something new, line by line.

    Returns:
        The exit code.

    Raises:
        Usage: there is nothing of that name, or no such stage.
        ContentRefused: it has problems.
    """
    if pace is None:
        pace = "workshop" if sys.stdin.isatty() else "instant"
    clock = _clock_for(pace)
    with open_house(clock) as house:
        house.seed, house.at_stage, house.which = seed, at_stage, chosen_fit()
        _say_what_is_due(house)
        return play_on(house, house.begin_session(wanted, pace=pace), clock)


def resume_plainly(wanted: str | None) -> int:
    """Go on with a session, line by line.

    Returns:
        The exit code.
    """
    with open_house() as house:
        name = house.unfinished(wanted)
        clock = _clock_for(house.pace_of(name))
        return play_on(house, house.resume_session(name, clock=clock), clock)


def _say_what_is_due(house: LocalHouse) -> None:
    if due := house.due():
        write(aside(f"{due} {_with_data('empathy-sim routine return')}"))


def _clock_for(pace: str) -> Clock:
    return LeapingClock() if pace == "instant" else RealClock()


def _hands(clock: Clock) -> Hands:
    match clock:
        case LeapingClock():
            return PipedHands(_ready_lines(), clock)
        case _:
            return TypingHands(_coming_lines(), clock, interrupts=sys.stdin.isatty())


def _ready_lines() -> Iterator[str]:
    """What is typed, read when it is asked for."""
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def _coming_lines() -> Iterator[str]:
    """What is typed, as it comes; read by another thread.

    It reads below Python's own buffer, which may not be locked while the program ends.
    """
    match sys.stdin.buffer:
        case io.BufferedReader() as buffered:
            read_some = buffered.raw.read
        case unbuffered:
            read_some = unbuffered.read
    left = b""
    while read := read_some(_BYTES):
        *whole, left = (left + read).split(b"\n")
        for line in whole:
            yield line.decode(errors="replace").rstrip("\r")
    if left:
        yield left.decode(errors="replace")


def play_on(
    house: LocalHouse, session: Session, clock: Clock, *, resumed_by: str = ""
) -> int:
    """Play a session from where it stands; one that is over is looked back on.

    Args:
        house: in which it is open.
        session: what is played.
        clock: by which it is played.
        resumed_by: the command that goes on with it; empty for the usual one.

    Returns:
        The exit code.
    """
    ended: Ended = LinePlay(
        session,
        write,
        kept_in=house.kept_in,
        manners=Manners(
            echoes=not sys.stdin.isatty(),
            prompts=sys.stdin.isatty() and sys.stdout.isatty(),
            reads_first=sys.stdin.isatty() and not isinstance(clock, LeapingClock),
            confirms_leaving=sys.stdin.isatty(),
            resumed_by=resumed_by or resuming(session.name),
            seen_by=showing_again(session.name),
            taken_home_by=_with_data(
                f"empathy-sim debrief {session.name} --html debrief.html"
            ),
        ),
    ).play(_hands(clock))
    return INTERRUPTED if ended == "interrupted" else 0


def resuming(name: str) -> str:
    """The command that goes on with a session, over the same data."""
    return _with_data(f"empathy-sim resume {name} --plain")


def showing_again(name: str) -> str:
    """The command that shows a session's debrief, over the same data."""
    return _with_data(f"empathy-sim debrief {name} --plain")


def _with_data(command: str) -> str:
    given = data_given()
    return f"{command} --data {shlex.quote(str(given))}" if given else command


def write(line: Line) -> None:
    """Print a line at once; on a terminal no word is broken at its edge."""
    if line.weight == "prompt":
        click.echo(line.written() if line.text else "", nl=not line.text)
        return
    printed = for_terminal(line.written())
    if sys.stdout.isatty() and line.weight != "command":
        width = max(20, min(_WIDEST, shutil.get_terminal_size().columns - 1))
        printed = for_terminal("\n".join(_folded(printed, width)))
    click.echo(printed)


def _folded(text: str, width: int) -> Iterator[str]:
    for paragraph in text.split("\n"):
        indent = paragraph[: len(paragraph) - len(paragraph.lstrip())]
        yield textwrap.fill(
            paragraph,
            width,
            subsequent_indent=indent,
            drop_whitespace=True,
            break_on_hyphens=False,
        )
