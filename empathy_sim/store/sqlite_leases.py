"""Who may write to a session, by the database."""

from __future__ import annotations

import os
import sqlite3

from empathy_sim.errors import StoreBusy
from empathy_sim.store.holder import Holder, described, is_gone, this_process
from empathy_sim.store.tables import now


class LeaseBook:
    """The leases of one store; each method runs inside a transaction."""

    def __init__(self) -> None:
        self._token = os.urandom(16).hex()
        self._here = this_process()

    def take(self, db: sqlite3.Connection, session: str) -> None:
        """Hold a session, if nobody does who lives.

        Raises:
            StoreBusy: Somebody holds it, this store included.
        """
        self._refuse(db, session, but="")
        at = now(db)
        db.execute(
            "INSERT OR REPLACE INTO lease VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (session, self._token, *self._here, at, at),
        )

    def renew(self, db: sqlite3.Connection, session: str) -> None:
        """Give a sign of life, before this store writes to a session.

        Raises:
            StoreBusy: Somebody else holds it.
        """
        self._refuse(db, session, but=self._token)
        db.execute(
            "UPDATE lease SET heartbeat = ? WHERE session = ? AND token = ?",
            (now(db), session, self._token),
        )

    def give_back(self, db: sqlite3.Connection, session: str) -> None:
        """Hold a session no more."""
        db.execute(
            "DELETE FROM lease WHERE session = ? AND token = ?", (session, self._token)
        )

    def give_back_all(self, db: sqlite3.Connection) -> None:
        """Hold nothing any more."""
        db.execute("DELETE FROM lease WHERE token = ?", (self._token,))

    def _refuse(self, db: sqlite3.Connection, session: str, but: str) -> None:
        found = db.execute(
            """
            SELECT pid, host, boot, born, since, heartbeat FROM lease
            WHERE session = ? AND token <> ?
            """,
            (session, but),
        ).fetchone()
        if not found:
            return
        *who, since, heartbeat = found
        holder = Holder(*who)
        if not is_gone(holder, self._here, now(db) - heartbeat):
            raise StoreBusy(holder=described(holder, self._here, since))
