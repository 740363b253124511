"""A workshop, lived in real browsers."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from empathy_sim.engine import events as story
from tests.workshop.browser.hosted_room import hosted_room
from tests.workshop.browser.in_browsers import (
    IN_A_BROWSER,
    begun,
    browsers,
    joined,
    pressed,
    until,
)

pytestmark = IN_A_BROWSER


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
