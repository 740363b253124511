"""A room that is opened again keeps its address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from empathy_sim.cli.host_asked import Asked
from empathy_sim.cli.host_before import as_before, keep_served, served_at
from empathy_sim.cli.host_keys import remove_keys, served_file
from empathy_sim.cli.host_room import room_for
from empathy_sim.cli.host_run import practice_in
from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.session.clock import ManualClock
from empathy_sim.workshop.room.presence import Attendance

JOURNEY = "slipping-hold"
AGAIN = Asked(again=True, is_port_said=False)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHouse]:
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "kept"))
    with open_house(ManualClock()) as made:
        yield made


def served(house: LocalHouse, **how: object) -> str:
    """A room that was served on a port of its own; its name."""
    asked = Asked(wanted=JOURNEY, port=18_111, **how)  # type: ignore[arg-type]
    room = room_for(asked, house)
    room.suspend()
    served_file(house.folder, room.name).parent.mkdir(mode=0o700, exist_ok=True)
    keep_served(asked, house, room.name, "http://192.168.1.20:18111")
    return room.name


def test_it_has_the_port_and_the_address_of_before(house: LocalHouse) -> None:
    served(house, public_url="https://rooms.example")
    again = as_before(AGAIN, house)

    assert (again.port, again.public_url) == (18_111, "https://rooms.example")


def test_it_listens_where_it_listened_before(house: LocalHouse) -> None:
    served(house, bind="127.0.0.7")

    assert as_before(AGAIN, house).bind == "127.0.0.7"
    anew = replace(AGAIN, bind="127.0.0.8", is_bind_said=True)
    assert as_before(anew, house).bind == "127.0.0.8"


def test_a_room_that_kept_no_address_listens_where_it_is_asked_to(
    house: LocalHouse,
) -> None:
    kept = served_file(house.folder, served(house, bind="127.0.0.7"))
    older = {**json.loads(kept.read_bytes())}
    del older["bind"]
    kept.write_text(json.dumps(older))

    assert as_before(AGAIN, house) == replace(AGAIN, port=18_111)


def test_what_is_said_anew_counts(house: LocalHouse) -> None:
    served(house, public_url="https://rooms.example")
    anew = Asked(again=True, port=8_099, public_url="https://other.example")

    assert as_before(anew, house) == anew


def test_it_has_its_run_sheet_where_that_is_still_there(
    house: LocalHouse, tmp_path: Path
) -> None:
    sheet = tmp_path / "cues.json"
    sheet.write_text("{}")
    served(house, cues=sheet)

    assert as_before(AGAIN, house).cues == sheet
    sheet.unlink()
    assert as_before(AGAIN, house).cues is None


def test_where_nothing_is_known_of_before_it_is_as_it_was_asked_for(
    house: LocalHouse,
) -> None:
    served_file(house.folder, served(house)).write_text("[]")

    assert as_before(AGAIN, house) == AGAIN


def test_how_it_was_served_goes_with_its_keys(house: LocalHouse) -> None:
    name = served(house)
    kept = served_file(house.folder, name)

    assert kept.stat().st_mode & 0o077 == 0
    remove_keys(house.folder, name)
    assert not kept.exists()


def test_robots_of_before_are_known_by_their_seats(house: LocalHouse) -> None:
    served(house, robots=("one", "two"))

    assert as_before(AGAIN, house).robots == ("one", "two")


def test_a_room_tells_at_which_address_it_was_served(house: LocalHouse) -> None:
    assert served_at(house, served(house)) == "http://192.168.1.20:18111"
    assert served_at(house, "workshop/none") == ""


def test_robots_sit_in_their_own_seats_again(house: LocalHouse) -> None:
    asked = Asked(wanted=JOURNEY, port=18_111, rehearse=4)
    room = room_for(asked, house)
    first = practice_in(asked, room, Attendance(room))
    assert first is not None
    room.suspend()
    again = replace(AGAIN, robots=(*first.seats, "forgotten"))
    room = room_for(again, house)
    second = practice_in(again, room, Attendance(room))
    room.suspend()

    assert second is not None
    assert second.seats == first.seats
    assert len(room.state.seats) == 4
    assert practice_in(AGAIN, room, Attendance(room)) is None
