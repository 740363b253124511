"""A room's events as rows, and rows as events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from empathy_sim.store.rows import Row, StoredRow, canonical
from empathy_sim.workshop.room import events as e


@cache
def kinds() -> Mapping[str, type[e.Event]]:
    """Every kind of event of a room, by its name."""
    return {kind.__name__: kind for kind in get_args(e.Event)}


def row_of(event: e.Event, seq: int, wall_utc: str) -> Row:
    """An event as it is handed to a store."""
    kind = type(event)
    fields = {name: getattr(event, name) for name in kind.__struct_fields__}
    at = fields.pop("at_ms")
    words = {name: fields.pop(name) for name in kind.WORDS}
    words |= {name: "\n".join(words[name]) for name in kind.LINES}
    return Row(
        seq=seq,
        kind=kind.__name__,
        v=1,
        story_ms=at,
        felt_ms=at,
        wall_utc=wall_utc,
        body=canonical(fields),
        words={name: text for name, text in words.items() if text},
    )


def event_of(row: StoredRow) -> e.Event:
    """The event of a stored row; words that were removed are empty.

    Raises:
        KeyError: a newer program wrote it.
    """
    kind = kinds()[row.kind]
    told: dict[str, Any] = dict(row.fields())
    facts: dict[str, Any] = {
        name: tuple(told[name]) if isinstance(told[name], list) else told[name]
        for name in kind.__struct_fields__
        if name in told
    }
    for name in kind.WORDS:
        facts[name] = facts.get(name) or ""
    for name in kind.LINES:
        facts[name] = _lines(facts[name])
    return kind(row.felt_ms, **facts)


def _lines(kept: str | tuple[str, ...]) -> tuple[str, ...]:
    """What was kept as lines; an older log has it as a list."""
    match kept:
        case str():
            return tuple(kept.split("\n")) if kept else ()
        case _:
            return kept
