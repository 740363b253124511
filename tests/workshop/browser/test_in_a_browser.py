"""A workshop, lived in real browsers."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright

from empathy_sim.engine import events as story
from tests.workshop.browser.hosted_room import (
    CHROMIUM,
    PATIENCE_S,
    HostedRoom,
    hosted_room,
)

FOUND = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(400),
    pytest.mark.skipif(FOUND is None, reason="there is no Chromium on this machine"),
]


@asynccontextmanager
async def browsers() -> AsyncIterator[Browser]:
    async with async_playwright() as playing:
        browser = await playing.chromium.launch(
            executable_path=FOUND, args=list(CHROMIUM)
        )
        yield browser
        await browser.close()


async def until(is_so: Callable[[], object]) -> None:
    """Wait until something is so; what is kept is looked at in a thread."""
    for _ in range(int(PATIENCE_S * 4)):
        if await asyncio.to_thread(is_so):
            return
        await asyncio.sleep(0.25)
    pytest.fail("it did not come to be")


async def pressed(page: Page, is_so: Callable[[], object], *keys: str) -> None:
    """Press keys one after the other, and again, until something has come of it."""
    for _ in range(20):
        for key in keys:
            await page.keyboard.press(key)
            await page.wait_for_timeout(500)
            if await asyncio.to_thread(is_so):
                return
    pytest.fail(f"nothing came of {keys}")


async def joined(browser: Browser, room: HostedRoom, label: str) -> Page:
    """Somebody who came in by the code, and whatever went wrong on their page."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    page = await context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    await page.goto(room.url)
    await page.fill("#code", room.code)
    await page.click("text=Come in")
    await page.fill("#label", label)
    await page.click("text=Take my seat")
    await page.wait_for_url("**/seat")
    return page


async def begun(browser: Browser, room: HostedRoom) -> Page:
    """Whoever runs the room, once everybody may begin."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    board = await context.new_page()
    await board.goto(room.board)
    await board.wait_for_selector(".xterm-screen")
    await board.click("#terminal")
    await pressed(board, lambda: room.state().phase == "playing", "s", "y")
    return board


async def test_a_journey_is_lived_in_a_browser_from_the_code_to_what_is_shared(
    tmp_path: Path,
) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            page = await joined(browser, room, "Ines")
            board = await begun(browser, room)
            await page.wait_for_url("**/seat/terminal")
            await page.wait_for_selector(".xterm-screen")
            await page.click("#terminal")
            await until(lambda: room.log("Ines"))
            for kind, *keys in (
                (story.Consented, "F5"),
                (story.StageEntered, "F5"),
                (story.ReactionRecorded, "F2", "ArrowLeft", "Enter"),
                (story.JourneyLeft, "F10", "y"),
            ):
                await pressed(page, partial(room.happened, "Ines", kind), *keys)
            await pressed(board, lambda: room.state().phase == "closed", "c", "y")

            assert room.process.poll() is None
            assert [each.chair for each in room.state().customers] == ["customer"]


async def test_a_tab_that_is_reloaded_shows_the_same_place(tmp_path: Path) -> None:
    with hosted_room(tmp_path, "slipping-hold", "--pace", "workshop") as room:
        async with browsers() as browser:
            page = await joined(browser, room, "Ines")
            await begun(browser, room)
            await page.wait_for_url("**/seat/terminal")
            await until(lambda: room.log("Ines"))
            await page.click("#terminal")
            consented = partial(room.happened, "Ines", story.Consented)
            await pressed(page, consented, "F5")
            before = len(room.log("Ines"))
            await page.reload()
            await page.wait_for_selector(".xterm-screen")
            await page.click("#terminal")
            await pressed(page, lambda: len(room.log("Ines")) > before, "F5")

            begun_once = room.happened("Ines", story.JourneyBegan)
            assert len(begun_once) == 1


async def test_a_breath_stands_on_every_page_and_on_the_wall(tmp_path: Path) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            page = await joined(browser, room, "Ines")
            context = await browser.new_context()
            wall = await context.new_page()
            await wall.goto(room.wall)
            await wall.wait_for_selector(".invite svg")
            board = await begun(browser, room)
            await page.wait_for_url("**/seat/terminal")
            await pressed(board, lambda: room.state().breathing, "b")
            await page.wait_for_selector("#breath", state="visible")
            await wall.wait_for_selector("#breath", state="visible")
            await pressed(board, lambda: not room.state().breathing, "b")
            await page.wait_for_selector("#breath", state="hidden")

            assert not room.state().breathing


async def test_nothing_is_fetched_from_anywhere_else(tmp_path: Path) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            context = await browser.new_context()
            page = await context.new_page()
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            await page.goto(room.url)
            await page.fill("#code", room.code)
            await page.click("text=Come in")
            await page.fill("#label", "Ines")
            await page.click("text=Take my seat")
            await begun(browser, room)
            await page.wait_for_selector(".xterm-screen")
            await page.wait_for_timeout(1_000)

            assert asked
            assert [url for url in asked if not url.startswith(room.url)] == []
