"""Writes what happens in a session, as it happens."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from empathy_sim.engine import events as e
from empathy_sim.engine.scenes import scene_of
from empathy_sim.engine.wording import worded
from empathy_sim.journey.units import MINUTE
from empathy_sim.line.asking import left
from empathy_sim.line.lines import NO_PROMPT, PROMPT, Line
from empathy_sim.line.looking import Onlooker
from empathy_sim.line.telling import Teller
from empathy_sim.session.session import Session

_LONG = 5 * MINUTE
"""A jump of the clock, after which it is said what is left."""


class Voice:
    """Tells of events in order, and of what is new to see after them."""

    def __init__(
        self,
        session: Session,
        write: Callable[[Line], None],
        *,
        prompts: bool,
        told: Callable[[], None] = lambda: None,
    ) -> None:
        """Be ready to tell of what happens from now on.

        Args:
            session: what is told of.
            write: is given each line as it is written.
            prompts: whether a mark stands where something may be typed.
            told: is called whenever something that happened has been told.
        """
        self._session = session
        self._out = write
        self._prompts = prompts
        self._told = told
        self._teller = Teller(session.script, lambda text: worded(text, session.state))
        self._onlooker = Onlooker()
        self._gathered: list[e.Event] = []
        self._holds_back = False
        self._prompted = False
        self._left = left(session.scene().gauges)

    def take_up(self) -> None:
        """Know what has been told in former sittings."""
        deque(self._teller.tell(self._session.log), maxlen=0)

    def write(self, line: Line) -> None:
        """Write a line; one that comes by itself begins below the prompt."""
        if self._prompted:
            self._out(NO_PROMPT)
            self._prompted = False
        self._out(line)

    def write_all(self, lines: Iterable[Line]) -> None:
        """Write lines in order."""
        for line in lines:
            self.write(line)

    def prompt(self) -> None:
        """Show that something may be typed, where a terminal shows it."""
        if self._prompts and not self._prompted:
            self._out(PROMPT)
            self._prompted = True

    def answered(self) -> None:
        """Something was typed at the prompt."""
        self._prompted = False

    def hear(self, events: tuple[e.Event, ...]) -> None:
        """Take in what has happened; it is told at once, unless it is held back."""
        self._gathered.extend(events)
        if not self._holds_back:
            self.tell()

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Tell of everything that happens meanwhile together, in order, at the end."""
        self._holds_back = True
        try:
            yield
        finally:
            self._holds_back = False
        self.tell()

    def tell(self) -> None:
        """Write what has happened since this was last done, and what is to see."""
        happened = tuple(self._gathered)
        self._gathered.clear()
        is_due = False
        for events in _parted(happened):
            lines = tuple(self._teller.tell(events))
            if lines:
                self._told()
            self.write_all(lines)
            is_due |= _uses_up(events[-1]) and not self._teller.days_pass
            if is_due and events[-1].story_ms == happened[-1].story_ms:
                self._tell_what_is_left(events[-1].story_ms)
                is_due = False
        self.look()

    def look(self) -> None:
        """Write what is new to see."""
        scene = self._session.scene()
        if scene.phase == "playing" and scene.paused is None:
            self.write_all(self._onlooker.look(scene))

    def look_anew(self) -> None:
        """When it is next looked, everything is new."""
        self._onlooker.forget()

    def _tell_what_is_left(self, story_ms: int) -> None:
        """Write what is left at a moment, and not at one that is yet to be told."""
        scene = scene_of(self._session.state, story_ms)
        before, self._left = self._left, left(scene.gauges)
        if self._left.text and self._left != before:
            self.write(self._left)


def _parted(events: Iterable[e.Event]) -> Iterator[tuple[e.Event, ...]]:
    """The events in pieces, each down to one after which it is said what is left."""
    piece: list[e.Event] = []
    for event in events:
        piece.append(event)
        if _uses_up(event):
            yield tuple(piece)
            piece.clear()
    if piece:
        yield tuple(piece)


def _uses_up(event: e.Event) -> bool:
    """Whether so much time has gone, or is about to, that what is left matters."""
    match event:
        case e.StageEntered() | e.ContactBegan(channel="phone"):
            return True
        case e.TimeCut(length_ms=length):
            return length >= _LONG
        case _:
            return False
