"""What is asked on a phone stands in order."""

from __future__ import annotations

from pathlib import Path

import pytest

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
SIZES = [(390, 844), (360, 640)]
_CUT = """[...document.querySelectorAll("#asked button, #asked input, .always button")]
  .filter((each) => each.offsetParent)
  .filter((each) => {
    const box = each.getBoundingClientRect();
    const around = (each.closest("#asked") || document.body).getBoundingClientRect();
    return box.bottom > Math.min(around.bottom, innerHeight) + 1 || box.top < around.top;
  })
  .map((each) => each.innerText || each.id)"""
_TOPS = """(names) => names.map((each) =>
  document.querySelector(each).getBoundingClientRect().top)"""


async def stands_in_order(lines: LinesPage, *names: str) -> None:
    """Each stands below the one before it, and nothing is cut."""
    tops = await lines.page.evaluate(_TOPS, list(names))
    assert tops == sorted(tops), dict(zip(names, tops, strict=True))
    assert await lines.page.evaluate(_CUT) == []


async def before_the_story(lines: LinesPage, room: HostedRoom) -> None:
    """The contract and the guesses, each question above what answers it."""
    page = lines.page
    await page.wait_for_selector("#offers [data-sort=tick]")
    await stands_in_order(lines, "#asks", "#offers .ticks", "[data-sort=go]")
    await lines.tap("Go on")
    await stands_in_order(lines, "#asks", "#line", "#passing button")
    await page.tap("#typing button")
    await page.wait_for_selector("text=Write something first")
    await lines.tap("Go on without")
    await lines.onward(lambda: room.happened("Ines", story.Consented))
    while "A number from" not in await page.inner_text("#line-label"):
        await lines.tap("Go on")
    await stands_in_order(lines, "#asks", "#line", "#passing button")
    await lines.tap("Pass over all that follow")
    await until(lambda: room.happened("Ines", story.StageEntered))


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_questions_stand_above_their_answers_and_passing_over_comes_last(
    tmp_path: Path, width: int, height: int
) -> None:
    device = {**PHONE, "viewport": {"width": width, "height": height}}
    with hosted_room(tmp_path, "the-birthday-kettle", "--pace", "brisk") as room:
        async with browsers() as browser:
            page = await joined(browser, room, "Ines", device)
            board = await begun(browser, room)
            await page.wait_for_url("**/seat/lines")
            lines = LinesPage(page)
            await before_the_story(lines, room)
            await page.fill("#line", "half a word")
            await lines.tap("Feeling")
            assert await page.input_value("#line") == ""
            await page.fill("#line", "already tired")
            await pressed(
                board,
                lambda: room.state().pace != "brisk",
                *("Escape", "p", "Enter"),
            )
            await page.wait_for_selector("#pacing:visible")
            order = (
                "#pacing",
                "#asks",
                "#line",
                "#offers .feelings",
                "#passing button",
            )
            await stands_in_order(lines, *order)
            await lines.tap("Flat")
            await until(lambda: room.happened("Ines", story.ReactionRecorded))
            (felt,) = room.happened("Ines", story.ReactionRecorded)
            assert type(felt) is story.ReactionRecorded
            assert felt.words == "already tired"
            assert await page.input_value("#line") == "half a word"
