"""Sessions that go to another computer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.private_file import refuse_taken
from empathy_sim.errors import Usage
from empathy_sim.session.arriving import refuse_what_cannot_be_told
from empathy_sim.store.pack_file import read_packs, write_packs
from empathy_sim.store.packing import words_in
from empathy_sim.store.rows import Export


def write_out(
    house: LocalHouse, wanted: Sequence[str], path: Path, *, words: bool, force: bool
) -> Iterator[str]:
    """Write sessions to a file, and say what is in it.

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
        count = words_in(packs)
        yield f"What was typed is in it: {count} text{'' if count == 1 else 's'}."
    else:
        yield "What was typed is not in it; --with-words puts it in."
    yield "What was done, felt, guessed and promised is in it, readable by whoever has it."


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
        if not each.entries:
            yield f"{each.session} was here already."
            continue
        words = f", {each.words} typed" if each.words else ""
        yield f"{each.session}: {each.entries} new entries{words}."
