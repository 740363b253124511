"""Days pass, and what comes is read."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.tui.widgets.calendar_leaf import CalendarLeaf
from tests.tui.device_stage import Stage
from tests.tui.seen import text_of


async def test_while_days_pass_there_is_nothing_to_press() -> None:
    stage = Stage("days-that-work")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.press("1", "enter")
        await pilot.pause()

        assert "Tuesday" in text_of(stage)
        assert "day 1 of 4" in text_of(stage)
    assert stage.chosen() == []


async def test_what_came_is_open_and_the_calendar_shows_its_day() -> None:
    stage = Stage("days-interrupted")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await stage.pass_time(15_000)
        await pilot.pause(1.0)
        seen = text_of(stage)

    for words in ("Wednesday", "Your question", "We have received your question."):
        assert words in seen
    assert "day 2 of 6" in seen


async def test_a_reply_that_leads_nowhere_comes_back() -> None:
    stage = Stage("days-interrupted")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await stage.pass_time(15_000)
        await pilot.pause(0.1)
        await pilot.press("2")
        await pilot.pause(0.1)
        await pilot.press("1")
        await pilot.pause(0.1)

        assert "Your reply was not delivered" in text_of(stage)
    assert stage.chosen() == ["reply"]
    assert len(stage.of(e.MessageArrived)) == 3


async def test_what_came_before_can_be_read_again_and_nothing_happens() -> None:
    stage = Stage("days-interrupted")
    async with stage.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await stage.pass_time(15_000)
        await pilot.pause(0.1)
        await pilot.press("1")
        await pilot.pause(0.1)
        before = len(stage.session.log)
        assert "Your question has been answered." in text_of(stage)

        rows = list(stage.query("InboxList Pressable"))
        await pilot.click(rows[-1])
        await pilot.pause(0.1)
        assert "We have received your question." in text_of(stage)
        assert len(stage.session.log) == before


async def test_one_may_act_before_the_days_are_over() -> None:
    stage = Stage("days-interrupted")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await stage.pass_time(15_000)
        await pilot.pause(0.1)
        await pilot.press("3")
        await pilot.pause(0.1)
        assert "You look for the number." in text_of(stage)
        assert not stage.query(CalendarLeaf)
        await pilot.press("2")
        await pilot.pause()

    assert stage.session.state.ending == "rang"
