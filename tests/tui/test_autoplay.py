"""A robot plays, to be watched."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from empathy_sim.cli.demo import the_walkthrough
from empathy_sim.cli.house import LocalHouse
from empathy_sim.engine import events as e
from empathy_sim.engine.moves import React
from empathy_sim.journey.walkthrough import Step, Walkthrough
from empathy_sim.session.clock import HurryingClock, ManualClock
from empathy_sim.session.port import SessionPort
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.autoplay import Autoplay, keys_of
from empathy_sim.tui.house import House
from empathy_sim.tui.order import Play
from empathy_sim.tui.screens.feeling import FeelingScreen
from tests.tui.frame_house import FakeHouse

STEPS = (
    *("feel -2 1 so late", "choose Go on", "feel 3 0 thanks", "choose Go on"),
    *("feel -4 4", "choose Go on"),
)
A_LOOK = 0.2


class LoopClock(ManualClock):
    """A test's own time, in which waits take none."""

    def milliseconds(self) -> int:
        return int(asyncio.get_running_loop().time() * 1_000)


@dataclass
class Watched:
    """What somebody saw who watched, and when."""

    seconds: float = 0.0
    first_seen: dict[str, float] = field(default_factory=dict)
    """When each touchpoint was first there, by its path."""
    grids: int = 0
    log: tuple[e.Event, ...] = ()

    @property
    def marks(self) -> list[e.ReactionRecorded]:
        return [each for each in self.log if isinstance(each, e.ReactionRecorded)]

    def lasted(self, path: str) -> float:
        """Seconds for which a touchpoint was there, at its first visit."""
        began = self.first_seen[path]
        return min(at for at in (*self.first_seen.values(), 1e9) if at > began) - began


async def watched(
    house: House, walkthrough: Walkthrough, hurry: Callable[[float], None]
) -> Watched:
    """Watch a robot until the debrief is there."""
    seen, ports = Watched(), list[SessionPort]()
    robot = Autoplay(walkthrough, hurry)

    async def played(port: SessionPort, strike: Callable[[str], None]) -> None:
        ports.append(port)
        await robot(port, strike)

    app = EmpathyApp(house, Play(walkthrough.plays, "workshop"), played)
    async with app.run_test() as pilot:
        was_open = False
        while not ports or ports[0].scene().phase != "debriefing":
            await pilot.pause(A_LOOK)
            seen.seconds += A_LOOK
            place = ports[0].scene().place if ports else None
            if place is not None:
                path = f"{place.stage}/{place.touchpoint}"
                seen.first_seen.setdefault(path, seen.seconds)
            is_open = type(app.screen) is FeelingScreen
            seen.grids += is_open and not was_open
            was_open = is_open
    seen.log = tuple(ports[0].log)
    return seen


async def test_the_first_and_the_utmost_mark_are_made_on_the_grid() -> None:
    steps = tuple(Step("does", text, at) for at, text in enumerate(STEPS))
    seen = await watched(FakeHouse(), Walkthrough("A call", "a-call", steps), print)

    assert [(each.pleasant, each.aroused) for each in seen.marks] == [
        (-2, 1),
        (3, 0),
        (-4, 4),
    ]
    assert [each.words for each in seen.marks] == ["so late", "thanks", ""]
    assert seen.grids == 2
    assert [each for each in seen.log if isinstance(each, e.JourneyEnded)]


def test_a_mark_is_put_on_the_grid_from_its_middle() -> None:
    assert keys_of(React(2, -1)) == ("right", "right", "down")
    assert keys_of(React(-1, 0, "no")) == ("left", "tab", "n", "o")


def test_a_hurrying_clock_goes_on_from_where_it_was() -> None:
    real = ManualClock()
    clock = HurryingClock(real)
    clock.hurry(3.0)
    real.advance(1_000)
    assert clock.milliseconds() == 3_000

    clock.hurry(0.5)
    assert clock.milliseconds() == 3_000
    clock.wait(1_000)
    assert real.milliseconds() == 3_000
    assert clock.milliseconds() == 4_000


@pytest.mark.long
async def test_the_demonstration_takes_about_two_minutes_and_what_matters_is_seen(
    tmp_path: Path,
) -> None:
    walkthrough, clock = the_walkthrough(), HurryingClock(LoopClock())
    house = LocalHouse(MemoryStore(), tmp_path, clock)
    house.seed = walkthrough.seed
    seen = await watched(house, walkthrough, clock.hurry)

    print(f"seconds {seen.seconds:.0f}, marks {len(seen.marks)}, grids {seen.grids}")
    assert 100 < seen.seconds < 140
    assert len(seen.marks) >= 4
    assert seen.grids == 2
    assert seen.lasted("holding/queue") > 8
    assert seen.lasted("holding/dead-line") > 2
    assert min(map(seen.lasted, seen.first_seen)) > 1
    assert [each.ending for each in seen.log if isinstance(each, e.JourneyEnded)] == [
        walkthrough.ends
    ]
