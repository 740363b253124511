"""A room that another process serves."""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from benchmarks.process_tree import tree

STARTS_S = 120.0
CODE = re.compile(r"code (\w{3}) (\w{3})")
ROOM = re.compile(r"--room (\S+)")
REPOSITORY = Path(__file__).parents[3]


class HostProcess:
    """One room on one port, started again as often as need be."""

    def __init__(self, folder: Path, journey: str) -> None:
        self.folder, self.journey = folder, journey
        self.port = free_port()
        self.room = ""
        self.code = ""
        self._process: asyncio.subprocess.Process | None = None
        self._were: set[int] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        if self._process is None:
            raise RuntimeError
        return self._process.pid

    async def start(self) -> None:
        """Open the room, or go on with it; returns once people can come in."""
        which = ["--room", self.room] if self.room else [self.journey, "--solo"]
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "empathy_sim",
            "host",
            *which,
            *("--pace", "real", "--no-board", "--bind", "127.0.0.1"),
            *("--port", str(self.port), "--data", str(self.folder)),
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        )
        told = self._process.stdout
        if told is None:
            raise RuntimeError
        async with asyncio.timeout(STARTS_S):
            while not self.room or not self.code:
                line = await told.readline()
                if not line:
                    raise ChildProcessError(await self._process.wait())
                self._learn(line.decode())
            while not await self._listens():
                if self._process.returncode is not None:
                    raise ChildProcessError(self._process.returncode)
                await asyncio.sleep(0.02)

    def _learn(self, line: str) -> None:
        if found := CODE.search(line):
            self.code = found[1] + found[2]
        if found := ROOM.search(line):
            self.room = found[1]

    async def _listens(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        return True

    async def kill(self) -> None:
        """End it without a warning."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to stop; its exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        if self._process is None or self._process.returncode is not None:
            return 0
        self._were |= set(tree(self._process.pid))
        self._process.send_signal(how)
        async with asyncio.timeout(STARTS_S):
            await self._process.communicate()
            return await self._process.wait()

    def left(self) -> set[int]:
        """The processes that should be gone and are not."""
        return {pid for pid in self._were if Path(f"/proc/{pid}").exists()}

    def memory_mb(self) -> float:
        """What the server holds in memory now."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1_024


def free_port() -> int:
    """A port that nobody listens on, and that no client is given as its own.

    Whoever tries again and again to reach a server that is not there may else be
    given the server's port, reach itself, and keep the server from coming back.
    """
    for port in random.Random().sample(range(20_000, 30_000), k=100):
        with socket.socket() as found, suppress(OSError):
            found.bind(("127.0.0.1", port))
            return port
    raise RuntimeError


@asynccontextmanager
async def host_process(
    folder: Path, journey: str = "slipping-hold"
) -> AsyncIterator[HostProcess]:
    """A served room that is gone again afterwards."""
    host = HostProcess(folder, journey)
    try:
        await host.start()
        yield host
    finally:
        with suppress(ProcessLookupError):
            await host.stop()
