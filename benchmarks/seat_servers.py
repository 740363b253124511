"""Two servers of the same screen, to be measured."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

KEPT_S = 0.0
"""Seconds for which a view is kept: none, so that leaving is measured at once."""
STARTS_S = 60.0
HERE = Path(__file__).parents[1]
THEIRS = """
import sys
from textual_serve.server import Server
Server(sys.argv[1], port=int(sys.argv[2])).serve()
"""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that takes seats."""

    pid: int
    port: int

    def url(self, seat: str) -> str:
        """Where a seat's screen is; 100 columns and 30 rows."""
        return f"http://127.0.0.1:{self.port}/ws?seat={seat}&width=100&height=30"


@asynccontextmanager
async def ours(folder: Path, seats: int) -> AsyncIterator[Running]:
    """All seats in one process."""
    port = free_port()
    module = (sys.executable, "-m", "benchmarks.seat_servers")
    words = (*module, str(folder), str(port), str(seats))
    async with _started(words, port) as running:
        yield running


@asynccontextmanager
async def theirs(folder: Path, seats: int) -> AsyncIterator[Running]:
    """textual-serve, which starts a process for each."""
    del seats
    port = free_port()
    command = f"{sys.executable} -m benchmarks.seats_prepared {folder}"
    words = (sys.executable, "-c", THEIRS, command, str(port))
    async with _started(words, port) as running:
        yield running


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def _started(words: Sequence[str], port: int) -> AsyncIterator[Running]:
    process = await asyncio.create_subprocess_exec(
        *words,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(HERE)},
    )
    try:
        async with asyncio.timeout(STARTS_S):
            await _listening(port)
        yield Running(process.pid, port)
    finally:
        process.terminate()
        try:
            async with asyncio.timeout(STARTS_S):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()


async def _listening(port: int) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
            continue
        writer.close()
        return


def _told(seat: str, milliseconds: int) -> None:
    print(f"{seat} held up everybody for {milliseconds} ms", file=sys.stderr)


async def serve(folder: Path, port: int, count: int) -> None:
    """Serve seats until the process is ended."""
    from aiohttp import web

    from benchmarks.seats_prepared import SeatsHouse
    from empathy_sim.tui.hosting.hosted import hosted
    from empathy_sim.workshop.server.screen_socket import screen_socket
    from empathy_sim.workshop.views.collecting import Collecting
    from empathy_sim.workshop.views.door import Door
    from empathy_sim.workshop.views.viewing import SeatNews, SeatView
    from empathy_sim.workshop.views.warming import warm_up
    from empathy_sim.workshop.views.watching import BlockWatch, HangWatch

    house, door, collecting = SeatsHouse(folder), Door(), Collecting()
    news = SeatNews(
        typed=collecting.heard, opened=collecting.opened, gone=collecting.closed
    )
    seats: dict[str, SeatView] = {}

    async def screen(request: web.Request) -> web.WebSocketResponse:
        name = request.query["seat"]
        if name not in seats:
            make = hosted(lambda: house.app(name))
            seats[name] = SeatView(name, make, news, door=door, kept_s=KEPT_S)
        return await screen_socket(request, seats[name])

    house.begin(count)
    await warm_up(hosted(lambda: house.app("nobody")))
    app = web.Application()
    app.router.add_get("/ws", screen)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    collecting.begin()
    blocked = BlockWatch(
        lambda: [(each.name, each.view) for each in seats.values() if each.view],
        _told,
    )
    hanging = HangWatch(seats.values)
    await asyncio.gather(collecting.run(), blocked.run(), hanging.run())


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
