"""The facilitator's desk: what is seen and done there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from empathy_sim.engine.moves import Pace
from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.group.steps import HEADINGS, Wall
from empathy_sim.workshop.looking_back import LookingBack, wall_of
from empathy_sim.workshop.room import running, telling
from empathy_sim.workshop.room.board import Board, board_of
from empathy_sim.workshop.room.events import Event
from empathy_sim.workshop.room.presence import Attendance
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.seating import change_secret

NUDGES: tuple[str, ...] = (
    "Take the time you need. Nobody is in a hurry here.",
    "If you are stuck: do what you would do at home.",
    "You may leave the journey at any moment. It is as full an ending as any.",
    "There are five minutes left.",
)
"""Words that are ready to be said to one seat."""


class Invitation(Struct, frozen=True):
    """How somebody comes in."""

    address: str
    code: str
    """Six letters, in two groups."""
    link: str
    """For the picture; whoever has it may sit down."""


class Desk:
    """One room, as whoever runs it sees and runs it."""

    def __init__(
        self,
        room: Room,
        attendance: Attendance,
        invitation: Callable[[], Invitation],
        turn_wall: Callable[[int], None],
    ) -> None:
        """Sit down at a desk.

        Args:
            room: the room.
            attendance: who is there.
            invitation: how somebody comes in now.
            turn_wall: turns the wall so many pieces on, or back.
        """
        self._room, self._attendance = room, attendance
        self._looking = LookingBack(room)
        self.invitation = invitation
        self.turn_wall = turn_wall

    def board(self) -> Board:
        """Everything that the board shows, now."""
        return board_of(self._room, self._attendance)

    def wall(self) -> Wall:
        """What stands on the wall."""
        return wall_of(self._room)

    def next_heading(self) -> str:
        """The step that comes next; empty where everything stands on the wall."""
        stands = len(self.wall().steps)
        return HEADINGS[stands] if stands < len(HEADINGS) else ""

    def cue(self) -> str:
        """What to say to the step that stands on the wall; empty before the first."""
        steps = self.wall().steps
        return steps[-1].cue if steps else ""

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Be told of what happens in the room; returns how to stop."""
        return self._room.listen(listener)

    def begin(self) -> None:
        """Let whoever is in the lobby begin."""
        running.begin_play(self._room)

    def breathe(self) -> None:
        """Let every clock stand, or go on again."""
        if self._room.state.breathing:
            running.go_on(self._room)
        else:
            running.breathe(self._room)

    def nudge(self, seat: str, words: str) -> None:
        """Say a word to one seat."""
        running.nudge(self._room, seat, words)

    def lead_on(self, seat: str) -> None:
        """Lead one who is stuck on to the next stage."""
        running.lead_on(self._room, seat)

    def answer(self, seat: str) -> None:
        """Take note of what a seat told quietly."""
        telling.answer(self._room, seat)

    def close_play(self) -> None:
        """Close the room: who is still in the story is still waiting."""
        running.close_play(self._room)

    def close_at(self, typed: str) -> str:
        """Close the room by itself at a time of day; empty takes that back.

        Returns:
            The time, as it was understood.

        Raises:
            RoomRefused: it is no time of day.
        """
        if not typed.strip():
            running.set_closing(self._room, "")
            return ""
        now = dt.datetime.fromisoformat(self._room.utc()).astimezone()
        then = time_of_day(typed, now)
        at = then.astimezone(dt.UTC).isoformat(timespec="milliseconds")
        running.set_closing(self._room, at)
        return f"{then:%H:%M}"

    def set_pace(self, pace: Pace) -> None:
        """Let journeys that are opened from now on be lived at another pace."""
        running.set_pace(self._room, pace)

    def reveal(self) -> None:
        """Put the next step on the wall."""
        self._looking.reveal_next()
        self.turn_wall(0)

    def bring_up(self) -> None:
        """Add to the wall whoever came later, where enough came."""
        self._looking.bring_up()

    def shut_out(self, seat: str) -> None:
        """Let a seat's browser in no more."""
        change_secret(self._room, seat, to_nobody=True)

    def end(self) -> None:
        """End the workshop."""
        running.end(self._room)


def time_of_day(typed: str, now: dt.datetime) -> dt.datetime:
    """The next time that a clock on the wall shows what was typed.

    Args:
        typed: `10:40`, or `+15` for so many minutes from now.
        now: with its zone.

    Raises:
        RoomRefused: it is neither.
    """
    text = typed.strip()
    if text.startswith("+") and text[1:].isdecimal() and len(text) <= _DIGITS:
        return now + dt.timedelta(minutes=int(text[1:]))
    hour, _, minute = text.replace(".", ":").partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and len(text) <= _CLOCK):
        raise RoomRefused(says=f'"{text}" is no time. Write 10:40, or +15.')
    try:
        then = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
    except ValueError:
        raise RoomRefused(says=f'"{text}" is no time. Write 10:40, or +15.') from None
    return then if then > now else then + dt.timedelta(days=1)


_CLOCK, _DIGITS = len("10:40"), len("+999")
