"""A web form: what it shows, asks and takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from tests.engine.form_steps import face_of, field_of, fill, refusals, send
from tests.engine.made_scripts import begun
from tests.engine.walking import refusal, walk

SAMPLES = (
    "form-clears",
    "form-expires",
    "form-far-away",
    "form-grows",
    "form-links-out",
    "form-locks",
    "form-refuses-names",
    "form-reveals-rules",
    "form-that-works",
    "form-warns",
)


def test_a_form_that_works_takes_what_it_is_given() -> None:
    form = begun("form-that-works")

    send(form, number="hv104233qk", why="Another reason")
    assert (face_of(form).number, face_of(form).step) == (2, "Step 2 of 2")
    send(form, agreed="yes")

    assert face_of(form).closing == "Thank you. A label is on its way."
    assert face_of(form).fields == ()
    form.do(m.Choose("accepted"))
    assert form.state.ending == "sent"
    assert form.frictions() == []


def test_what_was_accepted_is_not_given_up_by_closing_the_page() -> None:
    form = begun("form-that-works")
    send(form, number="hv104233qk", why="Another reason")
    send(form, agreed="yes")

    offered = [offer.id for offer in form.scene.offers if offer.sort == "choose"]
    assert offered == ["accepted"]
    assert "no such button" in refusal(form, m.Choose("left"))
    assert [each.right for each in form.happened(e.FactGiven)] == [True]


def test_a_page_shows_its_fields_as_they_are() -> None:
    form = begun("form-that-works")

    assert face_of(form).site == "alderandwray.example/returns"
    assert field_of(form, "why").choices == ("It does not fit", "Another reason")
    assert field_of(form, "number").hint == "It is in the confirmation e-mail."
    fill(form, number="HV-1")
    assert field_of(form, "number").value == "HV-1"


def test_what_is_missing_or_not_so_is_said_beside_each_field() -> None:
    form = begun("form-that-works")

    send(form, number="HV-1")

    assert field_of(form, "number").error == "This is not an order of ours."
    assert field_of(form, "why").error == "This field is required."
    assert face_of(form).top == ""
    assert form.frictions() == []


def test_errors_stand_until_the_page_is_sent_again() -> None:
    form = begun("form-that-works")
    send(form, number="HV-1")

    fill(form, number="HV-104233-QK")
    assert field_of(form, "number").error

    form.do(m.Choose("submit"))
    assert not field_of(form, "number").error
    assert field_of(form, "why").error


def test_a_tick_must_be_ticked_and_an_optional_answer_must_be_right() -> None:
    form = begun("form-that-works")
    send(form, number="HV-104233-QK", why="Another reason")

    send(form, email="nobody")

    assert refusals(form) == [
        "Please enter an e-mail address.",
        "This field is required.",
    ]


def test_a_field_left_as_it_was_is_not_filled_again() -> None:
    form = begun("form-that-works")

    fill(form, number="HV-1")

    assert form.do(m.FillIn("number", "HV-1")) == ()


def test_a_fact_is_given_when_the_page_is_sent_and_once_a_typing() -> None:
    form = begun("form-that-works")

    fill(form, number="HV-1")
    assert form.happened(e.FactGiven) == []
    form.do(m.Choose("submit"))
    form.do(m.Choose("submit"))

    assert [each.right for each in form.happened(e.FactGiven)] == [False]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_page_can_be_closed(name: str) -> None:
    form = begun(name)

    form.do(m.Choose("left"))

    assert form.state.ending == "gave_up"
    (ended,) = form.happened(e.ContactEnded)
    assert (ended.by, ended.how) == ("customer", "left")


@pytest.mark.parametrize(
    ("move", "says"),
    [
        (m.Press("1"), "There is a page here, with fields and buttons."),
        (m.Say("hello"), "There is a page here, with fields and buttons."),
        (m.HangUp(), "There is a page here, with fields and buttons."),
        (m.Rate("a", 1), "There is a page here, with fields and buttons."),
        (m.Choose("pay"), "There is no such button or link on this page."),
        (m.Choose("stay"), "There is no such button or link on this page."),
        (m.Choose(""), "There is no such button or link on this page."),
        (m.Choose("accepted"), "There is no such button or link on this page."),
        (m.FillIn("email", "a@b.example"), "There is no such field on this page."),
        (m.FillIn("number", "1" * 201), "At most 200 characters fit here."),
        (
            m.FillIn("why", "Because"),
            "One of these, or nothing: It does not fit, Another reason.",
        ),
    ],
)
def test_what_a_page_cannot_take_is_refused(move: m.Move, says: str) -> None:
    assert refusal(begun("form-that-works"), move) == says


def test_a_tick_is_yes_or_nothing() -> None:
    form = begun("form-that-works")
    send(form, number="HV-104233-QK", why="Another reason")

    assert refusal(form, m.FillIn("agreed", "on")) == "One of these, or nothing: yes."


@pytest.mark.parametrize("name", SAMPLES)
def test_every_form_can_be_got_through_by_its_first_examples(name: str) -> None:
    form = begun(name)

    for _ in range(30):
        if form.state.is_over or face_of(form).closed:
            break
        for offer in form.scene.offers:
            if offer.sort == "fill":
                form.do(offer.examples[0])
        form.do(m.Choose("submit"))

    stuck = name == "form-refuses-names"
    assert (form.state.ending or face_of(form).closed) in (
        {"sent", "made", "accepted"} if not stuck else {""}
    )


@settings(max_examples=60)
@given(st.sampled_from(SAMPLES), st.lists(st.integers(0, 60), max_size=25))
def test_no_way_through_a_form_breaks_it(name: str, picks: list[int]) -> None:
    walk(begun(name), picks)
