"""A workshop's room, live."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Self

from empathy_sim.errors import RoomRefused
from empathy_sim.journey.freezing import digest, freeze, spelled
from empathy_sim.session.session import Session, script_of
from empathy_sim.store.rows import SEAT, WORKSHOP, NewSession
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.ahead import Ahead
from empathy_sim.workshop.room.clocks import RoomClock, SeatClock
from empathy_sim.workshop.room.evolving import evolve, fold
from empathy_sim.workshop.room.saving import Saving
from empathy_sim.workshop.room.secret import is_same
from empathy_sim.workshop.room.spelling import event_of, row_of
from empathy_sim.workshop.room.state import RoomState, Seat

if TYPE_CHECKING:
    from empathy_sim.journey.cast import Cast
    from empathy_sim.journey.script import Script
    from empathy_sim.session.clock import Clock
    from empathy_sim.store.protocol import Lease, Store

Listener = Callable[[e.Event], None]
Casting = Callable[["Script", int], "Cast"]
WORDS_AT_MOST = 2_000


class Room:
    """Seats, clocks, sessions and the log of one workshop.

    An event is committed before anybody is told of it. Everything happens in one
    thread.
    """

    def __init__(  # noqa: PLR0913
        self,
        name: str,
        script: Script,
        log: tuple[e.Event, ...],
        *,
        store: Store,
        clock: Clock,
        lease: Lease,
        casting: Casting,
    ) -> None:
        """Stand where a log ends; `open` and `resume` make one."""
        self.name, self.script = name, script
        self.log: list[e.Event] = list(log)
        self.state: RoomState = fold(log)
        self.store, self.clock = store, RoomClock(clock)
        self._wall, self._lease, self.casting = clock, lease, casting
        self._began = clock.milliseconds() - log[-1].at_ms
        self._listeners: list[Listener] = []
        self._sessions: dict[str, Session] = {}
        self._clocks: dict[str, SeatClock] = {}
        self.saving = Saving(store)
        self.ahead = Ahead()
        if self.state.breathing:
            self.clock.stand(still=True)

    @classmethod
    def open(
        cls,
        script: Script,
        opened: e.Opened,
        *,
        store: Store,
        clock: Clock,
        casting: Casting,
        fixes: str = "",
    ) -> Self:
        """Open a new room.

        Args:
            script: what is played in it.
            opened: how; its instant is 0.
            store: keeps the room's log and every seat's session.
            clock: real time.
            casting: draws the customer of a script by a seed.
            fixes: what the script's fixes make of its stages, as JSON.

        Raises:
            StoreError: it cannot be kept.
        """
        written = spelled(freeze(script))
        name = f"{WORKSHOP}{script.journey.journey[:40]}-{secrets.token_hex(3)}"
        store.begin(
            NewSession(
                session=name,
                script_digest=digest(written),
                script_json=written,
                title=script.journey.title,
                started_utc=clock.utc(),
                fixes_json=fixes,
            )
        )
        lease = store.lease(name)
        state = fold((opened,))
        row = row_of(opened, 1, clock.utc())
        store.append(name, [row], phase=state.phase, summary=_summary(state))
        return cls(
            name,
            script,
            (opened,),
            store=store,
            clock=clock,
            lease=lease,
            casting=casting,
        )

    @classmethod
    def resume(cls, name: str, *, store: Store, clock: Clock, casting: Casting) -> Self:
        """Open a room again where it was.

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
        return cls(
            name, script, log, store=store, clock=clock, lease=lease, casting=casting
        )

    def at_ms(self) -> int:
        """Milliseconds since the room was opened, without the time it was shut."""
        return max(0, self._wall.milliseconds() - self._began)

    def lived_ms(self) -> int:
        """The same without its breaths."""
        return self.state.lived_ms(self.at_ms())

    def utc(self) -> str:
        """The wall's time in UTC, ISO 8601."""
        return self._wall.utc()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of events once they are kept; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def keep(self, event: e.Event) -> None:
        """Let something have happened: kept first, then told."""
        after = evolve(self.state, event)
        row = row_of(event, len(self.log) + 1, self._wall.utc())
        with self.saving:
            self.store.append(
                self.name, [row], phase=after.phase, summary=_summary(after)
            )
        self.state = after
        self.log.append(event)
        for listener in tuple(self._listeners):
            listener(event)

    def seat(self, name: str) -> Seat:
        """A seat by its id.

        Raises:
            RoomRefused: there is none.
        """
        found = self.state.seats.get(name)
        if found is None:
            raise RoomRefused(says="There is no such seat in this room.")
        return found

    def seat_by_secret(self, secret: str) -> Seat | None:
        """The seat that a secret opens; None where it opens none."""
        found = [
            each for each in self.state.seats.values() if is_same(secret, each.secret)
        ]
        return found[0] if found else None

    def session_of(self, seat: str) -> Session:
        """A seat's session, opened with its first look and again after a stop.

        Raises:
            RoomRefused: it is not a customer's seat, or playing has not begun.
            StoreError: it cannot be kept, or is damaged.
        """
        if (opened := self._sessions.get(seat)) is not None:
            return opened
        found = self.seat(seat)
        if found.chair != "customer" and not found.session:
            raise RoomRefused(says="An observer has no journey of their own.")
        clock = self.clock_of(seat)
        if found.session:
            session = Session.resume(
                found.session, store=self.store, clock=clock, marks=False
            )
        else:
            session = self._begun(seat, clock)
        self._sessions[seat] = session
        return session

    def _begun(self, seat: str, clock: SeatClock) -> Session:
        opened = self.state.opened
        if self.state.phase != "playing" and not opened.solo:
            raise RoomRefused(says="The room has not begun, or playing is over.")
        session = Session.begin(
            self.script,
            self.casting(self.script, opened.seed),
            store=self.store,
            clock=clock,
            pace=self.state.pace,
            within=SEAT,
            marks=False,
        )
        self.keep(e.SessionOpened(self.at_ms(), seat, session.name))
        return session

    def has_session(self, seat: str) -> bool:
        """Whether a seat's journey was opened."""
        return bool(self.seat(seat).session)

    def clock_of(self, seat: str) -> SeatClock:
        """The clock that stands while nobody is heard from a seat."""
        if seat not in self._clocks:
            self._clocks[seat] = SeatClock(self.clock)
        return self._clocks[seat]

    def in_hand(self) -> tuple[Session, ...]:
        """The sessions that were opened since the program began."""
        return tuple(self._sessions.values())

    def open_sessions(self) -> tuple[tuple[str, Session], ...]:
        """Each seat's session, opened if need be; seats without one are left out."""
        return tuple(
            (seat.id, self.session_of(seat.id))
            for seat in self.state.seats.values()
            if seat.session
        )

    def tell_anew(self, log: list[tuple[e.Event, str]], without: str = "") -> None:
        """Keep another log in place of the room's, and a seat's session no more.

        Args:
            log: each event with its time, as the wall's clock had it.
            without: the seat that is forgotten; empty for none.

        Raises:
            StoreError: the disk refuses; nothing has changed.
        """
        name = self.seat(without).session if without else ""
        session = self._sessions.pop(without, None)
        if session is not None:
            session.suspend()
        events = tuple(event for event, _ in log)
        state = fold(events)
        self.store.rewrite(
            self.name,
            [row_of(event, seq, utc) for seq, (event, utc) in enumerate(log, 1)],
            phase=state.phase,
            summary=_summary(state),
            forgetting=[name] if name else [],
        )
        self.log, self.state = list(events), state
        self._clocks.pop(without, None)

    def mark(self) -> None:
        """Keep how far every clock has come; meant for once a second."""
        self.saving.mark(self._sessions.values())

    def suspend(self) -> None:
        """Shut the room for now; it can be resumed where it is."""
        for session in self._sessions.values():
            session.suspend()
        self._sessions.clear()
        self._lease.release()


def _summary(state: RoomState) -> dict[str, str | int | bool]:
    """What a list of workshops says of one; no words of anybody."""
    return {
        "journey": state.opened.journey,
        "title": state.opened.title,
        "phase": state.phase,
        "solo": state.opened.solo,
        "seats": len(state.seats),
        "customers": len(state.customers),
        "revealed": len(state.revealed),
    }
