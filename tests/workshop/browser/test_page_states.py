"""What a page says when something is the matter."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from playwright.async_api import Page, expect

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
)

pytestmark = IN_A_BROWSER


async def another_tab(page: Page) -> Page:
    tab = await page.context.new_page()
    await tab.goto(page.url)
    return tab


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

            await page.wait_for_selector("text=This seat is open in another tab")
            assert await page.locator(".doing[inert]").count() == 1
            await page.tap("text=Go on here instead")
            await tab.wait_for_selector("text=This seat is open in another tab")
            entered = partial(room.happened, "Ines", story.StageEntered)
            await LinesPage(page).onward(entered)

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


async def test_a_player_is_told_that_it_connects_again(tmp_path: Path) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            phone = await joined(browser, room, "Ines", PHONE)
            desk = await joined(browser, room, "Bob")
            await begun(browser, room)
            await phone.wait_for_selector("#offers button")
            await desk.wait_for_selector(".xterm-screen")
            await desk.click("#terminal")
            agreed = partial(room.happened, "Bob", story.Consented)
            await pressed(desk, agreed, "F5")
            assert await desk.locator("#coming").count() == 0
            room.process.terminate()

            await phone.wait_for_selector("#said >> text=Reconnecting.")
            await desk.wait_for_selector("#screen-said >> text=Reconnecting.")
