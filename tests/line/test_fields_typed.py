"""Fields and questions, one after the other."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.line.manners import Manners
from tests.line.typed_play import typed


def test_a_page_is_asked_for_field_by_field() -> None:
    done = typed("form-expires", "HV-104233-QK", "It leaks")

    filled = [(event.field, event.words) for event in done.events(e.FieldFilled)]
    assert filled == [("number", "HV-104233-QK"), ("what", "It leaks")]
    assert done.times("On this page: Order number; What happened.") == 1
    assert done.times("Order number:\n") == 1
    assert "  Answer 1. Order number: HV-104233-QK\n" in done.text
    assert "  Answer 2. What happened: It leaks\n" in done.text
    assert "1. Continue" in done.last


def test_enter_alone_is_told_what_is_needed_and_is_asked_again() -> None:
    done = typed("form-expires", "", "HV-104233-QK")

    needed = "(This is needed: type an answer. Enter again leaves it empty.)"
    assert done.times(needed) == 1
    assert [event.field for event in done.events(e.FieldFilled)] == ["number"]


def test_enter_twice_leaves_a_field_empty_and_asks_for_the_next() -> None:
    done = typed("form-expires", "", "", "It leaks")

    assert [event.field for event in done.events(e.FieldFilled)] == ["what"]
    assert "1. Continue" in done.last


def test_any_field_can_be_named() -> None:
    done = typed("form-expires", "what = It leaks", "Order Number = 7", "7")

    filled = [(event.field, event.words) for event in done.events(e.FieldFilled)]
    assert filled == [("what", "It leaks"), ("number", "7")]


def test_a_number_is_an_answer_while_a_field_is_asked_for() -> None:
    done = typed("form-expires", "1")

    assert [event.words for event in done.events(e.FieldFilled)] == ["1"]


def test_a_button_goes_by_its_words_while_a_field_is_asked_for() -> None:
    done = typed("form-expires", "close the page")

    assert done.session.state.ending == "gave_up"


def test_what_is_refused_is_asked_for_again_with_what_stands_in_it() -> None:
    done = typed("form-clears", "4000 1234 5678 9010", "", "Jo!", "pay")

    assert "The page: Letters only." in done.text
    asked_again = done.text.rpartition("Letters only.")[2]
    assert asked_again.startswith("\nCard number:\n")


def test_an_error_that_names_no_field_leaves_the_buttons() -> None:
    done = typed("form-far-away", "0x", "High Street", "Continue")

    assert "The page: Please check your details." in done.text
    assert (
        "  Answer 1. Telephone: 0x\n  Answer 2. Street: High Street\n  1. Continue"
        in done.text
    )


def test_a_secret_answer_is_never_written() -> None:
    done = typed("form-clears", "1", "4711", "Jo", "code = 4712x", "again")

    assert "Code: four characters" in done.text
    assert "Code: five characters" in done.text
    assert "471" not in done.text


def test_a_page_whose_session_has_ended_is_read_out_and_asked_for_anew() -> None:
    done = typed("form-expires", "HV-104233-QK", "wait 2m", "It leaks")

    assert done.times("For your security, your session has ended.") == 1
    assert done.times("On this page:") == 2
    assert done.events(e.FieldFilled)[-1].field == "what"


def test_a_question_of_a_survey_takes_a_number_of_its_scale() -> None:
    done = typed("survey-that-works", "9", "six", "6", "1", "")

    assert "A number from 1 to 7, please." in done.text
    assert [event.value for event in done.events(e.Rated)] == [6]
    assert done.session.state.ending == "done"


def test_a_password_that_changes_is_to_be_repeated() -> None:
    done = typed("form-reveals-rules", "short", "short", "submit", "Longer-42-x")

    assert done.last.endswith(
        "Password, once more:\n"
        "   (Invent one: it shows as you type it. Now: five characters. "
        "Enter leaves it so)"
    )


def test_a_password_is_not_written_where_what_is_typed_is() -> None:
    done = typed("form-reveals-rules", "Canary-42-x", manners=Manners(echoes=True))

    assert "> eleven characters" in done.text
    assert "Canary" not in done.text


def test_an_answer_of_a_survey_is_changed_by_its_number() -> None:
    done = typed("survey-that-works", "1", "1 = 4")

    (first, *_, again) = done.events(e.Rated)
    assert (again.question, again.value) == (first.question, 4)
    assert "  Answer 1. " in done.text
    assert "type its number and the new one: 1 = " in done.text


def test_a_question_that_was_passed_over_is_listed_and_answered_by_its_number() -> None:
    done = typed("survey-that-works", "", "1 = 7")

    assert "  Question 1, still open. " in done.text
    assert "To answer one, type its number and the answer: 1 = 7" in done.text
    assert [event.value for event in done.events(e.Rated)] == [7]


def test_an_answer_of_a_page_is_changed_by_its_number() -> None:
    done = typed("form-expires", "7", "It leaks", "2 = It whistles")

    filled = [(event.field, event.words) for event in done.events(e.FieldFilled)]
    assert filled == [("number", "7"), ("what", "It leaks"), ("what", "It whistles")]


def test_a_text_may_have_a_number_and_an_equals_sign_in_it() -> None:
    done = typed("form-expires", "7", "1 = 2, they said")

    assert [event.words for event in done.events(e.FieldFilled)][
        -1
    ] == "1 = 2, they said"
