"""What whoever runs a room does with it."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.closing import Closing, closing_of, is_due, is_past
from empathy_sim.workshop.room.pacing import settle_paces
from empathy_sim.workshop.room.room import WORDS_AT_MOST, Room
from empathy_sim.workshop.room.waiting_room import stop, waits

_BEFORE = frozenset({"contract", "report", "card", "predicting"})
"""Phases in which the story has not begun."""


def begin_play(room: Room) -> None:
    """Let whoever waits in the lobby begin.

    Raises:
        RoomRefused: it has begun, or would close at once.
    """
    if room.state.phase != "lobby":
        raise RoomRefused(says="Playing has begun already.")
    if is_past(room.state, room.utc()):
        raise RoomRefused(
            says="The room would close at once: its time is past. T sets another one."
        )
    room.keep(e.PlayBegan(room.at_ms()))


def breathe(room: Room) -> None:
    """Every story's clock stands, on every seat; and the closing waits.

    Raises:
        RoomRefused: nothing is being played.
    """
    if room.state.phase != "playing":
        raise RoomRefused(says="Nothing is being played.")
    if not room.state.breathing:
        for session in room.in_hand():
            session.catch_up()
        room.clock.stand(still=True)
        room.keep(e.Breathed(room.at_ms(), room.utc()))


def go_on(room: Room) -> None:
    """The clocks go on; the room closes later by as long as they stood."""
    if room.state.breathing:
        room.keep(e.WentOn(room.at_ms(), room.utc()))
        room.clock.stand(still=False)


def nudge(room: Room, seat: str, words: str) -> None:
    """Say a word to one seat."""
    room.seat(seat)
    room.keep(e.Nudged(room.at_ms(), seat, words[:WORDS_AT_MOST]))


def lead_on(room: Room, seat: str) -> None:
    """Lead a seat on to its next stage, or out of the waiting room into the journey.

    Raises:
        RoomRefused: its story is not being played.
    """
    if waits(room, room.seat(seat)):
        stop(room, seat)
        return
    if not room.has_session(seat):
        raise RoomRefused(says="That journey has not begun.")
    session = room.session_of(seat)
    if session.state.phase in _BEFORE:
        raise RoomRefused(
            says="Their story has not begun: they still read, or guess. Go to them."
        )
    if session.state.phase != "playing":
        raise RoomRefused(says="They are through the story.")
    session.submit(m.LeadOn())
    room.keep(e.SeatLedOn(room.at_ms(), seat))


def set_pace(room: Room, pace: m.Pace) -> None:
    """Let waits be lived at another pace, from each one's next wait on.

    Whoever plays agreed to the minutes of a contract: where more is to be lived they
    are asked, and nothing changes before they say yes. Less needs nobody's consent.
    """
    room.keep(e.PaceSet(room.at_ms(), pace))
    settle_paces(room)


def set_closing(room: Room, at_utc: str) -> None:
    """Close the room at a time of the wall's clock; empty takes that back.

    In a breath it is the time at which the room would close if the breath were over
    now: it grows later by as long as that still lasts.
    """
    room.keep(e.ClosingSet(room.at_ms(), at_utc, room.utc()))


def let_pass(room: Room) -> None:
    """Do what is due by the wall's clock; meant for once a second."""
    settle_paces(room)
    if is_due(room.state, room.utc()):
        close_play(room)


def closing(room: Room) -> Closing | None:
    """When the room closes by itself, as that stands now; None where it does not."""
    return closing_of(room.state, room.utc())


def close_play(room: Room) -> None:
    """Playing is over: who is still in the story is still waiting.

    Raises:
        RoomRefused: nothing is being played.
    """
    if room.state.phase != "playing":
        raise RoomRefused(says="Nothing is being played.")
    go_on(room)
    for _seat, session in room.open_sessions():
        session.catch_up()
        if session.state.phase == "playing":
            session.submit(m.Close())
        elif session.state.phase in _BEFORE:
            session.submit(m.Leave())
    room.keep(e.RoomClosed(room.at_ms()))


def end(room: Room) -> None:
    """The workshop is over."""
    if room.state.phase == "playing":
        close_play(room)
    if room.state.phase != "ended":
        room.keep(e.RoomEnded(room.at_ms()))
