"""The foot of the board names what matters now."""

from __future__ import annotations

import pytest

from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.room.telling import ask_quietly
from tests.tui.board.facilitating import AtBoard, at_board
from tests.workshop.desk_house import Facilitated
from tests.workshop.test_desk import CUES


def foot_of(at: AtBoard) -> str:
    """The last two rows, read as one."""
    return " ".join(" ".join(at.seen.rstrip("\n").split("\n")[-2:]).split())


def named(at: AtBoard, *keys: str) -> None:
    foot = foot_of(at)
    assert [key for key in keys if key not in foot] == [], foot


SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


@SIZES
async def test_in_the_lobby_links_the_closing_and_the_pace_are_named(
    size: tuple[int, int],
) -> None:
    room = Facilitated()
    room.workshop.sit("Ines")
    async with at_board(room, size=size) as at:
        named(at, "S Start", "T Close at", "P Pace", "D Links", "N Say a word")
        named(at, "⏎ This seat", "M The room", "F1 Help")
        assert "V Run sheet" not in foot_of(at)


@SIZES
async def test_while_they_play_every_key_that_may_be_pressed_in_haste_is_named(
    size: tuple[int, int],
) -> None:
    room = Facilitated(*CUES)
    ines = room.workshop.plays("Ines")
    ask_quietly(room.room, ines, "Help")
    async with at_board(room, size=size) as at:
        named(at, "B Breathe", "T Close at", "C Close now", "P Pace", "V Run sheet")
        named(at, "D Links", "A Seen", "N Say a word", "L Lead on")
        named(at, "⏎ This seat", "O Order", "M The room", "F1 Help")
        await at.press("b")
        named(at, "B Go on")
        assert "Breathe" not in foot_of(at)
        await at.press("b")
        named(at, "B Breathe")

    assert len(room.happened(e.WentOn)) == 1


@SIZES
async def test_looking_back_the_wall_and_the_rooms_page_are_named(
    size: tuple[int, int],
) -> None:
    room = Facilitated(*CUES)
    room.workshop.plays("Ines")
    close_play(room.room)
    async with at_board(room, size=size) as at:
        named(at, "R Reveal", "→ Turn", "G Save page", "Y Swap pairs", "V Run sheet")
        named(at, "D Links", "N Say a word", "⏎ This seat", "M The room", "F1 Help")
        assert "Close" not in foot_of(at)


async def test_a_key_of_the_foot_can_be_pressed_with_the_mouse() -> None:
    room = Facilitated()
    room.workshop.plays("Ines")
    async with at_board(room) as at:
        await at.pilot.click("FooterKey")
        await at.look()
        assert room.room.state.breathing


async def test_a_room_whose_time_is_past_is_not_begun() -> None:
    room = Facilitated()
    room.workshop.sit("Ines")
    async with at_board(room) as at:
        await at.press("t", *"+10", "enter")
        assert "(10:00)" in at.seen or "in 10:00" in at.seen
        room.workshop.clock.advance(11 * 60_000)
        await at.press("s", "y")
        assert room.happened(e.PlayBegan) == []
        said = " ".join(at.seen.replace("▌", " ").split())
        assert "would close at once" in said
        await at.press("t", *"+10", "enter", "s", "y")
        assert len(room.happened(e.PlayBegan)) == 1


async def test_a_mark_says_what_to_do() -> None:
    room = Facilitated()
    ines, omar = room.workshop.plays("Ines"), room.workshop.plays("Omar")
    room.workshop.pass_with(2_000, ines, omar)
    ask_quietly(room.room, ines, "Help")
    room.workshop.clock.advance(6_000)
    room.workshop.attendance.look()
    async with at_board(room) as at:
        assert "go to them, and A takes note" in " ".join(at.seen.split())
        await at.press("down")
        said = " ".join(at.seen.split())
        assert "Go and see; K: a link for another computer." in said
