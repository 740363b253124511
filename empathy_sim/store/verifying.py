"""All that is wrong with a database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from empathy_sim.errors import StoreDamaged
from empathy_sim.store.chain import genesis
from empathy_sim.store.database import Database
from empathy_sim.store.examining import examined, examined_mark, examined_script
from empathy_sim.store.heads import Heads, KnownHead, SideFile
from empathy_sim.store.records import KeptSession, SessionLine
from empathy_sim.store.rows import Finding
from empathy_sim.store.tables import (
    all_fixes,
    all_lines,
    all_scripts,
    exports_of,
    find_line,
    find_mark,
    find_script,
    kept,
    settings,
)

_MOST_LINES = 20
_SOUND = "ok"

Check = Callable[[sqlite3.Connection], Iterator[Finding]]


def verified(database: Database, side: SideFile) -> tuple[Finding, ...]:
    """All that is wrong with the file and with every session in it."""
    known = side.known()
    whole = (_file, _scripts, _settings)
    findings = [each for check in whole for each in _told(database, None, check)]
    if known is None:
        says = "the note of how long each session was cannot be read"
        findings.append(Finding(session=None, seq=None, says=says))
    names: list[str] = []
    findings += _told(database, None, lambda db: _names(db, names))
    for name in dict.fromkeys((*names, *sorted(known or ()))):
        findings += verified_session(database, known, name)
    return tuple(findings)


def verified_session(
    database: Database, known: Heads | None, session: str
) -> tuple[Finding, ...]:
    """All that is wrong with one session, whether it is there or was."""
    noted = (known or {}).get(session)
    return tuple(_told(database, session, lambda db: _session(db, session, noted)))


def _told(database: Database, session: str | None, check: Check) -> Iterator[Finding]:
    """What a check finds, though it may not come to its end."""
    try:
        with database.reading() as db:
            yield from check(db)
    except StoreDamaged as raised:
        yield Finding(session=session, seq=raised.seq, says=raised.why)


def _names(db: sqlite3.Connection, names: list[str]) -> Iterator[Finding]:
    names.extend(line.session for line in all_lines(db))
    yield from ()


def _file(db: sqlite3.Connection) -> Iterator[Finding]:
    for (says,) in db.execute("PRAGMA integrity_check(20)"):
        if says != _SOUND:
            clause = f"the file is not in order ({says})"
            yield Finding(session=None, seq=None, says=clause)
    for table, *_rest in db.execute("PRAGMA foreign_key_check").fetchmany(_MOST_LINES):
        says = f"something in {table!r} belongs to nothing"
        yield Finding(session=None, seq=None, says=says)


def _scripts(db: sqlite3.Connection) -> Iterator[Finding]:
    for script in all_scripts(db):
        yield from examined_script(script, "the script")
    for fixes in all_fixes(db):
        yield from examined_script(fixes, "the fixes of the script")


def _settings(db: sqlite3.Connection) -> Iterator[Finding]:
    for line in settings(db):
        if not line.is_sound():
            says = "something that was set for this folder is not what was set"
            yield Finding(session=None, seq=None, says=says)


def _session(
    db: sqlite3.Connection, session: str, noted: KnownHead | None
) -> Iterator[Finding]:
    line = find_line(db, session)
    if line is None:
        if noted:
            yield Finding(session=session, seq=None, says=gone(noted))
        return
    whole = kept(db, line)
    yield from examined(whole)
    yield from examined_mark(find_mark(db, session))
    for export in exports_of(db, session):
        if not export.is_sound():
            says = "the note of a file made from it is not what was written"
            yield Finding(session=session, seq=None, says=says)
    if not find_script(db, line.script_digest):
        yield Finding(session=session, seq=None, says="its script is missing")
    if noted:
        yield from _shorter(whole, noted)


def gone(noted: KnownHead) -> str:
    """What is to be said of a session that was noted and is not there."""
    return f"{noted.last_seq} entries were kept and none is here"


def _shorter(whole: KeptSession, noted: KnownHead) -> Iterator[Finding]:
    session, seq = whole.line.session, noted.last_seq
    if whole.line.last_seq < seq:
        says = f"{seq} entries were kept and {whole.line.last_seq} are here"
        yield Finding(session=session, seq=whole.line.last_seq + 1, says=says)
    elif _hash_at(whole, seq) != noted.hash:
        says = "it is not the entry that was noted when it was kept"
        yield Finding(session=session, seq=seq, says=says)


def _hash_at(whole: KeptSession, seq: int) -> str:
    if seq == 0:
        return genesis(whole.line.session, whole.line.script_digest)
    return next((event.hash for event in whole.events if event.seq == seq), "")


def noted_heads(lines: list[SessionLine]) -> Heads:
    """What is to be noted of sessions; one that is not sound is left out."""
    return {
        line.session: KnownHead(line.last_seq, line.head)
        for line in lines
        if line.is_sound()
    }
