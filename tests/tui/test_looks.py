"""The screens look as they were last looked at.

After a change that was meant, look at the screens, then `pytest tests/tui/test_looks.py
--snapshot-update`.
"""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual import constants

from empathy_sim.tui.order import Play, Resume
from tests.engine.made_scripts import script_of
from tests.tui.frame_house import FakeHouse, desk
from tests.tui.painted import painted
from tests.tui.sitting import at

SIZES = [(80, 24), (120, 40)]
sizes = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
SPEAKING = 9_000
"""Milliseconds after which somebody has said a sentence."""
DEVICES = {
    "hold": "hold-slips",
    "form": "form-refuses-names",
    "chat": "chat-that-works",
    "search": "search-that-works",
    "call": "call-that-works",
}


@pytest.fixture(autouse=True)
def _in_a_plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")


@sizes
async def test_home(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with desk(FakeHouse(), size=size) as seat:
        assert await painted(seat.pilot) == snapshot


@sizes
async def test_the_contract(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with desk(FakeHouse(), Play("a-call"), size=size) as seat:
        assert await painted(seat.pilot) == snapshot


@sizes
async def test_the_debrief(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    house = FakeHouse()
    stopped = Resume(house.stopped_in("debriefing"))
    async with desk(house, stopped, size=size) as seat:
        await seat.press("5")
        assert await painted(seat.pilot) == snapshot


@sizes
@pytest.mark.parametrize("device", DEVICES)
async def test_a_device(
    device: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with at(script_of(DEVICES[device]), size=size) as seat:
        await seat.wait(SPEAKING)
        assert await painted(seat.pilot) == snapshot


@sizes
async def test_the_feelings(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with at(script_of("hold-slips"), size=size) as seat:
        await seat.press("f2", "left", "up")
        assert await painted(seat.pilot) == snapshot
