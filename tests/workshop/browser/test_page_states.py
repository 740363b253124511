"""What a page says when something is the matter."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, expect

from empathy_sim.engine import events as story
from tests.workshop.browser.hosted_room import PATIENCE_S, hosted_room
from tests.workshop.browser.in_browsers import (
    IN_A_BROWSER,
    PHONE,
    LinesPage,
    begun,
    browsers,
    joined,
    pressed,
)

pytestmark = IN_A_BROWSER
STILL = ".doing[inert]"


async def another_tab(page: Page) -> Page:
    tab = await page.context.new_page()
    await tab.goto(page.url)
    return tab


async def stilled(page: Page, tab: Page) -> tuple[Page, Page]:
    """The tab that has become still, and the other one.

    It is the older one, but where a slow machine made it connect again meanwhile.
    """
    for _ in range(int(PATIENCE_S * 10)):
        for one, other in ((page, tab), (tab, page)):
            if await one.locator(STILL).count():
                return one, other
        await asyncio.sleep(0.1)
    pytest.fail("both go on")


async def gone(page: Page, where: str) -> None:
    """Wait until a page no longer says that it connects."""
    await page.locator(where, has_text="Reconnecting.").wait_for(state="hidden")


async def test_a_seat_is_in_one_tab_and_the_other_says_so_and_is_still(
    tmp_path: Path,
) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            page = await joined(browser, room, "Ines", PHONE)
            await begun(browser, room)
            await page.wait_for_url("**/seat/lines")
            await page.wait_for_selector("#offers button")
            tab = await another_tab(page)
            await tab.wait_for_selector("#offers button")

            still, other = await stilled(page, tab)
            assert "This is open in another tab" in await still.inner_text("#said")
            await still.tap("text=Go on here instead")
            await other.wait_for_selector(STILL)
            entered = partial(room.happened, "Ines", story.StageEntered)
            await LinesPage(still).onward(entered)

            assert len(room.happened("Ines", story.JourneyBegan)) == 1


async def test_pages_say_that_the_room_cannot_be_reached(tmp_path: Path) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            waits = await joined(browser, room, "Bob")
            lobby = waits.locator("#lost")
            await expect(lobby).to_be_hidden()
            room.process.terminate()
            await lobby.wait_for(state="visible")

            assert "goes on by itself" in await lobby.inner_text()


async def test_a_player_is_told_that_it_connects_again_and_goes_on(
    tmp_path: Path,
) -> None:
    async with browsers() as browser:
        with hosted_room(tmp_path, "slipping-hold") as room:
            phone = await joined(browser, room, "Ines", PHONE)
            desk = await joined(browser, room, "Bob")
            await begun(browser, room)
            await phone.wait_for_selector("#offers button")
            await desk.wait_for_selector(".xterm-screen")
            await desk.click("#terminal")
            agreed = partial(room.happened, "Bob", story.Consented)
            await pressed(desk, agreed, "F5")
            assert await desk.locator("#coming").count() == 0
        await phone.wait_for_selector("#said >> text=Reconnecting.")
        await desk.wait_for_selector("#screen-said >> text=Reconnecting.")
        port = urlsplit(room.url).port or 0
        with hosted_room(tmp_path, "--resume", port=port) as again:
            await gone(phone, "#said")
            await gone(desk, "#screen-said")
            entered = partial(again.happened, kind=story.StageEntered)
            await LinesPage(phone).onward(lambda: entered("Ines"))
            await pressed(desk, lambda: entered("Bob"), "F5")

            assert len(again.happened("Ines", story.JourneyBegan)) == 1
            assert len(again.happened("Bob", story.Consented)) == 1
