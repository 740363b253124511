"""A seat of a room, forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from empathy_sim.workshop.looking_back import LookingBack
from empathy_sim.workshop.room import events as e

if TYPE_CHECKING:
    from empathy_sim.workshop.room.room import Room


def forget_seat(room: Room, seat: str) -> tuple[str, ...]:
    """Remove a seat: its session, and whatever the room's log holds of it.

    Whatever it showed leaves the wall; of what was told of many nothing changes.
    No screen may show the seat any more.

    Returns:
        The files that were made of the room before, which still hold what they held.

    Raises:
        RoomRefused: there is no such seat.
        StoreError: the disk refuses; nothing has changed.
    """
    room.seat(seat)
    wall = LookingBack(room).wall_without(seat)
    stored = room.store.rows(room.name)
    told = tuple(_without(tuple(room.log), seat, wall))
    log = [
        (event, row.wall_utc)
        for event, row in zip(told, stored, strict=True)
        if event is not None
    ]
    room.tell_anew(log, seat)
    return tuple(each.path for each in room.store.exports(room.name))


def forget_names(room: Room) -> int:
    """Remove every name and word from the room's log; who sat where is not known.

    A name that somebody ticked stays beside what they show with it.

    Returns:
        How many names and words were there.

    Raises:
        StoreError: the disk refuses; nothing has changed.
    """
    stored = room.store.rows(room.name)
    names = {*room.state.opened.labels}
    names |= {each.label for each in room.log if isinstance(each, e.SeatTaken)}
    words = [text for each in room.log for text in _other_words(each)]
    told = map(_wordless, room.log)
    room.tell_anew(
        [(each, row.wall_utc) for each, row in zip(told, stored, strict=True)]
    )
    return len(names - {""}) + len(words)


def _other_words(event: e.Event) -> Iterator[str]:
    match event:
        case e.Opened() | e.SeatTaken():
            return
        case _:
            yield from filter(None, (getattr(event, name) for name in event.WORDS))


def _wordless(event: e.Event) -> e.Event:
    empty = {name: () if name in event.LINES else "" for name in event.WORDS}
    return replace(event, **empty)


def _without(
    log: tuple[e.Event, ...], seat: str, wall: str
) -> Iterator[e.Event | None]:
    """Each event as it is told from now on; None for one that is told no more."""
    shown = [at for at, each in enumerate(log) if isinstance(each, e.Revealed)]
    called = _called(log, seat)
    for at, event in enumerate(log):
        match event:
            case e.Opened():
                left = (each for each in event.labels if each.casefold() not in called)
                yield replace(event, labels=tuple(left))
            case e.SeatTaken() if event.seat == seat:
                yield e.SeatForgotten(event.at_ms)
            case e.Revealed():
                yield replace(event, wall=wall if at == shown[-1] else "")
            case e.SeatTaken() | e.ChairChanged() if event.about == seat != event.seat:
                yield replace(event, about="")
            case e.Swapped():
                yield _swapped_without(event, seat)
            case _ if seat in {getattr(event, "seat", ""), getattr(event, "about", "")}:
                yield None
            case _:
                yield event


def _called(log: tuple[e.Event, ...], seat: str) -> frozenset[str]:
    """What a seat was called, whatever of it is still known."""
    return frozenset(
        event.label.casefold()
        for event in log
        if isinstance(event, e.SeatTaken | e.Ticked) and event.seat == seat
    )


def _swapped_without(event: e.Swapped, seat: str) -> e.Swapped:
    """The others' chairs as they are; nobody watches who is forgotten."""
    those = [
        (watcher, "" if about == seat else about)
        for watcher, about in zip(event.watches, event.about, strict=True)
        if watcher != seat
    ]
    return replace(
        event,
        plays=tuple(each for each in event.plays if each != seat),
        watches=tuple(watcher for watcher, _ in those),
        about=tuple(about for _, about in those),
    )
