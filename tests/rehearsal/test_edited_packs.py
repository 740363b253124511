"""A session keeps the pack it began with."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from empathy_sim.cli.house import LocalHouse
from empathy_sim.engine.events import Event
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import ContentRefused, MoveRefused, Usage
from empathy_sim.library.shelf import shipped
from empathy_sim.rehearsal.robots import WillingRobot, own_offers
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from tests.library.test_strange_packs import mutated

EDITS, MANY = 12, 300
"""Each stage is left once at least, and half of the edits break the pack."""
JOURNEY = "journeys/the-birthday-kettle.yaml"


class Desk:
    """A house over a library of its own, opened again and again."""

    def __init__(self, folder: Path) -> None:
        self.library, self.kept = folder / "library", folder / "kept"
        self.store = MemoryStore()
        self.restore()

    def restore(self) -> None:
        """Put the library back as it is shipped."""
        shutil.rmtree(self.library, ignore_errors=True)
        for name in ("journeys", "scenarios"):
            shutil.copytree(shipped() / name, self.library / name)

    def edit(self, random: Random) -> None:
        """Say everything otherwise; and half of the time break it as well."""
        breaks = random.random() < 0.5
        for file in sorted(self.library.rglob("*.yaml")):
            text = file.read_text("utf-8").replace(" the ", " that ")
            file.write_text(mutated(text, random) if breaks else text, "utf-8")
            if breaks and random.random() < 0.1:
                file.unlink()

    def open(self) -> LocalHouse:
        house = LocalHouse(self.store, self.kept, ManualClock())
        house.seed = 1
        return house

    def begin(self, stage: str, moves: int, seed: int) -> tuple[str, Scene]:
        """A session that is played for a while and left; its last scene."""
        house = self.open()
        house.at_stage = stage
        session = house.begin_session(str(self.library / JOURNEY), pace="workshop")
        play_on(session, house.clock, moves, Random(seed))
        session.catch_up()
        scene = session.scene()
        session.suspend()
        return session.name, scene

    def go_on(self, name: str, seed: int) -> tuple[Scene, list[Event]]:
        """The scene it is found in, and the log when it has been played on."""
        house = self.open()
        session = house.resume_session(name)
        found = session.scene()
        play_on(session, house.clock, 60, Random(seed))
        session.suspend()
        return found, list(session.log)


def play_on(session: Session, clock: object, moves: int, random: Random) -> None:
    """Let a robot make so many moves."""
    assert isinstance(clock, ManualClock)
    robot = WillingRobot(random)
    for _ in range(moves):
        if session.state.is_over:
            return
        scene = session.scene()
        move = robot.decide(scene)
        due = session.due_in()
        if move is None and due is not None:
            clock.advance(due)
            session.catch_up()
            continue
        offered = own_offers(scene)
        try:
            session.submit(move or offered[0].examples[0])
        except MoveRefused:
            clock.advance(1_000)


def edited(folder: Path, edits: int) -> int:
    """Edit between leaving and going on; how many edits would refuse a new play."""
    desk, refused = Desk(folder), 0
    stages = sorted(desk.open().script(str(desk.library / JOURNEY)).stages)
    for number in range(edits):
        stage, moves = stages[number % len(stages)], 5 + number % 20
        twins = [desk.begin(stage, moves, number) for _ in range(2)]
        untouched = desk.go_on(twins[0][0], number)
        desk.edit(Random(number))
        refused += is_refused(desk)
        found = desk.go_on(twins[1][0], number)
        assert found[0] == twins[1][1]
        assert found == untouched
        desk.restore()
    return refused


def is_refused(desk: Desk) -> bool:
    """Whether what was edited could not be begun any more."""
    try:
        desk.open().script(str(desk.library / JOURNEY))
    except (ContentRefused, Usage):
        return True
    return False


def test_an_edited_pack_changes_nothing_in_a_session_that_goes_on(
    tmp_path: Path,
) -> None:
    refused = edited(tmp_path, EDITS)

    print(f"edits {EDITS}, shown otherwise 0, refused where begun anew {refused}")


@pytest.mark.long
def test_many_edits_change_nothing_in_a_session_that_goes_on(tmp_path: Path) -> None:
    refused = edited(tmp_path, MANY)

    print(f"edits {MANY}, shown otherwise 0, refused where begun anew {refused}")
