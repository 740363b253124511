"""Workshops that were held, and what becomes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from empathy_sim.cli.host_before import served_at
from empathy_sim.cli.host_keys import kept_keys, keys_lost
from empathy_sim.cli.host_return import room_again
from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.private_file import refuse_taken, write_private
from empathy_sim.cli.workshops_looked import looked_at
from empathy_sim.cli.workshops_named import short, workshop_named
from empathy_sim.debrief.by_when import day_in_words
from empathy_sim.debrief.calendar_file import CalendarEntry, calendar_file
from empathy_sim.debrief.decided import decisions_in
from empathy_sim.debrief.phrases import capital, many
from empathy_sim.debrief.promises import FOLLOW_UPS
from empathy_sim.errors import RoomRefused, Usage
from empathy_sim.session.session import log_of
from empathy_sim.session.standing import standing
from empathy_sim.session.summary import summary_of
from empathy_sim.store.rows import Export
from empathy_sim.workshop.group.steps import whole
from empathy_sim.workshop.looking_back import LookingBack, wall_of
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.state import Seat

_PHASES = {
    "lobby": "in the lobby",
    "playing": "being played",
    "closed": "looked back on",
    "ended": "over",
}
_NONE = "No workshop is kept here."
_DAY = len("2026-11-22")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What is to be written, and how."""

    html: Path | None = None
    markdown: Path | None = None
    json: Path | None = None
    whole: bool = False
    force: bool = False


def listed(house: LocalHouse) -> Iterator[str]:
    """Every workshop, a line each."""
    heads = house.store.workshops()
    if not heads:
        yield _NONE
    for head in heads:
        day = head.started_utc[:16].replace("T", " ")
        phase = _PHASES.get(str(head.summary.get("phase", "")), "not readable")
        seats = head.summary.get("seats", 0)
        noun = "seat" if seats == 1 else "seats"
        yield f"{short(head)}  {day}  {head.title}  ({seats} {noun}; {phase})"


def named(house: LocalHouse, wanted: str | None) -> str:
    """The full name of a workshop; without a wish the latest.

    Raises:
        Usage: there is none, or more than one begins so.
    """
    unknown = f'No workshop of the name "{wanted}" is kept here.'
    return workshop_named(house, wanted, none=_NONE, unknown=unknown)


def shown(house: LocalHouse, wanted: str | None) -> Iterator[str]:
    """Who sat where, and what is open."""
    with looked_at(house, named(house, wanted)) as room:
        state = room.state
        yield f"{state.opened.title}: {_PHASES[state.phase]}."
        for seat in state.seats.values():
            yield f"  {_who(seat)}  {_where(room, seat)}"
        steps = len(state.revealed)
        yield f"{steps} of the steps stood on the wall." if steps else "No step yet."


def _who(seat: Seat) -> str:
    return f"{seat.number:>3}  {seat.called or 'no name kept'}"


def _where(room: Room, seat: Seat) -> str:
    watched = _watched(room, seat)
    if not seat.session:
        nobody = seat.chair == "observer"
        return watched or ("watched nobody" if nobody else "did not begin")
    session = room.session_of(seat.id)
    told = standing(session.state.phase, summary_of(session.state))
    return "; ".join(each for each in (told, _ticks(seat.ticked), watched) if each)


def _watched(room: Room, seat: Seat) -> str:
    """Whom somebody watched, in any sitting; empty for nobody."""
    seats = [each.about for each in room.state.observed if each.seat == seat.id]
    found = [room.state.seats.get(each) for each in dict.fromkeys([*seats, seat.about])]
    called = [each.called for each in found if each is not None]
    return f"watched {' and '.join(called)}" if called else ""


def _ticks(ticked: e.Ticked | None) -> str:
    """What somebody shows with their name; of one who gives none, that ticks are in.

    What stands on the wall without a name would have one, if it were told who showed it.
    """
    if ticked is None:
        return "ticked nothing yet"
    if not ticked.named:
        return "ticks are in"
    found = [
        *(["the curve"] if ticked.curve else []),
        *(["a word"] if ticked.word or ticked.words else []),
        *(["an insight"] if ticked.ahas else []),
        *(["the commitment"] if ticked.commitment else []),
    ]
    return f"shows {', '.join(found)}" if found else "shows nothing"


