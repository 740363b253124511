"""A survey is answered by key or mouse."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.tui.widgets.scale_row import Scale
from tests.tui.device_stage import Stage
from tests.tui.seen import text_of


def given(stage: Stage) -> list[int]:
    return [each.value for each in stage.of(e.Rated)]


@pytest.mark.parametrize(
    ("keys", "value"),
    [(("5",), 5), (("right", "right", "enter"), 3), (("right", "left", "space"), 1)],
)
async def test_a_number_is_given_by_its_key_or_by_arrows(
    keys: tuple[str, ...], value: int
) -> None:
    stage = Stage("survey-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert f"[{value}]" in text_of(stage)

    assert given(stage) == [value]


async def test_a_number_is_given_by_the_mouse() -> None:
    stage = Stage("survey-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.click(Scale, offset=(9, 0))
        await pilot.pause()

    assert given(stage) == [2]


async def test_an_answer_can_be_changed_and_sent() -> None:
    stage = Stage("survey-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.press("2", "6", "down", "down", "enter")
        await pilot.pause()
        assert "Thank you, Margaret." in text_of(stage)
        await pilot.press("enter")
        await pilot.pause()

    assert given(stage) == [2, 6]
    assert stage.session.state.ending == "done"


async def test_a_number_that_is_not_on_the_scale_is_none() -> None:
    stage = Stage("survey-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.press("0", "8", "9")
        await pilot.pause()

    assert given(stage) == []


async def test_sending_is_there_once_there_is_an_answer() -> None:
    stage = Stage("survey-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        assert "Send" not in text_of(stage)
        await pilot.press("4")
        await pilot.pause()
        assert "Send" in text_of(stage)


async def test_it_can_be_closed_without_an_answer() -> None:
    stage = Stage("survey-that-works")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.click("#skip")
        await pilot.pause()

    assert given(stage) == []
    assert stage.session.state.ending == "done"


@pytest.mark.parametrize(
    ("keys", "value"), [(("1", "0"), 10), (("1", "tab"), 1), (("0",), 0)]
)
async def test_a_nought_after_a_one_makes_a_ten(
    keys: tuple[str, ...], value: int
) -> None:
    stage = Stage("survey-too-soon")
    async with stage.run_test() as pilot:
        scale = next(each for each in stage.query(Scale) if each.wide > 50)
        scale.focus()
        await pilot.press(*keys)
        await pilot.pause()

    assert given(stage) == [value]


async def test_a_one_that_nothing_follows_is_a_one() -> None:
    stage = Stage("survey-too-soon")
    async with stage.run_test() as pilot:
        scale = next(each for each in stage.query(Scale) if each.wide > 50)
        scale.focus()
        await pilot.press("1")
        assert given(stage) == []
        await pilot.pause(2 * Scale.SECOND_DIGIT)
        assert given(stage) == [1]
        await pilot.press("0")
        await pilot.pause()

    assert given(stage) == [1, 0]
