"""A phone menu, in real time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.voices import speaking_ms
from tests.engine.made_scripts import begun
from tests.engine.menu_steps import face_of, hear_out, said
from tests.engine.walking import refusal, walk

SAMPLES = (
    "menu-asks-number",
    "menu-changed",
    "menu-falls-through",
    "menu-loops",
    "menu-mishears",
    "menu-no-barge-in",
    "menu-not-understood",
    "menu-refuses-zero",
    "menu-that-works",
    "menu-times-out",
)


def test_a_menu_that_works_leads_where_it_says() -> None:
    menu = begun("menu-that-works")

    hear_out(menu)
    menu.do(m.Press("2"))

    assert menu.state.ending == "orders"
    assert menu.frictions() == []
    assert menu.happened(e.OptionChosen)[-1].says == "To place an order, press 2."


def test_it_reads_fifteen_characters_a_second() -> None:
    menu = begun("menu-that-works")
    greeting = face_of(menu)

    assert greeting.line == "Thank you for calling Alder & Wray."
    assert greeting.ends - greeting.began == speaking_ms(greeting.line) == 2_334
    assert menu.scene.next_at == greeting.ends


def test_keys_are_shown_once_they_have_been_offered() -> None:
    menu = begun("menu-that-works")

    assert face_of(menu).keys == ()
    assert [offer.label for offer in menu.scene.offers if offer.key] == [
        "Press 1",
        "Press 2",
    ]

    menu.tick()

    assert face_of(menu).keys == (("1", "For deliveries, press 1."),)
    assert menu.scene.offer("press", "1").label == "For deliveries, press 1."  # type: ignore[union-attr]


def test_a_key_may_be_pressed_before_it_is_offered() -> None:
    menu = begun("menu-that-works")

    menu.do(m.Press("2"))

    assert menu.state.ending == "orders"


def test_it_asks_for_nothing_while_it_speaks() -> None:
    menu = begun("menu-that-works")

    assert not menu.scene.asks

    hear_out(menu)

    assert menu.scene.asks


def test_a_key_that_means_nothing_has_the_choices_read_again() -> None:
    menu = begun("menu-that-works")
    hear_out(menu)

    menu.do(m.Press("7"))
    menu.tick()

    assert said(menu)[-2:] == [
        "That is not a valid option.",
        "For deliveries, press 1.",
    ]


def test_the_menu_has_changed_at_every_call() -> None:
    menu = begun("menu-changed")

    for _ in range(2):
        hear_out(menu)
        menu.do(m.HangUp())
        menu.do(m.Choose("call-again"))
    hear_out(menu)

    assert menu.frictions() == ["menu_changed"] * 3
    assert said(menu).count("Please listen carefully, as our menu has changed.") == 3
    assert "menu_loop" not in menu.frictions()


def test_who_does_not_hear_the_preamble_does_not_meet_it() -> None:
    menu = begun("menu-changed")

    menu.do(m.Press("1"))

    assert menu.frictions() == []


def test_silence_climbs_a_ladder_and_ends_the_call() -> None:
    menu = begun("menu-times-out")

    menu.wait_until(lambda state: state.is_over)

    assert said(menu) == [
        "Thank you for calling Alder & Wray.",
        "For deliveries, press 1.",
        "I didn't get that.",
        "For deliveries, press 1.",
        "I still didn't get that.",
        "For deliveries, press 1.",
        "Thank you for your call.",
        "Goodbye.",
    ]
    assert menu.frictions() == ["menu_timed_out"]
    assert menu.state.ending == "ended"
    (ended,) = menu.happened(e.ContactEnded)
    assert (ended.by, ended.how) == ("company", "timed_out")


def test_silence_is_counted_from_the_end_of_the_recording() -> None:
    menu = begun("menu-times-out")
    hear_out(menu)

    assert menu.scene.next_at == menu.state.story_ms + 5_000


def test_a_menu_may_give_up_and_pass_the_caller_on() -> None:
    menu = begun("menu-falls-through")

    menu.wait_until(lambda state: state.kind == "hold")

    assert menu.frictions() == ["menu_timed_out"]
    assert menu.happened(e.ContactEnded) == []
    assert len(menu.happened(e.ContactBegan)) == 1


def test_a_menu_without_a_way_out_of_silence_hangs_up() -> None:
    menu = begun("menu-that-works")

    menu.wait_until(lambda state: state.is_over)

    assert menu.state.ending == "gave_up"
    assert menu.happened(e.ContactEnded)[0].by == "company"


def test_a_menu_that_comes_back_in_one_call_is_a_loop() -> None:
    menu = begun("menu-loops")

    menu.do(m.Press("9"))
    assert menu.frictions() == ["menu_loop"]
    menu.do(m.Press("1"))
    menu.do(m.Press("1"))
    assert menu.frictions() == ["menu_loop"] * 2
    menu.do(m.Press("2"))
    assert menu.state.ending == "deliveries"


def test_calling_again_is_not_a_loop() -> None:
    menu = begun("menu-loops")

    menu.do(m.Press("1"))
    menu.do(m.Press("2"))
    menu.do(m.Choose("read"))
    menu.do(m.Press("1"))

    assert menu.state.touchpoint == "orders"
    assert menu.frictions() == []


def test_a_loop_has_its_way_out() -> None:
    menu = begun("menu-loops")

    for _ in range(4):
        menu.do(m.Press("9"))

    assert menu.state.ending == "gave_up"


def test_zero_is_refused_until_it_works() -> None:
    menu = begun("menu-refuses-zero")

    menu.do(m.Press("0"))
    assert said(menu)[-1] == "That is not a valid option."
    menu.do(m.Press("0"))
    menu.do(m.Press("0"))

    assert menu.frictions() == ["zero_refused"]
    assert menu.state.ending == "person"


def test_keys_are_ignored_until_the_recording_has_ended() -> None:
    menu = begun("menu-no-barge-in")

    menu.do(m.Press("1"))
    menu.do(m.Press("1"))

    assert menu.state.touchpoint == "menu"
    assert [each.heard for each in menu.happened(e.KeyPressed)] == [False, False]
    assert menu.frictions() == ["no_barge_in"]

    hear_out(menu)
    menu.do(m.Press("1"))

    assert menu.state.ending == "deliveries"


@pytest.mark.parametrize(
    ("move", "says"),
    [
        (m.Choose("1"), "There is only a recording here, and keys."),
        (m.FillIn("a", "b"), "There is only a recording here, and keys."),
        (m.Rate("a", 1), "There is only a recording here, and keys."),
        (m.Say("cancel"), "This menu does not listen to words now."),
        (m.Press("12"), "A phone has the keys 0 to 9, * and #."),
        (m.Press(""), "A phone has the keys 0 to 9, * and #."),
    ],
)
def test_what_a_phone_cannot_do_is_refused(move: m.Move, says: str) -> None:
    assert refusal(begun("menu-that-works"), move) == says


@pytest.mark.parametrize("name", SAMPLES)
def test_every_menu_can_be_hung_up(name: str) -> None:
    menu = begun(name)

    menu.do(m.HangUp())

    assert menu.happened(e.ContactEnded)[0].how == "hung_up"


def test_the_goodbye_hears_no_key() -> None:
    menu = begun("menu-times-out")
    menu.wait_until(lambda _: face_of(menu).wants == "nothing")

    menu.do(m.Press("1"))

    assert not menu.happened(e.KeyPressed)[-1].heard
    assert refusal(menu, m.Say("wait")) == "This menu does not listen to words now."


@settings(max_examples=60)
@given(st.sampled_from(SAMPLES), st.lists(st.integers(0, 40), max_size=25))
def test_no_way_through_a_menu_breaks_it(name: str, picks: list[int]) -> None:
    walk(begun(name), picks)


def test_who_is_to_key_a_number_in_has_time_to_find_it() -> None:
    menu = begun("menu-asks-number")
    hear_out(menu)
    menu.wait(19_000)
    assert not menu.happened(e.FrictionMet)

    for key in "104233":
        menu.do(m.Press(key))
        menu.wait(15_000)
    menu.do(m.Press("#"))
    hear_out(menu)

    assert not menu.happened(e.FrictionMet)
    assert face_of(menu).keys == (("1", "For deliveries, press 1."),)


def test_no_number_at_all_is_a_silence_in_the_end() -> None:
    menu = begun("menu-asks-number")
    hear_out(menu)

    menu.wait(21_000)

    assert "I didn't get that." in said(menu)


def test_behind_the_number_the_choices_wait_as_long_as_choices_do() -> None:
    menu = begun("menu-asks-number")
    hear_out(menu)
    for key in "104233#":
        menu.do(m.Press(key))
    hear_out(menu)

    menu.wait(9_000)

    assert "I didn't get that." in said(menu)
