"""Playing line by line."""

from __future__ import annotations

import sys

import click

from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.engine.moves import Pace
from empathy_sim.errors import MoveRefused, Usage
from empathy_sim.line.hands import Hands, PipedHands, TypingHands
from empathy_sim.line.lines import Line
from empathy_sim.line.playing import LinePlay
from empathy_sim.session.clock import Clock, ManualClock, RealClock
from empathy_sim.session.session import Session
from empathy_sim.text.sinks import for_terminal


def play_plainly(
    wanted: str, *, pace: Pace | None, seed: int | None, at_stage: str | None
) -> None:
    """Play something new, line by line.

    Raises:
        Usage: there is nothing of that name, or no such stage.
    """
    clock, pace = _clock_for(pace)
    with open_house(clock) as house:
        house.seed, house.at_stage = seed, at_stage
        try:
            session = house.begin_session(wanted, pace=pace)
        except MoveRefused as refused:
            raise Usage(says=refused.says, try_="") from refused
        _play(house, session, clock)


def resume_plainly(wanted: str | None) -> None:
    """Go on with a session, line by line."""
    clock = RealClock()
    with open_house(clock) as house:
        _play(house, house.resume_session(house.named(wanted)), clock)


def _clock_for(pace: Pace | None) -> tuple[Clock, Pace]:
    """The clock and pace: on a pipe nothing is waited for, unless it is asked for."""
    if pace is None:
        pace = "workshop" if sys.stdin.isatty() else "instant"
    clock: Clock = ManualClock() if pace == "instant" else RealClock()
    return clock, pace


def _hands(clock: Clock) -> Hands:
    lines = (line.rstrip("\n") for line in sys.stdin)
    if sys.stdin.isatty() and not isinstance(clock, ManualClock):
        return TypingHands(lines)
    return PipedHands(lines, clock)


def _play(house: LocalHouse, session: Session, clock: Clock) -> None:
    from empathy_sim.line.debriefing import debriefing

    LinePlay(
        session,
        _hands(clock),
        write,
        kept_in=house.kept_in,
        debrief=lambda played: debriefing(played.script, tuple(played.log)),
    ).play()


def write(line: Line) -> None:
    """Print a line, at once."""
    click.echo(for_terminal(line.written()))
