"""Links are shown again, and changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.errors import StoreUnwritable
from empathy_sim.tui.screens.board_invite import EVERY_S
from empathy_sim.tui.widgets.board_letters import large
from empathy_sim.workshop.desk import Invitation, Linked
from tests.tui.board.facilitating import AtBoard, at_board
from tests.workshop.desk_house import WAY_IN

OTHER = Invitation(WAY_IN.address, "ghj klm", f"{WAY_IN.address}/j/other")


@pytest.mark.parametrize(
    ("key", "title", "link"),
    [
        ("w", "The wall", "http://here:8040/wall/secret-0"),
        ("f", "The frontline's poll", "http://here:8040/poll/secret-0"),
        ("b", "Your own board", "http://here:8040/facilitator/secret-0"),
    ],
)
async def test_what_was_printed_at_the_start_is_shown_again(
    key: str, title: str, link: str
) -> None:
    async with at_board() as at:
        await at.press("d", key)
        assert title in at.seen
        assert link in at.seen
        assert at.seen.count("█" * 41) == 21
        await at.press("escape")
        assert link not in at.seen

    assert at.room.world.turned_over == []


async def test_the_way_in_is_shown_with_its_code() -> None:
    async with at_board(size=(120, 40)) as at:
        await at.press("m", "d", "c")
        assert "How people come in" in at.seen
        assert "bcd fgh" in at.seen
        assert at.seen.count("█" * 41) == 21


@pytest.mark.parametrize(
    ("key", "purpose", "then"),
    [
        ("c", "join", "Whoever has a seat keeps it."),
        ("w", "wall", "goes dark at once"),
        ("f", "poll", "What was answered stays"),
        ("b", "facilitator", "The old one is dead at once"),
    ],
)
async def test_a_link_that_got_out_is_changed_where_that_is_agreed_to(
    key: str, purpose: Linked, then: str
) -> None:
    async with at_board() as at:
        await at.press("d", key, "n")
        assert then in " ".join(at.seen.replace("│", " ").split())
        await at.press("escape")
        assert at.room.world.turned_over == []
        await at.press("n", "y")
        assert at.room.world.turned_over == [purpose]
        assert "nother" in at.seen
        if purpose != "join":
            assert f"http://here:8040/{purpose}/secret-1" in at.seen
        await at.press("escape")
        assert at.app.screen is at.board


async def test_a_link_that_cannot_be_kept_is_told_and_stays() -> None:
    async with at_board() as at:
        at.room.world.refuses = StoreUnwritable(path=Path("/there"), why="it is full")
        await at.press("d", "w", "n", "y")
        assert "Nothing can be saved in /there" in at.seen
        assert "http://here:8040/wall/secret-0" in at.seen


async def test_a_way_in_that_is_only_looked_at_is_not_changed_by_a_key() -> None:
    async with at_board() as at:
        await at.press("i", "n")
        assert "Point a camera here" in at.seen
        await at.press("escape")
        assert at.app.screen is at.board


async def shows_code(at: AtBoard, code: str) -> bool:
    await at.look()
    return all(line.rstrip() in at.seen for line in large(code).split("\n"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_lobby_shows_the_other_way_in_on_every_board(
    size: tuple[int, int],
) -> None:
    async with at_board(size=size) as at:
        assert await shows_code(at, "bcd fgh")
        at.room.world.way_in = OTHER
        assert await shows_code(at, "ghj klm")
        assert not await shows_code(at, "bcd fgh")


async def test_an_open_way_in_follows_where_another_board_makes_another() -> None:
    async with at_board(size=(120, 40)) as at:
        at.board.draw = lambda link: link
        await at.press("i")
        assert "bcd fgh" in at.seen
        assert WAY_IN.link in at.seen
        at.room.world.way_in = OTHER
        await at.pilot.pause(EVERY_S + 0.1)

        assert OTHER.link in at.seen
        assert "ghj klm" in at.seen
        assert "bcd fgh" not in at.seen
        assert "Another one was made just now." in at.seen
        await at.press("escape")
        assert "Another one was made" not in at.seen


@pytest.mark.parametrize(("key", "purpose"), [("c", "join"), ("w", "wall")])
async def test_an_open_link_follows_too(key: str, purpose: Linked) -> None:
    async with at_board(size=(120, 40)) as at:
        await at.press("d", key)
        at.room.world.way_in = OTHER
        at.room.world.turn_over(purpose)
        await at.pilot.pause(EVERY_S + 0.1)

        assert "Another one was made just now." in at.seen
        assert ("ghj klm" if key == "c" else "wall/secret-1") in at.seen


async def test_a_link_that_is_shown_once_stays_as_it_is() -> None:
    async with at_board(size=(120, 40)) as at:
        await at.press("i")
        before = at.seen
        await at.pilot.pause(2 * EVERY_S)

        assert at.seen == before
