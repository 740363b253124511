"""A help centre, line by line."""

from __future__ import annotations

from empathy_sim.engine import events as e
from tests.line.typed_play import typed


def test_words_are_searched_for_and_numbers_open_what_is_listed() -> None:
    done = typed("search-that-works", "when is my money back", "1", "that answers it")

    assert "(You search for: when is my money back)" in done.text
    assert '1 result for "when is my money back"' in done.text
    assert done.times("How long does a refund take?\n") >= 1
    assert done.session.state.ending == "known"


def test_the_same_search_again_is_told_again() -> None:
    done = typed("search-wrong-word", "cancel order", "cancel order")

    assert done.times('2 results for "order"') == 2


def test_an_article_that_is_come_back_to_is_read_out_again() -> None:
    done = typed("search-circle", "1", "1", "1")

    assert done.times("First see what the status means.") == 2
    assert done.times("alderandwray.example/help") == 1


def test_another_search_is_suggested_by_a_number() -> None:
    done = typed("search-finds-nothing", "parcel", "1", "1")

    assert "1. Did you mean: consignment" in done.text
    assert "Use the consignment note." in done.text


def test_what_is_gone_is_said_by_the_page() -> None:
    done = typed("search-outdated", "1", 'open "my things"')

    assert 'The page: There is no "My things" on this page.' in done.text
    assert [each.code for each in done.events(e.FrictionMet)] == ["article_outdated"]


def test_an_answer_is_thanked_once() -> None:
    done = typed("search-was-it-helpful", "1", "no")

    assert done.times("Did this help?") == 1
    assert done.times("Thank you. This helps us to help you.") == 1


def test_enter_alone_is_told_what_to_type() -> None:
    done = typed("search-circle", "", "help")

    assert "Type a word to search for, a number from 1 to 3, or help." in done.text
    assert "Whatever else you type is searched for." in done.text


def test_a_word_that_the_frame_keeps_can_be_searched_for() -> None:
    done = typed("search-that-works", "say: leave")

    assert [each.words for each in done.events(e.Said)] == ["leave"]
