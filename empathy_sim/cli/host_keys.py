"""A room's keys, kept where only their owner reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec

from empathy_sim.cli.private_file import write_private
from empathy_sim.text.sinks import for_terminal
from empathy_sim.workshop.room.secret import is_same, new_secret
from empathy_sim.workshop.server.keys import PURPOSES, RoomKeys

if TYPE_CHECKING:
    from empathy_sim.workshop.room.state import Seat

_FOLDER = "workshops"


class _Kept(msgspec.Struct):
    """A room's keys as they are written."""

    master: Annotated[str, msgspec.Meta(min_length=32)]
    """A shorter one is no secret of ours."""
    turns: dict[str, int]


def keys_file(folder: Path, room: str) -> Path:
    """Where the keys of a room are kept."""
    return folder / _FOLDER / f"{room.rpartition('/')[2]}.json"


def kept_keys(folder: Path, room: str) -> RoomKeys:
    """The keys of a room; new ones where there are none.

    Raises:
        StoreError: they cannot be kept.
    """
    if (found := _read(folder, room)) is not None:
        return found
    keys = RoomKeys(new_secret())
    keep_keys(folder, room, keys)
    return keys


def _read(folder: Path, room: str) -> RoomKeys | None:
    """The keys of a room; None where there are none that can be read."""
    try:
        kept = msgspec.json.decode(keys_file(folder, room).read_bytes(), type=_Kept)
    except (OSError, ValueError):
        return None
    turns = kept.turns
    known = tuple((name, turns[name]) for name in PURPOSES if name in turns)
    return RoomKeys(kept.master, known)


def keys_lost(folder: Path, room: str) -> str:
    """What is said before new keys are made for a room that had some.

    Empty where it has them, and where it never had any.
    """
    file = keys_file(folder, room)
    had = file.exists() or served_file(folder, room).exists()
    if not had or _read(folder, room) is not None:
        return ""
    return (
        f"The keys of this room cannot be read: {file}. Every link and code of before "
        "opens nothing; those that follow are new."
    )


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
    lines = [f"{for_terminal(label, one_line=True)}\t{link}\n" for label, link in each]
    write_private(file, "".join(lines))
    return file


def unlist(folder: Path, room: str, seat: Seat) -> None:
    """Take a seat off the list of private links.

    Raises:
        StoreError: the disk refuses.
    """
    file = links_file(folder, room)
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError:
        return
    lines = text.splitlines(keepends=True)
    called = for_terminal(seat.called, one_line=True)
    left = [each for each in lines if not _is_of(each, called, seat.secret)]
    if left:
        write_private(file, "".join(left))
    else:
        file.unlink(missing_ok=True)


def _is_of(line: str, called: str, secret: str) -> bool:
    label, _, link = line.rstrip("\n").rpartition("\t")
    return (bool(called) and label == called) or is_same(
        link.rpartition("/")[2], secret
    )


def remove_links(folder: Path, room: str) -> bool:
    """Remove the list of private links; whether there was one. The links stay."""
    file = links_file(folder, room)
    there = file.exists()
    file.unlink(missing_ok=True)
    _remove_unfinished(folder, room)
    return there


def _remove_unfinished(folder: Path, room: str) -> None:
    """Remove what was being written when the program was killed."""
    for left in keys_file(folder, room).parent.glob(
        f".{room.rpartition('/')[2]}.*.part"
    ):
        with suppress(OSError):
            left.unlink()


def served_file(folder: Path, room: str) -> Path:
    """Where it is kept how a room was served."""
    return keys_file(folder, room).with_suffix(".served.json")


def remove_keys(folder: Path, room: str) -> None:
    """Remove the keys of a room: nobody comes in any more."""
    keys_file(folder, room).unlink(missing_ok=True)
    links_file(folder, room).unlink(missing_ok=True)
    served_file(folder, room).unlink(missing_ok=True)
    _remove_unfinished(folder, room)
