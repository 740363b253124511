"""A menu listens to words and numbers."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from tests.engine.made_scripts import begun
from tests.engine.menu_steps import face_of, hear_out, key_in, said
from tests.engine.walking import refusal


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
    ("text", "says"),
    [
        ("  ", "Say something, or wait."),
        ("a" * 201, "It hears 200 characters at once."),
    ],
)
def test_what_cannot_be_heard_is_refused(text: str, says: str) -> None:
    assert refusal(begun("menu-mishears"), m.Say(text)) == says
