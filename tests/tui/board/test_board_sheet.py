"""The run sheet on the board."""

from __future__ import annotations

from msgspec.structs import replace

from empathy_sim.tui.widgets.board_said import LASTS_S
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


async def test_a_long_cue_is_cut_between_words_and_says_what_reads_on() -> None:
    long = replace(CUES[0], say=(" ".join(["slowly and clearly"] * 20),))
    for size in ((80, 24), (120, 40)):
        async with at_board(Facilitated(long), size=size) as at:
            [row] = [line for line in at.seen.split("\n") if "(V reads on)" in line]
            whole = {"slowly", "and", "clearly"}
            assert set(row.replace("… (V reads on)", "").split()) <= whole


async def test_what_was_done_lies_over_nothing_and_goes() -> None:
    room = Facilitated(*CUES)
    for number in range(14):
        room.workshop.sit(f"Somebody {number}")
    async with at_board(room) as at:
        at.board.say("It is kept at /home/somebody/room-of-the-birthday-kettle.html")
        await at.look()
        rows = at.seen.split("\n")
        assert sum("room-of-the-birthday-kettle.html" in line for line in rows) == 1
        assert any(line.startswith(" V  ") for line in rows)
        assert all(
            line.split()[1:2] == ["Somebody"] for line in rows if "Somebody" in line
        )
        await at.press("m")
        assert at.seen.count("room-of-the-birthday-kettle.html") <= 1
        await at.press("escape")
        await at.pilot.pause(LASTS_S)
        assert "room-of-the-birthday-kettle" not in at.seen


async def test_what_cannot_be_done_is_said_once_and_over_a_dialog_that_opens() -> None:
    room = Facilitated()
    seat = room.workshop.sit("Ines")
    room.workshop.begin()
    room.workshop.room.session_of(seat)
    async with at_board(room) as at:
        await at.press("l", "y")
        assert at.seen.count("has not begun") == 1, at.seen
        await at.press("m")
        assert at.seen.count("has not begun") == 1, at.seen
