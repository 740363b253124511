"""A hold on the screen: quiet, still, and true."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.journey.touchpoints.hold import (
    Announcement,
    Drops,
    Estimate,
    Hold,
    StillThere,
)
from empathy_sim.journey.units import MINUTE, SECOND, Moment
from empathy_sim.tui.widgets.phone_keypad import KEYS, Keypad
from empathy_sim.tui.widgets.phone_music import Heard
from tests.engine.made_nouns import alone, hold
from tests.engine.made_scripts import script_of
from tests.tui.sitting import at, layouts_counted

APOLOGY = Announcement(says="Your call is important to us.", every=20 * SECOND)


async def test_nothing_is_laid_out_anew_by_keys_and_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = alone({"queue": hold(announces=(APOLOGY,), music="A piano.")})
    async with at(script, pace="real") as seat:
        await seat.press("1")
        await seat.pilot.pause(0.1)
        counted = layouts_counted(seat.app, monkeypatch)

        for number in range(50):
            seat.strike("1234567890"[number % 10])
        await seat.pilot.pause()
        for _ in range(60):
            await seat.wait(1_000)

        assert counted == []
        assert len(seat.happened(e.KeyPressed)) == 51
        assert len(seat.happened(e.Announced)) == 3
        assert seat.session.scene().story_ms == 60 * SECOND


async def test_keys_work_without_a_focus_and_nobody_hears_them() -> None:
    async with at(alone({"queue": hold()})) as seat:
        assert seat.app.focused is None
        await seat.press("5", "asterisk", "number_sign")
        await seat.click("Keypad", seat.screen.query_one(Keypad).region_of("0").offset)

        assert [each.key for each in seat.happened(e.KeyPressed)] == [
            "5",
            "*",
            "#",
            "0",
        ]
        assert not any(each.heard for each in seat.happened(e.KeyPressed))


async def test_a_pressed_key_lights_up_for_a_moment() -> None:
    async with at(alone({"queue": hold()})) as seat:
        await seat.press("5")
        keypad = seat.screen.query_one(Keypad)
        lit = keypad.lit
        await seat.pilot.pause(0.35)

        assert lit == ("5",)
        assert keypad.lit == ()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (70, 18), (60, 36)])
async def test_every_cell_of_a_key_presses_it_and_none_between(
    size: tuple[int, int],
) -> None:
    async with at(alone({"queue": hold()}), size=size) as seat:
        keypad = seat.screen.query_one(Keypad)
        regions = {key: keypad.region_of(key) for key in KEYS}
        within = keypad.outer_size.region
        assert all(within.contains_region(each) for each in regions.values())
        assert all(each.area for each in regions.values())
        for key, region in regions.items():
            for corner in ((region.x, region.y), (region.right - 1, region.bottom - 1)):
                await seat.click("Keypad", corner)
                assert seat.happened(e.KeyPressed)[-1].key == key
        pressed = len(seat.happened(e.KeyPressed))
        await seat.click("Keypad", (regions["1"].right, 0))

        assert len(seat.happened(e.KeyPressed)) == pressed == 2 * len(KEYS)


async def test_a_key_that_the_mouse_is_on_has_another_rim() -> None:
    async with at(alone({"queue": hold()})) as seat:
        keypad = seat.screen.query_one(Keypad)
        looks = [look for _, look in keypad.parts(0)]
        await seat.pilot.hover(Keypad, offset=keypad.region_of("2").offset)
        near = [look for _, look in keypad.parts(0)]
        await seat.pilot.hover("StoryBar")

        assert "near" not in looks
        assert near.count("near") == 1
        assert [look for _, look in keypad.parts(0)] == looks


async def test_the_display_says_whom_how_long_and_what_is_heard() -> None:
    async with at(alone({"queue": hold(music="A flute, far off.")})) as seat:
        await seat.wait(9_000)

        for words in ("Hearth & Vale", "0:09", "on hold", "A flute, far off."):
            assert words in seat.seen


async def test_an_announcement_breaks_into_the_music_and_is_spoken_word_by_word() -> (
    None
):
    script = alone({"queue": hold(announces=(APOLOGY,), music="A flute.")})
    async with at(script, pace="real") as seat:
        await seat.wait(20_000)
        assert "A flute." not in seat.seen

        await seat.wait(1_000)
        assert "● recording" in seat.seen
        assert "Your call is" in seat.seen
        assert "important to us" not in seat.seen

        await seat.wait(2_000)
        assert "Your call is important to us." in seat.seen
        assert "A flute." in seat.seen
        assert "on hold" in seat.seen


async def test_wait_and_place_stand_there_as_they_were_announced() -> None:
    async with at(script_of("hold-slips"), pace="real") as seat:
        assert "4 minutes" in seat.seen
        await seat.wait(2 * MINUTE)
        assert "Announced wait" in seat.seen
        assert "4 minutes" in seat.seen


async def test_a_jump_of_the_clock_is_told_and_shown() -> None:
    async with at(script_of("hold-slips"), pace="brisk") as seat:
        await seat.wait(10_000)

        cut = seat.happened(e.TimeCut)
        assert cut
        assert "minutes later. The recording spoke" in seat.seen


def test_a_sentence_heard_long_ago_does_not_stand_there_as_if_it_were_new() -> None:
    apology = APOLOGY.says

    assert Heard("A flute.", apology, 30 * SECOND).is_fresh
    assert not Heard("A flute.", apology, 20 * MINUTE).is_fresh
    assert Heard("A flute.", apology, 20 * MINUTE, waits=True).is_fresh
    assert not Heard("A flute.").is_fresh


async def test_after_a_cut_what_was_announced_before_it_is_not_shown() -> None:
    queue = hold(
        announces=(Announcement(says=APOLOGY.says, at=Moment(after=SECOND)),),
        music="A flute.",
        lasts=40 * MINUTE,
    )
    async with at(alone({"queue": queue}), pace="real") as seat:
        await seat.wait(10_000)
        assert APOLOGY.says in seat.seen

        await seat.wait(20 * MINUTE)
        assert "A flute." in seat.seen
        assert APOLOGY.says not in seat.seen


async def test_a_key_that_is_asked_for_is_heard() -> None:
    there = StillThere(
        at=Moment(after=10 * SECOND), within=8 * SECOND, says="Still there? Press 1."
    )
    async with at(alone({"queue": hold(still_there=there)}), pace="real") as seat:
        await seat.wait(13_000)
        assert "○ listening" in seat.seen
        assert "Still there? Press 1." in seat.seen

        await seat.press("1")
        assert [each.heard for each in seat.happened(e.KeyPressed)] == [True]
        assert "on hold" in seat.seen


async def test_f8_and_the_button_hang_up() -> None:
    for hand in ("key", "mouse"):
        async with at(alone({"queue": hold()})) as seat:
            await (seat.press("f8") if hand == "key" else seat.click("#hang-up"))

            [ended] = seat.happened(e.ContactEnded)
            assert (ended.by, ended.how) == ("customer", "hung_up")
        assert seat.app.return_value == "over"


async def test_a_line_that_drops_rings_off_and_the_next_call_has_its_own_timer() -> (
    None
):
    leads = {"answered": "done", "hung_up": "done", "dropped": "again"}
    first = hold(
        lasts=30 * SECOND, drops=Drops(at=Moment(after=20 * SECOND)), leads=leads
    )
    async with at(
        alone({"queue": first, "again": hold(music="The same piano.")}), pace="real"
    ) as seat:
        await seat.wait(21_000)

        assert [each.how for each in seat.happened(e.ContactEnded)] == ["dropped"]
        assert "The same piano." in seat.seen
        assert "0:01" in seat.seen


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
async def test_it_is_whole_in_every_window(size: tuple[int, int]) -> None:
    noun: Hold = hold(
        announces=(APOLOGY,), estimate=Estimate(starts=4 * MINUTE), music="A piano."
    )
    async with at(alone({"queue": noun}), pace="real", size=size) as seat:
        await seat.wait(6_000)
        window = seat.screen.region
        for widget in seat.screen.query("Phone, Phone *"):
            assert window.contains_region(widget.region), widget
            assert widget.region.area, widget
        for words in ("Hang up", "A piano.", "4 minutes", "0:06", "F10"):
            assert words in seat.seen
        for key in "123456789*0#":
            assert key in seat.seen
