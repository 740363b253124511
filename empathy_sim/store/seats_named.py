"""Which sessions a workshop's entries name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from empathy_sim.store.records import EventLine
from empathy_sim.store.rows import SEAT

_NAMED = re.compile(rf'"session":"({SEAT}[a-z0-9-]+)"')


def seats_named(events: Iterable[EventLine]) -> tuple[str, ...]:
    """Each session that an entry names, in order; also where the entry is damaged."""
    found = (name for event in events for name in _NAMED.findall(str(event.body)))
    return tuple(dict.fromkeys(found))
