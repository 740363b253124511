"""Whatever is in a pack, frames show letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
from msgspec.structs import replace

from empathy_sim.engine import moves as m
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.moves import Reflect
from empathy_sim.library.pressing import Card
from empathy_sim.rehearsal.playthrough import NOBODY, plain_cast
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.order import Choice, LookBack, Resume
from tests.tui.frame_house import FakeHouse
from tests.tui.frame_story import other_words, story
from tests.tui.hostile import HOSTILE
from tests.tui.seen import RecordingDriver, foreign_in

UNKEPT = "\ud800"
"""Half a character, which no file can hold."""
STRANGE = tuple(text for text in HOSTILE if UNKEPT not in text)
BY_LOT = pytest.mark.parametrize(
    "lot",
    [
        pytest.param(STRANGE[::2], id="odd"),
        pytest.param(STRANGE[1::2], id="even", marks=pytest.mark.long),
    ],
)
PHASES: tuple[Phase, ...] = (
    *("contract", "report", "card", "predicting"),
    *("ending", "afterwards", "resting", "debriefing"),
)


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    monkeypatch.setenv("COLORTERM", "truecolor")
    RecordingDriver.written.clear()
    yield RecordingDriver.written
    RecordingDriver.written.clear()


def hostile_house(lot: tuple[str, ...]) -> FakeHouse:
    """A house in which every text is somebody else's."""
    words = cycle(lot)
    person = replace(NOBODY, first_name=next(words), last_name=next(words))
    return FakeHouse(
        script=story(other_words(words)),
        cast=replace(plain_cast({"number": next(words)}), person=person),
        shelf=tuple(
            Card("journey", each, each, each, each, 18, 2, each) for each in lot
        ),
        kept_in=next(words),
    )


async def shown_in(house: FakeHouse, start: Choice | None, *keys: str) -> None:
    app = EmpathyApp(house, start)
    app.driver_class = RecordingDriver
    async with app.run_test(
        headless=False, size=(100, 40), notifications=True
    ) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    assert app.crash is None


@BY_LOT
@pytest.mark.parametrize("phase", PHASES)
async def test_a_page_of_the_frame_shows_a_strangers_words_as_letters(
    phase: Phase, lot: tuple[str, ...], written: list[str]
) -> None:
    house = hostile_house(lot)
    name = house.stopped_in(phase, uninterrupted=phase == "afterwards")

    await shown_in(house, Resume(name), "f5" if phase == "debriefing" else "tab")

    assert written
    assert foreign_in("".join(written)) == []


@BY_LOT
async def test_home_shows_a_strangers_words_as_letters(
    lot: tuple[str, ...], written: list[str]
) -> None:
    house = hostile_house(lot)
    for phase in ("card", "closed"):
        house.stopped_in(phase)

    await shown_in(house, None, *["down"] * 12)

    assert foreign_in("".join(written)) == []


@BY_LOT
async def test_what_was_thought_then_is_shown_as_letters(
    lot: tuple[str, ...], written: list[str]
) -> None:
    house = hostile_house(lot)
    name = house.stopped_in("debriefing")
    session = house.resume(name)
    for question, words in zip(
        ("closing", "ask.1", "one_word", "cause.waiting/late"), lot, strict=False
    ):
        await session.submit(Reflect(question, words))
    await session.submit(m.Proceed())
    house.close(session)

    await shown_in(house, LookBack(name), "f5", "f5", "f5", "f5")

    assert foreign_in("".join(written)) == []
