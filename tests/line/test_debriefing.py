"""The debrief is told in order, line by line."""

from __future__ import annotations

import re

from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.engine import events as e
from empathy_sim.engine.events import Reflected
from empathy_sim.engine.moves import Consent, Leave, Proceed
from empathy_sim.line.debriefing import debriefing
from empathy_sim.line.hands import PipedHands
from empathy_sim.line.lines import Line
from empathy_sim.line.playing import LinePlay
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from tests.debrief.played_logs import every_play, script_named
from tests.debrief.told_by_hand import SCRIPT, HandLog, begun, two_calls


def told(log: HandLog) -> list[str]:
    return [line.written() for line in debriefing(SCRIPT, log.log)]


def headings(log: HandLog) -> list[str]:
    lines = debriefing(SCRIPT, log.log)
    return [line.text for line in lines if line.weight == "heading"]


def test_it_is_told_in_order() -> None:
    assert headings(two_calls()) == [
        "How it felt",
        "What it took",
        "What you said before it began",
        "Lived, and recorded",
        "The month's report, again",
        "Behind it",
        "What it comes to in a year",
        "Questions",
    ]


def test_everything_the_debrief_says_is_told() -> None:
    debrief = debrief_of(SCRIPT, two_calls().log)
    text = "\n".join(told(two_calls()))

    for says in debrief.headline:
        assert says in text
    for receipt in debrief.receipts:
        assert (receipt.says in text) == (receipt.id != "kindnesses")
    assert debrief.mended in text
    for foretold in debrief.predictions:
        assert foretold.asks in text
        assert foretold.says in text
    for pair in (*debrief.pairs, *debrief.more_pairs):
        assert f"lived: {pair.lived}" in text
        assert f"recorded: {pair.recorded}" in text
    for cause in debrief.causes:
        assert cause.kept_by in text
        assert cause.fix.change in text
    assert text.index(debrief.closing) < text.index(debrief.asks[0])


def test_the_curve_is_a_list_of_marks_that_moves_right_as_it_gets_better() -> None:
    marks = [line for line in told(two_calls()) if line.lstrip().startswith("o ")]

    assert [len(mark) - len(mark.lstrip()) for mark in marks] == [10, 2, 6, 4]
    assert marks[1].lstrip() == (
        "o -3, very unpleasant, fairly stirred up. Tuesday 10:11, Ringing, "
        'on hold. "still here" The worst.'
    )
    assert marks[2].endswith("Ringing, on the telephone. An insight.")


def test_a_heavy_friction_and_a_kindness_stand_beside_the_feelings() -> None:
    text = "\n".join(told(two_calls()))

    assert "  a setback: the line went dead near the front of the queue." in text
    assert "  a kindness: Dani stayed to write a note." in text
    assert "a setback: the end of the wait was put off" not in text


def test_the_headline_comes_before_everything() -> None:
    headline = debrief_of(SCRIPT, two_calls().log).headline

    assert told(two_calls())[: len(headline)] == list(headline)


def test_a_kindness_is_told_once() -> None:
    assert "\n".join(told(two_calls())).count("Dani stayed to write a note") == 1


def test_an_insight_in_words_alone_stands_by_itself() -> None:
    log = two_calls()
    log.write(e.ReactionRecorded, 0, 0, aha=True, words="two budgets", felt=False)
    log.write(e.ReactionRecorded, 0, 0, aha=True, felt=False)
    lines = told(log)

    assert '  an insight: "two budgets" Tuesday 10:46, at the end.' in lines
    assert "  an insight. Tuesday 10:46, at the end." in lines
    assert any(line.startswith("Mean of 4 marks") for line in lines)


def test_what_the_leader_wrote_is_quoted() -> None:
    log = two_calls()
    log.events[1] = e.Consented(0, 0, (), uninterrupted=False, service="a\nqueue")
    log.write(e.Reflected, "one_word", "small")
    lines = told(log)

    assert 'Before it began you wrote: "a queue"' in lines
    assert 'Afterwards, one word: "small"' in lines


