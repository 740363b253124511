"""The board, in a real browser."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from empathy_sim.cli.host_keys import kept_keys
from tests.workshop.browser.hosted_room import HostedRoom, hosted_room
from tests.workshop.browser.in_browsers import IN_A_BROWSER, browsers, pressed

pytestmark = IN_A_BROWSER


async def status_of(link: str) -> int:
    async with aiohttp.ClientSession() as browser:
        return (await browser.get(link)).status


def board_now(room: HostedRoom) -> str:
    """The board's link, as it is kept at this moment."""
    kept = (room.folder / "workshops").glob("*.json")
    (name,) = (each.stem for each in kept if not each.stem.endswith(".served"))
    return f"{room.url}/f/{kept_keys(room.folder, name).of('facilitator')}"


async def test_a_tab_goes_on_by_the_new_link_and_another_one_does_not(
    tmp_path: Path,
) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            context = await browser.new_context(viewport={"width": 1280, "height": 800})
            board, wall = await context.new_page(), await context.new_page()
            thief = await (await browser.new_context()).new_page()
            await thief.goto(room.board)
            await thief.wait_for_selector(".xterm-screen")
            await wall.goto(f"{room.url}/wall")
            await board.goto(room.board)
            await board.wait_for_selector(".xterm-screen")
            await board.click("#terminal")
            keys = ("d", "b", "n", "y")
            await pressed(board, lambda: board_now(room) != room.board, *keys)

            await board.wait_for_url("**/board")
            await board.wait_for_selector(".xterm-screen")
            await wall.reload()
            await wall.wait_for_selector(".invite svg")
            assert await status_of(room.board) == 403
            assert await status_of(board_now(room)) == 200
            await thief.reload()
            assert "Who are you?" in await thief.inner_text("body")

            await board.click("#terminal")
            await pressed(
                board, lambda: room.state().phase == "playing", "Escape", "s", "y"
            )


async def test_a_wall_whose_link_got_out_says_so_on_the_projector(
    tmp_path: Path,
) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            wall = await (await browser.new_context()).new_page()
            await wall.goto(room.wall)
            await wall.wait_for_selector(".invite svg")
            board = await (await browser.new_context()).new_page()
            await board.goto(room.board)
            await board.wait_for_selector(".xterm-screen")
            await board.click("#terminal")
            for key in ("d", "w", "n", "y"):
                await board.keyboard.press(key)
                await board.wait_for_timeout(1_000)

            await wall.wait_for_selector("text=Who are you?")
            assert await status_of(room.wall) == 403


_BELOW_THE_EDGE = """() => {
    const bottom = (at) => document.querySelector(at).getBoundingClientRect().bottom;
    return bottom(".xterm-screen") - bottom("#terminal");
}"""


@pytest.mark.parametrize("first", [(1280, 800), (820, 600)])
async def test_a_window_that_changes_its_size_cuts_nothing_off_the_board(
    tmp_path: Path, first: tuple[int, int]
) -> None:
    with hosted_room(tmp_path, "slipping-hold") as room:
        async with browsers() as browser:
            board = await browser.new_page()
            for width, height in (first, (820, 600), (1280, 800), (700, 900)):
                await board.set_viewport_size({"width": width, "height": height})
                if board.url == "about:blank":
                    await board.goto(room.board)
                    await board.wait_for_selector(".xterm-screen")
                await board.wait_for_timeout(1_500)
                assert await board.evaluate(_BELOW_THE_EDGE) <= 0, (width, height)
