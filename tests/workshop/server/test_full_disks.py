"""A full disk stops no clock."""

from __future__ import annotations

import datetime as dt

from empathy_sim.workshop.room.board import BoardReader
from empathy_sim.workshop.room.running import set_closing
from empathy_sim.workshop.server.clockwork import Step
from tests.tui.failing_store import FailingStore
from tests.workshop.server.served import KEYS, served, until, words_of


async def test_a_room_closes_at_its_time_however_long_nothing_could_be_saved() -> None:
    store = FailingStore()
    async with served(store=store) as here:
        here.workshop.plays("Ines")
        now = dt.datetime.fromisoformat(here.room.utc())
        set_closing(here.room, (now + dt.timedelta(minutes=1)).isoformat())
        store.is_full = True
        here.workshop.clock.advance(90_000)
        await until(lambda: here.room.saving.unsaved)

        assert here.room.state.phase == "playing"
        store.is_full = False
        await until(lambda: here.room.state.phase == "closed")
        assert not here.room.saving.unsaved


async def test_the_board_says_that_nothing_can_be_saved_and_when_it_can_again() -> None:
    store = FailingStore()
    async with served(store=store) as here:
        seat = here.workshop.plays("Ines")
        reader = BoardReader(here.room, here.workshop.attendance)
        store.is_full = True
        here.workshop.pass_with(2_000, seat)
        await until(lambda: reader.board().unsaved)

        assert "the disk is full" in reader.board().unsaved
        store.is_full = False
        await until(lambda: not reader.board().unsaved)


async def test_whoever_cannot_be_seated_is_told_why_and_not_where() -> None:
    store = FailingStore()
    async with served(store=store) as here:
        browser = here.browser()
        await browser.get(f"/j/{KEYS.of('join')}")
        store.is_full = True
        data = {"label": "Ines", "chair": "customer"}
        answer = await browser.post("/join", data=data, headers=here.origin)

        assert answer.status == 503
        assert "can save nothing just now" in await words_of(answer)
        assert "data folder" not in await words_of(answer)


async def test_a_fault_of_what_goes_on_by_itself_is_reported_once_and_ends_nothing() -> (
    None
):
    async with served() as here:
        reported: list[BaseException] = []
        here.hosting.failed = reported.append
        faults: list[Exception | None] = [
            ValueError("one"),
            ValueError("one"),
            None,
            ValueError("one"),
        ]
        done: list[Exception | None] = []

        def does() -> None:
            done.append(fault := faults[len(done)])
            if fault is not None:
                raise fault

        step = Step(here.hosting, does)
        for _ in faults:
            step.go()

        assert done == faults
        assert reported == [faults[0], faults[3]]
