"""What is forgotten of a workshop is gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from empathy_sim.cli.host_asked import Asked
from empathy_sim.cli.host_desk import board_of
from empathy_sim.cli.host_keys import keep_links, links_file
from empathy_sim.cli.host_room import room_for, solo_seats
from empathy_sim.cli.host_run import hosting_for
from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.engine import moves as m
from empathy_sim.session.clock import ManualClock
from empathy_sim.store.retention import keep_for
from empathy_sim.store.sqlite_store import SqliteStore
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.room.telling import tick
from tests.cli.command_run import Command
from tests.workshop.room.rooms import Workshop, casting

_A_CENTURY_MS = 100 * 365 * 86_400_000
NAMES = ("QuokkaInes", "QuokkaOmar")


@contextmanager
def opened_house() -> Iterator[LocalHouse]:
    with open_house(ManualClock()) as opened:
        keep_for(opened.store, None)
        yield opened


def listed(house: LocalHouse, tmp_path: Path) -> tuple[Room, list[str]]:
    """A room of private links for a list of names; its links' secrets."""
    names = tmp_path / "names.txt"
    names.write_text("\n".join(NAMES))
    room = room_for(Asked(wanted="slipping-hold", names=names, solo=True), house)
    names.unlink()
    made = solo_seats(room)
    each = [(label, f"http://here/s/{secret}") for label, secret in made]
    keep_links(house.folder, room.name, each)
    return room, [secret for _, secret in made]


def with_bytes(folder: Path, *words: str) -> list[str]:
    """The files below a folder that hold any of some words."""
    return [
        file.name
        for file in sorted(folder.rglob("*"))
        if file.is_file() and any(each.encode() in file.read_bytes() for each in words)
    ]


def test_forgotten_names_are_in_no_byte_and_every_link_still_opens_its_seat(
    command: Command, tmp_path: Path
) -> None:
    with opened_house() as house:
        room, secrets = listed(house, tmp_path)
        room.suspend()
    assert set(with_bytes(command.folder, *NAMES)) > {
        links_file(Path(), room.name).name
    }
    short = room.name.rpartition("/")[2]
    said = command("workshops", "forget", short, "--names", "--yes").out

    assert f"2 names and words of {short} are gone." in said
    assert "each link still opens its seat" in said
    assert "Another window" not in said
    assert with_bytes(command.folder, *NAMES) == []
    store = SqliteStore(command.folder)
    again = Room.resume(room.name, store=store, clock=ManualClock(), casting=casting)
    seats = [again.seat_by_secret(each) for each in secrets]
    assert [seat.number for seat in seats if seat is not None] == [1, 2]
    assert again.state.opened.labels == ()
    again.suspend()
    assert store.verify() == ()
    store.close()


def test_names_that_are_older_than_words_are_kept_go_from_every_list(
    command: Command, tmp_path: Path
) -> None:
    with opened_house() as house:
        room, _ = listed(house, tmp_path)
        room.suspend()
        keep_for(house.store, 30)
    assert len(with_bytes(command.folder, *NAMES)) > 1
    with open_house(ManualClock(_A_CENTURY_MS)):
        pass
    said = command("workshops", "show").out

    assert with_bytes(command.folder, *NAMES) == []
    assert said.count("no name kept") == 2


async def test_a_seat_that_the_board_forgets_stands_on_no_list(
    command: Command, tmp_path: Path
) -> None:
    with opened_house() as house:
        room, secrets = listed(house, tmp_path)
        hosting = hosting_for(Asked(wanted="slipping-hold"), house, room)
        seat = room.seat_by_secret(secrets[0])
        assert seat is not None
        await board_of(hosting, house)._desk.forget(seat.id)
        kept = links_file(house.folder, room.name).read_text()
        room.suspend()

    assert secrets[0] not in kept
    assert f"{NAMES[1]}\thttp://here/s/{secrets[1]}\n" in kept
    assert with_bytes(command.folder, NAMES[0]) == []


def test_whoever_showed_something_by_name_stays_named_and_that_is_said(
    command: Command,
) -> None:
    workshop = Workshop(SqliteStore(command.folder), labels=NAMES)
    keep_for(workshop.store, None)
    first, second = (workshop.plays(name) for name in NAMES)
    for seat in (first, second):
        workshop.room.session_of(seat).submit(m.Leave())
    close_play(workshop.room)
    tick(workshop.room, e.Ticked(0, first, curve=True, named=True))
    workshop.room.suspend()
    workshop.store.close()
    short = workshop.room.name.rpartition("/")[2]
    said = command("workshops", "forget", short, "--names", "--yes").out

    assert "One person stays named" in said
    assert with_bytes(command.folder, NAMES[1]) == []
    assert NAMES[0] in command("workshops", "show").out


def test_what_was_being_written_and_what_the_board_saved_goes_with_its_workshop(
    command: Command, tmp_path: Path
) -> None:
    with opened_house() as house:
        room, _ = listed(house, tmp_path)
        short = room.name.rpartition("/")[2]
        hosting = hosting_for(Asked(wanted="slipping-hold"), house, room)
        board_of(hosting, house)._desk._outside.save(f"{short}.html", NAMES[0])
        links = links_file(house.folder, room.name)
        links.with_name(f".{short}.links.txt.7.part").write_text(NAMES[1])
        room.suspend()
    command("workshops", "forget", short, "--yes")

    assert with_bytes(command.folder, *NAMES, short) == []


def damaged(command: Command) -> str:
    """A room with a seat in it, whose first entry is not as it was written."""
    workshop = Workshop(SqliteStore(command.folder), labels=NAMES)
    keep_for(workshop.store, None)
    seat = workshop.plays(NAMES[0])
    workshop.room.session_of(seat).submit(m.React(-2, 1, f"{NAMES[0]} felt it"))
    workshop.room.suspend()
    workshop.store.close()
    with sqlite3.connect(command.folder / "sessions.db") as db:
        db.execute(
            "UPDATE events SET body = replace(body, 'A call', 'B call') "
            "WHERE session = ? AND seq = 1",
            (workshop.room.name,),
        )
    db.close()
    return workshop.room.name.rpartition("/")[2]


def test_a_damaged_workshop_can_be_forgotten_and_leaves_nothing(
    command: Command,
) -> None:
    short = damaged(command)
    assert "damaged" in command("workshops", "show", short).err
    ran = command("workshops", "forget", short, "--yes")

    assert ran.code == 0
    assert f"The record of {short} was damaged" in ran.out
    assert f"{short} is gone, with one seat." in ran.out
    assert with_bytes(command.folder, *NAMES, short) == []
    assert command("workshops").out == "No workshop is kept here.\n"


def test_the_names_alone_of_a_damaged_workshop_are_refused_with_what_can_be_done(
    command: Command,
) -> None:
    short = damaged(command)
    ran = command("workshops", "forget", short, "--names", "--yes")

    assert ran.code == 2
    assert "is damaged at entry 1" in ran.err
    assert f"try: empathy-sim workshops forget {short}" in ran.err


def test_of_a_workshop_nobody_came_through_nothing_is_exported_and_that_is_said(
    command: Command, tmp_path: Path
) -> None:
    workshop = Workshop(SqliteStore(command.folder))
    workshop.sit("Ines")
    workshop.room.suspend()
    workshop.store.close()
    page = tmp_path / "room.html"
    for more in ((), ("--whole",)):
        ran = command("workshops", "export", "--html", str(page), *more)

        assert ran.code == 2
        assert "Nobody has come through the story yet." in ran.err
        assert not page.exists()
