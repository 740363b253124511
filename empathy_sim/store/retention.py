"""How long what people wrote is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

from empathy_sim.errors import StoreBusy

if TYPE_CHECKING:  # asked at every start, and hardly ever answered with more than no
    from empathy_sim.store.protocol import Store
    from empathy_sim.store.rows import Worded

DAYS = 30
"""For how many days words are kept where nothing else was set."""
MOST_DAYS = 36_500
FOREVER = "forever"
_NAME = "keep-words"
_OVER = "closed"
_DAY = dt.timedelta(days=1)
_SECOND = dt.timedelta(seconds=1)


def days_of(store: Store) -> int | None:
    """For how many days words are kept; None means for ever."""
    told = store.setting(_NAME)
    if told == FOREVER:
        return None
    if told is not None and told.isdecimal() and int(told) <= MOST_DAYS:
        return int(told)
    return DAYS


def keep_for(store: Store, days: int | None) -> None:
    """Keep words for so many days from now on, 0 for not at all, None for ever.

    Raises:
        ValueError: That is more than a lifetime, or less than nothing.
    """
    if days is not None and not 0 <= days <= MOST_DAYS:
        raise ValueError(f"{days} is no number of days")
    store.put_setting(_NAME, FOREVER if days is None else str(days))


def purge_due(
    store: Store, now_utc: str, *, over_only: bool, spared: Collection[str] = ()
) -> int:
    """Remove what was written longer ago than words are kept.

    A session that is not over and went on within the last day is left in peace, and
    so is one that somebody has open.

    Args:
        store: What it is removed from.
        now_utc: The wall's time; ISO 8601.
        over_only: Whether sessions that may still go on are left as they are.
        spared: Sessions that go on at this moment; one that is over is not spared.

    Returns:
        How many texts were removed.
    """
    days = days_of(store)
    if days is None:
        return 0
    now = dt.datetime.fromisoformat(now_utc)
    before = (now - days * _DAY + _SECOND).isoformat()
    yesterday = (now - _DAY).isoformat()[:19]
    names = [
        each.session
        for each in store.with_words(before)
        if each.phase == _OVER
        or not (over_only or each.session in spared or _is_fresh(each, yesterday))
    ]
    return _purged(store, names, before) if names else 0


def _is_fresh(worded: Worded, yesterday: str) -> bool:
    return worded.last_utc[:19] >= yesterday


def _purged(store: Store, names: list[str], before: str) -> int:
    try:
        return store.purge_words(*names, before=before)
    except StoreBusy:
        return sum(_one_purged(store, name, before) for name in names)


def _one_purged(store: Store, name: str, before: str) -> int:
    try:
        return store.purge_words(name, before=before)
    except StoreBusy:
        return 0
