"""Sessions of which only the contract was seen."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

from empathy_sim.errors import StoreError
from empathy_sim.store.protocol import Store
from empathy_sim.store.rows import SessionHead

_UNBEGUN = frozenset({"contract", "closed"})
_DAY = dt.timedelta(days=1)


def remove_if_unbegun(store: Store, session: str) -> None:
    """Keep nothing of a session that never got past its contract.

    What somebody typed is never removed with it.
    """
    with suppress(StoreError):
        if _is_unbegun(store, store.head(session)):
            store.forget(session)


def remove_old_unbegun(store: Store, now_utc: str) -> None:
    """Remove what was left at its contract more than a day ago, by a program killed."""
    yesterday = (dt.datetime.fromisoformat(now_utc) - _DAY).isoformat()[:19]
    for head in store.sessions():
        if head.phase == "contract" and head.started_utc[:19] < yesterday:
            remove_if_unbegun(store, head.session)


def _is_unbegun(store: Store, head: SessionHead) -> bool:
    """Whether a session saw no phase but its contract, and no words."""
    if head.phase != "contract" and not head.summary.get("left"):
        return False
    rows = store.rows(head.session)
    phases = {row.fields()["phase"] for row in rows if row.kind == "PhaseBegan"}
    return phases <= _UNBEGUN and not any(row.words for row in rows)
