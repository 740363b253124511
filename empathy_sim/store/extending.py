"""What an append adds to a session."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from empathy_sim.errors import StoreBusy, StoreDamaged
from empathy_sim.store.chain import genesis, link, without_words, words_in
from empathy_sim.store.records import (
    EventLine,
    RemovedLine,
    SessionLine,
    WordLine,
)
from empathy_sim.store.rows import Json, NewSession, Row, canonical

_SALT_BYTES = 16


class Extension(NamedTuple):
    """The lines to write, all or none."""

    line: SessionLine
    events: tuple[EventLine, ...]
    words: tuple[WordLine, ...]
    removed: tuple[RemovedLine, ...] = ()
    """What was removed elsewhere, as agreed, before it came here."""


def first_line(new: NewSession) -> SessionLine:
    """The line of a session that has no events yet."""
    return SessionLine(
        session=new.session,
        script_digest=new.script_digest,
        title=new.title,
        started_utc=new.started_utc,
        last_seq=0,
        head=genesis(new.session, new.script_digest),
        words_kept=0,
        phase="",
        summary="{}",
    ).sealed()


def emptied(line: SessionLine) -> SessionLine:
    """The line of the same session without any event."""
    head = genesis(line.session, line.script_digest)
    return line._replace(last_seq=0, head=head, words_kept=0).sealed()


def rewritten(
    line: SessionLine, rows: Sequence[Row], phase: str, summary: Mapping[str, Json]
) -> Extension:
    """What stands in place of everything that a session held.

    Raises:
        ValueError: The rows are not numbered from 1.
    """
    if [row.seq for row in rows] != list(range(1, len(rows) + 1)):
        raise ValueError("rows are numbered from 1, one after the other")
    return extended(emptied(line), rows, phase, summary)


def extended(
    line: SessionLine,
    rows: Sequence[Row],
    phase: str,
    summary: Mapping[str, Json],
) -> Extension:
    """What rows add behind the last event; all of them must be new.

    Raises:
        ValueError: A row cannot be kept; `Store.append` says why that may be.
    """
    events: list[EventLine] = []
    words: list[WordLine] = []
    head = line.head
    for row in rows:
        salts = {name: os.urandom(_SALT_BYTES).hex() for name in row.words}
        event, apart = link(line.session, head, row, salts)
        events.append(event)
        words.extend(apart)
        head = event.hash
    after = line._replace(
        last_seq=line.last_seq + len(events),
        head=head,
        words_kept=line.words_kept + len(words),
        phase=phase,
        summary=canonical(summary),
    )
    return Extension(after.sealed(), tuple(events), tuple(words))


def not_yet_kept(
    line: SessionLine,
    rows: Sequence[Row],
    kept: Callable[[int], tuple[EventLine, Sequence[WordLine]]],
) -> Sequence[Row]:
    """The rows behind the last event, once those before it are seen to be the same.

    Raises:
        StoreDamaged: The line is not what was written, or entries are missing.
        StoreBusy: Another program wrote something else in one of these places.
        ValueError: The rows have gaps.
    """
    if not line.is_sound():
        raise StoreDamaged(
            session=line.session, seq=None, why="its heading is not what was written"
        )
    if not rows:
        return rows
    first = rows[0].seq
    if first < 1 or [row.seq for row in rows] != list(range(first, first + len(rows))):
        raise ValueError("rows are numbered from 1, one after the other")
    if first > line.last_seq + 1:
        raise StoreDamaged(
            session=line.session, seq=line.last_seq + 1, why="it is missing"
        )
    known = line.last_seq + 1 - first
    for row in rows[:known]:
        if not _same(row, *kept(row.seq)):
            raise StoreBusy(holder=f"another program, which wrote entry {row.seq}")
    return rows[known:]


def _same(row: Row, event: EventLine, words: Sequence[WordLine]) -> bool:
    """Whether a row says what is kept; purged words are taken on trust."""
    handed_in = (row.seq, row.kind, row.v, row.story_ms, row.felt_ms, row.wall_utc)
    return (
        handed_in == event[:6]
        and row.body == without_words(event.body)
        and row.words.keys() == words_in(event.body).keys()
        and all(row.words[word.field] == word.text for word in words)
    )
