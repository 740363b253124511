"""The chain that ties each event to the last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from empathy_sim.store.records import EventLine, WordLine, seal
from empathy_sim.store.rows import Json, Row, StoredRow, canonical

_STAND_IN = frozenset({"words", "length"})


class Kept(NamedTuple):
    """What an event says in place of a text a person wrote."""

    words: str
    """The hash of salt and text."""
    length: int
    """Of the text, in characters."""


def genesis(session: str, script_digest: str) -> str:
    """What the first event of a session is tied to."""
    return seal(session, script_digest)


def hash_of(session: str, event: EventLine) -> str:
    """The hash that an event must have, whatever it says it has."""
    return seal(session, *event[:-1])


def hash_of_words(salt: str, text: str) -> str:
    """A hash that tells nothing of a text once its salt is gone."""
    return hashlib.sha256((salt + text).encode()).hexdigest()


def link(
    session: str, prev_hash: str, row: Row, salts: Mapping[str, str]
) -> tuple[EventLine, tuple[WordLine, ...]]:
    """An event as it is kept, and the words that are kept apart from it.

    Raises:
        ValueError: The body is not canonical JSON of an object, has a field that is
            also in the row's words, or has one that looks like kept words.
    """
    body = _object(row.body)
    for name, text in row.words.items():
        if name in body:
            raise ValueError(f"{name!r} is both in the body and in the words")
        body[name] = {"words": hash_of_words(salts[name], text), "length": len(text)}
    unsealed = EventLine(
        row.seq,
        row.kind,
        row.v,
        row.story_ms,
        row.felt_ms,
        row.wall_utc,
        canonical(body) if row.words else row.body,
        prev_hash,
        "",
    )
    words = (
        WordLine(row.seq, name, text, salts[name]) for name, text in row.words.items()
    )
    return unsealed._replace(hash=hash_of(session, unsealed)), tuple(words)


def _object(body: str) -> dict[str, Json]:
    parsed = json.loads(body)
    match parsed:
        case dict() if canonical(parsed) == body:
            pass
        case _:
            raise ValueError("the body is not canonical JSON of an object")
    if taken := next((name for name, value in parsed.items() if _is_kept(value)), None):
        raise ValueError(f"{taken!r} looks like words that are kept apart")
    return parsed


def _is_kept(value: Json) -> bool:
    match value:
        case Mapping():
            return value.keys() == _STAND_IN
        case _:
            return False


def words_in(body: str) -> dict[str, Kept]:
    """The fields of a stored body whose words are kept apart."""
    return {
        name: Kept(value["words"], value["length"])
        for name, value in json.loads(body).items()
        if _is_kept(value)
    }


def without_words(body: str) -> str:
    """A stored body as it was handed in."""
    return canonical(
        {name: value for name, value in json.loads(body).items() if not _is_kept(value)}
    )


def restored(
    event: EventLine, words: Iterable[WordLine], removed: Iterable[str] = ()
) -> StoredRow:
    """An event with the words that are left of it.

    Args:
        event: As it is kept.
        words: What is left of them.
        removed: The fields whose words were removed, as agreed.
    """
    left = {word.field: word.text for word in words}
    return StoredRow(
        seq=event.seq,
        kind=event.kind,
        v=event.v,
        story_ms=event.story_ms,
        felt_ms=event.felt_ms,
        wall_utc=event.wall_utc,
        body=event.body,
        words={name: left.get(name) for name in words_in(event.body)},
        prev_hash=event.prev_hash,
        hash=event.hash,
        removed=frozenset(removed),
    )
