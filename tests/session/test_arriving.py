"""A record from elsewhere is read before believed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from empathy_sim.engine import moves as m
from empathy_sim.errors import ImportRefused
from empathy_sim.session.arriving import refuse_what_cannot_be_told
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.packing import Packed
from empathy_sim.store.records import ScriptLine
from empathy_sim.store.rows import NewSession, Row, canonical

FILE = Path("a.sessions")


@pytest.fixture
def pack(begin: Callable[[], Session], store: MemoryStore) -> Packed:
    """A session that was consented to, as it travels."""
    session = begin()
    session.submit(m.Consent(service="somewhere else"))
    (packed,) = store.packed(session.name, words=True)
    return packed


def told_otherwise(pack: Packed, *rows: Row, phase: str = "") -> Packed:
    """The same session with other entries, sealed by whoever wrote them."""
    line = pack.kept.line
    store = MemoryStore()
    store.begin(
        NewSession(
            session=line.session,
            script_digest=line.script_digest,
            script_json=pack.script.json,
            title=line.title,
            started_utc=line.started_utc,
        )
    )
    store.append(line.session, rows, phase=phase or line.phase, summary={})
    (packed,) = store.packed(line.session, words=True)
    return packed


def rows_of(pack: Packed) -> list[Row]:
    store = MemoryStore()
    store.take_in(pack)
    return [
        Row(
            seq=row.seq,
            kind=row.kind,
            v=row.v,
            story_ms=row.story_ms,
            felt_ms=row.felt_ms,
            wall_utc=row.wall_utc,
            body=canonical(
                {
                    name: value
                    for name, value in row.fields().items()
                    if name not in row.words
                }
            ),
            words={name: text or "" for name, text in row.words.items()},
        )
        for row in store.rows(pack.session)
    ]


def test_a_session_that_was_played_is_believed_with_and_without_its_words(
    pack: Packed, store: MemoryStore
) -> None:
    refuse_what_cannot_be_told(pack, FILE)
    (bare,) = store.packed(pack.session, words=False)
    refuse_what_cannot_be_told(bare, FILE)
    refuse_what_cannot_be_told(told_otherwise(pack, *rows_of(pack)), FILE)


def test_entries_that_nobody_understands_are_refused(pack: Packed) -> None:
    first, *rest = rows_of(pack)
    last = rest[-1]
    for rows in (
        (*rest[:0],),
        (replace(first, kind="Nonsense"), *rest),
        (replace(first, body="{}"), *rest),
        (replace(first, body=first.body.replace(pack.script.digest, "0")), *rest),
        (first, *rest[:-1], replace(last, kind="TouchpointEntered")),
        (first, *rest[:-1], replace(last, body='{"phase":["report"]}')),
        tuple(replace(row, seq=at) for at, row in enumerate((*rest, first), 1)),
    ):
        with pytest.raises(ImportRefused, match="does not understand"):
            refuse_what_cannot_be_told(told_otherwise(pack, *rows), FILE)


def test_a_heading_that_claims_another_phase_is_refused(pack: Packed) -> None:
    lying = told_otherwise(pack, *rows_of(pack), phase="closed")

    with pytest.raises(ImportRefused, match="does not understand"):
        refuse_what_cannot_be_told(lying, FILE)


@pytest.mark.parametrize("fixes", ["[]", "{}", "3", "not json", '{"@":"Cast"}'])
def test_fixes_that_are_none_are_refused(pack: Packed, fixes: str) -> None:
    lying = replace(pack, fixes=ScriptLine.of(pack.script.digest, fixes))

    with pytest.raises(ImportRefused, match="does not understand"):
        refuse_what_cannot_be_told(lying, FILE)


def test_another_script_under_the_same_name_is_refused(pack: Packed) -> None:
    text = pack.script.json.replace("A birthday", "A wedding")
    lying = replace(pack, script=ScriptLine.of(pack.script.digest, text))

    with pytest.raises(ImportRefused, match="not the one it names"):
        refuse_what_cannot_be_told(lying, FILE)
