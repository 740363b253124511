"""Another link is kept, the old one dead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from empathy_sim.cli.host_asked import Asked
from empathy_sim.cli.host_desk import board_of
from empathy_sim.cli.host_keys import (
    keep_links,
    kept_keys,
    keys_file,
    keys_lost,
    served_file,
)
from empathy_sim.cli.host_room import room_for
from empathy_sim.cli.host_run import hosting_for
from empathy_sim.cli.host_told import link_to, links, picture, told
from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.session.clock import ManualClock
from empathy_sim.workshop.desk import Linked
from empathy_sim.workshop.server.hosting import Hosting

PURPOSES: tuple[Linked, ...] = ("join", "wall", "poll", "facilitator")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHouse]:
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "kept"))
    with open_house(ManualClock()) as opened:
        yield opened


@pytest.fixture
def hosting(house: LocalHouse) -> Iterator[Hosting]:
    asked = Asked(wanted="slipping-hold")
    room = room_for(asked, house)
    yield hosting_for(asked, house, room)
    room.suspend()


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("stops", [True, False])
def test_a_board_changes_a_link_for_good(
    house: LocalHouse, hosting: Hosting, purpose: Linked, stops: bool
) -> None:
    desk = board_of(hosting, house, again="host --room it" if stops else "")._desk
    before = {each: desk.link(each) for each in PURPOSES}
    desk.turn_over(purpose)
    after = {each: desk.link(each) for each in PURPOSES}

    assert [each for each in PURPOSES if before[each] != after[each]] == [purpose]
    assert kept_keys(house.folder, hosting.room.name) == hosting.keys
    assert (desk.invitation().link == before["join"]) is (purpose != "join")


def test_the_board_has_the_links_that_were_printed(
    house: LocalHouse, hosting: Hosting
) -> None:
    desk = board_of(hosting, house)._desk
    printed = "\n".join(links(hosting, "", by_board=True))

    assert all(desk.link(each) in printed for each in PURPOSES if each != "join")
    assert desk.invitation().code in "\n".join(told(hosting))
    assert desk.link("join") == link_to(hosting, "join")


@pytest.mark.parametrize("length", range(20, 90))
def test_a_picture_has_no_black_edge(length: int) -> None:
    rows = picture("http://here/" + "x" * length).split("\n")

    assert set(rows[0]) == set(rows[-1]) == {"█"}
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b'{"master": null, "turns": {}}',
        b'{"master": "", "turns": {}}',
    ],
)
def test_keys_that_cannot_be_read_are_told_of_before_new_ones_are_made(
    house: LocalHouse, hosting: Hosting, broken: bytes
) -> None:
    file = keys_file(house.folder, hosting.room.name)
    assert keys_lost(house.folder, hosting.room.name) == ""
    file.write_bytes(broken)
    says = keys_lost(house.folder, hosting.room.name)
    after = kept_keys(house.folder, hosting.room.name)

    assert str(file) in says
    assert "Every link and code of before opens nothing" in says
    assert after.master not in {hosting.keys.master, "None", ""}
    assert keys_lost(house.folder, hosting.room.name) == ""


def test_keys_that_are_gone_were_there_where_a_room_was_served(
    house: LocalHouse, hosting: Hosting
) -> None:
    keys_file(house.folder, hosting.room.name).unlink()
    before = keys_lost(house.folder, hosting.room.name)
    served_file(house.folder, hosting.room.name).write_text("{}")

    assert before == ""
    assert "cannot be read" in keys_lost(house.folder, hosting.room.name)


def test_a_list_of_links_is_a_line_each_whatever_a_name_holds(
    house: LocalHouse, hosting: Hosting
) -> None:
    each = [("Ines\x1b]52;c;eA==\x07\u202e\nOmar\t", "http://here/s/x")]
    text = keep_links(house.folder, hosting.room.name, each).read_text("utf-8")

    assert text.count("\n") == text.count("\t") == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
