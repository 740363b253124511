"""One seat's play by lines, driven on the loop."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from contextlib import suppress

from msgspec import Struct

from empathy_sim.engine import moves as m
from empathy_sim.errors import MoveRefused, StoreError
from empathy_sim.line.lines import refusal
from empathy_sim.line.listening import Listening, Listens, Work
from empathy_sim.line.manners import Manners
from empathy_sim.line.playing import Ended, LinePlay
from empathy_sim.workshop.room.presence import Attendance
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.server.lines_page import (
    Asking,
    Standing,
    asking_of,
    standing_of,
)
from empathy_sim.workshop.server.lines_reader import Reader
from empathy_sim.workshop.server.lines_told import TellLine, Transcript
from empathy_sim.workshop.server.lines_typed import TypedLine, refused, shown
from empathy_sim.workshop.views.link import Closing

LEAST_S, STILL_S, MOST_S = 0.05, 0.25, 1.0
"""Seconds between two looks at the story: at least, while its clock stands, at most."""
_WAITING = 40
"""Lines that may wait to be taken."""
_REMEMBERED = 200
"""Marks of lines that are known when they are sent again."""
_ACKNOWLEDGED = 16
_CUT_SHORT = frozenset({"feeling", "reading", "leaving"})
"""Pauses that are over when the page goes."""


class Telling(Struct, frozen=True):
    """What a browser is sent."""

    run: str
    """Another one where the lines before are told anew."""
    lines: tuple[TellLine, ...]
    asking: Asking
    standing: Standing
    turn: int
    """Grows with whatever can be pressed."""
    taken: tuple[str, ...]
    """Marks of the latest lines that were taken; what came of them is kept."""
    asked: bool
    """Whether the story waits for an answer."""
    due_ms: int | None
    """Felt milliseconds until something happens by itself."""


class SeatLines:
    """A seat played by lines: one play, read by one browser at most."""

    def __init__(self, room: Room, seat: str, attendance: Attendance) -> None:
        """Take up a seat's session; `run` plays it.

        Raises:
            RoomRefused: the seat has none, and can begin none now.
            StoreError: it cannot be opened.
        """
        self.seat = seat
        self._room, self._attendance = room, attendance
        self._session = room.session_of(seat)
        self._told = Transcript()
        manners = Manners(confirms_leaving=True, in_a_room=True)
        self._play = LinePlay(
            self._session, self._told.write, kept_in="", manners=manners
        )
        self._run = secrets.token_hex(4)
        self._reader: Reader | None = None
        self._typed: deque[TypedLine] = deque()
        self._marks: deque[str] = deque(maxlen=_REMEMBERED)
        self._taken: deque[str] = deque(maxlen=_ACKNOWLEDGED)
        self._in_hand: list[str] = []
        self._wake = asyncio.Event()
        self._is_busy = self._happened = False
        self._waits_for = Listening(asked=False, waits=False, within_ms=None)
        self._turn = 1
        self._seen_ms = -1
        asked = self._play.asked_now()
        self._asking = asking_of(asked, self._told)
        self._standing = standing_of(asked)

    def attach(self, reader: Reader) -> None:
        """Be read by a browser; another that reads is told that it moved."""
        if self._reader is not None:
            self._reader.close(Closing.MOVED)
        self._reader = reader
        reader.wake()
        self._wake.set()

    def detach(self, reader: Reader) -> None:
        """Learn that a browser has gone; the story stands until one is back."""
        if reader is self._reader:
            self._reader = None

    def is_read_by(self, reader: Reader) -> bool:
        """Whether it is this browser that reads."""
        return reader is self._reader

    def since(self, run: str, number: int) -> int:
        """How far a browser has read that says so; nothing of another run."""
        return min(number, self._told.count) if run == self._run else 0

    def type(self, line: TypedLine) -> None:
        """Take a line, once; it is acknowledged when what came of it is kept."""
        if line.mark in self._marks:
            self._tell()
        elif len(self._typed) < _WAITING:
            self._marks.append(line.mark)
            self._typed.append(line)
            self._wake.set()

    def telling(self, reader: Reader) -> Telling:
        """What a browser has not read yet, and what is asked now."""
        lines = self._told.after(reader.read)
        reader.read = self._told.count
        return Telling(
            run=self._run,
            lines=lines,
            asking=self._asking,
            standing=self._standing,
            turn=self._turn,
            taken=tuple(self._taken),
            asked=self._waits_for.asked,
            due_ms=self._waits_for.within_ms,
        )

    async def run(self) -> None:
        """Play until the session is closed.

        Raises:
            StoreError: something could not be kept.
        """
        play = self._play.played()
        stop = (
            self._session.listen(lambda _: self._hear()),
            self._room.listen(lambda _: self._hear()),
        )
        try:
            waits_for = self._send(play, None)
            while waits_for is not None:
                waits_for = self._send(play, await self._line(waits_for))
        finally:
            for each in stop:
                each()
            play.close()
            self._put_right()
        self.close(Closing.OVER)

    def close(self, code: Closing) -> None:
        """Send away whoever reads."""
        if self._reader is not None:
            self._reader.close(code)

    def _send(
        self, play: Listens[Ended], typed: str | None
    ) -> Listening | Work[object] | None:
        """Go on with a line or without; what it waits for then, None for nothing."""
        self._is_busy = True
        try:
            waits_for = play.send(typed)
        except StopIteration:
            return None
        finally:
            self._is_busy = False
            self._acknowledge()
        match waits_for:
            case Listening():
                self._waits_for = waits_for
            case _:
                pass
        self._look()
        return waits_for

    async def _line(self, waits_for: Listening | Work[object]) -> str | None:
        match waits_for:
            case Work():
                # Pure reckoning, which may take seconds that nobody else waits for.
                await asyncio.to_thread(waits_for.do)
                return None
            case Listening(within_ms=within):
                return await self._typed_within(within)

    async def _typed_within(self, within_ms: int | None) -> str | None:
        loop = asyncio.get_running_loop()
        ends = None if within_ms is None else loop.time() + self._seconds(within_ms)
        while True:
            self._wake.clear()
            if self._typed and self._session.due_in() == 0:
                return None  # what is due comes first: it may change what is asked
            if (typed := self._next_typed()) is not None:
                return typed
            rests = self._reader is None or self._room.state.breathing
            if self._happened or (ends is not None and ends <= loop.time()):
                if not rests:
                    self._happened = False
                    return None
                ends = loop.time()
            with suppress(TimeoutError):
                async with asyncio.timeout_at(None if rests else ends):
                    await self._wake.wait()

    def _seconds(self, within_ms: int) -> float:
        """How long to wait at most before looking again."""
        now = self._session.clock.milliseconds()
        least = STILL_S if now == self._seen_ms else LEAST_S
        self._seen_ms = now
        return min(MOST_S, max(least, within_ms / 1_000))

    def _next_typed(self) -> str | None:
        """The next line that may be taken; others are answered at once."""
        while self._typed:
            typed = self._typed.popleft()
            self._in_hand.append(typed.mark)
            asked = self._play.asked_now()
            self._told.say_yours(shown(typed, self._asking, asked))
            is_late = typed.turn not in {None, self._turn}
            breathes = self._room.state.breathing
            why = refused(typed, asked, is_late=is_late, breathes=breathes)
            if not why:
                self._attendance.moved(self.seat)
                return typed.line
            self._told.write(refusal(why))
            self._acknowledge()
            self._look()
        return None

    def _acknowledge(self) -> None:
        self._taken.extend(self._in_hand)
        self._in_hand.clear()

    def _hear(self) -> None:
        """Something happened in the room, or to the session from elsewhere."""
        if not self._is_busy:
            self._happened = True
            self._wake.set()

    def _look(self) -> None:
        """See what is asked now, and let the browser see it."""
        asked = self._play.asked_now()
        asking = asking_of(asked, self._told)
        if asking != self._asking:
            self._turn += 1
            self._asking = asking
        self._standing = standing_of(asked)
        self._tell()

    def _tell(self) -> None:
        if self._reader is not None:
            self._reader.wake()

    def _put_right(self) -> None:
        """Let the story go on that stood only for this page."""
        state = self._session.state
        if state.phase == "playing" and state.paused in _CUT_SHORT:
            with suppress(MoveRefused, StoreError):
                self._session.submit(m.Resume())
