"""Whatever is in a record, the debrief shows letters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from empathy_sim.engine import moves as m
from empathy_sim.engine import resolutions as r
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.order import LookBack
from empathy_sim.tui.widgets.debrief_fold import Fold
from empathy_sim.tui.widgets.debrief_more import PAGES, MoreList
from tests.tui.frame_house import FakeHouse
from tests.tui.seen import RecordingDriver, foreign_in
from tests.tui.test_frame_hostile import STRANGE, hostile_house


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    monkeypatch.setenv("COLORTERM", "truecolor")
    RecordingDriver.written.clear()
    yield RecordingDriver.written
    RecordingDriver.written.clear()


def decided(words: Iterator[str]) -> Iterator[m.Move]:
    """Everything a leader can decide, in somebody else's words."""
    for code in ("promise_slipped", "asked_again"):
        yield r.Attribute(code, "policy", next(words))
    yield r.Attribute("promise_slipped", "law", next(words), "after")
    yield r.Commit(*(next(words) for _ in range(4)))
    yield r.TakeOn("ask_three", "", tuple(next(words) for _ in range(5)))
    yield r.ShareGoal(next(words), (next(words), next(words)), next(words))
    for question in ("closing", "ask.1", "nightmare.4", "quote", "testbed.who"):
        yield m.Reflect(question, next(words))


async def closed_house(lot: tuple[str, ...]) -> tuple[FakeHouse, str]:
    """A house with one closed session, and everything decided in it."""
    house = hostile_house(lot)
    name = house.stopped_in("closed")
    port = house.resume(name)
    for move in decided(iter(lot * 3)):
        await port.submit(move)
    house.close(port)
    return house, name


@pytest.mark.parametrize(
    "reads",
    [
        pytest.param(False, id="live"),
        pytest.param(True, id="read", marks=pytest.mark.long),
    ],
)
async def test_every_page_shows_a_strangers_words_as_letters(
    written: list[str], *, reads: bool
) -> None:
    house, name = await closed_house(STRANGE)
    house.reads = reads
    app = EmpathyApp(house, LookBack(name))
    app.driver_class = RecordingDriver
    async with app.run_test(headless=False, size=(100, 60)) as pilot:
        await pilot.pause()
        for page in "23456":
            app.screen.set_focus(None)
            await pilot.press(page)
            for fold in app.screen.query(Fold):
                await fold.open()
            await pilot.pause()
        listed = app.screen.query_one(MoreList)
        for at in range(len(PAGES)):
            listed.highlighted = at
            listed.action_select()
            await pilot.pause()
            for fold in app.screen.query("MorePage Fold").results(Fold):
                await fold.open()
            await pilot.pause()
    assert app.crash is None
    assert foreign_in("".join(written)) == []


async def test_what_is_explained_and_written_shows_letters_too(
    written: list[str],
) -> None:
    house, name = await closed_house(STRANGE)
    app = EmpathyApp(house, LookBack(name))
    app.driver_class = RecordingDriver
    async with app.run_test(headless=False, size=(100, 40)) as pilot:
        await pilot.pause()
        app.screen.query_one("CurveRead").focus()
        await pilot.press(*["right"] * 6)
        app.screen.set_focus(None)
        await pilot.press("2")
        for pair in app.screen.query("PairView"):
            pair.focus()
            await pilot.press("enter", "escape")
        app.screen.set_focus(None)
        await pilot.press("4")
        app.screen.query_one("MendedPage Chips").focus()
        await pilot.press("enter", "enter", "enter", "enter", "enter")
        await pilot.pause()
    assert app.crash is None
    assert foreign_in("".join(written)) == []
