"""A session: script, clock and log together."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Self

from empathy_sim.engine.deciding import advance
from empathy_sim.engine.events import Event
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.moves import Instant, Move, Pace, Resume, Wait
from empathy_sim.engine.opening import opening
from empathy_sim.engine.scene import Scene
from empathy_sim.engine.scenes import scene_of
from empathy_sim.engine.state import State, before
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.freezing import digest, freeze, spelled, thaw
from empathy_sim.journey.script import Script
from empathy_sim.session.clock import Clock
from empathy_sim.session.felt_clock import FeltClock
from empathy_sim.session.spelling import event_of, row_of
from empathy_sim.session.summary import summary_of
from empathy_sim.store.protocol import Lease, Store
from empathy_sim.store.retention import days_of
from empathy_sim.store.rows import ClockMark, NewSession, WhyGone
from empathy_sim.version import VERSION

if TYPE_CHECKING:
    from empathy_sim.journey.fixes import Fixes

Listener = Callable[[tuple[Event, ...]], None]
_SCRIPTS = 4
"""Scripts that are kept ready for further sessions."""
_MARK_EVERY = 1_000
"""Felt milliseconds; the first look in each such stretch marks the clock."""


class Session:
    """One participant's run: stamps moves, keeps the log, tells listeners.

    An event is committed and synced before anybody is told of it.
    """

    def __init__(  # noqa: PLR0913
        self,
        name: str,
        script: Script,
        log: tuple[Event, ...],
        *,
        store: Store,
        clock: Clock,
        lease: Lease,
        stall_ms: int | None = None,
        marks: bool = True,
    ) -> None:
        self.name = name
        self.script = script
        self.log: list[Event] = list(log)
        self.state: State = fold(before(script), log)
        self._store = store
        self._clock = clock
        self._lease = lease
        self._listeners: list[Listener] = []
        self._felt = FeltClock(clock, stall_ms=stall_ms)
        self._felt.put_to(self.state.felt_ms)
        self._marked_ms, self._marks = self.state.felt_ms, marks
        self._closed = False

    @classmethod
    def begin(  # noqa: PLR0913
        cls,
        script: Script,
        cast: Cast,
        *,
        store: Store,
        clock: Clock,
        pace: Pace = "workshop",
        at_stage: str | None = None,
        stall_ms: int | None = None,
        fixes: str = "",
        within: str = "",
        marks: bool = True,
    ) -> Self:
        """Open a new session.

        With `fixes`, what the script's fixes make of its stages, as JSON; its name
        begins with `within`; without `marks`, whoever holds it marks its clock.

        Raises:
            MoveRefused: there is no such stage to begin at.
            StoreError: it cannot be kept.
        """
        written = spelled(freeze(script))
        named, at = digest(written), at_stage
        first = opening(
            script, cast, digest=named, pace=pace, at_stage=at, program=VERSION
        )
        name = f"{within}{script.journey.journey[:40]}-{secrets.token_hex(3)}"
        store.begin(
            NewSession(
                session=name,
                script_digest=named,
                script_json=written,
                title=script.journey.title,
                started_utc=clock.utc(),
                fixes_json=fixes,
            )
        )
        lease = store.lease(name)
        session = cls(
            *(name, script, ()),
            store=store,
            clock=clock,
            lease=lease,
            stall_ms=stall_ms,
            marks=marks,
        )
        session._keep(first, fold(session.state, first))
        return session

    @classmethod
    def resume(
        cls,
        name: str,
        *,
        store: Store,
        clock: Clock,
        stall_ms: int | None = None,
        marks: bool = True,
    ) -> Self:
        """Open a session again where it was, within a felt second.

        Raises:
            StoreError: there is none of that name, it is damaged, or somebody else
                has it open.
        """
        lease = store.lease(name)
        try:
            script = script_of(store, name)
            log = tuple(event_of(row) for row in store.rows(name))
        except BaseException:
            lease.release()
            raise
        session = cls(
            name,
            script,
            log,
            store=store,
            clock=clock,
            lease=lease,
            stall_ms=stall_ms,
            marks=marks,
        )
        session.take_up()
        return session

    def take_up(self) -> None:
        """Let the clock go on from where it had come to."""
        mark = self._store.last_mark(self.name)
        if mark is not None and mark.seq == len(self.log):
            self._felt.put_to(max(self.state.felt_ms, mark.felt_ms))
        self._catch_up_to(self._felt.now())
        if self.state.paused is not None:
            self._decide(Resume(), self.instant())
        self._let_run()

    def instant(self) -> Instant:
        """Now, in both times."""
        felt = max(self.state.felt_ms, self._felt.now())
        return Instant(self.state.story_at(felt), felt)

    def scene(self) -> Scene:
        """What can be seen and done now."""
        return scene_of(self.state, self.instant().story_ms)

    def due_in(self) -> int | None:
        """Felt milliseconds until something happens by itself; None if nothing will."""
        at = next_at(self.state)
        if at is None or not self._felt.is_running:
            return None
        return max(0, self.state.felt_at(at) - self._felt.now())

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of events once they are kept; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def submit(self, move: Move) -> tuple[Event, ...]:
        """Make a move now; everything due before it happens first.

        Raises:
            MoveRefused: it is not legal; nothing has changed.
            StoreError: it could not be kept; nothing has changed.
        """
        events = self.catch_up()
        return (*events, *self._decide(move, self.instant()))

    def catch_up(self) -> tuple[Event, ...]:
        """Let happen what is due, each thing stamped when it fell due."""
        felt = self._felt.now()
        events = self._catch_up_to(felt)
        is_due = felt // _MARK_EVERY > self._marked_ms // _MARK_EVERY
        if is_due and self._marks:
            self.mark()
        return events

    def _catch_up_to(self, felt_ms: int) -> tuple[Event, ...]:
        happened: list[Event] = []
        while (at := next_at(self.state)) is not None:
            felt = self.state.felt_at(at)
            if felt > felt_ms:
                break
            happened.extend(self._decide(Wait(), Instant(at, felt)))
        return tuple(happened)

    def _decide(self, move: Move, now: Instant) -> tuple[Event, ...]:
        events, after = advance(self.state, move, now)
        self._keep(events, after)
        return events

    def _keep(self, events: tuple[Event, ...], after: State) -> None:
        if not events:
            return
        utc = self._clock.utc()
        first = len(self.log) + 1
        rows = [row_of(event, first + at, utc) for at, event in enumerate(events)]
        self._store.append(
            self.name, rows, phase=after.phase, summary=summary_of(after)
        )
        self.state = after
        self.log.extend(events)
        self._let_run()
        for listener in tuple(self._listeners):
            listener(events)

    def _let_run(self) -> None:
        """Time runs while the story is played, and stands otherwise."""
        lived = self.state.phase == "playing" and self.state.paused is None
        if lived != self._felt.is_running:
            self._felt.run(running=lived)

    @property
    def clock(self) -> Clock:
        """The clock by which it is lived."""
        return self._clock

    def fixes(self) -> Fixes:
        """What the fixes of its script make of its stages."""
        return fixes_of(self._store, self.name)

    @property
    def words_days(self) -> int | None:
        """For how many days what is typed is kept; None for ever."""
        return days_of(self._store)

    @property
    def words_gone(self) -> frozenset[WhyGone]:
        """Why something that was typed is not here; nothing where all of it is."""
        return words_gone(self._store, self.name)

    def clock_mark(self) -> ClockMark:
        """How far the clock has come."""
        now = self.instant()
        return ClockMark(seq=len(self.log), story_ms=now.story_ms, felt_ms=now.felt_ms)

    def mark(self) -> None:
        """Keep how far the clock has come."""
        now = self.instant()
        self._store.mark(
            self.name,
            seq=len(self.log),
            story_ms=now.story_ms,
            felt_ms=now.felt_ms,
        )
        self._marked_ms = now.felt_ms

    def suspend(self) -> None:
        """Close it for now; it can be resumed where it is."""
        if self._closed:
            return
        self._closed = True
        self._felt.run(running=False)
        self.mark()
        self._lease.release()


def script_of(store: Store, name: str) -> Script:
    """The script that a session is pinned to."""
    return _script(store.script(store.head(name).script_digest))


@lru_cache(_SCRIPTS)
def _script(written: str) -> Script:
    """A script as it was written: nobody changes it, and all its sessions share it."""
    script: Script = thaw(json.loads(written))
    return script


def fixes_of(store: Store, name: str) -> Fixes:
    """What the fixes of a session's script make of its stages."""
    from empathy_sim.journey.fixes import Fixes  # noqa: PLC0415 - only a debrief asks

    written = store.fixes(store.head(name).script_digest)
    fixes: Fixes = thaw(json.loads(written)) if written else Fixes()
    return fixes


def words_gone(store: Store, name: str) -> frozenset[WhyGone]:
    """Why something that was typed in a session is not here; nothing where it is."""
    return frozenset().union(*(row.why_gone() for row in store.rows(name)))


def log_of(store: Store, name: str) -> tuple[Event, ...]:
    """A session's events, to read."""
    return tuple(event_of(row) for row in store.rows(name))
