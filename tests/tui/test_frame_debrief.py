"""The debrief's five pages, lived and looked back on."""

from __future__ import annotations

from textual.widgets import Button

from empathy_sim.engine import events as e
from empathy_sim.tui.order import LookBack, Resume
from empathy_sim.tui.widgets.line_input import LineInput
from tests.tui.frame_house import FakeHouse, desk

WIDE = (120, 60)


def thought(house: FakeHouse) -> dict[str, str]:
    return {each.question: each.words for each in house.happened(e.Reflected)}


async def test_the_first_page_draws_the_curve_and_says_it_in_words() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        for words in ("pleasant", "unpleasant", "Your marks", "What it took"):
            assert words in at.seen
        assert "“so it is”" in at.seen
        assert "Fewer than four marks: points only, and no mean." in at.seen


async def test_each_page_is_one_key_away_and_says_what_it_is_for() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        for key, words in (
            ("2", "The month's report, again"),
            ("3", "You made no guess."),
            ("4", "Every department hit its target"),
            ("f6", "You made no guess."),
            ("1", "What it took"),
        ):
            at.screen.set_focus(at.screen.query_one("#on"))
            await at.press(key)
            assert words in at.seen


async def test_the_rules_of_the_second_page_are_on_a_key() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await at.press("f5")
        assert "How it is counted" not in at.seen
        await at.press("f7")

        assert "How it is counted" in at.seen


async def test_a_cause_opens_after_a_guess_and_the_guess_is_kept() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await at.press("f5", "f5", "f5")
        assert "80% in 20 seconds" not in at.seen
        await at.type("too few people")
        await at.press("enter")

        assert "80% in 20 seconds" in at.seen
        assert "You thought: too few people" in at.seen
        assert "Operations, which is yours" in at.seen
        assert "No choice of yours would have helped here." in at.seen
        assert "Decide again." in at.seen
    assert thought(house) == {"cause.waiting/late": "too few people"}


async def test_the_leaders_own_departments_come_first() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await at.press("f5", "f5", "f5")
        for button in at.screen.query(".open").results(Button):
            button.press()
        await at.pilot.pause()

        assert at.seen.index("Operations, which is yours") < at.seen.index("Finance")


async def test_answers_to_the_last_questions_are_kept_when_they_are_left() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await at.press("f5", "f5", "f5", "f5")
        await at.type("None of them.")
        await at.press("enter")
        await at.type("Ring early.")
        await at.press("f5")
        await at.pilot.pause()

    assert thought(house) == {"closing": "None of them.", "ask.1": "Ring early."}
    assert house.sessions()[0].phase == "closed"


async def test_looking_back_shows_what_was_thought_then_and_asks_no_more() -> None:
    house = FakeHouse()
    name = house.stopped_in("debriefing")
    async with desk(house, Resume(name), size=WIDE) as at:
        await at.press("f5", "f5", "f5")
        await at.type("too few people")
        await at.press("enter", "f5", "f5")
        await at.pilot.pause()
    async with desk(house, LookBack(name), size=WIDE) as at:
        await at.press("4")
        assert "You thought: too few people" in at.seen
        assert "Finance" in at.seen
        assert not at.screen.query(LineInput)
        await at.press("5")
        assert "You left it open." in at.seen


async def test_a_debrief_that_was_closed_half_way_goes_on_with_its_guesses() -> None:
    house = FakeHouse()
    name = house.stopped_in("debriefing")
    async with desk(house, Resume(name), size=WIDE) as at:
        await at.press("f5", "f5", "f5")
        await at.type("too few people")
        await at.press("enter", "ctrl+q")
    async with desk(house, Resume(name), size=WIDE) as at:
        await at.press("f5", "f5", "f5")

        assert "You thought: too few people" in at.seen


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
        for page in "2345":
            at.screen.set_focus(at.screen.query_one("#on"))
            await at.press(page)

        assert at.at == "DebriefScreen"
