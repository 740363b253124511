"""A phone menu, in real time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.touchpoints.menu import MenuFace
from empathy_sim.engine.voices import speaking_ms
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_scripts import begun
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
    "menu-times-out",
    "menu-works",
)


def face_of(menu: Playthrough) -> MenuFace:
    face = menu.scene.face
    assert isinstance(face, MenuFace)
    return face


def hear_out(menu: Playthrough) -> None:
    menu.wait_until(lambda _: not face_of(menu).speaking)


def said(menu: Playthrough) -> list[str]:
    return [each.says for each in menu.happened(e.Announced)]


def key_in(menu: Playthrough, keys: str) -> None:
    for key in keys:
        menu.do(m.Press(key))


def test_a_menu_that_works_leads_where_it_says() -> None:
    menu = begun("menu-works")

    hear_out(menu)
    menu.do(m.Press("2"))

    assert menu.state.ending == "orders"
    assert menu.frictions() == []
    assert menu.happened(e.OptionChosen)[-1].says == "To place an order, press 2."


def test_it_reads_fifteen_characters_a_second() -> None:
    menu = begun("menu-works")
    greeting = face_of(menu)

    assert greeting.line == "Thank you for calling Alder & Wray."
    assert greeting.ends - greeting.began == speaking_ms(greeting.line) == 2_334
    assert menu.scene.next_at == greeting.ends


def test_keys_are_shown_once_they_have_been_offered() -> None:
    menu = begun("menu-works")

    assert face_of(menu).keys == ()
    assert [offer.label for offer in menu.scene.offers if offer.key] == [
        "Press 1",
        "Press 2",
    ]

    menu.tick()

    assert face_of(menu).keys == (("1", "For deliveries, press 1."),)
    assert menu.scene.offer("press", "1").label == "For deliveries, press 1."  # type: ignore[union-attr]


def test_a_key_may_be_pressed_before_it_is_offered() -> None:
    menu = begun("menu-works")

    menu.do(m.Press("2"))

    assert menu.state.ending == "orders"


def test_it_asks_for_nothing_while_it_speaks() -> None:
    menu = begun("menu-works")

    assert not menu.scene.asks

    hear_out(menu)

    assert menu.scene.asks


def test_a_key_that_means_nothing_has_the_choices_read_again() -> None:
    menu = begun("menu-works")
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
    menu = begun("menu-works")

    menu.wait_until(lambda state: state.is_over)

    assert menu.state.ending == "gave_up"
    assert menu.happened(e.ContactEnded)[0].by == "company"


def test_it_reads_back_something_else_twice_and_then_hears() -> None:
    menu = begun("menu-mishears")
    hear_out(menu)

    for _ in range(2):
        menu.do(m.Say("I want to CANCEL, please"))
        assert face_of(menu).wants == "confirmation"
        assert said(menu)[-1] == "You would like our opening hours."
        menu.do(m.Say("No. Not that."))
        assert face_of(menu).wants == "speech"
    menu.do(m.Say("cancel"))

    assert menu.frictions() == ["misheard", "misheard"]
    assert menu.state.ending == "cancelled"


def test_a_tired_yes_leads_to_what_was_misheard() -> None:
    menu = begun("menu-mishears")

    menu.do(m.Say("send it back, send back"))
    menu.do(m.Say("Yeah"))

    assert menu.state.ending == "hours"


def test_neither_yes_nor_no_is_not_understood() -> None:
    menu = begun("menu-mishears")

    menu.do(m.Say("cancel"))
    menu.do(m.Say("the kettle"))

    assert menu.frictions() == ["misheard", "not_understood"]
    assert face_of(menu).wants == "confirmation"

    menu.do(m.Say("the kettle"))
    menu.wait_until(lambda state: state.is_over)

    assert menu.frictions()[-1] == "menu_timed_out"


def test_words_are_heard_whole_and_the_first_entry_wins() -> None:
    menu = begun("menu-mishears")

    menu.do(m.Say("cancellation"))

    assert menu.frictions() == ["not_understood"]

    menu.do(m.Say("cancel the delivery"))
    step = [each for each in menu.happened(e.StepTaken) if each.step == "misheard"]

    assert step[0].facts["meant"] == "cancel"


def test_what_was_said_is_kept_apart_from_the_event() -> None:
    menu = begun("menu-mishears")

    menu.do(m.Say("Cancel it"))

    (spoken,) = menu.happened(e.Said)
    assert (spoken.speaker, spoken.says, spoken.words) == ("customer", "", "Cancel it")


def test_what_it_cannot_understand_it_leaves_to_its_keys() -> None:
    menu = begun("menu-not-understood")

    menu.do(m.Say("kettle"))
    assert said(menu)[-1] == "I'm sorry, I didn't catch that."
    menu.do(m.Say("the kettle"))
    assert said(menu)[-1] == "I'm still not sure what you need."
    menu.do(m.Say("a kettle"))
    assert said(menu)[-1] == "For deliveries, press 1."

    assert menu.frictions() == ["not_understood"]
    assert face_of(menu).wants == "keys"
    menu.do(m.Press("1"))
    assert menu.state.ending == "deliveries"


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


def test_an_order_number_is_keyed_in_and_asked_for_again() -> None:
    menu = begun("menu-asks-number")
    hear_out(menu)
    assert menu.happened(e.AskedFor)[0].by == "menu"

    key_in(menu, "1042")
    assert face_of(menu).keyed == "1042"
    key_in(menu, "33#")
    assert face_of(menu).wants == "keys"
    menu.do(m.Press("1"))
    hear_out(menu)

    assert menu.state.touchpoint == "team"
    assert menu.frictions() == ["asked_again"]
    assert menu.happened(e.FactGiven)[0].right
    assert menu.happened(e.AskedFor)[1].identity
    key_in(menu, "104233#")
    assert menu.state.ending == "done"


def test_a_number_keyed_in_over_the_recording_was_asked_for_first() -> None:
    menu = begun("menu-asks-number")

    key_in(menu, "104233#")

    assert len(menu.happened(e.AskedFor)) == 1
    assert face_of(menu).wants == "keys"


def test_a_wrong_number_is_asked_for_again_and_then_let_be() -> None:
    menu = begun("menu-asks-number")

    key_in(menu, "999#")
    assert said(menu)[-1] == "That number was not recognised."
    menu.tick()
    key_in(menu, "12*104#")

    assert [each.right for each in menu.happened(e.FactGiven)] == [False, False]
    assert len(menu.happened(e.AskedFor)) == 2
    assert menu.frictions() == []
    assert face_of(menu).wants == "keys"


def test_a_number_is_taken_without_its_hash_when_no_key_follows() -> None:
    menu = begun("menu-asks-number")

    key_in(menu, "104233")
    menu.tick()

    assert menu.happened(e.FactGiven)[0].right


def test_a_number_has_an_end() -> None:
    menu = begun("menu-asks-number")

    key_in(menu, "1" * 21)

    assert face_of(menu).keyed == "1" * 20


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
    assert refusal(begun("menu-works"), move) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("  ", "Say something, or wait."),
        ("a" * 201, "It hears 200 characters at once."),
    ],
)
def test_what_cannot_be_heard_is_refused(text: str, says: str) -> None:
    assert refusal(begun("menu-mishears"), m.Say(text)) == says


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
