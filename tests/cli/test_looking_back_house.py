"""What a house opens to look back on."""

from __future__ import annotations

from pathlib import Path

from empathy_sim.cli.house import LocalHouse
from empathy_sim.engine import moves as m
from empathy_sim.engine.frame_events import Phase
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.sqlite_store import SqliteStore
from tests.tui.frame_house import play
from tests.tui.frame_story import story


def house_with(folder: Path, phase: Phase) -> tuple[LocalHouse, str]:
    """A house, and the name of its one session, which was closed in some phase."""
    clock = ManualClock()
    house = LocalHouse(SqliteStore(folder), folder, clock)
    cast = plain_cast({"number": "HV-1"})
    session = Session.begin(story(), cast, store=house.store, clock=clock)
    while session.state.phase != phase:
        if session.state.phase == "playing":
            play(session)
        else:
            at_first = session.state.phase == "contract"
            session.submit(m.Consent() if at_first else m.Proceed())
    session.suspend()
    return house, session.name


def test_a_debrief_can_be_added_to_where_nobody_has_it_open(tmp_path: Path) -> None:
    house, name = house_with(tmp_path, "closed")

    port = house.look_back(name)

    assert port.is_open
    house.close(port)
    house.close_all()


def test_a_session_that_is_open_elsewhere_is_only_read(tmp_path: Path) -> None:
    house, name = house_with(tmp_path, "closed")
    elsewhere = SqliteStore(tmp_path)
    lease = elsewhere.lease(name)

    port = house.look_back(name)

    assert not port.is_open
    assert port.log
    house.close(port)
    lease.release()
    elsewhere.close()
    house.close_all()


def test_a_journey_that_is_not_over_is_only_read(tmp_path: Path) -> None:
    house, name = house_with(tmp_path, "playing")

    port = house.look_back(name)

    assert not port.is_open
    assert port.scene().phase == "playing"
    house.close_all()
