"""The board says when the room closes."""

from __future__ import annotations

import datetime as dt

from tests.tui.board.facilitating import at_board
from tests.workshop.desk_house import Facilitated


def one_who_plays() -> Facilitated:
    room = Facilitated()
    room.workshop.plays("Ines")
    return room


def clock_in(room: Facilitated, minutes: int) -> str:
    """What a clock in the room shows so many minutes from now."""
    now = dt.datetime.fromisoformat(room.room.utc()).astimezone()
    return f"{now + dt.timedelta(minutes=minutes):%H:%M}"


async def test_the_time_and_what_is_left_stand_on_one_line() -> None:
    room = one_who_plays()
    at_ten = clock_in(room, 10)
    async with at_board(room, size=(120, 40)) as at:
        await at.press("t", *"+10", "enter")
        assert f"Closes by itself at {at_ten}." in at.seen
        assert f"closes at {at_ten}, in 10:00   0 of 1 here" in at.seen
    async with at_board(room) as at:
        assert f"closes {at_ten} (10:00)" in at.seen
        assert "1 play, 0 through" in at.seen


async def test_a_breath_stands_the_closing_and_then_says_the_new_time() -> None:
    room = one_who_plays()
    async with at_board(room) as at:
        await at.press("t", *"+10", "enter", "b")
        room.workshop.clock.advance(180_000)
        await at.look()
        assert "closing waits (10:00)   0 of 1 here   1 play" in at.seen
        await at.press("b")
        said = " ".join(at.seen.replace("▌", " ").split())
        assert f"The room closes at {clock_in(room, 10)}, in ten minutes:" in said
        assert "three minutes later, for the breath." in said


async def test_a_time_that_is_set_in_a_breath_says_that_it_still_grows() -> None:
    room = one_who_plays()
    async with at_board(room, size=(120, 40)) as at:
        await at.press("b", "t", *"+10", "enter")
        assert "; later by as long as the" in at.seen
        assert "breath still lasts." in at.seen


async def test_a_breath_with_no_closing_says_nothing_of_one() -> None:
    room = one_who_plays()
    async with at_board(room) as at:
        await at.press("b")
        room.workshop.clock.advance(180_000)
        await at.press("b")
        assert "later" not in at.seen
        assert "closes" not in at.seen
