"""The way in, as it is seen."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, expect

from empathy_sim.workshop.group.steps import HEADINGS
from empathy_sim.workshop.looking_back import LookingBack
from empathy_sim.workshop.room.running import close_play
from tests.workshop.browser.in_browsers import IN_A_BROWSER, PHONE, browsers, opened
from tests.workshop.server.served import KEYS, Served, served

pytestmark = IN_A_BROWSER
WATCHES, PLAYS = "input[value=observer]", "input[value=customer]"
_OVER = """[document.documentElement.scrollHeight - innerHeight,
  document.documentElement.scrollWidth - innerWidth]"""
_SIZE = "Number(document.querySelector('.step').style.zoom)"


async def at_the_form(browser: Browser, here: Served, **device: object) -> Page:
    """Somebody with a phone who is in, and has not sat down."""
    page = await opened(browser, {**PHONE, **device})
    await page.goto(f"{here.url}/j/{KEYS.of('join')}")
    await page.wait_for_selector("#label")
    return page


async def on_the_wall(browser: Browser, here: Served, size: tuple[int, int]) -> Page:
    """A projector of so many pixels."""
    width, height = size
    page = await opened(browser, {"viewport": {"width": width, "height": height}})
    await page.goto(f"{here.url}/w/{KEYS.of('wall')}")
    await page.wait_for_selector("#wall > *")
    return page


async def test_the_button_is_in_sight_on_a_phone_below_who_sees_what() -> None:
    async with served() as here, browsers() as browser:
        await here.joined("Ines")
        page = await at_the_form(browser, here)
        for chair in (WATCHES, PLAYS):
            await page.check(chair)
            await expect(page.get_by_role("button")).to_be_in_viewport(ratio=1)
            await expect(page.get_by_text("Who sees what")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("with_scripts", [True, False])
async def test_whom_one_watches_is_asked_only_of_whoever_watches(
    with_scripts: bool,
) -> None:
    async with served() as here, browsers() as browser:
        await here.joined("Ines")
        page = await at_the_form(browser, here, java_script_enabled=with_scripts)
        await expect(page.locator("#about")).to_be_hidden()
        await page.check(WATCHES)
        await page.fill("#label", "Omar")
        await page.tap("button")
        await page.wait_for_selector("[role=alert]")
        await expect(page.locator(WATCHES)).to_be_checked()
        await expect(page.locator("#label")).to_have_value("Omar")
        await page.select_option("#about", label="Ines")
        await page.tap("button")
        await page.wait_for_url("**/seat")

        assert here.room.seat(here.seat("Omar")).about == here.seat("Ines")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
async def test_the_wall_is_whole_at_every_size_and_a_short_step_is_large(
    size: tuple[int, int],
) -> None:
    async with served() as here, browsers() as browser:
        await here.joined("Ines")
        wall = await on_the_wall(browser, here, size)
        lobby = await wall.evaluate(_OVER)
        for number in range(6):
            here.workshop.plays(f"Quokka {number}")
        close_play(here.room)
        looking, over, sizes = LookingBack(here.room), [], []
        for heading in HEADINGS:
            looking.reveal_next()
            here.hosting.changes.happened()
            await wall.wait_for_selector(f"h2 >> text={heading}")
            over.append(await wall.evaluate(_OVER))
            sizes.append(await wall.evaluate(_SIZE))

        assert lobby == [0, 0]
        assert over == [[0, 0]] * len(HEADINGS)
        assert max(sizes) > 1
