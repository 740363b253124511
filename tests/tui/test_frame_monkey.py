"""Any key, in any order, on any page."""

from __future__ import annotations

from random import Random

import pytest
from textual.events import Key

from empathy_sim.engine.frame_events import Phase
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.order import Choice, LookBack, Resume
from tests.tui.frame_house import FakeHouse

MOST = 100
"""Keys pressed on one app."""
BATCH = 25
"""Keys that come faster than anything is drawn."""
PHASES: tuple[Phase, ...] = (
    *("contract", "report", "card", "predicting"),
    *("ending", "afterwards", "resting", "debriefing", "closed"),
)
NAMED = (
    *("enter", "tab", "shift+tab", "escape", "up", "down", "left", "right"),
    *("pageup", "pagedown", "home", "end", "backspace", "delete", "space"),
    *("f1", "f2", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "ctrl+p", "ctrl+a"),
)
LETTERS = "ab1239-é[] "


def any_key(random: Random) -> Key:
    if random.random() < 0.7:
        return Key(random.choice(NAMED), None)
    letter = random.choice(LETTERS)
    return Key(letter, letter)


async def poked(
    house: FakeHouse, start: Choice | None, random: Random, most: int = MOST
) -> int:
    """Press keys until there are many, or the app has ended; how many."""
    app = EmpathyApp(house, start)
    pressed = 0
    async with app.run_test(size=random.choice(((60, 18), (80, 24)))) as pilot:
        await pilot.pause()
        while pressed < most and app.is_running:
            for _ in range(BATCH):
                app.post_message(any_key(random))
            pressed += BATCH
            await pilot.pause()
    assert app.crash is None
    return pressed


async def survives(phase: Phase, keys: int, random: Random) -> None:
    pressed = 0
    while pressed < keys:
        house = FakeHouse()
        name = house.stopped_in(phase, uninterrupted=phase == "afterwards")
        start = LookBack(name) if phase == "closed" else Resume(name)
        pressed += await poked(house, start, random, min(keys, MOST))


@pytest.mark.parametrize("phase", PHASES)
async def test_no_keys_break_a_page_of_the_frame(phase: Phase) -> None:
    await survives(phase, BATCH, Random(phase))


@pytest.mark.long
@pytest.mark.parametrize("phase", PHASES)
async def test_five_hundred_keys_do_not_break_a_page_either(phase: Phase) -> None:
    await survives(phase, 500, Random(f"{phase}, for long"))


async def test_no_keys_break_home() -> None:
    house = FakeHouse()
    house.stopped_in("closed")
    house.stopped_in("card")
    random, pressed = Random("home"), 0
    while pressed < MOST:
        pressed += await poked(house, None, random)
