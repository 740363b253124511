"""People with browsers, in a room of its own."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Browser, Page, async_playwright

from tests.workshop.browser.hosted_room import CHROMIUM, PATIENCE_S, HostedRoom

if TYPE_CHECKING:
    from collections.abc import Mapping

FOUND = shutil.which("chromium") or shutil.which("google-chrome")
IN_A_BROWSER = [
    pytest.mark.long,
    pytest.mark.timeout(400),
    pytest.mark.skipif(FOUND is None, reason="there is no Chromium on this machine"),
]
DESKTOP: Mapping[str, object] = {"viewport": {"width": 1280, "height": 800}}
PHONE: Mapping[str, object] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36",
}
MOST_PRESSES = 80


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


async def opened(browser: Browser, device: Mapping[str, object]) -> Page:
    """A page on a device of its own; what goes wrong on it fails the test."""
    context = await browser.new_context(**device)  # type: ignore[arg-type]
    page = await context.new_page()
    page.set_default_timeout(PATIENCE_S * 1_000)
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


async def joined(
    browser: Browser,
    room: HostedRoom,
    label: str,
    device: Mapping[str, object] = DESKTOP,
) -> Page:
    """Somebody who came in by the code."""
    page = await opened(browser, device)
    await page.goto(room.url)
    await page.fill("#code", room.code)
    await page.click("text=Come in")
    await page.fill("#label", label)
    await page.click("text=Take my seat")
    await page.wait_for_url("**/seat")
    return page


async def begun(browser: Browser, room: HostedRoom) -> Page:
    """Whoever runs the room, once everybody may begin."""
    board = await opened(browser, DESKTOP)
    await board.goto(room.board)
    await board.wait_for_selector(".xterm-screen")
    await board.click("#terminal")
    await pressed(board, lambda: room.state().phase == "playing", "s", "y")
    return board


class LinesPage:
    """A page with large buttons, pressed by a thumb."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def tap(self, label: str) -> None:
        """Tap what stands there under a name, once it can be."""
        button = self.page.locator("button:not([disabled]):visible", has_text=label)
        await self._once(button.first.tap)

    async def write(self, words: str) -> None:
        """Type into the line, and send it."""
        await self.page.fill("#line", words)
        await self._once(self.page.locator("#typing button").tap)

    async def write_beside(self, words: str, label: str) -> None:
        """Type words, and tap what they go with."""
        await self.page.fill("#line", words)
        await self.tap(label)

    async def more(self, label: str) -> None:
        """Tap something among what else there is."""
        await self.page.locator("#more").tap()
        await self.tap(label)

    async def onward(self, is_so: Callable[[], object]) -> None:
        """Tap whatever leads on, until something is so."""
        leads = self.page.locator("#asked [data-onward]:not([disabled])")
        for _ in range(MOST_PRESSES):
            if await asyncio.to_thread(is_so):
                return
            await self._once(leads.first.tap)
        pytest.fail("it leads nowhere")

    async def _once(self, tapped: Callable[[], object]) -> None:
        """Do it, and wait until the page has told that it was taken."""
        before, at = await self._told(), self.page.url
        await tapped()  # type: ignore[misc]
        for _ in range(int(PATIENCE_S * 10)):
            if self.page.url != at or await self._told() != before:
                return
            await asyncio.sleep(0.1)
        pytest.fail("nothing came of it")

    async def _told(self) -> int:
        return await self.page.locator("#told .yours").count()
