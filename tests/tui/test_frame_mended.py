"""A stage lived again, over the debrief."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.tui.order import LookBack, Resume
from tests.tui.frame_house import Desk, FakeHouse, desk

WIDE = (110, 60)


async def live_again(at: Desk) -> None:
    """Choose the first fix, and enter its stage again."""
    at.screen.set_focus(None)
    await at.press("4")
    at.screen.query_one("MendedPage Chips").focus()
    await at.press("enter", "enter")
    await at.until_at("AgainScreen")


async def test_a_stage_is_lived_again_and_set_beside_what_it_was() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await live_again(at)
        assert "Mended: Decide again." in at.seen
        await at.press("enter", "enter", "enter")
        await at.until_at("DebriefScreen")
        await at.worked_out()

        assert "As it was" in at.seen
        assert "Not met any more: the date moved." in at.seen
        assert "And the whole journey" in at.seen
        assert "Simulated: nobody lived this." in at.seen
    (again,) = house.happened(e.LivedAgain)
    assert (again.fix, again.stage) == ("waiting/late", "day")
    assert "so it is" not in again.log


async def test_a_stage_that_is_left_half_way_is_not_compared() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await live_again(at)
        await at.press("f10", "y")
        await at.until_at("DebriefScreen")

        assert "You left it half-way" in at.seen
    assert not house.happened(e.LivedAgain)


async def test_nothing_is_lived_again_before_a_fix_is_chosen() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await at.press("4")
        at.screen.query_one("MendedPage .live").focus()
        await at.press("enter")

        assert at.at == "DebriefScreen"
        assert "Choose what is mended first." in at.seen


async def test_what_was_lived_again_is_there_when_one_looks_back() -> None:
    house = FakeHouse()
    name = house.stopped_in("closed")
    async with desk(house, LookBack(name), size=WIDE) as at:
        await live_again(at)
        await at.press("enter", "enter", "enter")
        await at.until_at("DebriefScreen")
        await at.worked_out()
    house.reads = True
    async with desk(house, LookBack(name), size=WIDE) as at:
        await at.press("4")
        await at.worked_out()

        assert "Lived again: one stage" in at.seen
        assert not at.screen.query(".live")


async def test_what_a_fix_would_save_is_worked_out_from_the_whole_journey() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await live_again(at)
        await at.press("enter", "enter", "enter")
        await at.until_at("DebriefScreen")
        await at.worked_out()
        at.screen.set_focus(None)
        await at.press("6")
        await at.strike(*["down"] * 4)
        await at.press("enter")

        assert "What it comes to in a year" in at.seen
        at.screen.query_one("YearPage .comes-to").scroll_visible(animate=False)
        await at.pilot.pause()
        assert "What a fix would save" in at.seen
        assert "Simulated, if it did for all of them" in at.seen
