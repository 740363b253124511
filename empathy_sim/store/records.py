"""What is kept, a line a thing."""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from msgspec import Struct

from empathy_sim.store.rows import Export, SessionHead


def seal(*columns: str | int) -> str:
    """A hash over columns, which no other columns have.

    Raises:
        ValueError: A text holds half a character (a lone surrogate).
    """
    written = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


class ScriptLine(NamedTuple):
    """A script, kept once."""

    digest: str
    json: str
    seal: str

    @classmethod
    def of(cls, digest: str, text: str) -> ScriptLine:
        return cls(digest, text, seal(digest, text))

    def is_sound(self) -> bool:
        return self.seal == seal(*self[:-1])


class SessionLine(NamedTuple):
    """What is kept of a session beside its events; written anew with each append."""

    session: str
    script_digest: str
    title: str
    started_utc: str
    last_seq: int
    head: str
    """The hash of the last event, or what the chain starts from."""
    words_kept: int
    """How many texts people wrote are in it and not purged."""
    phase: str
    summary: str
    """Canonical JSON of an object."""
    seal: str = ""

    def sealed(self) -> SessionLine:
        return self._replace(seal=seal(*self[:-1]))

    def is_sound(self) -> bool:
        return self.seal == seal(*self[:-1])

    def shown(self) -> SessionHead:
        """The line as a list shows it; whether it is sound included."""
        sound = self.is_sound()
        return SessionHead(
            session=self.session,
            script_digest=self.script_digest,
            title=self.title,
            started_utc=self.started_utc,
            last_seq=self.last_seq,
            phase=self.phase,
            summary=json.loads(self.summary) if sound else {},
            sound=sound,
        )


class EventLine(NamedTuple):
    """An event; its words stand elsewhere."""

    seq: int
    kind: str
    v: int
    story_ms: int
    felt_ms: int
    wall_utc: str
    body: str
    prev_hash: str
    hash: str


class WordLine(NamedTuple):
    """A text that a person wrote."""

    seq: int
    field: str
    text: str
    salt: str


class RemovedLine(NamedTuple):
    """A text that was removed here, as agreed; where it stood, and nothing of it."""

    session: str
    seq: int
    field: str
    seal: str = ""

    def sealed(self) -> RemovedLine:
        return self._replace(seal=seal(*self[:-1]))

    def is_sound(self) -> bool:
        return self.seal == seal(*self[:-1])


class MarkLine(NamedTuple):
    """How far a session's clock had come."""

    session: str
    seq: int
    story_ms: int
    felt_ms: int
    seal: str = ""

    def sealed(self) -> MarkLine:
        return self._replace(seal=seal(*self[:-1]))

    def is_sound(self) -> bool:
        return self.seal == seal(*self[:-1])


class ExportLine(NamedTuple):
    """A file that was made from a session."""

    session: str
    path: str
    what: str
    made_utc: str
    seal: str = ""

    def shown(self) -> Export:
        """The line as a list shows it."""
        return Export(path=self.path, what=self.what, made_utc=self.made_utc)

    def sealed(self) -> ExportLine:
        return self._replace(seal=seal(*self[:-1]))

    def is_sound(self) -> bool:
        return self.seal == seal(*self[:-1])


class SettingLine(NamedTuple):
    """What is set for a folder under a name."""

    name: str
    value: str
    seal: str = ""

    def sealed(self) -> SettingLine:
        return self._replace(seal=seal(*self[:-1]))

    def is_sound(self) -> bool:
        return self.seal == seal(*self[:-1])


class KeptSession(Struct, frozen=True):
    """A session and what is in it."""

    line: SessionLine
    events: tuple[EventLine, ...]
    words: tuple[WordLine, ...]
    removed: tuple[RemovedLine, ...] = ()
