"""A help centre is searched, and leads back."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.help_pages import MOST_KEPT
from empathy_sim.engine.help_turning import LONGEST_TYPED
from empathy_sim.rehearsal.robots import RandomRobot, play_through
from empathy_sim.rehearsal.temperaments import ROBOTS, Troupe
from tests.engine.help_visits import (
    SAMPLES,
    face_of,
    listed,
    looked_for,
    offered,
    take,
    visit,
)
from tests.engine.made_scripts import begun
from tests.engine.walking import refusal, replayed, walk


def test_a_help_page_that_works_answers_by_its_first_result() -> None:
    play = looked_for("search-that-works", "when do I get my money back?")

    assert face_of(play).heading == '1 result for "when do I get my money back?"'
    assert listed(play) == ["refunds"]
    take(play, "refunds")
    assert face_of(play).heading == "How long does a refund take?"
    assert face_of(play).note == "Looked at last Tuesday"
    take(play, "answered")

    assert play.state.ending == "known"
    assert play.frictions() == []
    assert len(play.happened(e.KindnessShown)) == 1


def test_words_are_heard_as_whole_words_and_the_first_entry_wins() -> None:
    play = looked_for("search-wrong-word", "CANCEL  my order, please")
    assert listed(play) == ["ordering", "gift-cards"]

    play.do(m.Say("can I cancel?"))
    assert listed(play) == ["cancelling"]

    play.do(m.Say("cancellation"))
    assert listed(play) == []


def test_results_say_which_word_they_went_by_where_it_is_the_wrong_one() -> None:
    play = looked_for("search-wrong-word", "how do I cancel my order")

    assert face_of(play).heading == '2 results for "order"'
    assert face_of(play).typed == "how do I cancel my order"
    assert play.frictions() == ["wrong_results"]
    assert play.happened(e.FrictionMet)[0].cause == "alone/one-word"


def test_the_wrong_word_is_counted_once_a_visit_and_the_right_one_not_at_all() -> None:
    play = looked_for("search-wrong-word", "cancel")
    assert play.frictions() == []

    for _ in range(3):
        play.do(m.Say("cancel order"))

    assert play.frictions() == ["wrong_results"]


def test_no_results_suggest_another_search() -> None:
    play = looked_for("search-finds-nothing", "where is my parcel")

    assert face_of(play).heading == '0 results for "where is my parcel"'
    assert face_of(play).says == ("We have no articles about that.",)
    assert offered(play)[:2] == ["consignment", "complaints"]
    assert play.frictions() == ["nothing_found"]

    take(play, "consignment")
    assert face_of(play).heading == "consignment"
    assert listed(play) == ["tracking"]
    assert "complaints" not in offered(play)


def test_an_article_that_leads_back_is_a_circle() -> None:
    play = visit("search-circle", "late", "what-the-status-means")
    assert play.frictions() == []

    take(play, "my-parcel-is-late")

    assert face_of(play).heading == "My parcel is late"
    assert play.frictions() == ["article_loop"]


def test_a_circle_is_counted_once_and_its_way_out_appears_after_two_rounds() -> None:
    play = visit("search-circle", "late", "what-the-status-means", "my-parcel-is-late")
    assert "way-out" not in offered(play)

    take(play, "what-the-status-means")
    assert play.frictions() == ["article_loop"]
    assert face_of(play).foot == ("way-out",)
    take(play, "way-out")

    assert play.state.ending == "wrote"
    assert play.happened(e.TouchpointLeft)[-1].exit == "way-out"


def test_going_back_oneself_is_no_circle() -> None:
    play = visit("search-circle", "late", "what-the-status-means", "back", "back")

    take(play, "status")

    assert play.frictions() == []


def test_contact_us_leads_to_the_help_centre_again() -> None:
    play = visit("search-contact-leads-back", "contact-us")
    assert face_of(play).sort == "contact"
    assert listed(play) == ["refunds"]

    take(play, "on")

    assert face_of(play).sort == "front"
    assert face_of(play).says == ("Our help centre is here for you day and night.",)
    assert play.frictions() == ["contact_loop"]


def test_being_led_back_twice_by_contact_us_brings_its_way_out() -> None:
    play = visit("search-contact-leads-back", "contact-us", "on", "contact-us", "on")

    assert play.frictions() == ["contact_loop"]
    take(play, "way-out")

    assert play.state.ending == "chat"


def test_an_article_behind_a_sign_in_is_not_there() -> None:
    play = visit("search-behind-sign-in", "locked")

    face = face_of(play)
    assert face.says == ("Sign in to read this article.",)
    assert not face.is_there
    assert play.frictions() == ["behind_sign_in"]
    assert "answered" not in offered(play)


def test_an_article_opens_once_one_is_signed_in() -> None:
    play = visit("search-behind-sign-in", "locked", "sign-in", "remembered", "locked")

    assert face_of(play).is_there
    take(play, "answered")
    assert play.state.ending == "known"
    assert play.frictions() == ["behind_sign_in"]


def test_a_link_to_what_is_gone_says_so_in_its_place() -> None:
    play = visit("search-outdated", "address")
    assert face_of(play).note == "Updated 4 March 2019"
    assert play.frictions() == []

    take(play, "open-my-things", "open-my-things")

    assert face_of(play).refused == "open-my-things"
    assert face_of(play).refusal == 'There is no "My things" on this page.'
    assert play.frictions() == ["article_outdated"]
    take(play, "back", "address")
    assert face_of(play).refusal == ""


def test_an_article_may_be_out_of_date_as_it_is_read() -> None:
    assert visit("search-outdated", "points").frictions() == ["article_outdated"]


@pytest.mark.parametrize(
    ("option", "answer"), [("helpful", "yes"), ("not-helpful", "no")]
)
def test_whatever_is_answered_is_thanked_and_asked_no_more(
    option: str, answer: str
) -> None:
    play = visit("search-was-it-helpful", "refunds")
    assert face_of(play).asks == "Did this help?"

    take(play, option)

    assert face_of(play).thanks == "Thank you. This helps us to help you."
    assert face_of(play).answer == answer
    assert not {"helpful", "not-helpful"} & {*offered(play)}
    assert play.frictions() == ["no_was_thanked"] * (answer == "no")


def test_each_article_is_asked_about_by_itself() -> None:
    play = visit("search-was-it-helpful", "refunds", "not-helpful", "home", "delivery")

    assert face_of(play).answer == ""
    take(play, "not-helpful")
    assert play.frictions() == ["no_was_thanked"]


def test_a_number_lies_behind_page_after_page() -> None:
    play = visit("search-hidden-number", "contact")
    seen = [face_of(play).says]
    assert play.frictions() == []
    for _ in range(2):
        take(play, "on")
        seen.append(face_of(play).says)

    assert len(set(seen)) == 3
    assert play.frictions() == ["number_hidden"]
    take(play, "on")
    assert face_of(play).says[0] == "You can ring us on"
    take(play, "ring")

    assert play.state.ending == "rang"


def test_going_home_on_the_way_to_a_number_begins_anew() -> None:
    play = visit("search-hidden-number", "contact", "on", "on", "home", "contact")

    assert face_of(play).says == ("These may help you sooner.",)


def test_a_number_is_not_shown_outside_its_hours() -> None:
    play = visit("search-number-at-hours", "ring-us")

    assert not face_of(play).is_there
    assert face_of(play).says == ("Our number is shown between 9:00 and 9:30.",)
    assert "ring" not in offered(play)
    assert play.frictions() == ["number_closed"]


def test_a_number_is_shown_within_its_hours_until_they_are_over() -> None:
    play = visit("search-number-at-hours", "left")
    while play.state.touchpoint == "tomorrow":
        play.tick()
    assert play.scene.clock.time == "09:10"
    take(play, "ring-us")
    assert face_of(play).is_there

    take(play, "home")
    play.wait(20 * 60_000)
    take(play, "ring-us")

    assert not face_of(play).is_there


def test_back_goes_to_the_page_before_as_it_was() -> None:
    play = looked_for("search-wrong-word", "cancel order")
    before = face_of(play)
    take(play, "ordering", "back")

    assert face_of(play).heading == before.heading
    assert face_of(play).rows == before.rows
    assert offered(take(play, "back"))[-1] == "left"
    assert face_of(play).sort == "front"


def test_no_page_is_kept_twice_to_go_back_to() -> None:
    play = visit("search-circle", "late")
    for _ in range(2 * MOST_KEPT):
        take(play, "what-the-status-means", "my-parcel-is-late")

    assert len(play.state.progress.pages) <= MOST_KEPT
    take(play, "back")
    assert face_of(play).sort == "front"


def test_closing_the_page_ends_the_visit() -> None:
    play = visit("search-circle", "left")

    assert play.state.ending == "closed"
    assert [each.channel for each in play.happened(e.ContactEnded)] == ["web"]


def test_what_was_typed_is_only_in_the_words_of_an_event() -> None:
    play = looked_for("search-wrong-word", "cancel zebra order")

    events = [each for each in play.log if "zebra" in str(each)]
    assert [type(each) for each in events] == [e.Said]


@pytest.mark.parametrize(
    "move",
    [
        m.Say("   "),
        m.Say("x" * (LONGEST_TYPED + 1)),
        m.Choose("elsewhere"),
        m.Choose("back"),
        m.Choose("home"),
        m.Choose("answered"),
        m.Choose("helpful"),
        m.Choose("ring"),
        m.Choose("on"),
        m.Choose("sign-in"),
        m.Choose("way-out"),
        m.Choose("cancelling"),
        m.Press("1"),
        m.FillIn("say", "cancel"),
        m.Rate("helpful", 1),
        m.HangUp(),
    ],
)
@pytest.mark.parametrize("sample", SAMPLES)
def test_what_the_front_page_does_not_have_is_refused(
    sample: str, move: m.Move
) -> None:
    refusal(begun(sample), move)


@settings(max_examples=60)
@given(st.sampled_from(SAMPLES), st.lists(st.integers(0, 99), max_size=40))
def test_any_way_through_a_help_centre_is_what_its_log_says(
    sample: str, picks: list[int]
) -> None:
    play = begun(sample)
    walk(play, picks)

    assert replayed(play).progress == play.state.progress


@settings(max_examples=40)
@given(st.sampled_from(SAMPLES), st.lists(st.integers(0, 99), max_size=40))
def test_each_friction_is_met_once_a_visit(sample: str, picks: list[int]) -> None:
    play = begun(sample)
    walk(play, picks)

    visits = len(play.happened(e.TouchpointEntered))
    for code in set(play.frictions()):
        assert play.frictions().count(code) <= visits


@settings(max_examples=30)
@given(st.sampled_from(SAMPLES), st.sampled_from(ROBOTS), st.integers(0, 999))
def test_whatever_robots_do_in_a_help_centre_ends(
    sample: str, name: str, seed: int
) -> None:
    troupe = Troupe([each for each in ROBOTS if each == name], seed)

    assert play_through(begun(sample), troupe.robot(0)).state.is_over


@settings(max_examples=20)
@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False))
def test_chance_ends_in_a_help_centre_too(sample: str, random: Random) -> None:
    robot = RandomRobot(random)

    assert play_through(begun(sample), robot).state.is_over
