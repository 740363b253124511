"""What is decided in the debrief is kept."""

from __future__ import annotations

import re

import pytest

from empathy_sim.debrief.backstage import BLAMES
from empathy_sim.debrief.decided import decisions_in
from empathy_sim.engine import events as e
from empathy_sim.session.clock import ManualClock
from tests.line.kettle_walked import (
    answered,
    at_once_on_hold,
    in_order,
    said_after,
)

CAUSED = "what do you think caused this?"
AGAIN = "Now that it has been opened"
OFFERED = "goal offers one goal for two departments, finance and digital"
GOAL = "Which of these should both own?"
COMMITMENT = "One commitment"
ASSIGNMENT = "One assignment"
MENDED = "== Once more, mended =="
MORE = "== More =="
COMMITTED = (
    (COMMITMENT, "If the weekly figures are on the table,"),
    ("then I will ...", "I will ask how many called twice."),
    ("Who will see that it happens?", "Ada"),
    ("Whom do you need in another department?", "2"),
    ("By when?", "in 2 weeks"),
)


def test_the_parts_come_in_their_order_and_enter_passes_all_of_them() -> None:
    done = answered()

    assert done.ended == "closed"
    assert in_order(
        done,
        [
            "== How it felt ==",
            "== What it took ==",
            "== Lived, and recorded ==",
            "== The month's report, again ==",
            "== Behind it ==",
            MENDED,
            "== Monday ==",
            MORE,
        ],
    )
    decided = decisions_in(done.session.log)
    assert decided.before == decided.after == {}
    assert decided.commitment is None
    assert decided.assignment is None
    assert decided.goal is None


def test_nothing_is_told_twice() -> None:
    told = [line.text for line in answered().lines if line.weight == "plain"]
    long = [each for each in told if len(each) > 40]

    assert sorted(set(long)) == sorted(long)


def test_it_is_asked_before_it_is_shown() -> None:
    done = answered()
    before, _, after = done.text.partition(CAUSED)

    assert "Telephone cost under 31 pence a call" not in before
    assert "Telephone cost under 31 pence a call" in after


def test_a_guess_is_kept_with_its_reason_and_set_beside_what_it_was() -> None:
    done = answered((CAUSED, "4"), ("Why? One reason", "nobody is rostered"))

    [kept] = done.events(e.Attributed)
    assert (kept.friction, kept.blames, kept.asking, kept.reason) == (
        "line_dropped",
        "staffing",
        "before",
        "nobody is rostered",
    )
    assert "You thought of too few people. " in done.text


@pytest.mark.parametrize(
    ("typed", "blames"),
    [("3", "policy"), ("10.", "chance"), ("a rule or a target", "policy")],
)
def test_a_cause_is_picked_by_number_or_words(typed: str, blames: str) -> None:
    done = answered((CAUSED, typed))

    assert [each.blames for each in done.events(e.Attributed)] == [blames]


def test_a_number_and_a_reason_fit_on_one_line() -> None:
    done = answered((CAUSED, "5, it was written for another bank"))

    [kept] = done.events(e.Attributed)
    assert (kept.blames, kept.reason) == ("system", "it was written for another bank")
    assert "Why? One reason" not in done.text


@pytest.mark.parametrize("typed", ["0", "11", "999", "-3", "boss", "3x"])
def test_what_is_no_cause_is_asked_again(typed: str) -> None:
    done = answered((CAUSED, typed), ("A number from 1 to 10, please", "1"))

    assert [each.blames for each in done.events(e.Attributed)] == ["customer"]


def test_it_is_asked_once_more_and_both_are_kept() -> None:
    done = answered((CAUSED, "1 they ring too often"), (AGAIN, "3 the contract"))

    decided = decisions_in(done.session.log)
    assert decided.before["line_dropped"].blames == "customer"
    assert decided.after["line_dropped"].blames == "policy"
    assert decided.after["line_dropped"].reason == "the contract"
    assert "Before, you said the customer." in done.text


def test_every_offered_cause_is_listed_with_its_number() -> None:
    text = answered().text

    for at, says in enumerate(BLAMES.values(), 1):
        assert f"{at} {says}" in text


def test_the_closing_question_may_be_answered() -> None:
    done = answered(("Which of these targets did you set?", "The thirty-one pence."))

    kept = [(each.question, each.words) for each in done.events(e.Reflected)]
    assert ("closing", "The thirty-one pence.") in kept


