"""A debrief that was left goes on."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.line.debriefing import debriefing
from empathy_sim.line.sitting import HELP
from empathy_sim.session.session import Session
from tests.line.kettle_walked import (
    answered,
    composed,
)
from tests.line.typed_play import Typed

CAUSED = "what do you think caused this?"
OFFERED = "goal offers one goal for two departments, finance and digital"
GOAL = "Which of these should both own?"
COMMITMENT = "One commitment"
MORE = "== More =="
COMMITTED = (
    (COMMITMENT, "If the weekly figures are on the table,"),
    ("then I will ...", "I will ask how many called twice."),
    ("Who will see that it happens?", "Ada"),
    ("Whom do you need in another department?", "2"),
    ("By when?", "in 2 weeks"),
)


def once_more(done: Typed) -> Session:
    first = done.session
    return Session.resume(first.name, store=first._store, clock=first.clock)


def test_what_was_decided_is_told_when_it_is_looked_at_again() -> None:
    done = answered(
        (CAUSED, "4 nobody is there"), (OFFERED, "goal"), (GOAL, "1"), *COMMITTED
    )

    text = answered(session=once_more(done)).text

    assert "You thought of too few people. " in text
    assert "You promised: If the weekly figures are on the table" in text
    assert text.count("Enter opens it without") == 2, "the third is open"
    assert GOAL not in text


def test_what_was_left_open_can_be_decided_once_it_is_closed() -> None:
    first = answered()
    assert first.session.state.phase == "closed"

    done = answered((CAUSED, "2"), *COMMITTED, session=once_more(first))

    assert len(done.events(e.Attributed)) == 1
    assert len(done.events(e.Committed)) == 1
    assert done.session.state.phase == "closed"


def test_leaving_ends_the_debrief_and_keeps_what_was_decided() -> None:
    done = answered((CAUSED, "2 in a hurry"), ("Locked out", "leave"))

    assert done.ended == "closed"
    assert len(done.events(e.Attributed)) == 1
    assert MORE not in done.text


def test_stopping_on_the_way_goes_on_with_the_debrief() -> None:
    done = answered((CAUSED, "2 in a hurry"), ("Locked out", "quit"))

    assert done.ended == "suspended"
    assert done.session.state.phase == "debriefing"
    assert "empathy-sim resume " in done.text
    assert CAUSED in answered(session=once_more(done)).text


def test_again_tells_the_page_once_more_and_help_says_what_can_be_typed() -> None:
    done = answered((CAUSED, "again"), (CAUSED, "help"))

    assert done.text.count("1 of 3. The line went dead") == 2
    assert HELP in done.text


def test_words_written_one_after_the_other_are_all_kept_and_shown_again() -> None:
    first = answered(
        ("What you type here is kept", "so long"), ("Noted", "and nobody there")
    )

    again = answered(session=first.session)

    assert 'You wrote: "so long and nobody there"' in again.text


def test_the_designers_questions_are_asked_one_by_one_and_shown_beside_the_answers() -> (
    None
):
    script, _ = composed()
    asks = script.journey.debrief.asks
    done = answered(
        (MORE, "the journey's own"), (asks[0], "first"), (asks[1], "second")
    )

    told = "\n".join(
        line.written() for line in debriefing(script, tuple(done.session.log))
    )
    assert f'{asks[0]} "first"' in told
    assert f'{asks[1]} "second"' in told


def test_it_is_said_that_the_debrief_is_over_and_what_stays() -> None:
    assert answered().text.endswith(
        "(The debrief ends here. What you decided and wrote stays with this session, "
        "on this computer)"
    )
