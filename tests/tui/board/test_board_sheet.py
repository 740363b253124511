"""The run sheet on the board."""

from __future__ import annotations

from tests.tui.board.facilitating import at_board
from tests.workshop.desk_house import Facilitated
from tests.workshop.test_desk import CUES


async def test_the_run_sheet_is_read_from_a_key() -> None:
    async with at_board(Facilitated(*CUES)) as at:
        await at.press("v")
        assert "Welcome." in at.seen
        assert "Escape goes back" in at.seen


async def test_the_run_sheet_is_turned_by_the_arrows_and_ends_at_its_ends() -> None:
    async with at_board(Facilitated(*CUES)) as at:
        await at.press("v")
        assert "now" in at.seen
        await at.press("right")
        assert CUES[1].say[0] in at.seen
        await at.press(*["right"] * len(CUES))
        assert CUES[-1].say[0] in at.seen
        await at.press(*["left"] * len(CUES))
        assert CUES[0].say[0] in at.seen
        assert at.room.world.turned == []


async def test_one_before_the_story_is_not_led_on_and_it_is_said_why() -> None:
    room = Facilitated()
    seat = room.workshop.sit("Ines")
    room.workshop.begin()
    room.workshop.room.session_of(seat)
    async with at_board(room) as at:
        await at.press("l", "y")
        await at.reads("has not begun")


async def test_what_is_to_be_said_now_is_not_cut_off_in_the_lobby() -> None:
    room = Facilitated(*CUES)
    room.workshop.sit("Wilhelmina Featherstonehaugh-Cholmondeley")
    async with at_board(room) as at:
        assert "\n V  " in at.seen
        assert "Played as it was written." in at.seen
