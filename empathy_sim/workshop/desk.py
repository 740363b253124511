"""The facilitator's desk: what is seen and done there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Literal, TypeAlias

from msgspec import Struct

from empathy_sim.engine.moves import Pace
from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.fitted import fitted_in_words
from empathy_sim.workshop.forgetting import forget_seat
from empathy_sim.workshop.group.pages.group_page import group_page
from empathy_sim.workshop.group.pages.html_page import group_as_html
from empathy_sim.workshop.group.steps import HEADINGS, Wall
from empathy_sim.workshop.kit.cues import Cue, cue_at
from empathy_sim.workshop.looking_back import LookingBack, wall_of
from empathy_sim.workshop.room import running, telling
from empathy_sim.workshop.room.board import Board, BoardReader
from empathy_sim.workshop.room.events import Event
from empathy_sim.workshop.room.presence import Attendance
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.seating import change_chair, change_secret
from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.room.swapping import Swap, swap, swap_of

Linked: TypeAlias = Literal["join", "wall", "poll", "facilitator"]
"""What a link is for: to come in, the wall, the frontline's poll, the board."""
NUDGES: tuple[str, ...] = (
    "Take the time you need. Nobody is in a hurry here.",
    "If you are stuck: do what you would do at home.",
    "You may leave the journey at any moment. It is as full an ending as any.",
    "There are five minutes left.",
)
"""Words that are ready to be said to one seat."""
_DAY = len("2026-11-22")
_MINUTE_MS = 60_000


class Invitation(Struct, frozen=True):
    """How somebody comes in."""

    address: str
    code: str
    """Six letters, in two groups."""
    link: str
    """For the picture; whoever has it may sit down."""


class WallPlace(Struct, frozen=True):
    """Which piece of which step stands on the wall."""

    heading: str
    piece: int
    """From 1."""
    pieces: int


class Prompt(Struct, frozen=True):
    """What the run sheet has for this moment."""

    heading: str
    do: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    when: str = ""
    """`9:05`, or `minute 5`; empty where no run sheet says so."""


class Outside(Struct, frozen=True, kw_only=True):
    """What a desk asks of the program around it."""

    invitation: Callable[[], Invitation]
    """How somebody comes in now."""
    link: Callable[[Linked], str]
    """The link for a purpose, as it is now."""
    turn_over: Callable[[Linked], None]
    """Makes another link for a purpose; the old one is dead at once.

    It may raise `StoreError`; then the old one stays.
    """
    link_of: Callable[[str], str]
    """The private link that carries a seat's secret."""
    turn_wall: Callable[[int], None]
    """Turns the wall so many pieces on, or back."""
    wall_place: Callable[[], WallPlace | None]
    """What stands on the wall; None before the first step."""
    save: Callable[[str, str], str]
    """Saves a text under a name, for its owner alone; says where.

    It may raise `StoreError`.
    """
    let_go: Callable[[str], Awaitable[None]]
    """Ends every screen of a seat."""
    unlist: Callable[[Seat], None] = lambda seat: None  # noqa: ARG005
    """Takes a seat off every list that is kept beside the room.

    It may raise `StoreError`; then it stands there still.
    """


