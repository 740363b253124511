"""Sessions kept in one SQLite database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from empathy_sim.errors import (
    SessionNotFound,
    StoreDamaged,
    StoreError,
    StoreUnwritable,
)
from empathy_sim.store import tables
from empathy_sim.store.chain import restored
from empathy_sim.store.database import Database
from empathy_sim.store.examining import trusted
from empathy_sim.store.extending import (
    extended,
    first_line,
    not_yet_kept,
    rewritten,
)
from empathy_sim.store.heads import SideFile
from empathy_sim.store.leasing import HeldLease
from empathy_sim.store.records import (
    EventLine,
    ExportLine,
    MarkLine,
    ScriptLine,
    SessionLine,
    WordLine,
)
from empathy_sim.store.rows import (
    ClockMark,
    Export,
    Finding,
    Json,
    NewSession,
    Row,
    SessionHead,
    StoredRow,
    Worded,
    is_own,
)
from empathy_sim.store.seats_named import seats_named
from empathy_sim.store.sqlite_leases import LeaseBook
from empathy_sim.store.verifying import gone, noted_heads, verified, verified_session

if TYPE_CHECKING:  # who only plays moves nothing elsewhere
    from empathy_sim.store.packing import Arrived, Packed


class SqliteStore:
    """Keeps the sessions of one data folder; see `Store` for what it promises.

    It is used from the thread that made it. Several programs may have stores on the
    same folder.
    """

    def __init__(self, folder: Path, *, on_network: bool = False) -> None:
        """Open the folder's database, made if need be.

        Args:
            folder: Made if need be.
            on_network: The drive is another machine's; saving is slower there.

        Raises:
            StoreError: It cannot be opened; the leaf says why.
        """
        self._folder = folder
        self._database = Database(folder, on_network=on_network)
        self._side = SideFile(folder)
        self._leases = LeaseBook()
        self._is_open = True

    def begin(self, new: NewSession) -> None:
        script = ScriptLine.of(new.script_digest, new.script_json)
        fixes = ScriptLine.of(new.script_digest, new.fixes_json)
        line = first_line(new)
        with self._database.writing() as db:
            kept_script = tables.find_script(db, new.script_digest)
            if kept_script and kept_script != script:
                _refuse_script(kept_script)
            kept_line = tables.find_line(db, new.session)
            if kept_line is None:
                tables.add_session(db, script, fixes if fixes.json else None, line)
            elif kept_line[:4] != line[:4]:
                raise ValueError(f"another session is named {new.session!r}")

    def append(
        self,
        session: str,
        rows: Sequence[Row],
        *,
        phase: str,
        summary: Mapping[str, Json],
    ) -> None:
        with self._database.writing() as db:
            line = self._line(db, session)
            self._leases.renew(db, session)
            fresh = not_yet_kept(line, rows, lambda seq: _entry(db, session, seq))
            tables.extend(db, extended(line, fresh, phase, summary))
            now = tables.now(db)
        if self._side.is_due(now):
            self._note_heads()

    def rewrite(
        self,
        session: str,
        rows: Sequence[Row],
        *,
        phase: str,
        summary: Mapping[str, Json],
        forgetting: Sequence[str] = (),
    ) -> None:
        with self._database.writing() as db:
            line = self._line(db, session)
            self._leases.renew(db, session)
            after = rewritten(line, rows, phase, summary)
            tables.remove_events(db, session)
            tables.extend(db, after)
            self._remove(db, forgetting)
            self._unnote(session, *forgetting)
        self._database.rebuild()
        self._note_heads()

    def rows(self, session: str, *, until: int | None = None) -> tuple[StoredRow, ...]:
        with self._database.reading() as db:
            return trusted(tables.kept(db, self._line(db, session), until), until)

    def head(self, session: str) -> SessionHead:
        with self._database.reading() as db:
            return self._line(db, session).shown()

    def sessions(self) -> tuple[SessionHead, ...]:
        return tuple(each for each in self._heads() if each.is_own)

    def workshops(self) -> tuple[SessionHead, ...]:
        return tuple(each for each in self._heads() if each.is_workshop)

    def _heads(self) -> tuple[SessionHead, ...]:
        with self._database.reading() as db:
            return tuple(line.shown() for line in tables.all_lines(db))

    def script(self, digest: str) -> str:
        with self._database.reading() as db:
            script = tables.find_script(db, digest)
        if script is None:
            why = f"the script {digest[:12]} is not here"
            raise StoreDamaged(session=None, seq=None, why=why)
        return _sound(script, "the script")

    def fixes(self, digest: str) -> str:
        with self._database.reading() as db:
            fixes = tables.find_fixes(db, digest)
        return _sound(fixes, "what is kept with the script") if fixes else ""

    def note_export(self, session: str, export: Export) -> None:
        noted = ExportLine(session, export.path, export.what, export.made_utc)
        with self._database.writing() as db:
            self._line(db, session)
            tables.add_export(db, noted.sealed())

    def exports(self, session: str) -> tuple[Export, ...]:
        with self._database.reading() as db:
            self._line(db, session)
            noted = tables.exports_of(db, session)
        return tuple(each.shown() for each in noted)

    def mark(self, session: str, *, seq: int, story_ms: int, felt_ms: int) -> None:
        mark = ClockMark(seq=seq, story_ms=story_ms, felt_ms=felt_ms)
        self.mark_all({session: mark})

    def mark_all(self, marks: Mapping[str, ClockMark]) -> None:
        with self._database.writing() as db:
            for name, at in marks.items():
                self._line(db, name)
                self._leases.renew(db, name)
                line = MarkLine(name, at.seq, at.story_ms, at.felt_ms)
                tables.set_mark(db, line.sealed())

    def last_mark(self, session: str) -> ClockMark | None:
        with self._database.reading() as db:
            self._line(db, session)
            mark = tables.find_mark(db, session)
        if mark is None or not mark.is_sound():
            return None
        return ClockMark(seq=mark.seq, story_ms=mark.story_ms, felt_ms=mark.felt_ms)

    def lease(self, session: str) -> HeldLease:
        with self._database.writing() as db:
            self._line(db, session)
            self._leases.take(db, session)
        return HeldLease(session, self._give_back)

    def purge_words(self, *sessions: str, before: str | None = None) -> int:
        removed = 0
        with self._database.writing() as db:
            for session in sessions:
                line = self._line(db, session)
                self._leases.renew(db, session)
                removed += tables.purge_words(db, line, before)
        self._database.rebuild()
        return removed

    def with_words(self, before: str) -> tuple[Worded, ...]:
        with self._database.reading() as db:
            found = tables.with_words(db, before)
            return tuple(tables.worded(db, line) for line in found)

    def promised(self) -> tuple[tuple[str, StoredRow], ...]:
        with self._database.reading() as db:
            found = tables.promised(db)
        return tuple((name, restored(each, ())) for name, each in found if is_own(name))

    def seats_of(self, workshop: str) -> tuple[str, ...]:
        with self._database.reading() as db:
            return seats_named(tables.events_of(db, workshop))

    def setting(self, name: str) -> str | None:
        with self._database.reading() as db:
            lines = tables.settings(db)
        found = (line.value for line in lines if line.name == name and line.is_sound())
        return next(found, None)

    def put_setting(self, name: str, value: str | None) -> None:
        with self._database.writing() as db:
            tables.set_value(db, name, value)

    def forget(self, *sessions: str) -> None:
        with self._database.writing() as db:
            self._remove(db, sessions)
            self._unnote(*sessions)
        self._database.rebuild()

    def _remove(self, db: Connection, sessions: Sequence[str]) -> None:
        for session in sessions:
            self._forgettable(db, session)
            self._leases.renew(db, session)
            tables.remove_session(db, session)

    def _unnote(self, *sessions: str) -> None:
        try:
            self._side.drop(*sessions)
        except OSError as raised:
            why = raised.strerror or "the system refuses"
            raise StoreUnwritable(path=self._folder, why=why) from raised

    def _forgettable(self, db: Connection, session: str) -> None:
        """Refuse a name that is nowhere; one that is only noted can be forgotten."""
        with suppress(StoreDamaged):
            self._line(db, session)

    def packed(self, *sessions: str, words: bool) -> tuple[Packed, ...]:
        from empathy_sim.store.travelling import packed  # noqa: PLC0415 - seldom

        with self._database.reading() as db:
            lines = [self._line(db, session) for session in sessions]
            return tuple(packed(db, line, words=words) for line in lines)

    def take_in(self, *packs: Packed) -> tuple[Arrived, ...]:
        from empathy_sim.store.travelling import take_in  # noqa: PLC0415 - seldom

        with self._database.writing() as db:
            for pack in packs:
                self._leases.renew(db, pack.session)
            found = tuple(take_in(db, pack) for pack in packs)
        self._note_heads()
        return found

    def verify(self, session: str | None = None) -> tuple[Finding, ...]:
        if session is None:
            return verified(self._database, self._side)
        with suppress(StoreDamaged), self._database.reading() as db:
            self._line(db, session)
        return verified_session(self._database, self._side.known(), session)

    def close(self) -> None:
        if not self._is_open:
            return
        self._is_open = False
        with suppress(StoreError), self._database.writing() as db:
            self._leases.give_back_all(db)
        self._note_heads()
        self._database.close()

    def _line(self, db: Connection, session: str) -> SessionLine:
        if line := tables.find_line(db, session):
            return line
        if noted := (self._side.known() or {}).get(session):
            raise StoreDamaged(session=session, seq=None, why=gone(noted))
        raise SessionNotFound(wanted=session)

    def _give_back(self, session: str) -> None:
        if self._is_open:
            with suppress(StoreError), self._database.writing() as db:
                self._leases.give_back(db, session)

    def _note_heads(self) -> None:
        """Note how long each session is; what is committed is safe without it."""
        with suppress(StoreError), self._database.writing() as db:
            self._side.note(noted_heads(tables.all_lines(db)), tables.now(db))


def _entry(
    db: Connection, session: str, seq: int
) -> tuple[EventLine, tuple[WordLine, ...]]:
    if entry := tables.event_of(db, session, seq):
        return entry
    raise StoreDamaged(session=session, seq=seq, why="it is missing")


def _sound(kept: ScriptLine, what: str) -> str:
    """The JSON of a line, where it is what was written."""
    if not kept.is_sound():
        why = f"{what} {kept.digest[:12]} is not what was written"
        raise StoreDamaged(session=None, seq=None, why=why)
    return kept.json


def _refuse_script(kept: ScriptLine) -> None:
    if kept.is_sound():
        raise ValueError(f"another script has the digest {kept.digest!r}")
    why = f"the script {kept.digest[:12]} is not what was written"
    raise StoreDamaged(session=None, seq=None, why=why)
