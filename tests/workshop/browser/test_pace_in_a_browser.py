"""Longer waits are asked for in real browsers."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.async_api import Page

from empathy_sim.engine import events as story
from tests.workshop.browser.hosted_room import hosted_room
from tests.workshop.browser.in_browsers import (
    IN_A_BROWSER,
    PHONE,
    LinesPage,
    begun,
    browsers,
    joined,
    pressed,
    until,
)

pytestmark = IN_A_BROWSER
PICTURES = os.environ.get("EMPATHY_SIM_PICTURES", "")
"""Where pictures are put that somebody wants to look at."""


_NOTHING_IS_CUT_OFF = (
    "document.querySelector('.xterm-screen').getBoundingClientRect().bottom"
    " <= innerHeight"
)
_KEYS_GO_TO_THE_STORY = (
    "document.querySelector('#terminal').contains(document.activeElement)"
)


_HAS_FOCUS = (
    "(pace) => document.activeElement.dataset.pace === pace"
    " && getComputedStyle(document.activeElement).outlineStyle === 'solid'"
    " && document.querySelector('#pacing-says').textContent.length > 0"
)


async def answers_yes_by_keys(page: Page) -> None:
    """Out of the story to the question, back again, and then to a yes."""
    assert "Alt+P" in await page.inner_text("#pacing")
    await page.click("#terminal")
    await page.keyboard.press("Alt+p")
    await page.wait_for_function(_HAS_FOCUS, arg="no")
    await page.keyboard.press("Escape")
    await page.wait_for_function(_KEYS_GO_TO_THE_STORY)
    assert await page.is_visible("#pacing")
    await page.keyboard.press("Alt+p")
    await page.keyboard.press("Shift+Tab")
    await page.wait_for_function(_HAS_FOCUS, arg="yes")
    await pictured(page, "pace-terminal-keys")
    await page.keyboard.press("Enter")


async def pictured(page: Page, name: str) -> None:
    if PICTURES:
        await page.wait_for_timeout(500)
        await page.screenshot(path=f"{PICTURES}/{name}.png")


async def test_whoever_plays_says_yes_or_no_beside_the_story(tmp_path: Path) -> None:
    with hosted_room(tmp_path, "the-birthday-kettle", "--pace", "brisk") as room:
        async with browsers() as browser:
            ines = await joined(browser, room, "Ines")
            omar = await joined(browser, room, "Omar", PHONE)
            board = await begun(browser, room)
            await ines.wait_for_selector(".xterm-screen")
            await ines.click("#terminal")
            await pressed(
                ines,
                lambda: room.happened("Ines", story.StageEntered),
                "F5",
            )
            await LinesPage(omar).onward(
                lambda: room.happened("Omar", story.StageEntered)
            )
            await board.click("#terminal")
            await pressed(
                board,
                lambda: room.state().pace == "real",
                *("Escape", "p", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"),
            )
            for page, name in ((ines, "terminal"), (omar, "lines")):
                await page.wait_for_selector("#pacing:visible")
                assert "more minutes. Nothing you have" in await page.inner_text(
                    "#pacing"
                )
                await pictured(page, f"pace-{name}")
            await ines.wait_for_function(_NOTHING_IS_CUT_OFF)
            await pictured(board, "pace-board")
            await answers_yes_by_keys(ines)
            await omar.tap("[data-pace=no]")
            for page in (ines, omar):
                await page.wait_for_selector("#pacing", state="hidden")
            await ines.wait_for_function(_KEYS_GO_TO_THE_STORY)
            await until(lambda: room.happened("Omar", story.PaceAnswered))

            answers = [
                event.yes
                for label in ("Ines", "Omar")
                for event in room.log(label)
                if isinstance(event, story.PaceAnswered)
            ]
            assert answers == [True, False]
            await pictured(ines, "pace-terminal-after")
            await pictured(board, "pace-board-after")