class Desk:
    """One room, as whoever runs it sees and runs it."""

    def __init__(
        self,
        room: Room,
        attendance: Attendance,
        outside: Outside,
        cues: tuple[Cue, ...] = (),
    ) -> None:
        """Sit down at a desk.

        Args:
            room: the room.
            attendance: who is there.
            outside: the program around it.
            cues: the run sheet's, in order, at least one of each phase; or none.
        """
        self._room, self._attendance = room, attendance
        self._outside, self._cues = outside, cues
        self._looking = LookingBack(room)
        self._reader = BoardReader(room, attendance)
        self._wall: tuple[str, Wall] | None = None
        self.invitation = outside.invitation
        self.link, self.turn_over = outside.link, outside.turn_over
        self.turn_wall = outside.turn_wall
        self.wall_place = outside.wall_place

    @property
    def is_solo(self) -> bool:
        """Whether each plays by a private link, at any time."""
        return self._room.state.opened.solo

    @property
    def journey(self) -> str:
        """The journey that is played, by its name."""
        return self._room.script.journey.journey

    @property
    def fitted(self) -> str:
        """What was fitted, in words; empty where it is played as it was written."""
        return fitted_in_words(self._room.script)

    def board(self) -> Board:
        """Everything that the board shows, now."""
        return self._reader.board()

    def wall(self) -> Wall:
        """What stands on the wall, read once for each time it is written."""
        written = self._room.state.wall
        if self._wall is None or self._wall[0] != written:
            self._wall = written, wall_of(self._room)
        return self._wall[1]

    def next_heading(self) -> str:
        """The step that comes next; empty where everything stands on the wall."""
        stands = len(self._room.state.revealed)
        return HEADINGS[stands] if stands < len(HEADINGS) else ""

    def prompt(self, board: Board) -> Prompt | None:
        """What is to be said now; without a run sheet, only what the wall calls for."""
        if self._cues:
            return _prompt(self._cue(board))
        steps = self.wall().steps
        return Prompt(steps[-1].heading, say=(steps[-1].cue,)) if steps else None

    def sheet(self, board: Board) -> tuple[tuple[Prompt, ...], int]:
        """The whole run sheet, and which of it is to be said now."""
        if self._cues:
            prompts = tuple(map(_prompt, self._cues))
            return prompts, self._cues.index(self._cue(board))
        now = self.prompt(board)
        return ((now,) if now is not None else ()), 0

    def _cue(self, board: Board) -> Cue:
        place = self.wall_place()
        shown = [
            each.id
            for each in self.wall().steps
            if place is not None and each.heading == place.heading
        ]
        step = (shown or [*board.revealed[-1:], ""])[0]
        return cue_at(self._cues, board.phase, self._played(board), step)

    def _played(self, board: Board) -> int:
        """Minutes since everybody began, without breaths; below nought before that."""
        if board.began_ms >= 0:
            lived = self._room.lived_ms() - self._room.state.began_lived_ms
            return max(0, lived) // _MINUTE_MS
        return min(-1, self._cues[0].played + board.at_ms // _MINUTE_MS)

    def players(self) -> tuple[Seat, ...]:
        """Whom somebody can watch."""
        return self._room.state.customers

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

    def swap(self) -> Swap:
        """What swapping the pairs would do now."""
        return swap_of(self._room)

    def swap_pairs(self) -> None:
        """Begin a second sitting: who watched plays, who played watches them."""
        swap(self._room)

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
        """Let waits be lived at another pace; more only of those who say yes."""
        running.set_pace(self._room, pace)

    def reveal(self) -> None:
        """Put the next step on the wall."""
        self._looking.reveal_next()
        self.turn_wall(0)

    def bring_up(self) -> None:
        """Add to the wall whoever came later, where enough came."""
        self._looking.bring_up()

    def new_link(self, seat: str) -> str:
        """Make a private link for a seat; what opened it before opens it no more."""
        return self._outside.link_of(change_secret(self._room, seat))

    def watch(self, seat: str, about: str) -> None:
        """Let an observer watch somebody else.

        Raises:
            RoomRefused: the seat plays, or there is nobody to observe.
        """
        change_chair(self._room, seat, "observer", about)

    def play(self, seat: str) -> None:
        """Let somebody who was to watch play.

        Raises:
            RoomRefused: there is no such seat.
        """
        change_chair(self._room, seat, "customer")

    async def shut_out(self, seat: str) -> None:
        """Let a seat's browser in no more."""
        change_secret(self._room, seat, to_nobody=True)
        await self._outside.let_go(seat)

    async def forget(self, seat: str) -> tuple[str, ...]:
        """Remove a seat with everything that is kept of it.

        Returns:
            The files that were made of the room before, and stay.

        Raises:
            StoreError: the disk refuses.
        """
        await self._outside.let_go(seat)
        self._outside.unlist(self._room.seat(seat))
        files = forget_seat(self._room, seat)
        self._looking = LookingBack(self._room)
        self._attendance.forget(seat)
        return files

    def export(self) -> str:
        """Save what stands on the wall as a page; where that is.

        Raises:
            RoomRefused: nobody has come through the story yet.
            StoreError: the disk refuses.
        """
        name = self._room.name.rpartition("/")[2]
        made = self._room.utc()[:_DAY]
        people = self._looking.people()
        if not people.people:
            raise RoomRefused(says="Nobody has come through the story yet.")
        page = group_page(self.wall(), people, name=name, made=made)
        return self._outside.save(f"{name}.html", group_as_html(page))

    def end(self) -> None:
        """End the workshop."""
        running.end(self._room)


def _prompt(cue: Cue) -> Prompt:
    when = cue.clock or f"minute {cue.minute}"
    return Prompt(cue.heading, cue.do, cue.say, cue.ask, when)


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
