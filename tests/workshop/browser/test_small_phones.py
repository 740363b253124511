"""Waiting and watching fit a small phone."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Page

from tests.workshop.browser.hosted_room import hosted_room
from tests.workshop.browser.in_browsers import (
    IN_A_BROWSER,
    PHONE,
    begun,
    browsers,
    joined,
    opened,
)

pytestmark = IN_A_BROWSER
SMALL = {**PHONE, "viewport": {"width": 360, "height": 640}}
_SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
_UNSEEN = """[...document.querySelectorAll("button")]
  .filter((each) => each.offsetParent)
  .filter((each) => each.getBoundingClientRect().bottom > innerHeight
    || each.getBoundingClientRect().height < 44)
  .map((each) => each.innerText)"""


async def fits(page: Page) -> None:
    """All buttons are in sight and large; nothing is scrolled sideways."""
    assert await page.evaluate(_SIDEWAYS) == 0
    assert await page.evaluate(_UNSEEN) == []


async def test_every_button_is_in_sight_while_one_waits_and_watches(
    tmp_path: Path,
) -> None:
    words = ("the-birthday-kettle", "--pace", "brisk", "--waiting-room", "7")
    with hosted_room(tmp_path, *words) as room:
        async with browsers() as browser:
            ines = await joined(browser, room, "Ines", SMALL)
            omar = await opened(browser, SMALL)
            await omar.goto(room.url)
            await omar.fill("#code", room.code)
            await omar.tap("text=Come in")
            await omar.fill("#label", "Omar")
            await omar.check("input[value=observer]")
            await omar.select_option("#about", label="Ines")
            await omar.tap("text=Take my seat")
            await begun(browser, room)
            await ines.wait_for_url("**/seat/wait")
            await fits(ines)
            await ines.tap("text=I take a number")
            await ines.wait_for_selector("#called")
            await fits(ines)
            await omar.wait_for_url("**/seat/observe")
            assert not await omar.is_visible("#noting")
            await ines.tap("text=I have had enough")
            await omar.wait_for_selector("#noting:visible")
            await fits(omar)
            await omar.tap("text=A strong word")
            await omar.wait_for_selector("text=Noted: A strong word")
