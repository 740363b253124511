"""Whole journeys, from the code to what is shared."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from playwright.async_api import Page

from empathy_sim.engine import events as story
from tests.workshop.browser.hosted_room import HostedRoom, hosted_room
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


def is_over(room: HostedRoom, label: str) -> bool:
    """Whether somebody's debrief is behind them."""
    phases = [each.phase for each in room.log(label) if type(each) is story.PhaseBegan]
    return "closed" in phases


async def played_by_taps(lines: LinesPage, room: HostedRoom, label: str) -> None:
    """Come as far as the hold, mark a feeling, leave, and look back on it."""
    happened = partial(room.happened, label)
    await lines.onward(lambda: happened(story.StageEntered))
    await lines.tap("Feeling")
    await lines.write_beside("tired of the piano", "Flat")
    await until(lambda: happened(story.ReactionRecorded))
    await lines.more("Leave the journey")
    await lines.tap("Leave for good")
    await until(lambda: happened(story.JourneyLeft))
    await lines.write("long")
    await lines.onward(lambda: is_over(room, label))


async def shared(page: Page, room: HostedRoom, *ticks: str) -> None:
    """Tick what the room may see, and keep it."""
    await page.wait_for_url("**/seat/share")
    for each in ticks:
        await page.check(f"text={each}")
    await page.click("text=Keep these ticks")
    await page.wait_for_selector("text=Kept as you ticked it.")
    await until(lambda: all(each.ticked for each in room.state().customers))


async def test_a_desktop_is_played_by_keys_to_what_is_shared(tmp_path: Path) -> None:
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
            await pressed(page, lambda: is_over(room, "Ines"), "F5")
            await shared(page, room, "My curve: 1 mark")
            await pressed(board, lambda: room.state().phase == "closed", "c", "y")

            (seat,) = room.state().customers
            assert seat.ticked is not None
            assert seat.ticked.curve
            assert not seat.ticked.named
            assert room.process.poll() is None


async def test_a_telephone_is_played_by_taps_to_what_is_taken_home(
    tmp_path: Path,
) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            page = await joined(browser, room, "Ines", PHONE)
            await begun(browser, room)
            await page.wait_for_url("**/seat/lines")
            await played_by_taps(LinesPage(page), room, "Ines")
            await shared(
                page, room, "My one word", "tired of the piano", "With my name"
            )
            async with page.expect_download() as kept:
                await page.tap("text=The page to keep")
            taken = await (await kept.value).path()
            home = await asyncio.to_thread(taken.read_text, "utf-8")

            (seat,) = room.state().customers
            assert seat.ticked is not None
            assert seat.ticked.word
            assert seat.ticked.named
            assert len(seat.ticked.words) == 1
            assert not seat.ticked.curve
            (felt,) = room.happened("Ines", story.ReactionRecorded)
            assert type(felt) is story.ReactionRecorded
            assert felt.words == "tired of the piano"
            assert "tired of the piano" in home


async def test_one_goes_over_to_large_buttons_and_back_by_the_pages_own_buttons(
    tmp_path: Path,
) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            page = await joined(browser, room, "Ines")
            await begun(browser, room)
            await page.wait_for_url("**/seat/terminal")
            await page.wait_for_selector(".xterm-screen")
            await page.click("#terminal")
            consented = partial(room.happened, "Ines", story.Consented)
            await pressed(page, consented, "F5")

            await page.click("text=Large buttons")
            await page.wait_for_url("**/seat/lines")
            await page.wait_for_selector("#offers button")
            await page.click("#more")
            await page.click("text=Play on a screen with a keyboard instead")
            await page.wait_for_url("**/seat/terminal")
            await page.wait_for_selector(".xterm-screen")
            await page.click("#terminal")
            entered = partial(room.happened, "Ines", story.StageEntered)
            await pressed(page, entered, "F5")

            assert len(room.happened("Ines", story.JourneyBegan)) == 1
            assert len(consented()) == 1
            assert room.process.poll() is None
