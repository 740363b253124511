"""The debrief's pages, lived and looked back on."""

from __future__ import annotations

import re

from empathy_sim.debrief.backstage import BLAMES
from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.foremost import foremost
from empathy_sim.engine import events as e
from empathy_sim.engine.resolutions import Blame
from empathy_sim.session.clock import ManualClock
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.tui.order import LookBack, Resume
from empathy_sim.tui.widgets.debrief_recorded import PairView
from empathy_sim.tui.widgets.line_input import LineInput
from tests.line.kettle_walked import at_its_debrief
from tests.tui.frame_house import Desk, FakeHouse, desk

WIDE = (120, 80)


def thought(house: FakeHouse) -> dict[str, str]:
    return {each.question: each.words for each in house.happened(e.Reflected)}


async def turn_to(at: Desk, page: str) -> None:
    """Turn to a page by its number, whatever has the keys."""
    at.screen.set_focus(None)
    await at.press(page)


async def guess(at: Desk, option: Blame, why: str = "") -> None:
    """Say what caused the friction that is asked about, and why."""
    at.screen.query_one("GuessView.-asked Chips").focus()
    await at.strike(*["right"] * [*BLAMES].index(option), "enter")
    await at.type(why)
    await at.press("enter")


async def test_the_first_page_draws_the_curve_and_says_it_in_words() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        for words in ("pleasant", "unpleasant", "Your marks", "What it took"):
            assert words in at.seen
        assert "“so it is”" in at.seen
        assert "Fewer than four marks: points only, and no mean." in at.seen
        assert "As it was meant to feel: 3" in at.seen
        assert len(at.screen.query(".meant")) == 0
        at.screen.query_one("FeltPage FoldHead").focus()
        await at.press("enter")
        assert len(at.screen.query(".meant")) == 3


def kettle() -> tuple[FakeHouse, str]:
    """A house with the shipped journey, walked to its debrief; and its name there."""
    session = at_its_debrief(ManualClock())
    store = session._store
    assert isinstance(store, MemoryStore)
    session.suspend()
    return FakeHouse(script=session.script, store=store), session.name


async def test_what_matters_most_is_told_first_and_the_rest_is_folded() -> None:
    house, name = kettle()
    receipts = debrief_of(house.script, house.log()).receipts
    first = foremost(receipts)
    async with desk(house, Resume(name), size=(120, 100)) as at:
        assert 0 < len(first) < len(receipts)
        assert f"▸ {len(receipts) - len(first)} more" in at.seen
        assert len(at.screen.query(".receipt")) == len(first)
        assert len(at.screen.query(".mark")) == 3

        for folded in at.screen.query("Fold.rest FoldHead"):
            folded.focus()
            await at.press("enter")
        assert len(at.screen.query(".receipt")) == len(receipts)
        assert len(at.screen.query(".mark")) == 10


async def test_a_story_with_two_tuesdays_says_which() -> None:
    house, name = kettle()
    async with desk(house, Resume(name), size=(120, 100)) as at:
        at.screen.query_one("CurveRead").focus()
        for _ in range(4):
            await at.press("right")
        seen = at.seen
        await turn_to(at, "6")
        at.screen.query_one("MoreList").focus()
        await at.press("enter")

        assert "Tuesday 17 June, 12:36" in seen
        assert "Tuesday 17 June, 12:" in at.seen
        assert re.findall(r"day \d\d:\d\d", f"{seen}{at.seen}") == []


async def test_what_happened_on_the_curve_is_told_where_one_is() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        assert "Left and right go along the curve" in at.seen
        at.screen.query_one("CurveRead").focus()
        await at.press("right")
        told = at.screen.query_one("CurveReader .here")
        first = str(told.render())
        await at.press("right", "right")

        assert first != str(told.render())
        assert "Left and right go along the curve" not in at.seen


async def test_each_page_is_one_key_away_and_says_what_it_is_for() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        for key, words in (
            ("2", "The month's report, again"),
            ("3", "every department hit its target"),
            ("4", "Live it again"),
            ("5", "One commitment"),
            ("6", "Would another choice have helped?"),
            ("1", "What it took"),
        ):
            await turn_to(at, key)
            assert words in at.seen


async def test_a_page_is_made_when_it_is_turned_to() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing"))) as at:
        assert len(at.screen.query("DebriefPage")) == 1
        await turn_to(at, "5")
        assert len(at.screen.query("DebriefPage")) == 2


async def test_a_pair_says_how_it_was_counted_down_to_the_very_events() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "6")
        at.screen.query_one("MoreList").focus()
        await at.press("end", "up", "enter")
        await at.press("tab", "enter")
        rules = [each for each in at.screen.query("Rule Deed") if each.display]
        rules[0].focus()
        await at.press("enter")

        assert at.at == "CountedScreen"
        assert "Rule: " in at.seen
        assert "Counted from" in at.seen
        await at.press("escape")
        assert at.at == "DebriefScreen"


async def test_what_lay_behind_it_opens_only_once_it_was_guessed_at() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "3")
        assert "80% in 20 seconds" not in at.seen
        at.screen.query_one("GuessView.-asked .open").focus()
        await at.press("enter")
        assert "Choose one first" in at.seen
        await guess(at, "staffing", "too few")

        assert "You thought of too few people" in at.seen
        assert "80% in 20 seconds" in at.seen
        assert "Operations, which is yours" in at.seen
        assert "No choice of yours would have helped here." in at.seen
        assert "Finance" not in at.seen
    (attributed,) = house.happened(e.Attributed)
    assert attributed.friction == "promise_slipped"
    assert (attributed.blames, attributed.asking) == ("staffing", "before")
    assert attributed.reason == "too few"


