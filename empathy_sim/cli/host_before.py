"""How a room was served before."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from empathy_sim.cli.host_asked import Asked
from empathy_sim.cli.host_keys import served_file
from empathy_sim.cli.host_room import earlier
from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.private_file import write_private
from empathy_sim.errors import Usage


def as_before(asked: Asked, house: LocalHouse) -> Asked:
    """The same, where a room is opened again, by the address that its links have.

    What is said anew counts; a run sheet that is not there any more is left out. Of a
    room that there is not, nothing is known here either.
    """
    if not asked.is_again:
        return asked
    try:
        kept = json.loads(
            served_file(house.folder, earlier(asked.room, house)).read_bytes()
        )
        port, url, cues = int(kept["port"]), str(kept["url"]), str(kept["cues"])
        bind = str(kept.get("bind", asked.bind))
        robots = tuple(str(seat) for seat in kept.get("robots", ()))
    except (Usage, OSError, ValueError, KeyError, TypeError):
        return asked
    sheet = Path(cues)
    return replace(
        asked,
        port=asked.port if asked.is_port_said else port,
        bind=asked.bind if asked.is_bind_said else bind,
        public_url=asked.public_url or url,
        cues=asked.cues or (sheet if cues and sheet.is_file() else None),
        robots=robots,
    )


def served_at(house: LocalHouse, room: str) -> str:
    """The address by which a room was reached last; empty where none is known."""
    try:
        kept = json.loads(served_file(house.folder, room).read_bytes())
        return str(kept["address"]).rstrip("/")
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def keep_served(asked: Asked, house: LocalHouse, room: str, address: str) -> None:
    """Keep how a room is served; the port is the one that is listened on.

    Args:
        asked: how it is served.
        house: keeps it.
        room: its full name.
        address: by which it is reached.

    Raises:
        StoreError: the disk refuses.
    """
    cues = str(asked.cues.expanduser().absolute()) if asked.cues else ""
    kept = {
        "port": asked.port,
        "bind": asked.bind,
        "url": asked.public_url,
        "cues": cues,
        "address": address,
        "robots": list(asked.robots),
    }
    write_private(served_file(house.folder, room), json.dumps(kept))
