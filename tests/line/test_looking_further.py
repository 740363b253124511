"""What is under More, and what is typed there."""

from __future__ import annotations

import pytest

from empathy_sim.cli.plainly import write
from empathy_sim.debrief.decided import decisions_in
from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.line.looking_back.conversation import conversation
from empathy_sim.session.clock import ManualClock
from tests.engine.made_scripts import script_of
from tests.line.kettle_walked import answered, said_after
from tests.line.test_line_hostile import is_clean
from tests.line.typed_play import session_of, types
from tests.tui.hostile import HOSTILE

CAUSED = "what do you think caused this?"
OFFERED = "goal offers one goal for two departments"
GOAL = "Which of these should both own?"
COMMITMENT = "One commitment"
MENDED = "== Once more, mended =="
MORE = "== More =="


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("1", "  1. Dani. Customer Care"),
        ("Would", "Of those, seven in ten reached it sooner than yours could"),
        ("less", "A number from 1 to 13, please."),
        ("3", "It stops on Tuesday 17 June, 12:44"),
        ("your pred", "You made no guess. It was "),
        ("12", "Recorded: "),
    ],
)
def test_more_is_picked_by_number_or_name(typed: str, says: str) -> None:
    done = answered((MORE, typed))

    assert says in done.text


def test_the_other_end_is_told_in_turn() -> None:
    said = said_after(answered((MORE, "the other"), ("  1. Dani", "1")), MORE)

    assert "0:00 Dani: " in said
    assert "      On the desk: " in said
    assert said.index("0:00 Dani: ") < said.index("      On the desk: ")


def test_every_measure_is_told_in_its_unit_and_opened_by_its_number() -> None:
    done = answered(
        (MORE, "every"), ("Type how 1 to see", ""), ("A number says how", "2")
    )

    assert "Least left of the phone: 11%." in done.text
    assert "Least left of the lunch break: 0 min." in done.text
    said = said_after(done, '"waited": All time on hold')
    assert "    Tuesday 17 June, 12:" in said


def test_a_year_takes_three_numbers_and_says_whose_they_are() -> None:
    done = answered(
        (MORE, "what it comes"),
        ("How many customers a year", "25,000"),
        ("What does one contact cost", "7.50 published"),
        ("What does a customer bring", "dear"),
        ("A number such as", ""),
    )

    given = [(x.figure, x.value, x.ground) for x in done.events(e.FigureGiven)]
    assert given == [
        ("customers", 25_000, "yours"),
        ("contact_cost", 750, "published"),
    ]
    # A twentieth to a fifth of 25,000, with two needless contacts each.
    assert "2,500 to 10,000, at £18,750 to 75,000." in done.text


def test_what_was_mended_is_reckoned_for_a_year() -> None:
    done = answered(
        (MENDED, "4"),
        ("You are on hold", "hang up"),
        ("Leave it for today", "Leave it for today"),
        (MORE, "what it comes"),
    )

    assert "What you mended would save 500 to 2,000 contacts" in done.text


def test_cards_are_answered_question_by_question() -> None:
    done = answered(
        (MORE, "7"),
        ("What could they do for customers", "ring them first"),
        ("Which department and which number", "finance, 31 pence"),
        ("Back in the list", "a quote"),
        ("A sentence of yours", "We set this ourselves."),
    )

    words = decisions_in(done.session.log).words
    assert words["nightmare.1"] == "ring them first"
    assert words["nightmare.4"] == "finance, 31 pence"
    assert words["quote"] == "We set this ourselves."
    assert "nightmare.2" not in words


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 10))
def test_whatever_is_typed_is_kept_clean_and_printed_clean(
    first: int, capsys: pytest.CaptureFixture[str]
) -> None:
    says = [*HOSTILE, *HOSTILE][first : first + 10]
    done = answered(
        ("What you type here is kept", f"a {says[0]}"),
        (CAUSED, says[1]),
        ("A number", f"2 {says[2]}"),
        ("Which of these targets did you set?", f"x {says[3]}"),
        (OFFERED, "goal"),
        (GOAL, "1"),
        ("What should it come to?", says[4]),
        (MENDED, f"whole {says[5]}"),
        (COMMITMENT, f"x {says[6]}"),
        ("then I will ...", f"x {says[7]}"),
        ("Who will see that it happens?", says[8]),
        ("Whom do you need", says[9]),
        (MORE, says[0]),
        ("", "11"),
        ("A sentence of yours", f"x {says[1]}"),
    )

    capsys.readouterr()
    for line in done.lines:
        write(line)
    out = capsys.readouterr().out.split("\n")
    assert [line for line in out if not is_clean(line)] == []
    [kept] = done.events(e.Committed)
    assert is_clean(kept.cue + kept.act + kept.owner + kept.counterpart)


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [("12", 12_00), ("6.5", 6_50), ("£1,200.25", 1_200_25), ("2 k", 2_000_00)],
)
def test_money_is_read_as_people_write_it(typed: str, hundredths: int) -> None:
    done = answered(
        (MORE, "what it comes"),
        ("What does one contact cost", typed),
    )

    assert [each.value for each in done.events(e.FigureGiven)] == [hundredths]
    assert [each.currency for each in done.events(e.FigureGiven)] == [
        "£" if "£" in typed else ""
    ]


def test_what_was_not_promised_on_monday_can_be_promised_under_more() -> None:
    done = answered((MORE, "monday"), ("One commitment:", "it is Monday"))

    assert "== Monday: what you promise ==" in done.text
    assert done.times("One commitment: something that will happen anyway") == 2


def test_where_nothing_can_be_mended_no_step_is_made_of_it() -> None:
    clock = ManualClock()
    session = session_of(script_of("days-that-work"), clock)
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())
    done = types(session, ["leave", *[""] * 15], clock, debrief=conversation)

    assert "Once more, mended" not in done.text
    assert "== Monday ==" in done.text
