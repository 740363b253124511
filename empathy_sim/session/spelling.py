"""Events as rows, and rows as events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from empathy_sim.engine import events as e
from empathy_sim.journey.freezing import canonical, freeze, nouns, thaw
from empathy_sim.session.upcasting import VERSIONS, upcast
from empathy_sim.store.rows import Row, StoredRow

_STAMPS = ("story_ms", "felt_ms")


@cache
def kinds() -> Mapping[str, type[e.Event]]:
    """Every kind of event, by its name."""
    return {kind.__name__: kind for kind in get_args(e.Event)}


def row_of(event: e.Event, seq: int, wall_utc: str) -> Row:
    """An event as it is handed to a store."""
    kind = type(event)
    body: dict[str, Any] = {}
    words: dict[str, str] = {}
    for field in kind.__struct_fields__:
        if field in _STAMPS:
            continue
        value = getattr(event, field)
        if field in kind.WORDS:
            words[field] = value
        else:
            body[field] = freeze(value)
    return Row(
        seq=seq,
        kind=kind.__name__,
        v=VERSIONS.get(kind.__name__, 1),
        story_ms=event.story_ms,
        felt_ms=event.felt_ms,
        wall_utc=wall_utc,
        body=canonical(body),
        words={name: text for name, text in words.items() if text},
    )


def event_of(row: StoredRow) -> e.Event:
    """The event of a stored row; words that were purged are empty.

    Raises:
        StoreDamaged: the row is of no kind that this program knows.
    """
    kind = kinds()[row.kind]
    body = upcast(row.kind, row.v, dict(row.fields()))
    known = nouns()
    facts = {name: thaw(value, known) for name, value in body.items()}
    for name in kind.WORDS:
        facts[name] = facts.get(name) or ""
    return kind(row.story_ms, row.felt_ms, **facts)
