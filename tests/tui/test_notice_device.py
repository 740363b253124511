"""What is read looks like what it is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Offer, Scene
from empathy_sim.engine.touchpoints.notice import NoticeFace
from empathy_sim.tui.widgets.pressable import Pressable
from tests.tui.by_turns import by_turns
from tests.tui.device_stage import Stage
from tests.tui.seen import text_of

LOOKS = ("letter", "email", "text", "notice", "phone", "page", "story")
SIZES = [(60, 18), (80, 24), (120, 40)]
LONG = "\n".join(f"This is line {at} of a long text." for at in range(60))


def looking(stage: Stage, looks: str, says: str) -> Scene:
    """The stage's scene with something else to read."""
    scene = stage.session.scene()
    face = NoticeFace(looks, says, "Hearth & Vale", "About your order")
    offers = tuple(
        Offer("choose", name, label)
        for name, label in (("back", "Put it away"), ("ring", "Ring them"))
    )
    return replace(scene, face=face, offers=offers)


@pytest.mark.parametrize(("looks", "size"), by_turns(LOOKS, SIZES))
async def test_words_and_ways_on_are_whole_in_every_window(
    looks: str, size: tuple[int, int]
) -> None:
    stage = Stage("form-that-works")
    async with stage.run_test(size=size) as pilot:
        await stage.put("notice", looking(stage, looks, "It is on its way."))
        await pilot.pause()
        seen = text_of(stage)

    for words in ("It is on its way.", "1  Put it away", "2  Ring them"):
        assert words in seen


@pytest.mark.parametrize("looks", LOOKS)
async def test_what_is_too_long_is_read_on_and_then_chosen(looks: str) -> None:
    stage = Stage("form-that-works")
    async with stage.run_test() as pilot:
        await stage.put("notice", looking(stage, looks, LONG))
        await pilot.pause()
        assert "line 59" not in text_of(stage)

        await pilot.press(*("pagedown",) * 6)
        await pilot.pause()
        assert "line 59" in text_of(stage)
        assert "2  Ring them" in text_of(stage)


async def test_a_single_way_on_is_a_button_that_enter_takes() -> None:
    stage = Stage("order-slips")
    async with stage.run_test() as pilot:
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        assert "The carrier knows nothing of it." in text_of(stage)
        await pilot.press("enter")
        await pilot.pause()

    assert stage.moves[-1] == m.Choose("read")


async def test_two_presses_at_once_take_one_way() -> None:
    stage = Stage("order-slips")
    async with stage.run_test() as pilot:
        await pilot.pause()
        way = stage.query("Choices Pressable").first(Pressable)
        way.action_press()
        way.action_press()
        await pilot.pause()

    assert stage.moves == [m.Choose("where-is-it-now")]