async def test_what_waits_is_turned_to_by_a_key() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "3")
        at.screen.query_one("GuessView.-waiting").focus()
        await at.press("enter")
        await guess(at, "customer")

    (attributed,) = house.happened(e.Attributed)
    assert attributed.friction == "asked_again"


async def test_two_departments_come_to_own_one_lived_measure() -> None:
    house, name = kettle()
    async with desk(house, Resume(name), size=WIDE) as at:
        await turn_to(at, "3")
        assert not at.screen.query_one("BehindPage .after").display
        await guess(at, "policy")
        at.screen.query_one("Fold.goal FoldHead").focus()
        await at.press("enter")
        at.screen.query_one("GoalView Chips").focus()
        await at.press("enter")
        at.screen.query_one("GoalView LineInput").focus()
        await at.type("ten minutes")
        await at.press("enter")
        assert "Finance and digital own this together" in at.seen
    [goal] = house.happened(e.GoalShared)
    assert goal.departments == ("finance", "digital")
    assert goal.wanted == "ten minutes"

    async with desk(house, Resume(name), size=WIDE) as at:
        await turn_to(at, "3")
        assert "Finance and digital own this together" in at.seen


async def test_a_fix_is_told_where_it_can_be_lived_again_and_only_there() -> None:
    house, name = kettle()
    fix = "Have the line tell an empty call from one that waits"
    async with desk(house, Resume(name), size=WIDE) as at:
        await turn_to(at, "3")
        await guess(at, "policy")
        assert "Can mend it" in at.seen
        assert fix not in at.seen
        await turn_to(at, "4")
        assert fix in at.seen


async def test_the_cause_is_asked_once_more_at_the_end() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "5")
        assert "Now that it has been opened" not in at.seen
        at.screen.query_one("#to-cue").focus()
        await at.type("it rings")
        await turn_to(at, "3")
        await guess(at, "customer")
        await turn_to(at, "5")
        assert at.screen.query_one("#to-cue", LineInput).words == "it rings"
        assert "Now that it has been opened" in at.seen
        at.screen.query_one("AgainView FoldHead").focus()
        await at.press("enter", "tab", "right", "right", "enter")

        assert "Afterwards" in at.seen
    before, after = house.happened(e.Attributed)
    assert (before.asking, before.blames) == ("before", "customer")
    assert (after.asking, after.blames) == ("after", "policy")


async def test_answers_to_questions_are_kept_when_they_are_left() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "3")
        at.screen.query_one("BehindPage QuestionView LineInput").focus()
        await at.type("None of them.")
        await at.press("enter")
        await turn_to(at, "5")
        await at.press("f5")
        await at.pilot.pause()

    assert thought(house) == {"closing": "None of them."}
    assert house.sessions()[0].phase == "closed"


async def test_what_was_closed_can_still_be_added_to() -> None:
    house = FakeHouse()
    name = house.stopped_in("closed")
    async with desk(house, LookBack(name), size=WIDE) as at:
        await turn_to(at, "3")
        await guess(at, "system")
        await turn_to(at, "5")
        await at.press("f5")
        await at.pilot.pause()

    assert [each.blames for each in house.happened(e.Attributed)] == ["system"]
    assert house.sessions()[0].phase == "closed"


async def test_what_is_only_read_shows_everything_and_asks_nothing() -> None:
    house = FakeHouse()
    name = house.stopped_in("closed")
    length = len(house.log())
    house.reads = True
    async with desk(house, LookBack(name), size=WIDE) as at:
        for page in "23456":
            await turn_to(at, page)
            assert not at.screen.query(LineInput)
        await turn_to(at, "3")
        assert "Finance" in at.seen
        assert "You left it open." in at.seen
        await at.press("f5", "f5", "f5")
        await at.pilot.pause()

    assert len(house.log()) == length


async def test_a_debrief_that_was_closed_half_way_goes_on_with_its_guesses() -> None:
    house = FakeHouse()
    name = house.stopped_in("debriefing")
    async with desk(house, Resume(name), size=WIDE) as at:
        await turn_to(at, "3")
        await guess(at, "staffing")
        await at.press("ctrl+q")
    async with desk(house, Resume(name), size=WIDE) as at:
        await turn_to(at, "3")

        assert "You thought of too few people" in at.seen
        assert "80% in 20 seconds" in at.seen


async def test_every_pair_that_is_shown_can_be_asked_about() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "2")
        for pair in at.screen.query(PairView):
            pair.focus()
            await at.press("f7")
            assert at.at == "CountedScreen"
            await at.press("escape")


async def test_who_left_at_once_is_shown_what_little_there_is() -> None:
    house = FakeHouse()
    session = house.session()
    for move in house.until_the_story():
        session.submit(move)
    session.suspend()
    async with desk(house, Resume(session.name), size=(80, 24)) as at:
        await at.press("f10", "y")
        await at.until_at("RestScreen")
        await at.press("f5")
        await at.until_at("DebriefScreen")
        for page in "23456":
            await turn_to(at, page)

        assert at.at == "DebriefScreen"
