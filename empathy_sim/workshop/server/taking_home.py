"""What somebody takes home from a workshop."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from aiohttp import web

from empathy_sim.debrief.by_when import day_in_words
from empathy_sim.debrief.calendar_file import CalendarEntry, calendar_file
from empathy_sim.debrief.promises import Entry, Promise, day_of, promises_in
from empathy_sim.errors import RoomRefused
from empathy_sim.text.html import Pages
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.server.observing import WORDS
from empathy_sim.workshop.server.seats import seat_of
from empathy_sim.workshop.watched import notes_of

if TYPE_CHECKING:
    from empathy_sim.debrief.pages.subject import Subject

_TODAY = len("2026-11-22")


async def keep_page(request: web.Request) -> web.StreamResponse:
    """The page to keep, as one file."""
    from empathy_sim.debrief.pages.html_page import keep_as_html  # noqa: PLC0415
    from empathy_sim.debrief.pages.to_keep import page_to_keep  # noqa: PLC0415

    return _debrief(
        request, "my-debrief", lambda subject: keep_as_html(page_to_keep(subject))
    )


async def forward_page(request: web.Request) -> web.StreamResponse:
    """The page to forward, as one file."""
    from empathy_sim.debrief.pages.html_page import forward_as_html  # noqa: PLC0415
    from empathy_sim.debrief.pages.to_forward import page_to_forward  # noqa: PLC0415

    return _debrief(
        request,
        "debrief-to-forward",
        lambda subject: forward_as_html(page_to_forward(subject)),
    )


async def noted_page(request: web.Request) -> web.StreamResponse:
    """What an observer noted, as one file."""
    hosting, seat = seat_of(request)
    room = hosting.room
    notes = notes_of(room, seat)
    if not notes:
        raise RoomRefused(says="You noted nothing, so there is no page to keep.")
    watched = {each.about: room.state.seats.get(each.about) for each in notes}
    page = _pages().page(
        "noted.html.jinja",
        title=room.state.opened.title,
        day=day_in_words(dt.date.fromisoformat(room.utc()[:_TODAY])),
        whom=[
            (found.label if found else "", [n for n in notes if n.about == about])
            for about, found in watched.items()
        ],
        words=WORDS,
    )
    return _file(page, "text/html", "what-i-noted.html")


async def days_to_ask(request: web.Request) -> web.StreamResponse:
    """The days on which one asks oneself what came of a promise, as a calendar.

    Raises:
        RoomRefused: nothing was promised.
    """
    hosting, seat = seat_of(request)
    room = hosting.room
    days = [day for each in _promised(room, seat) for day in _days(each, seat)]
    if not days:
        raise RoomRefused(
            says="Nothing was promised yet, so there is no day to ask about it."
        )
    return _file(
        calendar_file(days, room.utc()), "text/calendar", "what-i-promised.ics"
    )


def _promised(room: Room, seat: Seat) -> tuple[Promise, ...]:
    name, title = room.session_of(seat.id).name, room.state.opened.title
    return promises_in(
        Entry(name, title, row.kind, day, row.fields())
        for row in room.store.rows(name)
        if (day := day_of(row.wall_utc)) is not None
    )


def _days(promise: Promise, seat: Seat) -> Iterator[CalendarEntry]:
    for day in promise.asked_on:
        is_due, days = day == promise.due, (day - promise.made).days
        named = hashlib.sha256(f"{seat.id}\n{promise.what}\n{day}".encode()).hexdigest()
        asks = "\n".join(each.says for each in promise.asks)
        made = f"Promised on {day_in_words(promise.made)}, after {promise.title}."
        yield CalendarEntry(
            f"{named[:32]}@empathy-sim.invalid",
            day,
            f"{'Due today' if is_due else f'{days} days on'}: {promise.says}",
            f"{made} {promise.terms}".rstrip() + f"\n{asks}",
        )


def _debrief(
    request: web.Request, name: str, written: Callable[[Subject], str]
) -> web.Response:
    from empathy_sim.debrief.pages.subject import subject_of  # noqa: PLC0415 - seldom

    hosting, seat = seat_of(request)
    room = hosting.room
    session = room.session_of(seat.id)
    subject = subject_of(
        session.script,
        tuple(session.log),
        session.fixes(),
        session=session.name,
        made=room.utc()[:_TODAY],
    )
    return _file(written(subject), "text/html", f"{name}.html")


def _file(text: str, kind: str, name: str) -> web.Response:
    """A file to save; a browser that shows it runs nothing in it."""
    return web.Response(
        text=text,
        content_type=kind,
        charset="utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "sandbox",
        },
    )


@cache
def _pages() -> Pages:
    return Pages(__package__, "noted.css", {})
