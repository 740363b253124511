"""Whatever is pressed and saved, a preview goes on."""

from __future__ import annotations

import random

import pytest

from empathy_sim.library.saved_version import Version
from tests.rehearsal import small_journeys as small
from tests.rehearsal.shipped_scripts import shipped_cast, shipped_script, with_a_fix
from tests.tui.author_desk import broken, previewing, version

KETTLE = "the-birthday-kettle"
KEYS = (
    *("f6", "f7", "ctrl+n", "ctrl+g", "ctrl+t", "ctrl+o", "ctrl+l", "ctrl+r"),
    *("f1", "f2", "f3", "f4", "f8", "f9", "f10", "enter", "escape"),
    *("up", "down", "tab", "1", "2", "3", "a", "space"),
)
SIZES = ((60, 18), (80, 24), (120, 40), (160, 50))
DEEDS = 80


def versions() -> list[Version]:
    """The kettle as it is and mended, something else, and what cannot be played."""
    cast = shipped_cast(KETTLE)
    kettle = Version(script=shipped_script(KETTLE), cast=cast)
    mended = [Version(script=each, cast=cast) for each in with_a_fix(KETTLE, "holding")]
    return [kettle, *mended, version(small.ONE_QUEUE), broken()]


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
async def test_whatever_is_pressed_and_saved_a_preview_goes_on(seed: int) -> None:
    draw, saved = random.Random(seed), versions()
    async with previewing(saved[0], size=draw.choice(SIZES)) as desk:
        for _ in range(DEEDS):
            match draw.randrange(12):
                case 0:
                    await desk.save(draw.choice(saved))
                case 1:
                    await desk.pilot.resize_terminal(*draw.choice(SIZES))
                case 2:
                    desk.clock.advance(draw.choice((500, 5_000, 60_000)))
                case _:
                    await desk.pilot.press(draw.choice(KEYS))

        assert desk.app.is_running
        assert desk.app.crash is None
