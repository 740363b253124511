"""Sessions taken out of databases and put in."""

from __future__ import annotations

import sqlite3

from empathy_sim.errors import SessionDiffers, StoreDamaged
from empathy_sim.store import tables
from empathy_sim.store.extending import Extension
from empathy_sim.store.packing import (
    Arrived,
    Packed,
    addition,
    arrived,
    sound,
    without_words,
)
from empathy_sim.store.records import SessionLine


def packed(db: sqlite3.Connection, line: SessionLine, *, words: bool) -> Packed:
    """Everything that is kept of a session, without words unless asked for.

    Raises:
        StoreDamaged: Something in it is not as it was written.
    """
    script = tables.find_script(db, line.script_digest)
    if script is None:
        why = "its script is missing"
        raise StoreDamaged(session=line.session, seq=None, why=why)
    fixes = tables.find_fixes(db, line.script_digest)
    mark = tables.find_mark(db, line.session)
    pack = sound(Packed(script, fixes, tables.kept(db, line), mark))
    return pack if words else without_words(pack)


def take_in(db: sqlite3.Connection, pack: Packed) -> Arrived:
    """Add a session, or what is new in it.

    Raises:
        SessionDiffers: Another session of that name, or another script, is here.
        StoreDamaged: What is here and lacks words is not as it was written.
    """
    script = tables.find_script(db, pack.script.digest)
    if script is not None and script != pack.script:
        raise SessionDiffers(session=pack.session)
    here = tables.find_line(db, pack.session)
    if here is None:
        put_in(db, pack)
        return arrived(pack, addition(pack, None))
    added = addition(pack, tables.kept(db, here))
    if added.lines is not None:
        tables.extend(db, added.lines)
        if added.lines.events:
            _set_mark(db, pack)
    return arrived(pack, added)


def put_in(db: sqlite3.Connection, pack: Packed) -> None:
    """Add a whole session, with its script, to a database that has none of its name."""
    kept = pack.kept
    tables.add_session(db, pack.script, pack.fixes, kept.line)
    tables.extend(db, Extension(kept.line, kept.events, kept.words, kept.removed))
    _set_mark(db, pack)


def _set_mark(db: sqlite3.Connection, pack: Packed) -> None:
    if pack.mark is not None:
        tables.set_mark(db, pack.mark)
