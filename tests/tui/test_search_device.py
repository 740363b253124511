"""A help centre is searched and read."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.pressable import Pressable
from tests.tui.device_stage import Stage
from tests.tui.seen import rows_of, text_of


async def test_typed_words_find_articles_and_the_first_answers() -> None:
    stage = Stage("search-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.press(*"my money back", "enter")
        await pilot.pause()
        assert '1 result for "my money back"' in text_of(stage)
        assert stage.query_one(LineInput).value == "my money back"

        await pilot.press("enter")
        await pilot.pause()
        assert "Looked at last Tuesday" in text_of(stage)
        await pilot.press("1")
        await pilot.pause()

    assert stage.session.state.ending == "known"


async def test_the_box_says_what_it_is_for_and_has_the_focus_at_first() -> None:
    stage = Stage("search-wrong-word")
    async with stage.run_test() as pilot:
        await pilot.pause()
        assert "Search for help" in text_of(stage)
        assert stage.focused is stage.query_one(LineInput)

        await pilot.press("enter")
        await pilot.pause()

    assert stage.moves == []


async def test_a_result_shows_how_its_article_begins() -> None:
    stage = Stage("search-wrong-word")
    async with stage.run_test() as pilot:
        await pilot.press(*"cancel my order", "enter")
        await pilot.pause()
        rows = rows_of(stage)

    at = next(at for at, row in enumerate(rows) if "1  How to place an order" in row)
    assert "Put it into the basket." in rows[at + 1]


async def test_a_slash_goes_back_to_the_box_and_types_nothing() -> None:
    stage = Stage("search-wrong-word")
    async with stage.run_test() as pilot:
        await pilot.press(*"cancel order", "enter")
        await pilot.pause()
        assert stage.focused is not stage.query_one(LineInput)

        stage.device.typed("/")
        await pilot.pause()
        assert stage.focused is stage.query_one(LineInput)
        assert stage.query_one(LineInput).value == "cancel order"


async def test_backspace_goes_back_a_page_where_there_is_one() -> None:
    stage = Stage("search-circle")
    async with stage.run_test() as pilot:
        await pilot.pause()
        assert not stage.device.typed("backspace")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert "First see what the status means." in text_of(stage)

        assert stage.device.typed("backspace")
        await pilot.pause()
        assert "How can we help?" in text_of(stage)


async def test_what_is_gone_is_said_under_its_link() -> None:
    stage = Stage("search-outdated")
    async with stage.run_test() as pilot:
        await pilot.press("tab", "enter")
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        rows = rows_of(stage)

    at = next(at for at, row in enumerate(rows) if '1  Open "My things"' in row)
    assert 'There is no "My things" on this page.' in rows[at + 1]


@pytest.mark.parametrize("answer", ["Yes", "No"])
async def test_whatever_is_answered_is_thanked_in_its_place(answer: str) -> None:
    stage = Stage("search-was-it-helpful")
    async with stage.run_test() as pilot:
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert "Did this help?" in text_of(stage)
        chip = next(
            each for each in stage.query(Pressable) if str(each.render()) == answer
        )
        chip.focus()
        await pilot.press("enter")
        await pilot.pause()
        seen = text_of(stage)
        assert stage.focused is not None
        assert stage.focused.display

    assert "Thank you. This helps us to help you." in seen
    assert "Did this help?" not in seen
    assert "Refunds are paid back." in seen


async def test_contact_us_ends_on_the_front_page_and_then_has_a_way_out() -> None:
    stage = Stage("search-contact-leads-back")
    async with stage.run_test() as pilot:
        for _ in range(2):
            await pilot.pause()
            await pilot.click("HelpFoot Pressable")
            await pilot.pause()
            await pilot.press("2")
        await pilot.pause()
        assert "Our help centre is here for you day and night." in text_of(stage)
        await pilot.click("HelpFoot Pressable.-plain")
        await pilot.pause()

    assert stage.session.state.ending == "chat"
    assert [each.code for each in stage.of(e.FrictionMet)] == ["contact_loop"]


async def test_a_number_behind_pages_can_be_reached_by_keys_alone() -> None:
    stage = Stage("search-hidden-number")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        for key in "211":
            await pilot.press(key)
            await pilot.pause()
        assert "You can ring us on" in text_of(stage)
        await pilot.press("enter")
        await pilot.pause()

    assert stage.session.state.ending == "rang"


async def test_a_number_that_is_not_shown_leaves_only_the_ways_back() -> None:
    stage = Stage("search-number-at-hours")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.click("HelpFoot Pressable")
        await pilot.pause()
        assert "Our number is shown between 9:00 and 9:30." in text_of(stage)
        assert stage.focused is not None
        assert not stage.query("HelpRows")
        await pilot.press("enter")
        await pilot.pause()
        assert "How can we help?" in text_of(stage)


async def test_the_page_is_closed_with_the_mouse() -> None:
    stage = Stage("search-circle")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.click("AddressBar Pressable")
        await pilot.pause()

    assert stage.session.state.ending == "closed"
