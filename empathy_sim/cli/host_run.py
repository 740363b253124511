"""A workshop's room, opened and served."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.crash import Reports
from empathy_sim.cli.host_asked import (
    Asked,
    other_name,
    port_refused,
    refuse_unfit,
    tls_of,
)
from empathy_sim.cli.host_before import as_before, keep_served
from empathy_sim.cli.host_desk import board_of, seat_link
from empathy_sim.cli.host_keys import keep_keys, keep_links, kept_keys, keys_lost
from empathy_sim.cli.host_return import coming_back
from empathy_sim.cli.host_room import (
    closing_utc,
    cues_of,
    poll_of,
    room_for,
    solo_seats,
    take_poll,
)
from empathy_sim.cli.host_told import links, private_links, told
from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.text.sinks import for_terminal
from empathy_sim.workshop.practice.robots import Practice
from empathy_sim.workshop.room.presence import Attendance
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import set_closing
from empathy_sim.workshop.server.addresses import address_of
from empathy_sim.workshop.server.hosting import Hosting

if TYPE_CHECKING:
    from aiohttp import web

    from empathy_sim.workshop.kit.cues import Cue
    from empathy_sim.workshop.views.view import Maker


def run(asked: Asked) -> int:
    """Open a room, and serve it until it is stopped.

    Where this is a terminal, the board is shown in it.

    Returns:
        The exit code.

    Raises:
        Usage: what was asked for does not go together, or is not there.
        ContentRefused: the journey has problems.
        StoreError: the room cannot be kept, or is open elsewhere.
    """
    if asked.is_again:
        with open_house() as house:
            asked = as_before(asked, house)
    refuse_unfit(asked)
    cues, poll = cues_of(asked.cues), poll_of(asked.poll)
    with open_house() as house:
        now = dt.datetime.fromisoformat(house.clock.utc()).astimezone()
        closes = closing_utc(asked.close_at, now) if asked.close_at else ""
        room = room_for(asked, house)
        try:
            if closes:
                set_closing(room, closes)
            if asked.poll and poll:
                take_poll(room, asked.poll, poll)
            return asyncio.run(_serve(asked, house, room, cues))
        finally:
            room.suspend()


async def _serve(
    asked: Asked, house: LocalHouse, room: Room, cues: tuple[Cue, ...]
) -> int:
    if lost := keys_lost(house.folder, room.name):
        click.echo(for_terminal(lost), err=True)
    hosting = hosting_for(asked, house, room, cues)
    runner = await _listen(asked, hosting)
    try:
        asked = replace(asked, port=runner.addresses[0][1])
        sat = hosting.practice.seats if hosting.practice else ()
        asked = replace(asked, robots=sat)
        keep_served(asked, house, room.name, hosting.address.shown)
        again = coming_back(asked, room.name)
        if note := other_name(asked, hosting.address.shown):
            click.echo(for_terminal(note), err=True)
        own = links(hosting, again, by_board=not asked.no_board)
        for line in (*told(hosting), *own):
            click.echo(line)
        if asked.solo and not asked.is_again:
            _tell_links(hosting, house)
        if asked.no_board:
            await _until_stopped()
        else:
            await _until_left(hosting, house, cues, again)
    finally:
        await runner.cleanup()
    return 0


def _tell_links(hosting: Hosting, house: LocalHouse) -> None:
    """Make a seat for each name of the list, and say and save its private link."""
    made = solo_seats(hosting.room)
    if made:
        each = [(label, seat_link(hosting, secret)) for label, secret in made]
        saved = keep_links(house.folder, hosting.room.name, each)
        for line in private_links(each, str(saved)):
            click.echo(line)


async def _listen(asked: Asked, hosting: Hosting) -> web.AppRunner:
    from empathy_sim.workshop.server.listening import listening

    tls = tls_of(asked)
    try:
        runner = await listening(hosting, asked.bind, asked.port, tls)
    except OSError as raised:
        raise port_refused(asked, raised) from raised
    port = runner.addresses[0][1]
    hosting.address = address_of(
        asked.bind, port, tls=tls is not None, public_url=asked.public_url
    )
    return runner


def hosting_for(
    asked: Asked, house: LocalHouse, room: Room, cues: tuple[Cue, ...] = ()
) -> Hosting:
    """The room with its keys and what makes its screens."""
    from empathy_sim.rehearsal.ways import Ways
    from empathy_sim.tui.app import EmpathyApp
    from empathy_sim.tui.hosting.hosted import hosted
    from empathy_sim.tui.hosting.walked import walk
    from empathy_sim.tui.order import Resume
    from empathy_sim.tui.turns import Turns
    from empathy_sim.workshop.room.seat_house import NobodysHouse, SeatHouse

    ways: dict[str, Ways] = {}
    turns = Turns()

    def maker(seat: str) -> Maker:
        def made() -> EmpathyApp:
            return EmpathyApp(SeatHouse(room, seat, ways), Resume(seat))

        return hosted(made, turns)

    attendance = Attendance(room)
    hosting = Hosting(
        room=room,
        attendance=attendance,
        practice=practice_in(asked, room, attendance),
        keys=kept_keys(house.folder, room.name),
        address=address_of(asked.bind, asked.port, public_url=asked.public_url),
        makers=maker,
        keep_keys=lambda keys: keep_keys(house.folder, room.name, keys),
        failed=Reports(house.folder).keep,
    )
    hosting.warming = hosted(lambda: EmpathyApp(NobodysHouse(room), Resume(""), walk))
    hosting.board_maker = hosted(lambda: board_of(hosting, house, cues))
    return hosting


def practice_in(asked: Asked, room: Room, attendance: Attendance) -> Practice | None:
    """Robots that fill a new room, or sit on in one of before; None without any."""
    if asked.rehearse:
        return Practice(room, attendance, asked.rehearse)
    robots = [each for each in asked.robots if each in room.state.seats]
    return Practice.again(room, attendance, robots) if robots else None


async def _until_left(
    hosting: Hosting, house: LocalHouse, cues: tuple[Cue, ...], again: str
) -> None:
    """Show the board in this terminal until it is left."""
    from empathy_sim.cli.screen import behind

    app = board_of(hosting, house, cues, again=again)
    await app.run_async()
    if app.crash is not None:
        raise behind(app.crash)


async def _until_stopped() -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, stopped.set)
    await stopped.wait()
