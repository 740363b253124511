"""What lies around the story, question by question."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.journey.script import Script
from empathy_sim.library.compose import compose_journey
from empathy_sim.library.shelf import find_shelf
from empathy_sim.line.looking_back.conversation import conversation
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from tests.engine.made_scripts import script_of
from tests.line.typed_play import Typed, session_of, types

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def kettle() -> Script:
    shelf = find_shelf([REPOSITORY])
    script = compose_journey(shelf.file_of("the-birthday-kettle"), shelf).script
    assert script is not None
    return script


def framed(script: Script, *lines: str) -> Typed:
    clock = ManualClock()
    facts = {"order_number": "HV-104233-QK", "surname": "O'Brien", "paid": "1"}
    return types(session_of(script, clock, facts=facts), lines, clock)


def test_the_contract_asks_three_things_and_takes_them_at_once(kettle: Script) -> None:
    done = framed(kettle, "Marketing and finance", "Answering the phone.", "afterwards")

    (accepted,) = done.events(e.Consented)
    assert accepted.departments == ("marketing", "finance")
    assert accepted.service == "Answering the phone."
    assert accepted.uninterrupted
    assert done.times("Which of these departments") == 1


def test_everything_the_contract_asks_may_be_passed_over(kettle: Script) -> None:
    done = framed(kettle, "", "", "")

    (accepted,) = done.events(e.Consented)
    assert accepted.departments == ()
    assert accepted.service == ""
    assert not accepted.uninterrupted


def test_begin_begins_from_any_of_its_questions(kettle: Script) -> None:
    for before in range(3):
        done = framed(kettle, *[""] * before, "begin")

        assert len(done.events(e.Consented)) == 1


def test_a_department_there_is_none_of_is_asked_for_again(kettle: Script) -> None:
    done = framed(kettle, "sales", "marketing", "begin")

    assert (
        "Sales is none of the departments. Type numbers from 1 to 6, or " in done.text
    )
    assert done.events(e.Consented)[0].departments == ("marketing",)


def test_leaving_at_the_contract_closes_the_session(kettle: Script) -> None:
    done = framed(kettle, "leave")

    assert done.ended == "closed"
    assert done.events(e.Consented) == []


def test_predictions_are_asked_for_one_by_one(kettle: Script) -> None:
    done = framed(kettle, "begin", "", "", "20", "lots", "999", "", "contacts = 4", "1")

    guessed = {event.prediction: event.value for event in done.events(e.Predicted)}
    assert guessed == {"help": 20, "contacts": 4}
    assert done.times("A number from 0 to 50, please.") == 2
    assert done.session.state.phase == "playing"


def test_the_rest_of_the_predictions_can_be_passed_over(kettle: Script) -> None:
    done = framed(kettle, "begin", "", "", "begin")

    assert done.events(e.Predicted) == []
    assert done.session.state.phase == "playing"


def test_who_was_not_interrupted_marks_the_day_afterwards(kettle: Script) -> None:
    begins = ["", "", "afterwards", "", "", "begin"]
    done = framed(kettle, *begins, "1", "2", "", "-2 1 hm", "sad", "")

    assert done.ended == "closed"
    assert "One of one. Tue 10:00, Ordering" in done.text
    assert [one.about_ms for one in done.events(e.ReactionRecorded)] == [0]
    assert [event.words for event in done.events(e.Reflected)] == ["sad"]
    assert done.times("What it came to.") == 1


def test_a_feeling_before_and_after_goes_with_enter(kettle: Script) -> None:
    done = framed(
        kettle, "begin", "", "feel 1 0 ready", "", "begin", "leave", "feel -1 -1"
    )

    felt = [(one.pleasant, one.aroused) for one in done.events(e.ReactionRecorded)]
    assert felt == [(1, 0), (-1, -1)]


def test_the_report_is_green_and_the_card_says_who_one_is(kettle: Script) -> None:
    done = framed(kettle, "begin", "")

    assert "  Calls answered in 20 seconds: 84%. Target 80%." in done.text
    assert "All eight figures are green." in done.text
    assert "You are Margaret O'Brien." in done.text
    assert "  Phone: 34%" in done.text
    assert "HV-104233-QK" not in done.text, "the order comes later"


def test_a_figure_that_misses_its_target_is_not_called_green(kettle: Script) -> None:
    first, *others = kettle.journey.report
    report = (replace(first, reads="42%"), *others)
    missed = replace(kettle, journey=replace(kettle.journey, report=report))
    done = framed(missed, "begin", "")

    assert "  Calls answered in 20 seconds: 42%. Target 80%, missed." in done.text
    assert "Seven of eight figures are green, and one misses its target." in done.text


@pytest.mark.parametrize("line", ["2 6", "2, 6.", "marketing 6", "6 2 and 2"])
def test_departments_are_picked_by_number_or_name(kettle: Script, line: str) -> None:
    done = framed(kettle, line, "begin")

    assert "  2. Marketing\n" in done.text
    (accepted,) = done.events(e.Consented)
    assert accepted.departments == ("marketing", "finance")


def test_a_number_there_is_no_department_of_is_asked_for_again(kettle: Script) -> None:
    done = framed(kettle, "7", "1", "begin")

    assert "7 is none of the departments. Type numbers from 1 to 6" in done.text
    (accepted,) = done.events(e.Consented)
    assert accepted.departments == ("operations",)


def test_a_number_marks_how_it_feels_and_enter_goes_on(kettle: Script) -> None:
    done = framed(kettle, "begin", "", "1", "-3 2 hm", "what", "", "begin")

    felt = [(one.pleasant, one.aroused) for one in done.events(e.ReactionRecorded)]
    assert felt == [(1, 0), (-3, 2)]
    assert "(Marked: slightly pleasant)\n   (Enter goes on)" in done.text
    assert "Words alone have no place among the feelings." in done.text
    assert done.session.state.phase == "playing"


@pytest.mark.parametrize("line", ["1", "20", "…"])
def test_a_number_alone_turns_no_page_and_is_no_thought(
    kettle: Script, line: str
) -> None:
    done = framed(kettle, "begin", "", "", "begin", "leave", line, "", line)

    assert done.session.state.phase == "debriefing"
    assert done.events(e.Reflected) == []
    assert "(One word for how it was. Enter goes on without; or help.)" in done.text
    assert "(In words, please. Enter goes on.)" in done.text


def test_at_the_end_it_is_said_how_to_see_it_again(kettle: Script) -> None:
    clock = ManualClock()
    session = session_of(kettle, clock, facts={"order_number": "1", "surname": "O"})
    begins = ["begin", "", "", "begin", "leave", "", ""]
    done = types(session, [*begins, *[""] * 20], clock, debrief=conversation)

    assert done.ended == "closed"
    assert f"  empathy-sim debrief {done.session.name} --plain\n" in done.text


def opened(script: Script, pace: m.Pace, at_stage: str | None = None) -> str:
    facts = {"order_number": "HV-104233-QK", "surname": "O'Brien", "paid": "1"}
    session = Session.begin(
        script,
        plain_cast(facts),
        store=MemoryStore(),
        clock=ManualClock(),
        pace=pace,
        at_stage=at_stage,
    )
    return types(session, [], ManualClock()).text


def announced(text: str) -> int:
    found = re.search(r"about (\d+)\sminutes", text)
    assert found is not None
    return int(found[1])


def test_the_contract_announces_what_it_will_take(kettle: Script) -> None:
    whole = announced(opened(kettle, "workshop"))

    assert whole == kettle.journey.minutes
    instant = " ".join(opened(kettle, "instant").split())
    assert announced(instant) < announced(opened(kettle, "brisk")) < whole
    assert "for as long as you take to read and answer, about" in instant
    assert "minutes at most, and then look at what happened" in instant
    assert announced(opened(kettle, "real")) > whole + 20
    later = opened(kettle, "workshop", "dani")
    assert announced(later) < whole / 2
    assert 'beginning at "Customer Care"' in later


def test_an_episode_without_minutes_of_its_own_is_announced_in_minutes() -> None:
    text = opened(script_of("hold-slips"), "real")

    assert announced(text) >= 20
    assert "some minutes" not in text
