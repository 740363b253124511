"""A phone, by typed lines: keys, waits, tones."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.journey.journey import Resource
from empathy_sim.journey.units import MINUTE, Drain
from empathy_sim.line.hands import EndOfLines
from empathy_sim.line.lines import NO_PROMPT, PROMPT, Line
from empathy_sim.line.manners import Manners
from empathy_sim.line.playing import LinePlay
from empathy_sim.session.clock import ManualClock
from tests.engine.made_scripts import script_of
from tests.line.typed_play import session_of, typed


def test_a_number_is_split_into_its_keys_and_told_as_one_line() -> None:
    done = typed("menu-asks-number", "104233#")

    pressed = "".join(event.key for event in done.events(e.KeyPressed))
    assert pressed == "104233#"
    assert done.times("(You press 1 0 4 2 3 3 #.)") == 1
    assert [event.right for event in done.events(e.FactGiven)] == [True]


def test_a_number_may_come_in_pieces_and_is_asked_for_once() -> None:
    done = typed("menu-asks-number", "10", "42-33", "#")

    assert [event.right for event in done.events(e.FactGiven)] == [True]
    assert done.times("Press the digits") == 1


def test_a_number_that_was_wrong_is_asked_for_again() -> None:
    done = typed("menu-asks-number", "1#")

    assert done.times("That number was not recognised.") == 1
    assert done.times("Press the digits") == 2


def test_what_is_no_key_is_refused_in_words() -> None:
    done = typed("menu-asks-number", "HV-104233-QK")

    assert "A phone has the keys 0 to 9, * and #." in done.text
    assert done.events(e.KeyPressed) == []


def test_a_menu_is_not_asked_for_again_after_its_own_reminders() -> None:
    done = typed("menu-times-out", "hello", "wait 40s")

    reminders = len(done.events(e.Announced))
    assert reminders > 3
    assert done.times("(Press a key)") == 1


def test_a_key_pressed_into_a_recording_that_goes_on_changes_nothing() -> None:
    done = typed("menu-no-barge-in", "hang up")

    assert done.session.state.ending == "gave_up"
    assert "(You hang up.)" in done.text


def test_a_hold_is_lived_without_anything_being_asked() -> None:
    done = typed("hold-that-works")

    assert "You are on hold." in done.text
    assert done.session.state.ending == "answered"


def test_lines_for_the_company_stay_until_it_asks() -> None:
    done = typed("hold-still-there", "1")

    assert "(Press 1)" in done.text
    assert [event.key for event in done.events(e.KeyPressed)] == ["1"]
    assert done.session.state.ending == "answered"


@pytest.mark.parametrize(
    ("waits", "least", "most"), [("wait", 0, 3), ("wait 4m", 4, 6)]
)
def test_a_word_to_the_frame_is_taken_on_hold_once_a_wait_is_over(
    waits: str, least: int, most: int
) -> None:
    done = typed("hold-slips", waits, "hang up")

    assert done.session.state.ending != "answered"
    hung_up = done.events(e.ContactEnded)[0].story_ms / 60_000
    assert least <= hung_up <= most


def test_time_that_is_cut_is_told_with_what_was_spared() -> None:
    done = typed("hold-slips", pace="instant")

    spared = sum(not event.heard for event in done.events(e.Announced))
    assert spared > 2
    assert "minutes later. The recording spoke " in done.text
    assert " in between; we spared you that. It is 10:" in done.text


@pytest.mark.parametrize("line", ["short 1", "1 short", "short", "First, short."])
def test_a_reply_is_said_in_the_tone_that_is_typed(line: str) -> None:
    done = typed("call-gets-tones", line)

    assert [event.tone for event in done.events(e.OptionChosen)] == ["short"]
    assert "You: First, short." in done.text


@pytest.mark.parametrize("line", ["1", "", "first, civil", "First", "civil 1"])
def test_a_reply_is_civil_unless_it_is_asked_for_otherwise(line: str) -> None:
    done = typed("call-gets-tones", line)

    assert [event.says for event in done.events(e.OptionChosen)] == ["First, civil."]


def test_each_tone_is_shown_in_the_words_that_will_be_said() -> None:
    done = typed("call-gets-tones")

    assert (
        "  1. First, civil.\n     short 1: First, short.\n   (Enter, or 1. "
        "Type short 1 to say it that way)" in done.text
    )
    assert "sharp:" not in done.text


def test_a_tone_there_is_none_of_is_refused() -> None:
    done = typed("call-gets-tones", "sharp 1")

    assert "There is no sharp way to say that." in done.text
    assert done.events(e.OptionChosen) == []


def test_what_can_be_said_is_shown_while_they_still_speak() -> None:
    done = typed("call-gets-tones")

    told = done.text
    assert told.index("Dani: Hello.") < told.index("1. First, civil.")
    spoken = [event for event in done.events(e.StepTaken) if event.step == "spoken"]
    assert done.times("1. First, civil.") == 1
    assert spoken


def test_a_fact_is_read_out_in_ones_own_words() -> None:
    done = typed("call-asks-again", "1", "say: leave")

    assert done.session.state.phase == "playing"
    assert done.events(e.JourneyLeft) == []


def test_what_came_of_cut_time_is_told_at_its_time() -> None:
    script = script_of("hold-slips")
    battery = Resource(
        says="Phone",
        starts=3_400,
        drains=Drain(100, 2 * MINUTE),
        while_="phone",
        low=3_000,
        low_says="The phone asks to save power.",
    )
    customer = replace(script.journey.customer, resources={"phone_battery": battery})
    low = replace(script, journey=replace(script.journey, customer=customer))

    text = typed(low, pace="instant").text

    at_its_time = (
        r"later\..* It is 10:\d\d\.\)\nThe phone asks to save power\.\n.*later\."
    )
    times = re.findall(r"It is (\d\d:\d\d)\.", text)
    assert re.search(at_its_time, text)
    assert len(times) > 1
    assert times == sorted(times)


def test_a_reminder_leaves_a_new_prompt_behind_it() -> None:
    clock = ManualClock()
    session = session_of(script_of("menu-times-out"), clock)
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())
    written: list[Line] = []
    hands = Silent(clock, lambda: session.state.phase == "playing")
    LinePlay(session, written.append, kept_in="", manners=Manners(prompts=True)).play(
        hands
    )

    reminded = [line.text for line in written].index("I didn't get that.")
    assert written[reminded - 2 : reminded] == [PROMPT, NO_PROMPT]
    assert PROMPT in written[reminded:]


@dataclass
class Silent:
    """Says nothing while the story lasts."""

    clock: ManualClock
    in_story: Callable[[], bool]

    def line(self, *, asked: bool, waits: bool, within_ms: int | None) -> str | None:
        if not self.in_story() or within_ms is None:
            raise EndOfLines
        self.clock.wait(within_ms)
        return None
