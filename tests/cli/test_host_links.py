"""Another link is kept, the old one dead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from empathy_sim.cli.host_asked import Asked
from empathy_sim.cli.host_desk import board_of
from empathy_sim.cli.host_keys import kept_keys
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
