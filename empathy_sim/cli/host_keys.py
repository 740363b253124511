"""A room's keys, kept where only their owner reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from empathy_sim.cli.private_file import write_private
from empathy_sim.workshop.room.secret import new_secret
from empathy_sim.workshop.server.keys import PURPOSES, RoomKeys

_FOLDER = "workshops"


def keys_file(folder: Path, room: str) -> Path:
    """Where the keys of a room are kept."""
    return folder / _FOLDER / f"{room.rpartition('/')[2]}.json"


def kept_keys(folder: Path, room: str) -> RoomKeys:
    """The keys of a room; new ones where there are none.

    Raises:
        StoreError: they cannot be kept.
    """
    try:
        kept = json.loads(keys_file(folder, room).read_bytes())
        turns = {str(name): int(turn) for name, turn in kept["turns"].items()}
        known = tuple((name, turns[name]) for name in PURPOSES if name in turns)
        return RoomKeys(str(kept["master"]), known)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        keys = RoomKeys(new_secret())
        keep_keys(folder, room, keys)
        return keys


def keep_keys(folder: Path, room: str, keys: RoomKeys) -> None:
    """Keep the keys of a room.

    Raises:
        StoreError: the disk refuses.
    """
    file = keys_file(folder, room)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    text = json.dumps({"master": keys.master, "turns": dict(keys.turns)})
    write_private(file, text)


def pages_folder(folder: Path) -> Path:
    """Where a room's pages are saved, beside its keys."""
    made = folder / _FOLDER
    made.mkdir(mode=0o700, exist_ok=True)
    return made


def links_file(folder: Path, room: str) -> Path:
    """Where the private links of a room are saved."""
    return keys_file(folder, room).with_suffix(".links.txt")


def keep_links(folder: Path, room: str, each: Sequence[tuple[str, str]]) -> Path:
    """Save private links, one a line, for their owner alone.

    Returns:
        Where they are.

    Raises:
        StoreError: the disk refuses.
    """
    file = links_file(folder, room)
    pages_folder(folder)
    write_private(file, "".join(f"{label}\t{link}\n" for label, link in each))
    return file


def served_file(folder: Path, room: str) -> Path:
    """Where it is kept how a room was served."""
    return keys_file(folder, room).with_suffix(".served.json")


def remove_keys(folder: Path, room: str) -> None:
    """Remove the keys of a room: nobody comes in any more."""
    keys_file(folder, room).unlink(missing_ok=True)
    links_file(folder, room).unlink(missing_ok=True)
    served_file(folder, room).unlink(missing_ok=True)
