"""An order's page shows how far it is."""

from __future__ import annotations

from empathy_sim.engine import events as e
from tests.tui.device_stage import Stage
from tests.tui.seen import rows_of, text_of


async def test_the_page_shows_the_order_its_steps_and_its_date() -> None:
    stage = Stage("order-slips")
    async with stage.run_test() as pilot:
        await pilot.pause()
        seen = text_of(stage)

    for words in ("Order HV-104233-QK", "Ordered", "Prepared", "Delivered"):
        assert words in seen
    assert "Estimated delivery  Friday 13 June" in seen


async def test_the_steps_of_the_picture_go_by_the_authors_words() -> None:
    stage = Stage("order-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        seen = text_of(stage)

    for words in ("Asked for", "Found", "Handed over"):
        assert words in seen
    for words in ("Ordered", "Prepared", "On its way"):
        assert words not in seen


async def test_a_refusal_stands_under_the_button_that_was_pressed() -> None:
    stage = Stage("order-slips")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        rows = rows_of(stage)

    at = next(at for at, row in enumerate(rows) if "2  Cancel this order" in row)
    assert "cannot be cancelled" in rows[at + 1]
    assert [each.field for each in stage.of(e.InputRefused)] == ["cancel-this-order"]


async def test_a_button_that_appears_later_can_be_pressed() -> None:
    stage = Stage("order-slips")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert "4  Ring us" in text_of(stage)
        await pilot.press("4")
        await pilot.pause()

    assert stage.session.state.ending == "rang"


async def test_parcels_payment_and_refund_are_on_the_page() -> None:
    stage = Stage("order-part-and-refund")
    async with stage.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert "Taken in full" in text_of(stage)
        assert "Being prepared" in text_of(stage)

        await pilot.press("enter")
        await pilot.pause()
        seen = text_of(stage)

    for words in ("Refund to your card.", "£64.00", "With you by"):
        assert words in seen


async def test_the_page_is_closed_with_the_mouse() -> None:
    stage = Stage("order-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.click("AddressBar Pressable")
        await pilot.pause()

    assert stage.session.state.phase != "playing"
