"""Somebody sits at a story, by a manual clock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from textual.app import App
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from empathy_sim.engine import moves as m
from empathy_sim.engine.events import Event
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.port import LocalPort
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.protocol import Store
from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.screens.play import PlayScreen
from tests.engine.made_scripts import facts_of
from tests.tui.seen import text_of

E = TypeVar("E", bound=Event)
_NAMES = {" ": "space", "-": "minus", "*": "asterisk", "#": "number_sign"}
_CHARACTERS = {name: character for character, name in _NAMES.items()}


class Room(GuardedApp[str]):
    """Shows the story of a session, and ends with it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.port = LocalPort(session)

    def on_mount(self) -> None:
        self.company = self.port.script.journey.company.colour
        self.push_screen(PlayScreen(self.port, "memory"), self._over)

    def _over(self, _: None) -> None:
        self.exit("over")


@dataclass
class Seat:
    """A participant at the screen, and what is recorded of them."""

    app: Room
    pilot: Pilot[Any]
    session: Session
    clock: ManualClock

    @property
    def seen(self) -> str:
        """The text on the screen."""
        return text_of(self.app)

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""
        return self.app.screen

    def happened(self, kind: type[E]) -> list[E]:
        """Every event of a kind so far."""
        return [event for event in self.session.log if isinstance(event, kind)]

    async def press(self, *keys: str) -> None:
        """Press keys, each once the screen has come to rest."""
        for key in keys:
            self.strike(key)
            await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Type words, quickly."""
        for letter in words:
            self.strike(_NAMES.get(letter, letter))
        await self.pilot.pause()

    def strike(self, key: str) -> None:
        """Strike a key, and do not wait for anything to come of it."""
        character = _CHARACTERS.get(key, key if len(key) == 1 else None)
        self.app.post_message(Key(key, character))

    async def click(self, what: str, at: tuple[int, int] = (1, 0)) -> None:
        """Click on something."""
        await self.pilot.click(what, offset=at)
        await self.pilot.pause()

    async def wait(self, milliseconds: int) -> None:
        """Let so much felt time pass, and the screen look at it."""
        self.clock.advance(milliseconds)
        await self.look()

    async def look(self) -> None:
        """Let the screen see what time it is."""
        for screen in self.app.screen_stack:
            if isinstance(screen, PlayScreen):
                screen.call_later(screen._look)
        await self.pilot.pause()

    async def wait_until(self, words: str, *, most: int = 400) -> None:
        """Let things fall due until some words are on the screen."""
        for _ in range(most):
            if words in self.seen:
                return
            due = self.session.due_in()
            await self.wait(min(1_000, due) if due else 1_000)
        raise AssertionError(f"never seen: {words!r}\n{self.seen}")


def session_of(
    script: Script,
    *,
    pace: m.Pace = "workshop",
    store: Store | None = None,
    clock: ManualClock | None = None,
) -> tuple[Session, ManualClock]:
    """A session of a script at its first touchpoint, and its clock."""
    clock = clock or ManualClock()
    session = Session.begin(
        script,
        plain_cast(facts_of(script)),
        store=store or MemoryStore(),
        clock=clock,
        pace=pace,
    )
    session.submit(m.Consent())
    while session.scene().phase != "playing":
        session.submit(m.Proceed())
    return session, clock


@asynccontextmanager
async def seated(
    session: Session, clock: ManualClock, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Seat]:
    """Sit somebody down at a session."""
    app = Room(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Seat(app, pilot, session, clock)


@asynccontextmanager
async def at(
    script: Script,
    *,
    pace: m.Pace = "workshop",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Seat]:
    """Sit somebody down at the first touchpoint of a script."""
    session, clock = session_of(script, pace=pace)
    async with seated(session, clock, size=size) as seat:
        yield seat


def layouts_counted(app: App[Any], monkeypatch: Any) -> list[int]:
    """A list that grows by one with each layout of a whole screen."""
    counted: list[int] = []
    refresh = Screen._refresh_layout

    def counting(self: Screen[Any], *args: Any, **named: Any) -> None:
        counted.append(1)
        refresh(self, *args, **named)

    assert app.is_running
    monkeypatch.setattr(Screen, "_refresh_layout", counting)
    return counted
