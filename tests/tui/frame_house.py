"""A house of cards and sessions, kept in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.frame_events import Phase
from empathy_sim.errors import SessionNotFound, StoreBusy
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.library.pressing import Card
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.rehearsal.ways import Ways
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.port import LocalPort, SessionPort
from empathy_sim.session.read_only import ReadPort
from empathy_sim.session.session import Session, fixes_of, log_of, script_of
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.rows import SessionHead
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.order import Choice
from tests.tui.frame_story import fixes_in_json, story
from tests.tui.seen import text_of

E = TypeVar("E", bound=e.Event)
CARD = Card("journey", "a-call", "A call", "About a call.", "Hearth", 18, 2, "customer")
BROKEN = Card("journey", "ours", "ours", "", "", None, 0, "customer", problems=3)
ASIDE = frozenset({"whole", "less", "ways", "minutes"})
"""What is worked out in threads."""
DECIDING = ("debriefing", "closed")
NAMES = {" ": "space", "-": "minus"}


@dataclass
class FakeHouse:
    """Plays one script, whatever is wanted."""

    script: Script = field(default_factory=story)
    shelf: tuple[Card, ...] = (CARD,)
    cast: Cast = field(default_factory=lambda: plain_cast({"number": "HV-1"}))
    store: MemoryStore = field(default_factory=MemoryStore)
    clock: ManualClock = field(default_factory=ManualClock)
    kept_in: str = "a folder"
    is_due: str = ""
    reads: bool = False
    """Whether what is looked back on is only read."""
    opened: dict[str, Session] = field(default_factory=dict)
    tried: dict[str, Ways] = field(default_factory=dict)
    takes: dict[tuple[str, m.Pace], int] = field(default_factory=dict)
    """Minutes, by the card's id and the pace."""
    forgotten: list[str] = field(default_factory=list)
    held_elsewhere: bool = False
    """Whether somebody else has every session open."""

    def cards(self) -> tuple[Card, ...]:
        return self.shelf

    def minutes(self, wanted: str, *, pace: m.Pace) -> int | None:
        return self.takes.get((wanted, pace))

    def sessions(self) -> tuple[SessionHead, ...]:
        return self.store.sessions()

    def session(self, *, pace: m.Pace = "workshop") -> Session:
        session = Session.begin(
            self.script,
            self.cast,
            store=self.store,
            clock=self.clock,
            pace=pace,
            fixes=fixes_in_json(self.script) if "day" in self.script.stages else "",
        )
        self.opened[session.name] = session
        return session

    def begin(self, wanted: str, *, pace: m.Pace) -> SessionPort:
        return LocalPort(self.session(pace=pace))

    def resume(self, session: str) -> SessionPort:
        resumed = Session.resume(session, store=self.store, clock=self.clock)
        self.opened[session] = resumed
        return LocalPort(resumed)

    def look_back(self, session: str) -> SessionPort:
        found = [head for head in self.sessions() if head.session == session]
        if not found:
            raise SessionNotFound(wanted=session)
        if found[0].phase in DECIDING and not self.reads:
            return self.resume(session)
        script, log = script_of(self.store, session), log_of(self.store, session)
        return ReadPort(session, script, log, fixes_of(self.store, session))

    def due(self) -> str:
        return self.is_due

    def ways(self, name: str) -> Ways | None:
        return self.tried.get(name)

    def keep_ways(self, name: str, ways: Ways) -> None:
        self.tried[name] = ways

    @property
    def forgetting(self) -> FakeHouse:
        return self

    def made_of(self, session: str) -> tuple[str, ...]:
        return tuple(f"  {each.path}" for each in self.store.exports(session))

    def forget(self, session: str) -> tuple[str, ...]:
        if session in self.opened:
            self.opened.pop(session).suspend()
        if self.held_elsewhere:
            raise StoreBusy(holder="another window")
        self.store.forget(session)
        self.forgotten.append(session)
        return ()

    def is_forgotten(self, session: str) -> bool:
        return session in self.forgotten

    def close(self, port: SessionPort) -> None:
        opened = self.opened.pop(port.name, None)
        if opened is not None:
            opened.suspend()

    def stopped_in(self, phase: Phase, *, uninterrupted: bool = False) -> str:
        """A session that was closed in some phase; its name."""
        session = self.session()
        moves: dict[str, m.Move] = {
            "contract": m.Consent(("operations",), "", uninterrupted)
        }
        while session.state.phase != phase:
            if session.state.phase == "playing":
                play(session)
            else:
                session.submit(moves.get(session.state.phase, m.Proceed()))
        session.suspend()
        return session.name

    def until_the_story(self) -> tuple[m.Move, ...]:
        """What leads from the contract into the story."""
        return (m.Consent(), m.Proceed(), m.Proceed(), m.Proceed())

    def log(self) -> tuple[e.Event, ...]:
        """Everything of the latest session."""
        return log_of(self.store, self.sessions()[0].session)

    def happened(self, kind: type[E]) -> list[E]:
        """Every event of a kind in the latest session."""
        return [event for event in self.log() if isinstance(event, kind)]


def play(session: Session) -> None:
    """Take the first choice until the story is over, and mark what it is like."""
    feelings = iter(((-3, 2), (-1, 0), (2, -1), (1, 1)))
    while session.state.phase == "playing":
        offer = session.scene().offer("choose")
        assert offer is not None
        pleasant, aroused = next(feelings, (0, 0))
        session.submit(m.React(pleasant, aroused, "so it is"))
        session.submit(offer.examples[0])


@dataclass
class Desk:
    """Somebody at the app."""

    app: EmpathyApp
    pilot: Pilot[Any]
    house: FakeHouse

    @property
    def seen(self) -> str:
        """The text on the screen."""
        return text_of(self.app)

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""
        return self.app.screen

    @property
    def at(self) -> str:
        """Which screen it is."""
        return type(self.screen).__name__

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def strike(self, *keys: str) -> None:
        """Strike keys, faster than anything is drawn between them."""
        for key in keys:
            self.app.post_message(Key(key, None))
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Type words, quickly."""
        for letter in words:
            self.app.post_message(Key(NAMES.get(letter, letter), letter))
        await self.pilot.pause()

    async def click(self, what: str) -> None:
        """Click on something."""
        await self.pilot.click(what)
        await self.pilot.pause()

    async def worked_out(self) -> None:
        """Let everything be worked out that is under way beside the screen."""
        aside = [each for each in self.app.workers if each.group in ASIDE]
        for each in aside:
            await each.wait()
        await self.pilot.pause()

    async def until_at(self, screen: str) -> None:
        """Let the app go on until it is at some screen."""
        await self.until(lambda desk: desk.at == screen)

    async def until(self, holds: Callable[[Desk], bool]) -> None:
        """Let the app go on until something is so."""
        for _ in range(100):
            if holds(self):
                return
            await self.pilot.pause()
        raise AssertionError(f"never so at {self.at}\n{self.seen}")


@asynccontextmanager
async def desk(
    house: FakeHouse, start: Choice | None = None, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Desk]:
    """The app over a house, with somebody at it."""
    app = EmpathyApp(house, start)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Desk(app, pilot, house)
