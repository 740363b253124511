"""Seats on hold, ready to be measured."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import cast

os.environ.setdefault("TEXTUAL_FPS", "250")  # as the program does, before Textual

from benchmarks.prepared import SCENARIO, house_in, prepared_session
from empathy_sim.cli.house import LocalHouse
from empathy_sim.engine.moves import Consent, Proceed
from empathy_sim.library.casting import cast_for
from empathy_sim.session.port import LocalPort, SessionPort
from empathy_sim.session.session import Session
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.house import House
from empathy_sim.tui.order import Resume

PRINT = "seat-{}"
TAKEN = "taken"


class SeatsHouse:
    """All seats of one server: one store, one script, a session for each."""

    def __init__(self, folder: Path) -> None:
        self._house = house_in(folder)
        self._script, self._fixes = self._house.script_and_fixes(SCENARIO)
        self._cast = cast_for(self._script, 1)
        self._sessions: dict[str, Session] = {}

    def begin(self, seats: int) -> None:
        """Begin the sessions of so many seats, as those of the other side are."""
        for number in range(seats):
            self._sessions[str(number)] = self._begun()

    def app(self, seat: str) -> EmpathyApp:
        """The screen of a seat, whose session is begun before it has one."""
        if seat not in self._sessions:
            self._sessions[seat] = self._begun()
        name = self._sessions[seat].name
        house = cast("House", OneSeat(self._house, self._sessions[seat]))
        return EmpathyApp(house, Resume(name))

    def _begun(self) -> Session:
        session = Session.begin(
            self._script,
            self._cast,
            store=self._house.store,
            clock=self._house.clock,
            pace="real",
            fixes=self._fixes,
        )
        session.submit(Consent())
        while session.state.phase != "playing":
            session.submit(Proceed())
        return session


class OneSeat:
    """What a screen asks of the program, for a session that outlives it."""

    def __init__(self, house: LocalHouse, session: Session) -> None:
        self._house = house
        self._session = session

    def __getattr__(self, name: str) -> object:
        return getattr(self._house, name)

    def resume(self, session: str) -> SessionPort:
        """The session that is open all along."""
        del session
        return LocalPort(self._session)

    def close(self, port: SessionPort) -> None:
        """Leave the session open for the next screen."""


def prepare_folders(folder: Path, count: int) -> None:
    """Make so many folders, each with a session on hold."""
    first = folder / PRINT.format(0)
    name = prepared_session(first, pace="real")
    (first / "session").write_text(name, encoding="utf-8")
    for number in range(1, count):
        shutil.copytree(first, folder / PRINT.format(number))


def run_alone(folder: Path) -> int:
    """Play a session of a folder that nobody has taken, as a program of its own."""
    own = _taken(folder)
    house = house_in(own)
    try:
        session = (own / "session").read_text(encoding="utf-8")
        EmpathyApp(house, Resume(session)).run()
    finally:
        house.close_all()
        (own / TAKEN).rmdir()
    return 0


def _taken(folder: Path) -> Path:
    """Take a folder that nobody else has."""
    for own in sorted(folder.glob(PRINT.format("*"))):
        try:
            (own / TAKEN).mkdir()
        except FileExistsError:
            continue
        return own
    raise LookupError("more seats than folders")


if __name__ == "__main__":
    sys.exit(run_alone(Path(sys.argv[1])))
