"""Workshops forgotten, or who sat in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from empathy_sim.cli.forgetting import copies_left, exports_of, traces_removed
from empathy_sim.cli.host_keys import pages_folder, remove_keys, remove_links
from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.workshops_kept import named
from empathy_sim.cli.workshops_looked import while_hosted_refused
from empathy_sim.debrief.phrases import capital, many
from empathy_sim.errors import SessionNotFound, StoreDamaged, Usage
from empathy_sim.library.casting import cast_for
from empathy_sim.store.rows import Export
from empathy_sim.workshop.forgetting import forget_names
from empathy_sim.workshop.room.room import Room


def forgotten(
    house: LocalHouse, wanted: tuple[str, ...], names: bool, sure: bool
) -> Iterator[str]:
    """Remove workshops, or only who sat where in them.

    Raises:
        Usage: a name is none, or names are to be removed of one that is damaged.
        StoreError: one is being held at this moment, or the disk refuses.
    """
    for each in dict.fromkeys(named(house, one) for one in wanted):
        what = "who sat where in" if names else "with every seat in it:"
        if not sure and not click.confirm(f"Remove {what} {_short(each)}?"):
            yield f"{_short(each)} stays."
            continue
        yield from _names_gone(house, each) if names else _gone(house, each)


def _short(name: str) -> str:
    return name.rpartition("/")[2]


def _names_gone(house: LocalHouse, name: str) -> Iterator[str]:
    with _opened(house, name) as room:
        removed = forget_names(room)
        still = sum(bool(each.called) for each in room.state.seats.values())
        had_links = remove_links(house.folder, name)
        # Looked at while it is held: to let go of it is written in the record too.
        left = tuple(traces_removed(house.folder))
    yield from left
    yield f"{removed} names and words of {_short(name)} are gone."
    if had_links:
        yield "The list of private links is gone too; each link still opens its seat."
    if still:
        who, verb = many(still, "person", "people"), "stays" if still == 1 else "stay"
        yield f"{capital(who)} {verb} named beside what they ticked with their name."
    yield from copies_left(exports_of(house.store, [name]))


@contextmanager
def _opened(house: LocalHouse, name: str) -> Iterator[Room]:
    """The room itself, held.

    Raises:
        Usage: it is damaged.
        StoreError: it is being held.
    """
    try:
        with while_hosted_refused():
            room = Room.resume(
                name, store=house.store, clock=house.clock, casting=cast_for
            )
    except StoreDamaged as raised:
        raise Usage(
            says=f"{raised} It cannot be told anew without its names.",
            try_=f"empathy-sim workshops forget {_short(name)}",
        ) from raised
    try:
        yield room
    finally:
        room.suspend()


def _gone(house: LocalHouse, name: str) -> Iterator[str]:
    """Remove a workshop, whether or not its record can still be read."""
    seats, is_damaged = house.store.seats_of(name), bool(house.store.verify(name))
    known = tuple(_known(house, [name, *seats]))
    copies = exports_of(house.store, known)
    told = house.store.head(name).summary.get("seats")
    sat = told if isinstance(told, int) else len(seats)
    with while_hosted_refused():
        house.store.forget(*known)
    remove_keys(house.folder, name)
    yield from traces_removed(house.folder)
    if is_damaged:
        yield f"The record of {_short(name)} was damaged; all that it named is gone."
    yield f"{_short(name)} is gone, with {many(sat, 'seat')}."
    yield from copies_left(tuple(_not_ours(house.folder, copies)))


def _known(house: LocalHouse, names: Sequence[str]) -> Iterator[str]:
    """Those that are kept here, damaged or not."""
    for name in names:
        with suppress(SessionNotFound):
            with suppress(StoreDamaged):
                house.store.head(name)
            yield name


def _not_ours(folder: Path, copies: Sequence[Export]) -> Iterator[Export]:
    """Remove the pages that the board saved here; the files that lie elsewhere."""
    own = pages_folder(folder).resolve()
    for each in copies:
        path = Path(each.path)
        try:
            if path.parent.resolve() != own:
                yield each
            else:
                path.unlink(missing_ok=True)
        except OSError:
            yield each
