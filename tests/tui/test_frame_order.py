"""From home through a session and home again."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.widgets import OptionList

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.frame_events import Phase
from empathy_sim.tui.order import LookBack, Play, Resume
from empathy_sim.tui.widgets.tick import Tick
from tests.tui.failing_store import FailingStore
from tests.tui.frame_house import BROKEN, CARD, FakeHouse, desk


def phases(house: FakeHouse) -> list[str]:
    return [event.phase for event in house.happened(e.PhaseBegan)]


async def test_a_session_goes_from_home_to_its_debrief_by_keys_and_home_again() -> None:
    house = FakeHouse()
    async with desk(house) as at:
        for screen in ("ContractScreen", "ReportScreen", "CardScreen"):
            await at.press("enter")
            await at.until_at(screen)
        await at.press("f2")
        await at.until_at("FeelingScreen")
        await at.press("left", "enter")
        await at.until(lambda _: bool(house.happened(e.ReactionRecorded)))
        await at.press("f5")
        await at.until_at("PredictionsScreen")
        await at.press("4", "enter", "3", "0", "enter", "enter")
        await at.until_at("PlayScreen")
        await at.press("enter", "enter", "enter")
        await at.until_at("EndingScreen")
        await at.press("enter")
        await at.until_at("FeelingScreen")
        await at.press("enter")
        await at.until_at("RestScreen")
        await at.press(*"long", "enter")
        await at.until_at("DebriefScreen")
        await at.press("f5", "f5", "f5", "f5", "f5")
        await at.until_at("HomeScreen")

        assert "debrief: solved" in at.seen

    assert phases(house) == [
        *("report", "card", "predicting", "playing", "ending"),
        *("resting", "debriefing", "closed"),
    ]
    guesses = [(each.prediction, each.value) for each in house.happened(e.Predicted)]
    assert guesses == [("contacts", 4), ("waited", 30)]
    assert [each.pleasant for each in house.happened(e.ReactionRecorded)] == [-1, 0]
    assert [each.words for each in house.happened(e.Reflected)] == ["long"]


async def test_consent_keeps_departments_service_and_the_wish_to_be_left_alone() -> (
    None
):
    house = FakeHouse()
    name = house.stopped_in("contract")
    async with desk(house, Resume(name)) as at:
        first, _, third = at.screen.query(".department").results(Tick)
        for widget in (first, third):
            await at.pilot.click(widget)
        at.screen.query_one("#service").focus()
        await at.type("Picking up.")
        at.screen.query_one("#uninterrupted").focus()
        await at.press("space", "f5")
        await at.until_at("ReportScreen")

    (consented,) = house.happened(e.Consented)
    assert consented.departments == ("operations", "marketing")
    assert consented.service == "Picking up."
    assert consented.uninterrupted


async def test_the_contract_is_whole_with_its_button_at_80_by_24() -> None:
    house = FakeHouse()
    name = house.stopped_in("contract")
    async with desk(house, Resume(name), size=(80, 24)) as at:
        for words in ("What happens", "only pauses.", "timeline", "Begin", "Not now"):
            assert words in at.seen


@pytest.mark.parametrize("phase", ["contract", "report", "card", "predicting"])
async def test_who_leaves_before_it_begins_is_asked_once_and_nothing_more(
    phase: Phase,
) -> None:
    house = FakeHouse()
    name = house.stopped_in(phase)
    async with desk(house, Resume(name)) as at:
        await at.press("f10")
        assert "Leave before it begins?" in at.seen
        await at.press("y")
        await at.until(lambda _: bool(house.happened(e.JourneyLeft)))

    assert not house.happened(e.Predicted)


async def test_a_key_pressed_twice_goes_on_by_one_page() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("report"))) as at:
        at.app.post_message(Key("f5", None))
        at.app.post_message(Key("f5", None))
        await at.until_at("CardScreen")

    assert phases(house)[-1] == "card"


async def test_a_guess_that_is_no_number_is_said_so_and_nothing_begins() -> None:
    house = FakeHouse()
    name = house.stopped_in("predicting")
    async with desk(house, Resume(name)) as at:
        await at.type("many")
        await at.press("f5")

        assert at.at == "PredictionsScreen"
        assert "A whole number" in at.seen

    assert not house.happened(e.Predicted)


async def test_a_guess_beyond_the_scale_is_refused_with_the_scale() -> None:
    house = FakeHouse()
    name = house.stopped_in("predicting")
    async with desk(house, Resume(name)) as at:
        await at.type("1000")
        await at.press("f5")

        assert at.at == "PredictionsScreen"
        assert "from 0 to 999" in at.seen


async def test_marks_made_afterwards_are_about_the_moment_that_was_chosen() -> None:
    house = FakeHouse()
    name = house.stopped_in("afterwards", uninterrupted=True)
    before = len(house.happened(e.ReactionRecorded))
    async with desk(house, Resume(name), size=(100, 34)) as at:
        await at.press("enter")
        await at.until_at("FeelingScreen")
        await at.press("right", "right", "enter")
        await at.until_at("AfterwardsScreen")

        assert "●" in at.seen
        await at.press("f5")
        await at.until_at("RestScreen")

    marks = house.happened(e.ReactionRecorded)[before:]
    entered = house.happened(e.StageEntered)[0].story_ms
    assert [(each.about_ms, each.pleasant) for each in marks] == [(entered, 2)]


async def test_a_slow_breath_begins_and_ends_on_a_key_and_nothing_is_recorded() -> None:
    house = FakeHouse()
    name = house.stopped_in("resting")
    length = len(house.log())
    async with desk(house, Resume(name)) as at:
        await at.press("f6")

        assert "in" in at.seen
        assert "●" in at.seen
        await at.press("f6")
        assert "●" not in at.seen

    assert len(house.log()) == length


async def test_closing_at_any_moment_leads_back_to_the_same_place_from_home() -> None:
    for phase in ("contract", "report", "card", "predicting", "ending", "resting"):
        house = FakeHouse()
        name = house.stopped_in(phase)
        async with desk(house) as at:
            assert "Go on" in at.seen
            await at.press("enter")
            await at.until(lambda a: a.at != "HomeScreen")

            assert house.opened[name].state.phase == phase
            await at.press("ctrl+q")
        assert house.sessions()[0].phase == phase


async def test_a_debrief_is_seen_again_and_nothing_is_added_to_it() -> None:
    house = FakeHouse()
    name = house.stopped_in("closed")
    length = len(house.log())
    async with desk(house, LookBack(name)) as at:
        assert at.at == "DebriefScreen"
        for _ in range(5):
            await at.press("f5")
        await at.pilot.pause()

    assert len(house.log()) == length


async def test_what_cannot_be_opened_is_said_at_home() -> None:
    house = FakeHouse()
    name = house.stopped_in("report")
    holder = house.store.lease(name)
    async with desk(house) as at:
        await at.press("enter")
        await at.until(lambda a: "This cannot be opened" in a.seen)

        assert at.at == "HomeScreen"
    holder.release()


async def test_nothing_is_shown_as_saved_that_was_not() -> None:
    store = FailingStore()
    house = FakeHouse(store=store)
    name = house.stopped_in("report")
    async with desk(house, Resume(name)) as at:
        store.is_full = True
        await at.press("enter")

        assert at.at == "ReportScreen"
        assert "Nothing was saved" in at.seen
        store.is_full = False
        await at.press("f5")
        await at.until_at("CardScreen")


async def test_home_says_what_cannot_be_played_and_where_to_look() -> None:
    house = FakeHouse(shelf=(CARD, BROKEN))
    async with desk(house) as at:
        assert "three problems" in at.seen
        await at.press("down", "enter")

        assert at.at == "HomeScreen"
    assert house.sessions() == ()


async def test_home_without_anything_to_play_says_so() -> None:
    async with desk(FakeHouse(shelf=())) as at:
        assert "There is nothing here to play" in at.seen
        await at.press("enter", "down", "f6")

        assert at.at == "HomeScreen"


async def test_the_pace_chosen_at_home_is_the_pace_of_the_session() -> None:
    house = FakeHouse()
    async with desk(house) as at:
        await at.press("f6")

        assert "less than 18 min" in at.seen
        await at.press("enter")
        await at.until_at("ContractScreen")
    assert house.happened(e.JourneyBegan)[0].pace == "brisk"


async def test_how_long_a_journey_takes_is_told_for_each_pace() -> None:
    takes: dict[tuple[str, m.Pace], int] = {
        ("a-call", "brisk"): 12,
        ("a-call", "real"): 1,
    }
    async with desk(FakeHouse(takes=takes), size=(120, 40)) as at:
        await at.press("f6")
        await at.worked_out()

        assert "12 min + 10 debrief" in at.seen
        assert "About 12 minutes, then about 10 to" in at.seen
        await at.press("f6", "f6")
        await at.worked_out()

        assert "About a minute, every wait in full" in at.seen
        await at.press("f6")

        assert "18 min + 10 debrief" in at.seen
        assert "About 18 minutes, then about 10 to" in at.seen


async def test_a_longer_pace_at_home_promises_no_shorter_evening() -> None:
    async with desk(FakeHouse(), size=(120, 40)) as at:
        await at.press("f6", "f6")

        assert "● long" in at.seen
        assert "more than 18 min" in at.seen
        assert "More than 18 minutes, then about 10" in at.seen


async def test_a_click_on_an_entry_opens_it() -> None:
    house = FakeHouse()
    async with desk(house) as at:
        await at.pilot.click(OptionList, offset=(5, 2))
        await at.until_at("ContractScreen")


async def test_a_card_asked_for_by_name_is_played_and_the_app_ends_after_it() -> None:
    house = FakeHouse()
    async with desk(house, Play("a-call")) as at:
        await at.click("#not-now")
        await at.pilot.pause()

    assert at.app.return_value == 0
    assert house.sessions()[0].phase == "closed"
