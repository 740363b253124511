"""Two servers of the same play, to be measured."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from aiohttp import ClientSession

from benchmarks.seat_processes import started
from benchmarks.seats_prepared import prepare_folders, prepare_room

STARTS_S = 90.0
"""Seconds within which a server has to answer."""
WIDTH, HEIGHT = 100, 30
HERE = Path(__file__).parents[1]
THEIRS = """
import sys
from textual_serve.server import Server
Server(sys.argv[1], port=int(sys.argv[2])).serve()
"""


@dataclass(frozen=True, slots=True)
class Door:
    """Where one seat is opened, and by what."""

    page: str
    """What the browser loads first."""
    screen: str
    """The websocket that the page opens."""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Running:
    """A server that takes seats."""

    pid: int
    doors: tuple[Door, ...]


Server: TypeAlias = Callable[[Path, int], AbstractAsyncContextManager[Running]]


@asynccontextmanager
async def ours(folder: Path, seats: int) -> AsyncIterator[Running]:
    """What `empathy-sim host` runs: all seats of a room in one process."""
    room, port = prepare_room(folder, seats), free_port()
    words = [sys.executable, "-m", "empathy_sim", "host", "--room"]
    words += [room.name.rpartition("/")[2], "--data", str(folder), "--no-board"]
    words += ["--bind", "127.0.0.1", "--port", str(port)]
    url = f"http://127.0.0.1:{port}"
    async with _listening(words, folder, port) as pid:
        held = await _let_in(url, room.secrets)
        page, screen = f"{url}/seat/terminal", _sized(f"{url}/seat/screen")
        yield Running(pid, tuple(Door(page, screen, each) for each in held))


async def _let_in(url: str, secrets: Sequence[str]) -> list[dict[str, str]]:
    """Open everybody's private link; what their browser holds from then on."""
    held = []
    async with ClientSession() as session:
        for secret in secrets:
            async with session.get(f"{url}/s/{secret}") as answer:
                answer.raise_for_status()
                cookie = "; ".join(
                    f"{name}={each.value}" for name, each in answer.cookies.items()
                )
            held.append({"Origin": url, "Cookie": cookie})
            session.cookie_jar.clear()
    return held


@asynccontextmanager
async def theirs(folder: Path, seats: int) -> AsyncIterator[Running]:
    """textual-serve, which starts a process for each."""
    prepare_folders(folder, seats)
    port = free_port()
    command = f"{sys.executable} -m benchmarks.seat_alone {folder}"
    words = [sys.executable, "-c", THEIRS, command, str(port)]
    url = f"http://127.0.0.1:{port}"
    async with _listening(words, folder, port) as pid:
        yield Running(pid, (Door(f"{url}/", _sized(f"{url}/ws")),) * seats)


def _sized(url: str) -> str:
    return f"{url}?width={WIDTH}&height={HEIGHT}"


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def _listening(
    words: Sequence[str], folder: Path, port: int
) -> AsyncIterator[int]:
    """A server's process, once it can be reached.

    Raises:
        RuntimeError: it has ended instead; with its last words.
        TimeoutError: it does neither.
    """
    said = folder / "said.txt"
    async with started(words, said, HERE) as process:
        async with asyncio.timeout(STARTS_S):
            while not await _answers(port):
                if process.returncode is not None:
                    raise RuntimeError(said.read_text("utf-8", "replace")[-2_000:])
                await asyncio.sleep(0.1)
        yield process.pid


async def _answers(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True
