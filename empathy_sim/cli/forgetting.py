"""Sessions forgotten, and what is left of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from empathy_sim.cli.traces import is_still_read, remove_traces
from empathy_sim.errors import StoreError
from empathy_sim.store.protocol import Store
from empathy_sim.store.rows import Export


def exports_of(store: Store, names: Sequence[str]) -> tuple[Export, ...]:
    """The files that were made of sessions, each path once."""
    found: dict[str, Export] = {}
    for name in names:
        with suppress(StoreError):  # one that is lost can still be forgotten
            found |= {each.path: each for each in store.exports(name)}
    return tuple(found.values())


def traces_removed(folder: Path) -> Iterator[str]:
    """Remove what lies beside the record, and say what could not be removed."""
    if remove_traces(folder):
        yield f"Some files in {folder} could not be removed; look there."
    if is_still_read(folder):
        yield (
            "Another window still has the record open: the last traces go when it is "
            "closed."
        )


def copies_left(exports: Sequence[Export]) -> Iterator[str]:
    """The files that were made of what is forgotten, and whether they are there."""
    there = [each for each in exports if os.path.lexists(each.path)]
    if there:
        yield "These files were made and still hold copies; they are yours to remove:"
    yield from map(_named, there)
    gone = [each for each in exports if each not in there]
    if gone:
        more = f"{len(gone)} more" if there else f"{len(gone)}"
        files = "file was" if len(gone) == 1 else "files were"
        yield f"{more} {files} made of it, and moved, renamed or removed since."
    yield from map(_named, gone)


def _named(export: Export) -> str:
    return f"  {export.path}  ({export.what}, {export.made_utc[:10]})"


class Forgetting:
    """Removes sessions while the program runs, for whoever looks at them."""

    def __init__(
        self, store: Store, folder: Path, let_go: Callable[[str], object]
    ) -> None:
        """Stand ready.

        Args:
            store: where sessions are kept.
            folder: where the store is, with all that lies beside it.
            let_go: called with a session before it is removed.
        """
        self._store = store
        self._folder = folder
        self._let_go = let_go
        self._forgotten: set[str] = set()
        self._keeping = Lock()

    def made_of(self, session: str) -> tuple[str, ...]:
        return tuple(copies_left(exports_of(self._store, [session])))

    def forget(self, session: str) -> tuple[str, ...]:
        self._let_go(session)
        self._store.forget(session)
        with self._keeping:
            self._forgotten.add(session)
            return tuple(traces_removed(self._folder))

    def is_forgotten(self, session: str) -> bool:
        return session in self._forgotten

    def keep_beside(self, keep: Callable[[], None]) -> None:
        """Keep something beside the record, unless it may be of what is forgotten.

        It may have been worked out in another thread, and only now be done.
        """
        with self._keeping:
            if not self._forgotten:
                keep()
