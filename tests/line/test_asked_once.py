"""What is asked is asked once."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.line.manners import Manners
from empathy_sim.session.clock import ManualClock
from tests.engine.made_scripts import script_of
from tests.line.typed_play import session_of, typed, types

OPTION = "1. Let the days go on"


def test_what_is_offered_is_not_repeated_after_a_refusal() -> None:
    done = typed("days-that-work", "nonsense")

    assert done.times(OPTION) == 1
    assert "(There is one way on here: Enter, or 1.)" in done.text


@pytest.mark.parametrize("line", ["help", "notebook", "time", "feel -2 1 hm"])
def test_after_looking_something_up_the_question_is_asked_again(line: str) -> None:
    done = typed("days-that-work", "nonsense", line)

    assert done.times(OPTION) == 2
    assert done.last.endswith(f"{OPTION}\n   (Enter, or 1)")


@pytest.mark.parametrize("line", ["help", "notebook", "time", "feel -2 1 hm"])
def test_a_field_is_asked_for_again_after_looking_something_up(line: str) -> None:
    done = typed("form-expires", line)

    assert done.times("Order number:\n") == 2
    assert done.last.endswith("Order number:")


def test_a_feeling_is_confirmed_in_words() -> None:
    assert (
        '(Marked: fairly unpleasant, slightly stirred up; "hm")'
        in typed("days-that-work", "feel -2 1 hm").text
    )


def test_again_repeats_what_was_said_and_what_can_be_done() -> None:
    done = typed("call-gets-tones", "1", "again")

    assert done.times("Dani: And?") == 2
    assert done.times("You: First, civil.") == 2
    assert done.times("1. Second, civil.") == 2


def test_a_feeling_by_itself_stops_the_clock_and_is_asked_for() -> None:
    done = typed("days-that-work", "feel", "wound up they said twice")

    felt = done.events(e.ReactionRecorded)
    assert [(one.pleasant, one.aroused, one.words) for one in felt] == [
        (-3, 3, "they said twice")
    ]
    assert [event.why for event in done.events(e.Paused)] == ["feeling"]
    assert len(done.events(e.Resumed)) == 1
    assert done.times(OPTION) == 1


def test_an_insight_may_be_words_alone() -> None:
    done = typed("days-that-work", "aha", "it is the label", "aha nobody owns it")

    marked = done.events(e.ReactionRecorded)
    assert [(one.aha, one.felt, one.words) for one in marked] == [
        (True, False, "it is the label"),
        (True, False, "nobody owns it"),
    ]


def test_a_feeling_is_asked_for_and_may_be_passed_over() -> None:
    done = typed("days-that-work", "feel", "", "1")

    assert done.events(e.ReactionRecorded) == []
    assert done.session.state.paused is None


def test_the_end_of_the_lines_suspends_and_says_how_to_go_on() -> None:
    done = typed("days-that-work")

    assert done.ended == "suspended"
    assert done.events(e.JourneyLeft) == []
    assert done.lines[-1].written() == (
        f"  empathy-sim resume {done.session.name} --plain"
    )


def test_quit_suspends_too() -> None:
    assert typed("days-that-work", "quit", "1").ended == "suspended"


def test_leaving_is_a_line() -> None:
    done = typed("hold-that-works", "leave")

    assert len(done.events(e.JourneyLeft)) == 1
    assert "You have left. Thank you" in done.text


def test_at_a_terminal_leaving_is_asked_for_twice() -> None:
    manners = Manners(confirms_leaving=True)

    stayed = typed("order-that-works", "leave", "", manners=manners)
    left = typed("order-that-works", "leave", "leave", manners=manners)

    assert stayed.events(e.JourneyLeft) == []
    assert stayed.session.state.paused is None
    assert stayed.times("Close the page") == 2
    assert "Leave for good? Type leave again. Enter goes on" in stayed.text
    assert len(left.events(e.JourneyLeft)) == 1


def test_a_pause_stands_until_enter() -> None:
    done = typed("days-that-work", "pause", "1 or so", "", "1")

    assert "(Paused. The clock in the story has stopped too.)" in done.text
    assert "(Paused. Enter goes on; leave leaves.)" in done.text
    assert done.session.state.paused is None


def test_a_session_that_is_taken_up_says_where_it_stands() -> None:
    clock = ManualClock()
    session = session_of(script_of("call-gets-tones"), clock)
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())
    first = types(session, ["1"], clock)
    resumed = type(session).resume(session.name, store=session._store, clock=clock)

    second = types(resumed, ["1"], clock)

    assert "Dani: And?" in first.text
    assert second.text.startswith(
        f"\n== {session.script.journey.title} ==\n   (This goes on where it stopped: on "
        "the phone with Alder & Wray)\n\n== Two questions ==\n  Tuesday "
        "10 June, 10:00"
    )
    assert "You: First, civil.\nDani: And?\n  1. Second, civil." in second.text
    assert second.session.state.ending == "done"


def test_a_pipe_is_shown_what_was_typed() -> None:
    done = typed("days-that-work", "1", manners=Manners(echoes=True))

    assert f"{OPTION}\n   (Enter, or 1)\n> 1\n" in done.text


def test_a_stage_begins_with_its_title_and_the_time() -> None:
    clock = ManualClock()
    session = session_of(script_of("hold-that-works"), clock)

    done = types(session, ["begin", "", "", ""], clock)

    assert "== " + session.script.journey.stages[0].title in done.text
    assert "   (Tuesday 10 June, 10:00.)" in done.text


@pytest.mark.parametrize("corner", ["flat", "Wound up", "wound up, quite"])
def test_a_corner_is_a_feeling_by_its_name_alone(corner: str) -> None:
    asked = typed("days-that-work", "feel", corner)
    at_once = typed("days-that-work", f"feel {corner}")

    felt = [one.pleasant for one in asked.events(e.ReactionRecorded)]
    assert felt == [one.pleasant for one in at_once.events(e.ReactionRecorded)] == [-3]


def test_words_that_no_corner_is_called_by_are_asked_again() -> None:
    done = typed("days-that-work", "feel resigned", "feel -7", "feel", "-7", "")

    assert done.times("Words alone have no place among the feelings.") == 1
    assert done.times("A feeling is a number from -4 to 4, or two of them") == 2
    assert done.events(e.ReactionRecorded) == []


def test_a_word_that_is_no_feeling_is_not_said_to_anybody() -> None:
    done = typed("days-that-work", "feel", "cross", "-2")

    assert "Words alone have no place among the feelings." in done.text
    assert [one.pleasant for one in done.events(e.ReactionRecorded)] == [-2]
    assert done.session.state.paused is None
    assert done.last.endswith(f"{OPTION}\n   (Enter, or 1)")
