"""Sessions brought to where something can be measured."""

from __future__ import annotations

from pathlib import Path

from empathy_sim.cli.house import LocalHouse
from empathy_sim.engine.moves import Consent, Pace, Proceed
from empathy_sim.session.clock import RealClock
from empathy_sim.store.folder import prepare
from empathy_sim.store.sqlite_store import SqliteStore

SCENARIO = "slipping-hold"


def house_in(folder: Path) -> LocalHouse:
    """The program's rooms over a folder of its own."""
    prepare(folder)
    return LocalHouse(SqliteStore(folder, on_network=False), folder, RealClock())


def prepared_session(
    folder: Path, wanted: str = SCENARIO, *, pace: Pace = "brisk"
) -> str:
    """A session at its first touchpoint, suspended; its name.

    What it plays is in the cache afterwards.
    """
    house = house_in(folder)
    try:
        house.cards()
        house.seed = 1
        session = house.begin_session(wanted, pace=pace)
        session.submit(Consent())
        while session.state.phase != "playing":
            session.submit(Proceed())
        return session.name
    finally:
        house.close_all()
