"""Sessions that go to another computer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.private_file import refuse_taken
from empathy_sim.errors import Usage
from empathy_sim.session.arriving import refuse_what_cannot_be_told
from empathy_sim.session.session import words_gone
from empathy_sim.store.pack_file import read_packs, write_packs
from empathy_sim.store.packing import Arrived, texts_in
from empathy_sim.store.retention import purge_due
from empathy_sim.store.rows import Export


def write_out(
    house: LocalHouse, wanted: Sequence[str], path: Path, *, words: bool, force: bool
) -> Iterator[str]:
    """Write sessions to a file, and say what is in it.

    Args:
        house: where they are kept.
        wanted: the sessions, or the beginnings of their names.
        path: the file.
        words: whether what was typed goes with them.
        force: whether a file that is there already is replaced.

    Raises:
        Usage: the name is taken.
        StoreError: a session is damaged, or the disk refuses.
    """
    path = path.expanduser().absolute()
    if path.parent == house.folder.resolve():
        raise Usage(
            says="That is the folder in which sessions are kept themselves.",
            try_="another folder",
        )
    refuse_taken(path, force=force)
    names = list(dict.fromkeys(house.named(each) for each in wanted))
    packs = house.store.packed(*names, words=words)
    noted = Export(
        path=str(path),
        what="copy of the record, with words" if words else "copy of the record",
        made_utc=house.clock.utc(),
    )
    for name in names:
        house.store.note_export(name, noted)
    write_packs(path, packs)
    yield f"Written to {path}: {', '.join(names)}."
    if words:
        yield f"What was typed is in it: {_texts(texts_in(packs))}."
    else:
        yield "What was typed is not in it; --with-words puts it in."
    yield "What was done, felt, guessed and promised is in it, readable by whoever has it."


def all_of(house: LocalHouse) -> Sequence[str]:
    """The name of every session.

    Raises:
        Usage: there is none.
    """
    names = [head.session for head in house.sessions()]
    if not names:
        raise Usage(says=f"No session is recorded in {house.kept_in} yet.", try_="")
    return names


def bring_in(house: LocalHouse, path: Path) -> Iterator[str]:
    """Add the sessions of a file to those that are here, and say what was new.

    Raises:
        StoreError: the file is not such a file or is damaged, or another session of
            the same name is here. Nothing has changed then.
    """
    packs = read_packs(path)
    for pack in packs:
        refuse_what_cannot_be_told(pack, path)
    for each in house.store.take_in(*packs):
        yield _told(each)
        yield from _about_words(house, each)


def _told(arrived: Arrived) -> str:
    name, texts = arrived.session, _texts(arrived.words)
    if not arrived.entries and arrived.filled:
        were = "text that was" if arrived.filled == 1 else "texts that were"
        is_here = "is in it now" if arrived.filled == 1 else "are in it now"
        return (
            f"{name} was here already; {arrived.filled} {were} left behind {is_here}."
        )
    if not arrived.entries:
        return f"{name} was here already."
    entries = "entry" if arrived.entries == 1 else "entries"
    typed = f", and what was typed: {texts}" if arrived.words else ""
    return f"{name}: {arrived.entries} new {entries}{typed}."


def _about_words(house: LocalHouse, arrived: Arrived) -> Iterator[str]:
    """What is to be said of words that are not here, or not for long."""
    if arrived.stay_gone:
        was, stays = ("was", "stays") if arrived.stay_gone == 1 else ("were", "stay")
        yield (
            f"  {_texts(arrived.stay_gone)} in the file {was} removed here, as agreed, "
            f"and {stays} away."
        )
    if old := _removed_again(house, arrived.session):
        was, has = ("is", "has") if old == 1 else ("are", "have")
        yield (
            f"  {_texts(old)} {was} older than words are kept here, and {has} been "
            "removed again."
        )
    if "left_behind" in words_gone(house.store, arrived.session):
        yield (
            "  What was typed in it was left behind; a file written with --with-words "
            "brings it."
        )


def _removed_again(house: LocalHouse, session: str) -> int:
    """Remove words of a session that came too late; says how many texts."""
    before = _words_left(house, session)
    purge_due(house.store, house.clock.utc(), over_only=False)
    return before - _words_left(house, session)


def _words_left(house: LocalHouse, session: str) -> int:
    rows = house.store.rows(session)
    return sum(text is not None for row in rows for text in row.words.values())


def _texts(count: int) -> str:
    return f"{count} text" if count == 1 else f"{count} texts"
