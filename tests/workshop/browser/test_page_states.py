"""What a page says when something is the matter."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, WebSocketRoute, expect

from empathy_sim.engine import events as story
from tests.workshop.browser.hosted_room import hosted_room
from tests.workshop.browser.in_browsers import (
    DESKTOP,
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
MOVED = "This is open in another tab"
LOST = 3001
"""Stands for a line that was cut: of no code does a page know less."""


async def another_tab(page: Page) -> Page:
    tab = await page.context.new_page()
    await tab.goto(page.url)
    return tab


class Cut:
    """A tab whose line is lost, and comes back no sooner than it may."""

    def __init__(self) -> None:
        self.may_come = asyncio.Event()
        self.may_come.set()
        self._routes: list[WebSocketRoute] = []

    async def through(self, page: Page, path: str) -> None:
        """Stand between a page that is opened from now on and its server."""
        await page.route_web_socket(re.compile(path), self._route)

    async def _route(self, route: WebSocketRoute) -> None:
        await self.may_come.wait()
        self._routes.append(route)
        route.connect_to_server()

    async def lose(self) -> None:
        """Lose the line, as a telephone that sleeps."""
        self.may_come.clear()
        await self._routes[-1].close(code=LOST)


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

            await page.wait_for_selector(STILL)
            assert MOVED in await page.inner_text("#said")
            assert await tab.locator(STILL).count() == 0
            await page.tap("text=Go on here instead")
            await tab.wait_for_selector(STILL)
            assert MOVED in await tab.inner_text("#said")
            entered = partial(room.happened, "Ines", story.StageEntered)
            await LinesPage(page).onward(entered)

            assert len(room.happened("Ines", story.JourneyBegan)) == 1


@pytest.mark.parametrize(
    ("device", "path", "ready", "said"),
    [
        (PHONE, "/seat/lines", "#offers button", "#said"),
        (DESKTOP, "/seat/terminal", ".xterm-screen", "#screen-said"),
    ],
)
async def test_an_older_tab_that_comes_back_takes_no_seat_from_the_newer(
    tmp_path: Path, device: Mapping[str, object], path: str, ready: str, said: str
) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            older, line = await joined(browser, room, "Ines", device), Cut()
            await line.through(older, "/seat/(line|screen)")
            await begun(browser, room)
            await older.wait_for_url(f"**{path}")
            await older.wait_for_selector(ready)
            await line.lose()
            await older.wait_for_selector(f"{said} >> text=Reconnecting.")
            newer = await another_tab(older)
            await newer.wait_for_selector(ready)
            line.may_come.set()

            await older.wait_for_selector(f"{said} >> text={MOVED}")
            await expect(newer.locator(f"{said} >> text={MOVED}")).to_be_hidden()
            await older.click("text=Go on here instead")
            await newer.wait_for_selector(f"{said} >> text={MOVED}")
            await expect(older.locator(f"{said} >> text={MOVED}")).to_be_hidden()


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
