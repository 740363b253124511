"""A workshop's room, opened and served."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import signal
import ssl
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.crash import Reports
from empathy_sim.cli.host_keys import keep_keys, kept_keys
from empathy_sim.cli.host_told import links, picture, spaced, told
from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.cli.options import chosen_fit
from empathy_sim.errors import Usage
from empathy_sim.library.casting import cast_for
from empathy_sim.session.clock import RealClock
from empathy_sim.text.sinks import for_terminal
from empathy_sim.workshop.desk import Invitation
from empathy_sim.workshop.group.poll_file import poll_in
from empathy_sim.workshop.practice.robots import Practice
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.presence import Attendance
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import set_closing
from empathy_sim.workshop.room.telling import poll
from empathy_sim.workshop.server.addresses import address_of
from empathy_sim.workshop.server.hosting import Hosting

if TYPE_CHECKING:
    from aiohttp import web

    from empathy_sim.engine.moves import Pace
    from empathy_sim.tui.board_app import BoardApp
    from empathy_sim.workshop.views.view import Maker

_SEEDS = 1_000_000
_MINUTE_MS = 60_000
_LABEL_AT_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for on the command line."""

    wanted: str | None = None
    again: bool = False
    room: str | None = None
    solo: bool = False
    names: Path | None = None
    poll: Path | None = None
    pace: Pace = "workshop"
    seed: int | None = None
    close_at: str | None = None
    waiting_room: int | None = None
    at_least: int = 5
    port: int = 8040
    bind: str = "127.0.0.1"
    public_url: str = ""
    tls_cert: Path | None = None
    tls_key: Path | None = None
    rehearse: int = 0
    no_board: bool = False


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
    with open_house() as house:
        room = room_for(asked, house)
        try:
            return asyncio.run(_serve(asked, house, room))
        finally:
            room.suspend()


def room_for(asked: Asked, house: LocalHouse) -> Room:
    """The room that was asked for: a new one, or one of before."""
    clock = RealClock()
    if asked.again or asked.room:
        name = _earlier(asked.room, house)
        return Room.resume(name, store=house.store, clock=clock, casting=cast_for)
    if asked.wanted is None:
        raise Usage(
            says="Which journey shall the room play?",
            try_="empathy-sim host the-birthday-kettle",
        )
    house.which = chosen_fit()
    script, fixes = house.script_and_fixes(asked.wanted)
    journey = script.journey
    seed = asked.seed if asked.seed is not None else _drawn()
    opened = e.Opened(
        0,
        journey.journey,
        journey.title,
        asked.pace,
        seed,
        solo=asked.solo,
        smallest=asked.at_least,
        smallest_words=max(10, asked.at_least),
        waiting_ms=(asked.waiting_room or 0) * _MINUTE_MS,
        labels=_labels(asked.names),
    )
    return Room.open(
        script,
        opened,
        store=house.store,
        clock=clock,
        casting=cast_for,
        fixes=fixes,
    )


def _drawn() -> int:
    return int.from_bytes(os.urandom(4)) % _SEEDS


def _earlier(named: str | None, house: LocalHouse) -> str:
    heads = house.store.workshops()
    found = [
        head.session
        for head in heads
        if named is None or head.session.rpartition("/")[2].startswith(named)
    ]
    if not found:
        raise Usage(
            says="No such room was opened here."
            if named
            else "No room was opened yet.",
            try_="empathy-sim host the-birthday-kettle",
        )
    return found[0]


def _labels(names: Path | None) -> tuple[str, ...]:
    if names is None:
        return ()
    lines = names.read_text("utf-8-sig", errors="replace").splitlines()
    tidy = [" ".join(line.split())[:_LABEL_AT_MOST] for line in lines]
    found = tuple(dict.fromkeys(line for line in tidy if line))
    if not found:
        raise Usage(says=f"{names} holds no name.", try_="one name a line")
    return found


def closing_utc(at: str, now: dt.datetime) -> str:
    """The instant of a time of day, today or else tomorrow; ISO 8601, UTC.

    Raises:
        Usage: it is no time of day.
    """
    try:
        time = dt.time.fromisoformat(at if ":" in at else "")
    except ValueError:
        raise Usage(
            says=f'"{at}" is no time of day.', try_="--close-at 10:40"
        ) from None
    then = now.replace(
        hour=time.hour, minute=time.minute, second=time.second, microsecond=0
    )
    if then <= now:
        then += dt.timedelta(days=1)
    return then.astimezone(dt.UTC).isoformat(timespec="milliseconds")


