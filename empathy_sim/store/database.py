"""One connection; transactions whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from empathy_sim.errors import StoreError
from empathy_sim.store.opening import NAME, opened, truncate_log
from empathy_sim.store.refusals import in_own_words


class Database:
    """The only connection of a store; what it raises are `StoreError`s."""

    def __init__(self, folder: Path, *, on_network: bool) -> None:
        self.path = folder / NAME
        self._connection = opened(folder, on_network=on_network)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Everything in the block or nothing; on disk when the block is left."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The same state of everything throughout the block."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        with in_own_words(self.path):
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    with suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")

    def rebuild(self) -> None:
        """Write the file anew, so that no trace is left of what was removed."""
        with in_own_words(self.path):
            self._connection.execute("VACUUM")
            truncate_log(self._connection)

    def close(self) -> None:
        """Bring everything into the one file where possible, and let go of it."""
        with suppress(StoreError), in_own_words(self.path):
            truncate_log(self._connection)
        self._connection.close()
