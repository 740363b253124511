"""A hall has a board; a home, a door."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.tui.widgets.choices import Choices
from empathy_sim.tui.widgets.front_door import FrontDoor
from empathy_sim.tui.widgets.ticket_board import TicketBoard
from tests.tui.device_stage import Stage
from tests.tui.seen import rows_of, text_of


async def felt(stage: Stage, milliseconds: int) -> None:
    """Let felt time pass, second by second, as the frame does."""
    for _ in range(milliseconds // SECOND):
        await stage.pass_time(SECOND)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_machine_offers_its_letters_and_a_number_key_draws_one(
    size: tuple[int, int],
) -> None:
    stage = Stage("counter-wrong-letter")
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()
        seen = text_of(stage)
        for words in ("Please take a ticket", "1  B  Service", "2  D  After-sales"):
            assert words in seen
        assert "✕ Go home" in seen

        await pilot.press("2")
        await pilot.pause()

    assert stage.chosen() == ["mending"]


async def test_the_ticket_the_board_and_those_before_are_seen() -> None:
    stage = Stage("counter-that-works")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        seen = text_of(stage)
        assert "Repairs and returns" in seen
        assert "● 2 before you with this letter" in seen
        assert seen.count("●") == 3

        await felt(stage, 70 * SECOND)
        await pilot.pause()

        assert "nobody before you" in text_of(stage)


async def test_a_called_number_is_gone_to_with_enter_and_stays_so_long() -> None:
    stage = Stage("counter-that-works")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        await felt(stage, 47 * SECOND)
        await pilot.pause()
        assert stage.query_one(TicketBoard).has_class("-mine")
        before = next(row for row in rows_of(stage) if "stays on the board" in row)
        await felt(stage, 3 * SECOND)
        await pilot.pause()
        after = next(row for row in rows_of(stage) if "stays on the board" in row)
        assert before != after

        await pilot.press("enter")
        await pilot.pause()
        assert "That is done." in text_of(stage)
        await pilot.press("enter")
        await pilot.pause()

    assert stage.chosen() == ["repairs-and-returns", "go", "served"]


async def test_the_board_cannot_be_seen_by_who_is_away() -> None:
    stage = Stage("counter-number-passed")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("3")
        await pilot.pause()

        seen = text_of(stage)
        assert "You chose: " in seen
        assert "The board cannot be seen from here." in seen
        assert not stage.query(TicketBoard)
        assert not stage.query(Choices)


async def test_a_sign_on_the_glass_and_what_is_seen_stand_under_the_board() -> None:
    stage = Stage("counter-shuts")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1")
        await felt(stage, 60 * SECOND)
        await pilot.pause()

        assert "This position is closed. Please wait." in text_of(stage)


async def test_giving_up_is_reached_with_the_mouse() -> None:
    stage = Stage("counter-that-works")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(".sign Pressable")
        await pilot.pause()

    assert stage.chosen() == ["left"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_home_shows_the_hours_the_door_and_what_was_sent(
    size: tuple[int, int],
) -> None:
    stage = Stage("counter-stops-rise")
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()
        seen = text_of(stage)
        for words in ("14 Quarry Lane", "08:00", "18:00", "Messages"):
            assert words in seen
        await felt(stage, 60 * SECOND)
        await pilot.pause()

        assert len(stage.of(e.MessageArrived)) > 1
        assert "4 stops" in " ".join(text_of(stage).split())


async def test_the_bell_is_answered_with_enter() -> None:
    stage = Stage("counter-at-home-that-works")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(200):
            if stage.of(e.Announced):
                break
            if "Stay by the door" in text_of(stage):
                await pilot.press("1")
            await stage.pass_time(5 * SECOND)
            await pilot.pause()
        assert "The doorbell rings." in text_of(stage)
        assert stage.query_one(FrontDoor).has_class("-rings")

        await pilot.press("enter")
        await pilot.pause()

        assert "It was the valve." in text_of(stage)


async def test_a_card_lies_on_the_mat() -> None:
    stage = Stage("counter-card-at-home")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await stage.pass_time(2 * MINUTE)
        await pilot.pause()
        seen = text_of(stage)

        assert "Sorry we missed you." in seen
        assert stage.query_one(FrontDoor).has_class("-card")
        assert "Go on" in seen


async def test_a_wait_at_the_door_keeps_the_focus_while_the_clock_goes_on() -> None:
    stage = Stage("counter-rings-while-away")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("down")
        focused = stage.screen.focused
        await felt(stage, 10 * SECOND)
        await pilot.pause()

        assert focused is not None
        assert stage.screen.focused is focused
