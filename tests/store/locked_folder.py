"""An ordinary account whose folder is locked against it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from empathy_sim.errors import StoreError
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import SESSION, append, row, with_rows

NOBODY = 65534


def become_ordinary(folder: Path) -> None:
    """An administrator's account may do anything: give it up."""
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def told(act: Callable[[], object]) -> str:
    try:
        act()
    except StoreError as raised:
        return f"{type(raised).__name__}: {raised}"
    return "done"


def locked_before(folder: Path) -> list[str]:
    """Open what cannot be written."""
    said: list[str] = []
    folder.mkdir()
    folder.chmod(0o500)
    said.append(told(lambda: SqliteStore(folder)))
    said.append(told(lambda: SqliteStore(folder / "inside")))
    folder.chmod(0o700)
    store = SqliteStore(folder)
    with_rows(store, 2)
    store.close()
    (folder / "sessions.db").chmod(0o400)
    store = SqliteStore(folder)
    said.append(told(lambda: append(store, row(3))))
    said.append(str([each.seq for each in store.rows(SESSION)]))
    store.close()
    return said


def locked_meanwhile(folder: Path, *, on_network: bool) -> list[str]:
    """Go on writing in a folder that was locked; then it is unlocked."""
    store = SqliteStore(folder, on_network=on_network)
    with_rows(store, 2)
    folder.chmod(0o500)
    said = [told(lambda: append(store, row(3)))]
    folder.chmod(0o700)
    said.append(told(lambda: append(store, row(3))))
    store.close()
    store = SqliteStore(folder, on_network=on_network)
    said.append(str([each.seq for each in store.rows(SESSION)]))
    store.close()
    return said


def main(folder: str) -> None:
    """Say what each attempt came to."""
    place = Path(folder)
    become_ordinary(place)
    said = {
        "before": locked_before(place / "before"),
        "network": locked_meanwhile(place / "network", on_network=True),
        "local": locked_meanwhile(place / "local", on_network=False),
    }
    os.write(sys.stdout.fileno(), f"{json.dumps(said)}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
