"""What events make of a room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from msgspec.structs import replace

from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.closing import later_by
from empathy_sim.workshop.room.state import RoomState, Seat

_Write: TypeAlias = Callable[[RoomState, Any], RoomState]


def fold(log: Iterable[e.Event]) -> RoomState:
    """The room that a log tells of; its first event opened it.

    Raises:
        ValueError: it does not begin with an opening.
    """
    events = iter(log)
    match next(events, None):
        case e.Opened() as opened:
            state = RoomState(opened=opened, pace=opened.pace)
        case _:
            raise ValueError("a room's log begins with its opening")
    for event in events:
        state = evolve(state, event)
    return state


def evolve(state: RoomState, event: e.Event) -> RoomState:
    """The room after an event; it never refuses."""
    return WRITES[type(event)](state, event)


def _opened(state: RoomState, event: e.Opened) -> RoomState:
    return replace(state, opened=event, pace=event.pace)


def _taken(state: RoomState, event: e.SeatTaken) -> RoomState:
    seat = Seat(
        id=event.seat,
        label=event.label,
        number=len(state.seats) + state.forgotten + 1,
        chair=event.chair,
        secret=event.secret,
        taken_ms=event.at_ms,
        about=event.about,
    )
    return replace(state, seats={**state.seats, seat.id: seat})


def _forgotten(state: RoomState, event: e.SeatForgotten) -> RoomState:
    return replace(state, forgotten=state.forgotten + 1)


def _seat(state: RoomState, name: str, **changed: object) -> RoomState:
    seat = state.seats.get(name)
    if seat is None:
        return state
    return replace(state, seats={**state.seats, name: replace(seat, **changed)})


def _chair(state: RoomState, event: e.ChairChanged) -> RoomState:
    return _seat(state, event.seat, chair=event.chair, about=event.about)


def _swapped(state: RoomState, event: e.Swapped) -> RoomState:
    for seat in event.plays:
        state = _seat(state, seat, chair="customer", about="")
    for seat, about in zip(event.watches, event.about, strict=True):
        state = _seat(state, seat, chair="observer", about=about)
    return _begun(state, event.at_ms)


def _secret(state: RoomState, event: e.SecretChanged) -> RoomState:
    return _seat(state, event.seat, secret=event.secret)


def _session(state: RoomState, event: e.SessionOpened) -> RoomState:
    return _seat(state, event.seat, session=event.session)


def _waited(state: RoomState, event: e.Waited) -> RoomState:
    return _seat(state, event.seat, waiting=event.does)


def _began(state: RoomState, event: e.PlayBegan) -> RoomState:
    return _begun(state, event.at_ms)


def _begun(state: RoomState, at_ms: int) -> RoomState:
    return replace(
        state,
        phase="playing",
        began_ms=at_ms,
        began_lived_ms=state.lived_ms(at_ms),
        sittings=state.sittings + 1,
    )


def _breathed(state: RoomState, event: e.Breathed) -> RoomState:
    return replace(state, breathing=True, breathed_ms=event.at_ms, stands_utc=event.utc)


def _went_on(state: RoomState, event: e.WentOn) -> RoomState:
    return replace(
        state,
        breathing=False,
        breathed_ms=-1,
        stood_ms=event.at_ms - state.lived_ms(event.at_ms),
        stands_utc="",
        closes_utc=later_by(state.closes_utc, state.stands_utc, event.utc),
    )


def _nudged(state: RoomState, event: e.Nudged) -> RoomState:
    return _seat(state, event.seat, nudge=event.words, nudged_ms=event.at_ms)


def _as_it_is(state: RoomState, event: e.Event) -> RoomState:
    return state


def _pace(state: RoomState, event: e.PaceSet) -> RoomState:
    return replace(state, pace=event.pace, pace_asking=state.pace_asking + 1)


def _closing(state: RoomState, event: e.ClosingSet) -> RoomState:
    stands = event.utc if state.breathing else ""
    return replace(
        state,
        closes_utc=event.at_utc,
        closes_as_set=event.at_utc,
        stands_utc=stands or state.stands_utc,
    )


def _closed(state: RoomState, event: e.RoomClosed) -> RoomState:
    return _without_clocks(replace(state, phase="closed"), event.at_ms)


def _without_clocks(state: RoomState, at_ms: int) -> RoomState:
    """Nothing is played any more: no breath, and no closing to come."""
    return replace(
        state,
        breathing=False,
        breathed_ms=-1,
        stood_ms=at_ms - state.lived_ms(at_ms),
        stands_utc="",
        closes_utc="",
        closes_as_set="",
    )


def _asked(state: RoomState, event: e.Asked) -> RoomState:
    return _seat(state, event.seat, asked=event.words, asked_ms=event.at_ms)


def _answered(state: RoomState, event: e.Answered) -> RoomState:
    return _seat(state, event.seat, asked=None)


def _ticked(state: RoomState, event: e.Ticked) -> RoomState:
    return _seat(state, event.seat, ticked=event)


def _observed(state: RoomState, event: e.Observed) -> RoomState:
    seat = state.seats.get(event.seat)
    state = _seat(state, event.seat, notes=seat.notes + 1) if seat else state
    return replace(state, observed=(*state.observed, event))


def _guessed(state: RoomState, event: e.Guessed) -> RoomState:
    return _seat(state, event.seat, guess=event)


def _polled(state: RoomState, event: e.Polled) -> RoomState:
    others = [
        each
        for each in state.polled
        if not event.browser or each.browser != event.browser
    ]
    return replace(state, polled=(*others, event))


def _revealed(state: RoomState, event: e.Revealed) -> RoomState:
    known = event.step in state.revealed
    revealed = state.revealed if known else (*state.revealed, event.step)
    return replace(state, revealed=revealed, wall=event.wall)


def _followed_up(state: RoomState, event: e.FollowedUp) -> RoomState:
    seat = state.seats.get(event.seat)
    told = (*seat.follow_ups, event) if seat else ()
    return _seat(state, event.seat, follow_ups=told)


def _ended(state: RoomState, event: e.RoomEnded) -> RoomState:
    return _without_clocks(replace(state, phase="ended"), event.at_ms)


WRITES: Mapping[type[e.Event], _Write] = {
    e.Opened: _opened,
    e.SeatTaken: _taken,
    e.SeatForgotten: _forgotten,
    e.ChairChanged: _chair,
    e.Swapped: _swapped,
    e.SecretChanged: _secret,
    e.SessionOpened: _session,
    e.Waited: _waited,
    e.PlayBegan: _began,
    e.Breathed: _breathed,
    e.WentOn: _went_on,
    e.Nudged: _nudged,
    e.SeatLedOn: _as_it_is,
    e.PaceSet: _pace,
    e.ClosingSet: _closing,
    e.RoomClosed: _closed,
    e.Asked: _asked,
    e.Answered: _answered,
    e.Ticked: _ticked,
    e.Observed: _observed,
    e.Guessed: _guessed,
    e.Polled: _polled,
    e.Revealed: _revealed,
    e.FollowedUp: _followed_up,
    e.RoomEnded: _ended,
}
"""What each kind of event is written by."""
