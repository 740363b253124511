"""How a facilitator comes back to a room."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from empathy_sim.cli.host_asked import Asked
from empathy_sim.cli.options import data_given


def room_again(room: str) -> str:
    """The command that opens a room again, over the same data.

    Args:
        room: its full name; what is typed is the short one.
    """
    return shlex.join(("empathy-sim", "host", *_room(room), *_data()))


def coming_back(asked: Asked, room: str) -> str:
    """The command that opens a room again, at the address it is served at.

    Args:
        asked: how it is served; its port is the one that is listened on.
        room: its full name.
    """
    where = (*_listening(asked), *_certified(asked))
    return shlex.join(("empathy-sim", "host", *_room(room), *where, *_data()))


def _room(room: str) -> Iterator[str]:
    yield from ("--room", room.rpartition("/")[2])


def _listening(asked: Asked) -> Iterator[str]:
    if asked.is_bind_said:
        yield from ("--bind", asked.bind)
    if asked.is_port_said:
        yield from ("--port", str(asked.port))


def _certified(asked: Asked) -> Iterator[str]:
    for flag, file in (("--tls-cert", asked.tls_cert), ("--tls-key", asked.tls_key)):
        if file is not None:
            yield from (flag, _whole(file))


def _data() -> Iterator[str]:
    if given := data_given():
        yield from ("--data", str(given))


def _whole(file: Path) -> str:
    """A path that opens the same file wherever it is typed."""
    return str(file.expanduser().absolute())
