"""What is not kept is not shown as kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from empathy_sim.engine import events as e
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import SECOND
from empathy_sim.tui.widgets.unsaved import NOT_SAVED
from tests.engine.made_nouns import alone, hold
from tests.engine.made_scripts import script_of
from tests.tui.failing_store import FailingStore
from tests.tui.sitting import Seat, seated, session_of
from tests.tui.test_phone_hold import APOLOGY


@asynccontextmanager
async def at_a_disk(script: Script) -> AsyncIterator[tuple[Seat, FailingStore]]:
    """Sit somebody down at a session whose disk can fill up."""
    store = FailingStore()
    session, clock = session_of(script, store=store, pace="real")
    async with seated(session, clock) as seat:
        yield seat, store


async def test_a_banner_says_that_a_reply_is_not_saved_and_f5_saves_it() -> None:
    async with at_a_disk(script_of("call-kind-but-powerless")) as (seat, store):
        store.is_full = True
        await seat.press("1")
        assert NOT_SAVED in seat.seen
        assert "the disk is full" in seat.seen
        assert seat.happened(e.OptionChosen) == []
        assert "You   Could you tell me" not in seat.seen

        await seat.press("f5")
        assert NOT_SAVED in seat.seen

        store.is_full = False
        await seat.press("f5")
        assert NOT_SAVED not in seat.seen
        assert len(seat.happened(e.OptionChosen)) == 1
        assert "You   Could you tell me" in seat.seen


async def test_it_can_be_said_again_by_the_same_key() -> None:
    async with at_a_disk(script_of("call-kind-but-powerless")) as (seat, store):
        store.is_full = True
        await seat.press("1")
        store.is_full = False
        await seat.press("1")

        assert NOT_SAVED not in seat.seen
        assert len(seat.happened(e.OptionChosen)) == 1


async def test_what_falls_due_by_itself_waits_until_it_can_be_kept() -> None:
    async with at_a_disk(alone({"queue": hold(announces=(APOLOGY,))})) as (seat, store):
        store.is_full = True
        await seat.wait(25 * SECOND)
        assert NOT_SAVED in seat.seen
        assert seat.happened(e.Announced) == []

        store.is_full = False
        await seat.wait(1_000)
        assert NOT_SAVED not in seat.seen
        assert [each.story_ms for each in seat.happened(e.Announced)] == [20 * SECOND]


async def test_a_feeling_that_is_not_saved_is_not_noted() -> None:
    async with at_a_disk(alone({"queue": hold()})) as (seat, store):
        await seat.press("f2")
        store.is_full = True
        await seat.press("enter")
        assert "Noted." not in seat.seen
        assert NOT_SAVED in seat.seen

        store.is_full = False
        await seat.click("Unsaved")
        await seat.press("f5")
        assert len(seat.happened(e.Resumed)) == 1


async def test_no_question_is_asked_that_cannot_stop_the_clock() -> None:
    async with at_a_disk(alone({"queue": hold()})) as (seat, store):
        store.is_full = True
        await seat.press("f2", "f9", "f10")

        assert len(seat.app.screen_stack) == 2
        assert NOT_SAVED in seat.seen
        assert "Ctrl+Q" in seat.seen


async def test_f5_does_nothing_while_all_is_saved() -> None:
    async with at_a_disk(alone({"queue": hold()})) as (seat, _):
        before = len(seat.session.log)
        await seat.press("f5")

        assert len(seat.session.log) == before
