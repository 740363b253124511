"""What was held is listed, exported and forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from empathy_sim.cli.host_keys import served_file
from empathy_sim.engine import moves as m
from empathy_sim.engine.resolutions import Commit
from empathy_sim.errors import SessionNotFound
from empathy_sim.store.retention import keep_for
from empathy_sim.store.sqlite_store import SqliteStore
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.room.swapping import swap
from empathy_sim.workshop.room.telling import follow_up, tick
from tests.cli.command_run import Command
from tests.workshop.room.rooms import Workshop, to_playing

CANARY = "Quokka"


def held(folder: Path, count: int = 6, *, named: bool = True) -> Workshop:
    """A workshop in which everybody promised something and one shows it."""
    workshop = Workshop(SqliteStore(folder))
    keep_for(workshop.store, None)
    for number in range(count):
        seat = workshop.plays(f"{CANARY} {number}")
        session = workshop.room.session_of(seat)
        session.submit(m.React(-2, 1, f"{CANARY} felt {number}"))
        session.submit(m.Leave())
        session.submit(m.Proceed())
        session.submit(Commit("the report comes", f"I ring number {number}"))
    first = next(iter(workshop.room.state.seats))
    tick(workshop.room, e.Ticked(0, first, commitment=True, named=named))
    close_play(workshop.room)
    workshop.room.suspend()
    workshop.store.close()
    return workshop


def test_where_nothing_was_held_that_is_said(command: Command) -> None:
    assert command("workshops").out == "No workshop is kept here.\n"


def test_a_list_names_workshops_and_nobody_in_them(command: Command) -> None:
    workshop = held(command.folder)
    said = command("workshops").out

    assert workshop.room.name.rpartition("/")[2] in said
    assert "6 seats; looked back on" in said
    assert CANARY not in said
    assert "No session is recorded" in command("sessions").out


def test_what_is_shown_is_who_sat_where_and_nothing_that_was_not_ticked(
    command: Command,
) -> None:
    held(command.folder)
    said = command("workshops", "show").out

    assert f"{CANARY} 3" in said
    assert "shows the commitment" in said
    assert "felt" not in said


def test_of_one_who_gives_no_name_it_is_not_shown_what_was_ticked(
    command: Command,
) -> None:
    workshop = Workshop(SqliteStore(command.folder))
    ines, omar = workshop.plays("Ines"), workshop.plays("Omar")
    tick(workshop.room, e.Ticked(0, ines, curve=True, word=True, commitment=True))
    tick(workshop.room, e.Ticked(0, omar, curve=True, named=True))
    workshop.room.suspend()
    workshop.store.close()
    said = command("workshops", "show").out.splitlines()

    assert any("Ines" in line and line.endswith("; ticks are in") for line in said)
    assert any("Omar" in line and "shows the curve" in line for line in said)


def swapped(folder: Path) -> Workshop:
    """A workshop of one pair that swapped, and both of whom promised something."""
    workshop = Workshop(SqliteStore(folder))
    keep_for(workshop.store, None)
    ines = workshop.plays("Ines")
    omar = workshop.sit("Omar", "observer", ines)
    for seat in (ines, omar):
        session = workshop.room.session_of(seat)
        if seat == omar:
            to_playing(session)
        session.submit(m.Leave())
        session.submit(m.Proceed())
        session.submit(Commit("the report comes", f"I ring number {seat}"))
        tick(workshop.room, e.Ticked(0, seat, commitment=True, named=True))
        close_play(workshop.room)
        if seat == ines:
            swap(workshop.room)
    workshop.room.suspend()
    workshop.store.close()
    return workshop


def test_of_a_second_sitting_both_journeys_are_shown_followed_up_and_forgotten(
    command: Command,
) -> None:
    workshop = swapped(command.folder)
    shown = command("workshops", "show").out
    followed = command("workshops", "follow-up").out
    command("workshops", "forget", "--yes", workshop.room.name.rpartition("/")[2])

    assert "watched Omar" in shown
    assert shown.count("shows the commitment") == 2
    assert followed.count("ring number") == 2
    store = SqliteStore(command.folder)
    for seat in workshop.room.state.seats.values():
        with pytest.raises(SessionNotFound):
            store.rows(seat.session)
    store.close()


def test_the_rooms_pages_hold_no_word_that_nobody_ticked(command: Command) -> None:
    held(command.folder)
    page = command.folder / "room.html"
    said = command("workshops", "export", "--whole", "--html", str(page)).out

    assert str(page) in said
    assert page.stat().st_mode & 0o077 == 0
    text = page.read_text("utf-8")
    assert f"{CANARY} felt" not in text
    assert "ring number 0" in text
    assert "ring number 1" not in text


def test_only_commitments_that_were_ticked_are_followed_up(command: Command) -> None:
    held(command.folder)
    calendar = command.folder / "ask.ics"
    said = command(
        "workshops", "follow-up", "--ics", str(calendar), "--url", "http://here:8040/"
    ).out

    assert "ring number 0" in said
    assert "ring number 1" not in said
    assert "http://here:8040/back/" in said
    assert "One commitment may be collected. Ask on 10 July 2025 and on" in said
    assert "empathy-sim host --room" in said
    assert "--url" not in said
    text = calendar.read_text("utf-8").replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 2
    assert "20250710" in text
    assert "20250908" in text


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "on the same day"), (1, "after one day"), (30, "after 30 days")],
)
def test_one_day_is_one_day(days: int, said: str, command: Command) -> None:
    workshop = Workshop(SqliteStore(command.folder))
    ines = workshop.plays("Ines")
    session = workshop.room.session_of(ines)
    session.submit(m.Leave())
    session.submit(m.Proceed())
    session.submit(Commit("the report comes", "I ring them"))
    tick(workshop.room, e.Ticked(0, ines, commitment=True, named=True))
    close_play(workshop.room)
    follow_up(workshop.room, e.FollowedUp(0, ines, days, "partly"))
    workshop.room.suspend()
    workshop.store.close()
    calendar = command.folder / "ask.ics"
    followed = command("workshops", "follow-up", "--ics", str(calendar)).out

    assert f"  {said}: partly." in followed
    assert "what became of one commitment" in " ".join(
        calendar.read_text("utf-8").replace("\r\n ", "").split()
    )


def test_a_commitment_without_a_name_stands_on_the_wall_and_is_collected_of_nobody(
    command: Command,
) -> None:
    held(command.folder, named=False)
    calendar, page = command.folder / "ask.ics", command.folder / "room.html"
    shown = command("workshops", "show").out
    followed = command("workshops", "follow-up", "--ics", str(calendar)).out
    command("workshops", "export", "--whole", "--html", str(page))

    assert "ring number 0" in page.read_text("utf-8")
    assert CANARY not in page.read_text("utf-8")
    assert "commitment" not in shown
    assert CANARY not in followed
    assert "ring number" not in followed
    assert not calendar.exists()


def test_links_have_the_address_at_which_the_room_was_served_last(
    command: Command,
) -> None:
    name = held(command.folder).room.name
    before = command("workshops", "follow-up").out
    kept = served_file(command.folder, name)
    kept.write_text(json.dumps({"address": "https://rooms.example/"}))
    after = command("workshops", "follow-up").out
    said = command("workshops", "follow-up", "--url", "http://there:1").out

    assert "--url ADDRESS writes it there" in before
    assert "https://rooms.example/back/" in after
    assert "it was served at last, https://rooms.example." in after
    assert "http://there:1/back/" in said
    assert "rooms.example" not in said


def test_what_is_still_hosted_can_be_read_and_not_forgotten(command: Command) -> None:
    workshop = Workshop(SqliteStore(command.folder))
    ines = workshop.plays("Ines")
    workshop.room.session_of(ines).submit(m.Leave())
    close_play(workshop.room)
    tick(workshop.room, e.Ticked(0, ines, curve=True, named=True))
    short = workshop.room.name.rpartition("/")[2]
    length = len(workshop.room.session_of(ines).log)
    page = command.folder / "room.html"
    shown = command("workshops", "show").out
    exported = command("workshops", "export", "--html", str(page)).out
    refused = [
        command("workshops", "forget", "--yes", *how, short)
        for how in ((), ("--names",))
    ]

    assert "Ines" in shown
    assert str(page) in exported
    assert all("Leave it there with Ctrl+Q" in each.err for each in refused)
    assert all(each.code for each in refused)
    workshop.room.session_of(ines).catch_up()
    assert len(workshop.room.session_of(ines).log) == length
    workshop.room.suspend()
    assert workshop.again().seat(ines).called == "Ines"
    workshop.room.suspend()
    workshop.store.close()


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_nothing_is_forgotten_that_was_not_agreed_to(
    command: Command, answer: str
) -> None:
    workshop = held(command.folder)
    name = workshop.room.name.rpartition("/")[2]
    command("workshops", "forget", name, typed=answer)

    assert name in command("workshops").out


def test_a_forgotten_workshop_leaves_no_byte_of_anybody(command: Command) -> None:
    folder = command.folder
    workshop = held(folder)
    name = workshop.room.name.rpartition("/")[2]
    said = command("workshops", "forget", name, "--yes").out

    assert f"{name} is gone, with six seats." in said
    left = [
        file
        for file in folder.rglob("*")
        if file.is_file() and CANARY.encode() in file.read_bytes()
    ]
    assert left == []


def test_names_can_go_and_the_workshop_stays(command: Command) -> None:
    workshop = held(command.folder)
    name = workshop.room.name.rpartition("/")[2]
    command("workshops", "forget", name, "--names", "--yes")
    said = command("workshops", "show").out

    assert f"{CANARY} 0" in said, "who ticked a name is still named"
    assert said.count(CANARY) == 1
    assert said.count("no name kept") == 5


def test_a_name_that_is_none_gets_a_sentence(command: Command) -> None:
    held(command.folder)
    failed = command("workshops", "show", "never-held")

    assert failed.code == 2
    assert 'No workshop of the name "never-held"' in failed.err
