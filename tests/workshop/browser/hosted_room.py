"""A workshop in a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from empathy_sim.engine import events as story
from empathy_sim.session.session import log_of
from empathy_sim.store.sqlite_store import SqliteStore
from empathy_sim.workshop.room.evolving import fold
from empathy_sim.workshop.room.spelling import event_of
from empathy_sim.workshop.room.state import RoomState

REPOSITORY = Path(__file__).parents[3]
PATIENCE_S = 60.0
CHROMIUM = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
)


@dataclass
class HostedRoom:
    """What was printed where the room was opened, and what is kept of it."""

    folder: Path
    url: str
    code: str
    board: str
    wall: str
    process: subprocess.Popen[str]

    def state(self) -> RoomState:
        """The room as it is kept at this moment."""
        store = SqliteStore(self.folder)
        try:
            (head,) = store.workshops()
            return fold(event_of(row) for row in store.rows(head.session))
        finally:
            store.close()

    def log(self, label: str) -> tuple[story.Event, ...]:
        """What is kept of somebody's journey."""
        seat = next(
            (each for each in self.state().seats.values() if each.label == label), None
        )
        if seat is None or not seat.session:
            return ()
        store = SqliteStore(self.folder)
        try:
            return log_of(store, seat.session)
        finally:
            store.close()

    def happened(self, label: str, kind: type[story.Event]) -> list[story.Event]:
        """Everything of a kind that is kept of somebody's journey."""
        return [each for each in self.log(label) if type(each) is kind]


@contextmanager
def hosted_room(folder: Path, *words: str, port: int = 0) -> Iterator[HostedRoom]:
    """Open a room on a port, of 0 on a free one, and shut it at the end."""
    command = [
        *(sys.executable, "-m", "empathy_sim", "host", *words),
        *("--bind", "127.0.0.1", "--port", str(port), "--no-board"),
        *("--data", str(folder)),
    ]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield _as_told(folder, process)
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def _as_told(folder: Path, process: subprocess.Popen[str]) -> HostedRoom:
    assert process.stdout is not None
    said, until = "", time.monotonic() + PATIENCE_S
    while "goes on with the same links" not in said:
        line = process.stdout.readline()
        assert line, said
        assert time.monotonic() < until, said
        said += line
    url, code = re.findall(r"Come in:\s+(\S+)\s+code (\w+ \w+)", said)[0]
    (board,) = re.findall(r"Your board:\s+(\S+)", said)
    (wall,) = re.findall(r"The wall:\s+(\S+)", said)
    return HostedRoom(folder, url, code, board, wall, process)
