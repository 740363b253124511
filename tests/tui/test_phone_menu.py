"""A recorded voice, and keys that always work."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.journey.touchpoints.menu import Menu, MenuOption
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.phone_keypad import Keypad
from tests.engine.made_nouns import alone
from tests.engine.made_scripts import script_of
from tests.tui.sitting import at, layouts_counted

MENU = Menu(
    kind="menu",
    says="Thank you for calling Hearth & Vale.",
    options=(
        MenuOption(press="1", says="For orders, press 1.", leads="menu"),
        MenuOption(press="2", says="For anything else, press 2.", leads="done"),
    ),
    leads={"hung_up": "done", "timed_out": "done"},
)


async def test_captions_come_as_they_are_said() -> None:
    async with at(alone({"menu": MENU})) as seat:
        assert "Thank" not in seat.seen

        await seat.wait(1_000)
        assert "Thank you for calling" in seat.seen
        assert "Hearth & Vale." not in seat.seen.split("speaking")[1]

        await seat.wait(2_000)
        assert "Thank you for calling Hearth & Vale." in seat.seen
        assert "● speaking" in seat.seen

        await seat.wait_until("○ listening")
        assert "For orders, press 1." in seat.seen
        assert "For anything else, press 2." in seat.seen


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_a_key_is_pressed_by_any_hand_while_the_voice_speaks(hand: str) -> None:
    async with at(alone({"menu": MENU})) as seat:
        if hand == "keyboard":
            await seat.press("2")
        else:
            keypad = seat.screen.query_one(Keypad)
            await seat.click("Keypad", keypad.region_of("2").offset)

        assert [(each.key, each.heard) for each in seat.happened(e.KeyPressed)] == [
            ("2", True)
        ]
        assert [each.option for each in seat.happened(e.OptionChosen)] == ["2"]


async def test_speaking_lays_nothing_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    async with at(alone({"menu": MENU})) as seat:
        await seat.pilot.pause(0.1)
        counted = layouts_counted(seat.app, monkeypatch)
        for _ in range(28):
            await seat.wait(250)

        assert seat.session.scene().story_ms == 7_000
        assert counted == []


async def test_a_number_is_keyed_in_and_stands_in_the_display() -> None:
    async with at(script_of("menu-asks-number")) as seat:
        await seat.press("1", "0", "4")
        assert "Keyed in" in seat.seen
        assert "104" in seat.seen.split("Keyed in")[1]

        await seat.press("2", "3", "3", "number_sign")
        [given] = seat.happened(e.FactGiven)
        assert (given.fact, given.right) == ("order_number", True)


async def test_a_key_cuts_the_sentence_short() -> None:
    async with at(script_of("menu-asks-number")) as seat:
        await seat.wait(1_000)
        await seat.press("1")
        await seat.wait(4_000)

        assert "○ listening" in seat.seen
        assert "Thank you for calling" in seat.seen
        assert "Alder & Wray." not in seat.seen


async def test_what_is_typed_is_said_to_a_menu_that_listens() -> None:
    async with at(script_of("menu-mishears")) as seat:
        await seat.wait_until("○ listening")
        await seat.type("about a parcel")
        await seat.press("enter")

        assert [each.words for each in seat.happened(e.Said)] == ["about a parcel"]
        assert seat.happened(e.KeyPressed) == []
        await seat.wait_until("our opening hours.")


async def test_a_digit_on_an_empty_line_is_a_key_and_within_words_a_letter() -> None:
    async with at(script_of("menu-mishears")) as seat:
        await seat.press("4")
        assert [each.key for each in seat.happened(e.KeyPressed)] == ["4"]

        await seat.type("line 4")
        assert seat.screen.query_one(LineInput).value == "line 4"
        assert len(seat.happened(e.KeyPressed)) == 1


async def test_nothing_said_is_refused_beneath_the_line_and_not_recorded() -> None:
    async with at(script_of("menu-mishears")) as seat:
        await seat.press("enter")

        assert "Say something, or wait." in seat.seen
        assert seat.happened(e.Said) == []


async def test_a_line_that_is_no_longer_wanted_is_gone() -> None:
    async with at(script_of("menu-mishears")) as seat:
        await seat.press("f8")

    assert [each.how for each in seat.happened(e.ContactEnded)] == ["hung_up"]


async def test_f1_says_how_the_phone_works() -> None:
    async with at(alone({"menu": MENU}), size=(100, 40)) as seat:
        await seat.press("f1")

        assert "A recorded voice." in seat.seen
        assert "The middle is the company" in seat.seen


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_it_is_whole_in_every_window(size: tuple[int, int]) -> None:
    async with at(script_of("menu-mishears"), size=size) as seat:
        await seat.wait_until("○ listening")
        window = seat.screen.region
        for widget in seat.screen.query("Phone, Phone *"):
            assert window.contains_region(widget.region), widget
        for words in ("calling.", "Hang up", "Say something"):
            assert words in seat.seen