def test_what_lay_behind_the_rest_is_told_where_it_is_asked_for() -> None:
    offered = "Other causes: 10; rest tells them. Enter goes on"
    passed, asked = answered(), answered((offered, "so many"), (offered, "Rest"))

    assert "behind the rest" not in passed.text
    assert "(Noted. Other causes: 10; rest tells them. Enter goes on)" in asked.text
    assert said_after(asked, "And behind the rest:\n").count("- ") >= 10
    kept = {each.question: each.words for each in asked.events(e.Reflected)}
    assert kept["thought.behind"] == "so many"


def test_two_departments_share_a_goal() -> None:
    done = answered(
        (OFFERED, "Goal"), (GOAL, "2"), ("What should it come to?", "ten minutes")
    )

    [goal] = done.events(e.GoalShared)
    assert goal.measure == "minutes_waited"
    assert goal.departments == ("finance", "digital")
    assert goal.wanted == "ten minutes"
    assert "Finance and digital both own: waited, to come to: ten minutes." in done.text


def test_a_commitment_is_five_answers_and_reads_as_a_sentence() -> None:
    done = answered(*COMMITTED)

    [kept] = done.events(e.Committed)
    assert kept.owner == "Ada"
    assert kept.counterpart == "marketing"
    assert kept.due == "2025-06-24"
    assert (
        "Promised: If the weekly figures are on the table, then I will ask how many "
        "called twice. Seen to by: Ada. With: Marketing. By when: Tuesday 24 June 2025."
    ) in done.text
    assert (
        "You are asked what came of it on 24 June 2025, on 10 July 2025 and on "
        "8 September 2025"
    ) in done.text
    assert "empathy-sim routine return asks what came of it" in done.text


def test_a_commitment_with_one_half_is_given_up() -> None:
    done = answered((COMMITMENT, "the figures are there"), ("then I will ...", ""))

    assert done.events(e.Committed) == []


def test_a_commitment_that_is_passed_over_says_how_to_come_back() -> None:
    done = answered()

    way = said_after(done, "To come back to this page, Monday").split("\n")[1]
    assert way == f"  empathy-sim debrief {done.session.name} --plain"
    assert "Nothing is promised" not in answered(*COMMITTED).text


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("", "2025-07-14"),
        ("tomorrow", "2025-06-11"),
        ("Friday", "2025-06-13"),
        ("30 Jan", "2026-01-30"),
        ("skip", ""),
    ],
)
def test_by_when_is_proposed_and_read_as_people_write_it(typed: str, due: str) -> None:
    done = answered(*COMMITTED[:4], ("Enter takes Monday 14 July 2025.", typed))

    assert [each.due for each in done.events(e.Committed)] == [due]
    assert "names no one day" not in done.text


@pytest.mark.parametrize("typed", ["once the board has met", "2026-13-01", "1/2/2026"])
def test_what_names_no_day_is_kept_and_said_to_set_no_reminder(typed: str) -> None:
    done = answered(*COMMITTED[:4], ("By when?", typed))

    assert [each.due for each in done.events(e.Committed)] == [typed]
    assert f"By when: {typed}." in done.text
    assert (
        "(That names no one day: kept as you wrote it, with no reminder)" in done.text
    )
    assert "asked what came of it on 10 July 2025 and on 8 Sept" in done.text


def test_a_day_that_is_past_is_asked_for_again() -> None:
    past = ("9 June 2025 is past. A day to come, such as 14 July 2025.", "in 1 day")
    done = answered(*COMMITTED[:4], ("By when?", "2025-06-09"), past)

    assert [each.due for each in done.events(e.Committed)] == ["2025-06-11"]


def test_an_assignment_takes_its_guesses_first() -> None:
    done = answered(
        (ASSIGNMENT, "2"),
        ("How many calls will there be", "twelve"),
        ("How many of them can the agent not solve", ""),
        ("By when?", "2026-02-01"),
    )

    [kept] = done.events(e.AssignmentTaken)
    assert kept.assignment == "sit_with_agent"
    assert kept.guesses == ("twelve", "")
    assert kept.due == "2026-02-01"
    assert "Do not rescue one customer" in done.text
    told = "Your assignment: sit with an agent for an hour, by Sunday 1 February 2026."
    assert told in done.text


