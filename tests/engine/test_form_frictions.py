"""What a web form can do to its customer."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from tests.engine.form_steps import face_of, field_of, fill, refusals, send
from tests.engine.made_scripts import begun
from tests.engine.walking import refusal

GOOD = "Xk7-Qm2-Vt9"


def test_the_session_ends_without_a_word_and_forgets() -> None:
    form = begun("form-expires")
    fill(form, number="HV-104233-QK", what="It is broken")
    form.wait(89_000)
    assert face_of(form).warning == ""

    form.wait(1_000)

    assert face_of(form).notice == "For your security, your session has ended."
    assert field_of(form, "number").value == "HV-104233-QK"
    assert field_of(form, "what").value == ""
    assert face_of(form).ended == 1
    assert form.frictions() == ["session_expired"]


def test_the_session_begins_again_with_each_page() -> None:
    form = begun("form-expires")
    form.wait(80_000)
    send(form, number="HV-104233-QK", what="It is broken")

    form.wait(80_000)
    assert face_of(form).number == 2

    form.wait(10_000)
    assert face_of(form).number == 1
    assert "asked_again" in form.frictions()


def test_what_was_forgotten_before_it_was_sent_was_never_given() -> None:
    form = begun("form-expires")
    fill(form, number="HV-104233-QK")

    form.wait(90_000)

    assert form.happened(e.FactGiven) == []
    assert "asked_again" not in form.frictions()


def test_a_session_that_ended_too_often_is_over() -> None:
    form = begun("form-expires")

    form.wait(270_000)

    assert face_of(form).closed == "expired"
    assert form.frictions() == ["session_expired"] * 3
    assert form.scene.next_at is None
    form.do(m.Choose("expired"))
    assert form.state.ending == "too_late"


def test_a_session_may_warn_and_let_one_stay() -> None:
    form = begun("form-warns")
    fill(form, what="It is broken")
    assert form.scene.offer("choose", "stay") is None
    form.wait(40_000)

    assert face_of(form).warning == "Your session is about to end."
    assert face_of(form).ends_at == 60_000
    form.do(m.Choose("stay"))

    assert face_of(form).warning == ""
    form.wait(59_000)
    send(form)
    assert form.state.ending == "sent"
    assert form.frictions() == []


def test_a_session_that_warned_in_vain_ends() -> None:
    form = begun("form-warns")

    form.wait(60_000)

    assert face_of(form).notice == "Your session has ended."
    assert face_of(form).warning == ""
    form.wait(600_000)
    assert form.frictions() == ["session_expired"]


def test_each_rule_is_mentioned_once_it_has_been_broken() -> None:
    form = begun("form-reveals-rules")
    tries = ["orme", "ormeormeormeorme", "Ormeormeormeorme", "Ormeorme7orme"]
    tries += ["Orm3-Orme-Xk7-Qm2-Vt9", "Orm-e7-Xk-Qm2-Vt9", "Xk7-Qm2-Vt9-Bd4"]

    for each in [*tries, GOOD]:
        send(form, password=each, again=each)

    assert refusals(form) == [
        "At least 10 characters.",
        "A capital letter is missing.",
        "A number is missing.",
        "A symbol is missing.",
        "It must not contain a word.",
        "It must not contain your name.",
        "At most 14 characters.",
    ]
    assert form.frictions() == ["rule_revealed_late"] * 6
    assert form.state.ending == "made"


def test_a_rule_that_is_known_already_is_not_revealed_again() -> None:
    form = begun("form-reveals-rules")

    for each in ("a", "aaaaaaaaaaaa", "b", "bbbbbbbbbbbb"):
        send(form, password=each, again=each)

    assert form.frictions() == ["rule_revealed_late"]


def test_two_passwords_must_be_the_same() -> None:
    form = begun("form-reveals-rules")

    send(form, password=GOOD, again="Xk7-Qm2-Vt")

    assert refusals(form) == ["The two are not the same."]


def test_what_is_typed_into_a_password_is_never_kept() -> None:
    form = begun("form-reveals-rules")

    fill(form, password="Xk7-Qm2-Vt9")

    assert field_of(form, "password").value == "•" * 11
    assert form.scene.offer("fill", "password").secret  # type: ignore[union-attr]
    assert form.happened(e.FieldFilled)[0].words == "Aa0#Aa0#Aa0"
    assert "Qm2" not in repr(form.log)


def test_a_name_with_an_apostrophe_is_not_valid() -> None:
    form = begun("form-refuses-names")

    send(form, surname="O'Brien")
    send(form, surname="O\N{RIGHT SINGLE QUOTATION MARK}Brien")
    assert form.frictions() == ["valid_refused"]
    assert field_of(form, "surname").error == "Please enter a valid surname."

    send(form, surname="OBrien")
    assert form.state.ending == "sent"


def test_a_wrong_name_that_is_refused_is_no_friction() -> None:
    form = begun("form-refuses-names")

    send(form, surname="D'Arcy")

    assert form.frictions() == []


def test_an_error_may_be_far_from_its_field() -> None:
    form = begun("form-far-away")

    send(form, phone="07700 900123")
    send(form)

    assert face_of(form).top == "Please check your details."
    assert [each.error for each in face_of(form).fields] == ["", ""]
    assert refusals(form) == ["Please check your details."] * 2
    assert {each.field for each in form.happened(e.InputRefused)} == {""}
    assert form.frictions() == ["error_far_away"]


def test_an_account_locks_and_takes_nothing_more() -> None:
    form = begun("form-locks")

    send(form, secret="nonsense")
    send(form, secret="more nonsense")

    assert face_of(form).closed == "locked"
    assert face_of(form).closing == "Your account is locked for 24 hours."
    assert form.frictions() == ["locked_out"]
    assert face_of(form).go_on == "Ring us instead"
    assert form.scene.offer("choose", "locked").label == "Ring us instead"  # type: ignore[union-attr]
    assert refusal(form, m.Choose("submit"))
    assert refusal(form, m.FillIn("secret", "a"))
    form.do(m.Choose("locked"))
    assert form.state.ending == "ringing"


def test_a_secret_fact_is_told_from_a_wrong_one() -> None:
    form = begun("form-locks")

    send(form, secret="Xk7-Qm2-Vt8")
    send(form, secret="Xk7-Qm2-Vt9")

    assert [each.right for each in form.happened(e.FactGiven)] == [False, True]
    assert form.state.ending == "sent"


def test_steps_that_grow_are_a_friction() -> None:
    form = begun("form-grows")

    send(form, name="Margaret")
    send(form)

    assert face_of(form).step == "Step 3 of 5"
    assert face_of(form).claims == 5
    grew = form.happened(e.FrictionMet)
    assert [(each.code, each.detail) for each in grew] == [("steps_grew", "3 to 5")]


def test_good_answers_are_wiped_with_the_bad_one() -> None:
    form = begun("form-clears")

    send(form, card="4000 1234 5678 9010", code="123", holder="M. O'Brien")

    assert [field_of(form, each).value for each in ("card", "code", "holder")] == [
        "",
        "",
        "M. O'Brien",
    ]
    assert form.frictions() == ["cleared_on_error"]
    send(form, card="4000 1234 5678 9010", holder="M O Brien")
    assert len(form.happened(e.FactGiven)) == 2
    assert form.state.ending == "sent"


def test_wiping_only_what_was_wrong_is_none() -> None:
    form = begun("form-clears")

    send(form, code="12a", holder="M O Brien")

    assert field_of(form, "code").value == ""
    assert form.frictions() == []


def test_a_link_leads_out_and_may_come_later() -> None:
    form = begun("form-links-out")
    assert face_of(form).links == (
        ("answers", "Read the answers to frequent questions"),
    )

    form.do(m.Choose("answers"))
    form.do(m.Choose("contact-us"))
    assert form.frictions() == ["sent_elsewhere"]
    form.do(m.Choose("show-the-number"))

    assert form.state.ending == "helped"