def exported(house: LocalHouse, wanted: str | None, pages: Pages) -> Iterator[str]:
    """Write what stood on the wall.

    Raises:
        Usage: nothing was asked for, nobody came through, or a name is taken.
        StoreError: the disk refuses.
    """
    from empathy_sim.workshop.group.pages.group_page import group_page
    from empathy_sim.workshop.group.pages.html_page import group_as_html
    from empathy_sim.workshop.group.pages.json_file import group_as_json
    from empathy_sim.workshop.group.pages.markdown_page import group_as_markdown

    made = {
        "page of the room": (pages.html, group_as_html),
        "Markdown of the room": (pages.markdown, group_as_markdown),
        "JSON of the room": (pages.json, group_as_json),
    }
    if not any(path for path, _ in made.values()):
        raise Usage(says="What shall be written?", try_="--html room.html")
    for path, _ in made.values():
        if path is not None:
            refuse_taken(path, force=pages.force)
    with looked_at(house, named(house, wanted)) as room:
        people, wall = LookingBack(room).people(), wall_of(room)
        wall = whole(wall, people) if pages.whole else wall
        day = house.clock.utc()[:_DAY]
        try:
            page = group_page(wall, people, name=room.name.rpartition("/")[2], made=day)
        except RoomRefused as raised:
            raise Usage(says=str(raised), try_="empathy-sim workshops") from raised
        for what, (path, write) in made.items():
            if path is not None:
                full = path.expanduser().absolute()
                noted = Export(path=str(full), what=what, made_utc=house.clock.utc())
                house.store.note_export(room.name, noted)
                write_private(full, write(page))
                yield f"{what[0].upper()}{what[1:]}: {full}"


def followed(
    house: LocalHouse, wanted: str | None, ics: Path | None, url: str, force: bool
) -> Iterator[str]:
    """The commitments that may be collected, and where to tell what became of them.

    Raises:
        Usage: a name is taken.
        StoreError: the disk refuses.
    """
    if ics is not None:
        refuse_taken(ics, force=force)
    with looked_at(house, named(house, wanted)) as room:
        lost = keys_lost(house.folder, room.name)
        keys = kept_keys(house.folder, room.name)
        began = dt.date.fromisoformat(house.store.head(room.name).started_utc[:_DAY])
        collected = tuple(_collected(house, room))
        if not collected:
            yield f"Nobody ticked a commitment with their name. {_ONLY_NAMED}"
            return
        if lost:
            yield lost
        yield from _how_to_ask(room, began, len(collected))
        where = url.rstrip("/") or served_at(house, room.name)
        yield from _address_of_links(where, is_said=bool(url))
        for seat, says in collected:
            yield f"{seat.called or 'no name kept'}: {says}"
            yield f"  {where}/back/{seat.id}/{keys.of('back', seat.id)}"
            for told in seat.follow_ups:
                yield f"  {_after(told.days)}: {told.done}. {told.words}".rstrip()
        if ics is not None:
            full = ics.expanduser().absolute()
            entries = [_entry(room, began, days, collected) for days in FOLLOW_UPS]
            now = house.clock.utc()
            noted = Export(path=str(full), what="calendar", made_utc=now)
            house.store.note_export(room.name, noted)
            write_private(full, calendar_file(entries, now))
            yield f"Calendar: {full}"


def _after(days: int) -> str:
    return f"after {many(days, 'day')}" if days else "on the same day"


def _how_to_ask(room: Room, began: dt.date, count: int) -> Iterator[str]:
    """When to ask, and what has to be so for a link to open anything."""
    days = " and on ".join(
        day_in_words(began + dt.timedelta(days=days)) for days in FOLLOW_UPS
    )
    collected = capital(many(count, "commitment"))
    yield f"{collected} may be collected. Ask on {days}. {_ONLY_NAMED}"
    yield (
        "Each link is for its owner alone. It opens a short form, while the room is "
        f"served: {room_again(room.name)}"
    )


_ONLY_NAMED = "What stands on the wall without a name is collected of nobody."


def _address_of_links(where: str, *, is_said: bool) -> Iterator[str]:
    """Which address the links have, where none was said."""
    if not where:
        yield (
            "Before each link belongs the address that host prints, once the room is "
            "served again: --url ADDRESS writes it there."
        )
    elif not is_said:
        yield (
            f"The links have the address it was served at last, {where}. Where it will "
            "be another one: --url ADDRESS."
        )


def _collected(house: LocalHouse, room: Room) -> Iterator[tuple[Seat, str]]:
    """Only of those who ticked it with their name."""
    for seat in room.state.seats.values():
        ticked = seat.ticked
        if seat.session and ticked and ticked.commitment and ticked.named:
            held = decisions_in(log_of(house.store, seat.session)).commitment
            if held is not None:
                yield seat, held.says


def _entry(
    room: Room,
    began: dt.date,
    days: int,
    collected: tuple[tuple[Seat, str], ...],
) -> CalendarEntry:
    name = room.name.rpartition("/")[2]
    told = "\n".join(f"{seat.called}: {says}" for seat, says in collected)
    return CalendarEntry(
        f"{name}-{days}@empathy-sim.invalid",
        began + dt.timedelta(days=days),
        f"{days} days on: ask what became of {many(len(collected), 'commitment')}",
        f"{room.state.opened.title}\n{told}\nempathy-sim workshops follow-up {name}",
    )