def _take_poll(room: Room, file: Path) -> None:
    read = poll_in(file.read_text("utf-8-sig", errors="replace"))
    for problem in read.problems:
        click.echo(for_terminal(f"{file}:{problem.line}: {problem.says}"), err=True)
    for each in read.poll:
        poll(room, list(each.reasons), "file")


async def _serve(asked: Asked, house: LocalHouse, room: Room) -> int:
    if asked.poll:
        _take_poll(room, asked.poll)
    if asked.close_at:
        here = dt.datetime.fromisoformat(room.utc()).astimezone()
        set_closing(room, closing_utc(asked.close_at, here))
    hosting = hosting_for(asked, house, room)
    runner = await _listen(asked, hosting)
    try:
        for line in (*told(hosting), *links(hosting)):
            click.echo(line)
        await (_until_stopped() if asked.no_board else _until_left(hosting))
    finally:
        await runner.cleanup()
    return 0


async def _listen(asked: Asked, hosting: Hosting) -> web.AppRunner:
    from empathy_sim.workshop.server.listening import listening

    tls = _tls(asked)
    try:
        runner = await listening(hosting, asked.bind, asked.port, tls)
    except OSError as raised:
        why = raised.strerror or "the system refuses"
        raise Usage(
            says=f"Port {asked.port} cannot be listened on: {why.lower()}.",
            try_="--port 8041",
        ) from raised
    port = runner.addresses[0][1]
    hosting.address = address_of(
        asked.bind, port, tls=tls is not None, public_url=asked.public_url
    )
    return runner


def _tls(asked: Asked) -> ssl.SSLContext | None:
    if asked.tls_cert is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(asked.tls_cert, asked.tls_key)
    return context


def hosting_for(asked: Asked, house: LocalHouse, room: Room) -> Hosting:
    """The room with its keys and what makes its screens."""
    from empathy_sim.rehearsal.ways import Ways
    from empathy_sim.tui.app import EmpathyApp
    from empathy_sim.tui.hosting.hosted import hosted
    from empathy_sim.tui.order import Resume
    from empathy_sim.workshop.room.seat_house import SeatHouse

    ways: dict[str, Ways] = {}

    def maker(seat: str) -> Maker:
        def made() -> EmpathyApp:
            return EmpathyApp(SeatHouse(room, seat, ways), Resume(seat))

        return hosted(made)

    attendance = Attendance(room)
    practice = Practice(room, attendance, asked.rehearse) if asked.rehearse else None
    hosting = Hosting(
        room=room,
        attendance=attendance,
        practice=practice,
        keys=kept_keys(house.folder, room.name),
        address=address_of(asked.bind, asked.port, public_url=asked.public_url),
        makers=maker,
        keep_keys=lambda keys: keep_keys(house.folder, room.name, keys),
        failed=Reports(house.folder).keep,
    )
    hosting.board_maker = hosted(lambda: board_of(hosting))
    return hosting


async def _until_left(hosting: Hosting) -> None:
    """Show the board in this terminal until it is left."""
    from empathy_sim.cli.screen import behind

    app = board_of(hosting)
    await app.run_async()
    if app.crash is not None:
        raise behind(app.crash)


def board_of(hosting: Hosting) -> BoardApp:
    """A board of a room."""
    from empathy_sim.tui.board_app import BoardApp
    from empathy_sim.workshop.desk import Desk
    from empathy_sim.workshop.server.walls import turn

    desk = Desk(
        hosting.room,
        hosting.attendance,
        lambda: invitation_of(hosting),
        lambda by: turn(hosting, by),
    )
    colour = hosting.room.script.journey.company.colour
    return BoardApp(desk, picture(invitation_of(hosting).link), colour=colour)


def invitation_of(hosting: Hosting) -> Invitation:
    """How somebody comes in now."""
    address, keys = hosting.address.shown, hosting.keys
    link = f"{address}/j/{keys.of('join')}"
    return Invitation(address, spaced(keys.code), link)


async def _until_stopped() -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, stopped.set)
    await stopped.wait()
