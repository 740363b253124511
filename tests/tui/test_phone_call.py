"""Talking with somebody on the screen."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.journey.touchpoints.call import Call, Reply, Turn
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.phone_captions import Captions
from tests.engine.made_nouns import alone
from tests.engine.made_scripts import script_of
from tests.tui.by_turns import by_turns
from tests.tui.sitting import Seat, at, layouts_counted

DANI = "call-kind-but-powerless"
CIVIL = "Could you tell me where my order is, please?"
SHARP = "For the third time, where is it?"


def chosen(seat: Seat) -> list[tuple[str, str | None, str]]:
    return [
        (each.option, each.tone, each.says) for each in seat.happened(e.OptionChosen)
    ]


@pytest.mark.parametrize("keys", [["1"], ["enter"], ["down", "up", "enter"]])
async def test_a_reply_is_civil_unless_it_is_made_otherwise(keys: list[str]) -> None:
    async with at(script_of(DANI)) as seat:
        assert CIVIL in seat.seen
        await seat.press(*keys)

        assert chosen(seat) == [("where", "civil", CIVIL)]


@pytest.mark.parametrize("keys", [["right", "right", "1"], ["left", "enter"]])
async def test_another_tone_is_read_before_it_is_said(keys: list[str]) -> None:
    async with at(script_of(DANI)) as seat:
        await seat.press(*keys[:-1])
        assert SHARP in seat.seen
        assert CIVIL not in seat.seen

        await seat.press(keys[-1])
        assert chosen(seat) == [("where", "sharp", SHARP)]


async def test_a_reply_with_one_wording_has_it_in_every_tone() -> None:
    async with at(script_of(DANI)) as seat:
        await seat.press("right")
        assert "Where is it?" in seat.seen
        assert "Never mind." in seat.seen
        await seat.press("2")

        assert chosen(seat) == [("never-mind", None, "Never mind.")]


async def test_the_mouse_alone_is_enough() -> None:
    async with at(script_of(DANI)) as seat:
        await seat.click("Replies", at=(22, 1))
        assert SHARP in seat.seen
        await seat.click("Replies", at=(12, 2))

        assert chosen(seat) == [("where", "sharp", SHARP)]


async def test_the_tone_is_civil_again_at_the_next_turn() -> None:
    async with at(script_of("call-gets-tones")) as seat:
        await seat.press("right", "1")
        await seat.wait_until("Second, civil.")

        assert "First, short." in seat.seen
        assert "Second, short." not in seat.seen


async def test_a_reply_that_cannot_be_seen_is_shown_before_it_is_said() -> None:
    replies = tuple(
        Reply(says=f"{name}. " + "It is a long story. " * long, id=name, leads="done")
        for name, long in (("one", 8), ("two", 8), ("three", 80))
    )
    turns = {"hello": Turn(says="Hello.", replies=replies)}
    noun = Call(
        kind="call", who="Dani", starts="hello", turns=turns, leads={"hung_up": "done"}
    )
    async with at(alone({"talk": noun}), size=(60, 18)) as seat:
        assert "three." not in seat.seen
        assert "↓" in seat.seen
        await seat.press("3")
        assert "three." in seat.seen
        assert chosen(seat) == []

        await seat.press("3")
        assert [option for option, _, _ in chosen(seat)] == ["three"]


async def test_two_presses_say_one_thing() -> None:
    async with at(script_of(DANI)) as seat:
        seat.strike("1")
        seat.strike("1")
        await seat.pilot.pause()

        assert len(chosen(seat)) == 1
        assert "busy" in seat.seen
        assert "They are busy" not in seat.seen


async def test_changing_the_tone_lays_nothing_out_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with at(script_of(DANI)) as seat:
        await seat.pilot.pause(0.1)
        counted = layouts_counted(seat.app, monkeypatch)
        await seat.press("right", "right", "right", "down", "up")
        await seat.wait(1_000)

        assert counted == []


async def test_the_other_end_is_heard_word_by_word_and_then_at_work() -> None:
    async with at(script_of(DANI)) as seat:
        await seat.wait(1_000)
        assert "Hi, this is Dani." in seat.seen
        assert "do for you?" not in seat.seen

        await seat.press("1")
        assert "… busy" in seat.seen
        assert "You hear a keyboard." in seat.seen
        assert "You   Could you tell me where" in seat.seen


async def test_a_fact_is_read_out_by_typing_it() -> None:
    async with at(script_of("call-asks-again")) as seat:
        await seat.type("AW-204711")
        assert seat.happened(e.OptionChosen) == []
        await seat.press("enter")

        assert [each.words for each in seat.happened(e.Said)[1:2]] == ["AW-204711"]
        assert [each.right for each in seat.happened(e.FactGiven)] == [True]
        await seat.wait_until("what is your postcode?")
        assert seat.screen.query_one(LineInput).value == ""


async def test_a_wrong_fact_is_asked_for_again() -> None:
    async with at(script_of("call-asks-again")) as seat:
        await seat.type("12")
        await seat.press("enter")
        await seat.wait_until("Once more?")
        await seat.type("AW-204711")
        await seat.press("enter")

        assert [each.right for each in seat.happened(e.FactGiven)] == [False, True]


async def test_nothing_read_out_is_refused_beside_the_line() -> None:
    async with at(script_of("call-asks-again")) as seat:
        await seat.press("space", "enter")

        assert "Read something out." in seat.seen
        assert seat.happened(e.FactGiven) == []


async def test_a_hold_within_a_call_plays_music_and_says_it_is_sorry() -> None:
    async with at(script_of("call-supervisor-hold"), pace="real") as seat:
        await seat.wait_until("A flute.")
        assert "‖ on hold" in seat.seen
        assert "Bear with me." in seat.seen

        await seat.wait_until("● recording")
        await seat.wait_until("We are sorry to keep you.")
        await seat.press("1", "enter")
        assert seat.happened(e.OptionChosen) == []


async def test_what_was_said_can_be_read_back() -> None:
    async with at(script_of("call-asks-again"), size=(60, 18)) as seat:
        for _ in range(3):
            await seat.type("x")
            await seat.press("enter")
        await seat.wait(9_000)
        assert "Hi, you're through" not in seat.seen

        seat.app.set_focus(None)
        await seat.press("pageup", "pageup", "pageup")
        assert "Hi, you're through" in seat.seen
        assert "↓" in seat.seen
        await seat.press("pagedown", "pagedown", "pagedown")
        assert "↓" not in seat.seen


async def test_the_wheel_reads_back_too() -> None:
    async with at(script_of("call-asks-again"), size=(60, 18)) as seat:
        for _ in range(3):
            await seat.type("x")
            await seat.press("enter")
        captions = seat.screen.query_one(Captions)
        captions.read_back(100)
        await seat.pilot.pause()

        assert "Hi, you're through" in seat.seen


async def test_f8_hangs_up_from_within_the_line() -> None:
    async with at(script_of("call-asks-again")) as seat:
        await seat.type("AW")
        await seat.press("f8")

    assert [each.how for each in seat.happened(e.ContactEnded)] == ["hung_up"]


@pytest.mark.parametrize(
    ("size", "name"),
    by_turns([(60, 18), (80, 24), (120, 40)], [DANI, "call-asks-again"]),
)
async def test_it_is_whole_in_every_window(name: str, size: tuple[int, int]) -> None:
    async with at(script_of(name), size=size) as seat:
        await seat.wait(6_000)
        window = seat.screen.region
        for widget in seat.screen.query("Phone, Phone *"):
            assert window.contains_region(widget.region), widget
        for words in ("Dani", "Hang up", "0:06", "F10"):
            assert words in seat.seen