def test_five_causes_are_told_whole_and_the_others_in_a_line() -> None:
    for script, log in every_play(2):
        causes = debrief_of(script, log).causes
        lines = [line.text for line in debriefing(script, log)]
        whole = [each for each in lines if each.startswith("- ") and "Target:" in each]
        assert len(whole) == min(5, len(causes))
        assert sum("What would mend it" in each for each in lines) == len(whole)


def test_a_sentence_about_the_record_is_told_once() -> None:
    lines = told(two_calls())

    assert sum("since one that is passed on" in line for line in lines) == 1
    assert any("As above: Getting help" in line for line in lines)


def test_under_four_marks_no_mean_is_told() -> None:
    log = begun()
    log.write(e.ReactionRecorded, -1, 1)
    text = "\n".join(told(log))

    assert "Fewer than four marks: points only, and no mean." in text
    assert "Mean of" not in text


def test_a_session_in_which_nothing_happened_is_told_decently() -> None:
    text = "\n".join(told(begun()))

    assert "No feeling was marked." in text
    assert "Nothing went against your customer." in text
    assert "Too little happened for the report to record any of it." in text


def test_departments_of_the_leader_are_said_to_be_theirs() -> None:
    text = "\n".join(told(two_calls()))

    assert "- Finance, which is yours. Target: 31 pence a call." in text
    assert "- Operations. Target: 80% in 20 seconds." in text


def test_no_line_is_empty_or_broken() -> None:
    for script, log in every_play(3):
        for line in debriefing(script, log):
            assert line.text.strip()
            assert "\n" not in line.text
            assert not re.search(r"None\b|<[a-z]|\.\.|\{|\(\)|: ,", line.text), line


def test_a_debrief_has_no_praise_and_nothing_that_blinks() -> None:
    for script, log in every_play(2):
        text = "\n".join(line.text for line in debriefing(script, log))
        assert "!" not in text
        assert "\x1b" not in text


def test_a_session_that_is_over_is_debriefed_line_by_line() -> None:
    clock, lines = ManualClock(), list[Line]()
    session = Session.begin(
        script_named("hold-slips"), plain_cast(), store=MemoryStore(), clock=clock
    )
    for move in (Consent(), Proceed(), Leave(), Proceed()):
        session.submit(move)
    play = LinePlay(
        session,
        lines.append,
        kept_in="memory",
    )

    hands = PipedHands(["a thought", *[""] * 20], clock)
    assert play.play(hands) == "closed"
    written = [line.text for line in lines]
    assert written.count("How it felt") == 1
    assert "Noted. Enter goes on" in written
    assert [each.words for each in session.log if isinstance(each, Reflected)] == [
        "a thought"
    ]
    assert any(each.startswith("You left at this point") for each in written)


def test_what_was_decided_and_written_is_told_when_it_is_read() -> None:
    log = two_calls()
    log.write(e.Reflected, "thought.felt", "so long")
    log.write(e.Reflected, "nightmare.1", "ring\nfirst")
    log.write(e.Reflected, "closing", "the pence")
    log.write(e.Committed, "it rains", "call", "Ada", "", "2026-01-31")
    log.write(e.AssignmentTaken, "ask_three", "", ())
    log.write(e.BroughtBack, "ask_three", "partly", {})
    lines = told(log)

    assert "\n== What you decided ==" in lines
    assert 'You wrote: "so long"' in lines
    assert (
        'What could they do for customers that would be your nightmare? "ring first"'
    ) in lines
    assert (
        "Over the month every department hit its target. Which of these targets did you set? "
        '"the pence"'
    ) in lines
    assert (
        "If it rains, then I will call. Seen to by: Ada. By when: Saturday 31 January 2026."
    ) in lines
    assert "Your assignment: ask three agents for their top five." in lines
    assert "  Ask three agents for their top five: done in part." in lines
