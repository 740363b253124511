"""A server's processes, all of which end."""

from __future__ import annotations

import asyncio
import ctypes
import os
import secrets
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

PROC = Path("/proc")
MARK = "EMPATHY_SIM_MEASURED"
"""A variable that a server hands on to whatever it starts."""
ENDS_S = 20.0
"""Seconds that a server has to end by itself."""
_DIES_WITH_PARENT = 1
"""PR_SET_PDEATHSIG, from `prctl(2)`."""


@asynccontextmanager
async def started(
    words: Sequence[str], said: Path, folder: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process that is gone afterwards, with all that came of it.

    It is ended as well where the measuring itself is killed.

    Args:
        words: the command.
        said: a file for whatever it prints.
        folder: where it runs.
    """
    mark = secrets.token_hex(8)
    with said.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            *words,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            env={**os.environ, "PYTHONPATH": str(folder), MARK: mark},
            preexec_fn=_dying_with(os.getpid()),
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        with suppress(TimeoutError):
            async with asyncio.timeout(ENDS_S):
                await process.wait()
        end_marked(mark)
        await process.wait()


def end_marked(mark: str) -> list[int]:
    """Kill whatever still runs with a mark; the processes that did."""
    found = [pid for pid in _pids() if _is_marked(pid, f"{MARK}={mark}")]
    for pid in found:
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL)
    return found


def _pids() -> list[int]:
    return [int(path.name) for path in PROC.iterdir() if path.name.isdigit()]


def _is_marked(pid: int, said: str) -> bool:
    try:
        held = (PROC / str(pid) / "environ").read_bytes()
    except OSError:  # gone, or somebody else's
        return False
    return said.encode() in held.split(b"\0")


def _dying_with(parent: int) -> Callable[[], None]:
    prctl = getattr(ctypes.CDLL(None), "prctl", None)

    def ask() -> None:
        if prctl is not None:
            prctl(_DIES_WITH_PARENT, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return ask