def test_how_a_pair_was_counted_opens_the_rule_and_the_very_events() -> None:
    done = answered(("Type how 1 to see", "how 2"))
    said = said_after(done, 'How "Waiting" was counted:')

    assert "All time on hold, in queues and while somebody was asked" in said
    assert "    Tuesday 17 June, 12:" in said


@pytest.mark.parametrize("typed", ["how 9", "how many", "how"])
def test_a_pair_there_is_none_of_is_asked_again(typed: str) -> None:
    done = answered(("Type how 1 to see", typed))

    assert "Type how and a number from 1 to 5." in done.text


def test_a_thought_is_kept_with_its_page() -> None:
    done = answered(
        ("What you type here is kept", "so long"), ("Type how 1 to see", "how strange")
    )

    kept = [(each.question, each.words) for each in done.events(e.Reflected)]
    assert ("thought.felt", "so long") in kept
    assert "(Noted. more tells 14 other things. Enter goes on)" in done.text


def test_what_matters_most_is_told_and_the_rest_where_it_is_asked_for() -> None:
    offered = "more tells 14 other things. Enter goes on"
    passed, asked = answered(), answered((offered, "More"))

    for words in (
        "a setback: the line went dead near the front of the queue",
        "a kindness: Dani wrote a note for Rosa",
        "Your customer filled in three fields of a form again.",
    ):
        assert words not in passed.text
        assert words in said_after(asked, offered)


def test_every_line_of_the_report_is_told_where_it_is_asked_for() -> None:
    offered = "report tells all its lines. Enter goes on"
    passed, asked = answered(), answered((offered, "report"))
    why = "An order that is put off still counts as in stock"

    assert "Still green: Delivered on time, 97%; " in passed.text
    assert why not in passed.text
    assert why in said_after(asked, offered)


def test_a_fix_is_told_where_it_can_be_lived_again_and_only_there() -> None:
    before, _, after = answered().text.partition(MENDED)

    assert "Have the line tell an empty call from one that waits" not in before
    assert "Have the line tell an empty call from one that waits" in after


def test_no_moment_of_a_story_with_two_tuesdays_goes_without_its_date() -> None:
    text = answered(
        ("more tells", "more"),
        ("Type how 1 to see", "how 1"),
        (MORE, "the other end"),
        ("  1. Dani", "1"),
        ("A number. Enter goes back", ""),
        ("Back in the list", "the same journey"),
        ("Back in the list", "every measure"),
    ).text

    assert "Tuesday 17 June, 12:44" in text
    assert re.findall(r"(?:Mon|Tues|Wednes|Thurs|Fri)day \d\d:\d\d", text) == []


def test_a_stage_is_lived_again_and_stands_beside_the_first_time() -> None:
    done = answered(
        (MENDED, "all"),
        ("  13. ", "4"),
        ("You are on hold", "hang up"),
        ("Leave it for today", "Leave it for today"),
    )

    [lived] = done.events(e.LivedAgain)
    assert (lived.fix, lived.stage) == ("slipping-hold/monthly-average", "holding")
    said = said_after(done, '"Holding", as it was and mended')
    assert "Waited: 39 minutes before, " in said
    assert "And over the whole journey, simulated:" in said
    assert "Simulated: nobody lived this." in said
    assert "How it ended" not in done.text


def test_what_happened_at_once_in_a_stage_lived_again_is_told() -> None:
    session = at_once_on_hold(ManualClock())
    done = answered(("Leave it for today", "2"), (MENDED, "1"), session=session)

    [lived] = done.events(e.LivedAgain)
    assert lived.stage == "holding"
    said = said_after(done, "leave comes back to the debrief")
    assert "You are on hold." in said.partition("That is where the stage ends.")[0]


def test_half_a_stage_is_compared_with_nothing() -> None:
    done = answered((MENDED, "1"), ("You are on hold", "leave"))

    assert done.events(e.LivedAgain) == []
    assert "It was left half-way, so there is nothing to compare." in done.text
    assert done.ended == "closed"


def test_the_whole_journey_may_only_be_reckoned() -> None:
    done = answered((MENDED, "whole 4"))

    assert done.events(e.LivedAgain) == []
    assert "To somebody able to help: 46 minutes; with it, 8 minutes." in done.text


def test_quitting_in_a_stage_lived_again_goes_on_in_the_debrief() -> None:
    done = answered((MENDED, "1"), ("You are on hold", "quit"))

    assert done.ended == "suspended"
    assert done.text.count("Stopped here.") == 1
    assert done.session.state.phase == "debriefing"
