"""Every word on a device can be read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.screen import Screen

from empathy_sim.engine.touchpoints.notice import NoticeFace
from empathy_sim.tui.themes import COMPANY_COLOURS
from tests.tui.by_turns import by_turns
from tests.tui.device_stage import Stage
from tests.tui.seen import faint_in, text_of

SAMPLES = (
    "form-that-works",
    "form-far-away",
    "order-slips",
    "order-part-and-refund",
    "search-outdated",
    "search-that-works",
    "chat-that-works",
    "counter-number-passed",
    "counter-rings-while-away",
    "days-interrupted",
    "survey-that-works",
)
LOOKS = ("letter", "email", "text", "notice", "phone", "page", "story")
THEMES = ("empathy-dark", "empathy-light")
SMALL = ((60, 16), (80, 20))


@pytest.mark.parametrize(("sample", "theme"), by_turns(SAMPLES, THEMES))
async def test_every_word_of_a_device_can_be_read(
    sample: str, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    stage = Stage(sample)
    stage.theme = theme
    faint = set[str]()
    async with stage.run_test(size=(100, 40)) as pilot:
        await stage.pass_time(15_000)
        await stage.pass_time(1_000)
        for at, colour in enumerate(COMPANY_COLOURS):
            stage.company = colour
            await pilot.press("enter" if at == 2 else "tab")
            await pilot.pause()
            faint |= set(faint_in(stage))

    assert faint == set()


@pytest.mark.parametrize(("looks", "theme"), by_turns(LOOKS, THEMES))
async def test_every_word_of_a_notice_can_be_read(
    looks: str, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    stage = Stage("order-slips")
    stage.theme = theme
    faint = set[str]()
    async with stage.run_test(size=(100, 40)) as pilot:
        face = NoticeFace(looks, "It is on its way.", "Hearth & Vale", "Your order")
        await stage.put("notice", replace(stage.session.scene(), face=face))
        for colour in COMPANY_COLOURS:
            stage.company = colour
            await pilot.pause()
            faint |= set(faint_in(stage))

    assert faint == set()


@pytest.mark.parametrize("sample", SAMPLES)
async def test_a_second_that_passes_lays_nothing_out_anew(
    sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[bool] = []
    whole = Screen._refresh_layout

    def counted(screen: Screen[object], *args: object, **more: object) -> None:
        laid_out.append(True)
        whole(screen, *args, **more)  # type: ignore[arg-type]

    stage = Stage(sample)
    async with stage.run_test() as pilot:
        await stage.pass_time(15_000)
        await stage.pass_time(1_000)
        await pilot.pause(0.2)
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        for _ in range(10):
            stage.device.tick(stage.session.scene())
            await pilot.pause()

    assert laid_out == []


@pytest.mark.parametrize(("sample", "size"), by_turns(SAMPLES, SMALL))
async def test_a_small_window_shows_where_one_can_go_on(
    sample: str, size: tuple[int, int]
) -> None:
    stage = Stage(sample)
    async with stage.run_test(size=size) as pilot:
        await stage.pass_time(15_000)
        await stage.pass_time(1_000)
        await pilot.pause(0.2)

        assert stage.focused is not None
        assert stage.screen.region.overlaps(stage.focused.region)
        assert text_of(stage).strip()
