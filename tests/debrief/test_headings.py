"""No two causes are called the same."""

from __future__ import annotations

from dataclasses import replace

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.causes import CauseFound, causes_of
from empathy_sim.debrief.headings import headings_of
from tests.debrief.told_by_hand import SCRIPT, two_calls


def one() -> CauseFound:
    [*_, cause] = [
        each
        for each in causes_of(Account.of(SCRIPT, two_calls().log))
        if each.id == "holding/limit"
    ]
    return cause


def elsewhere(cause: CauseFound) -> CauseFound:
    frictions = tuple(replace(each, where=("At home",)) for each in cause.frictions)
    return replace(cause, id="holding/other", frictions=frictions)


def test_a_cause_is_called_by_what_it_did() -> None:
    assert headings_of([one()]) == {
        "holding/limit": "the line went dead near the front of the queue"
    }


def test_two_that_did_the_same_are_told_apart_by_where() -> None:
    assert [*headings_of([one(), elsewhere(one())]).values()] == [
        "the line went dead near the front of the queue (Ringing)",
        "the line went dead near the front of the queue (At home)",
    ]


def test_where_that_is_the_same_too_by_whose_target_it_is() -> None:
    others = replace(one(), id="holding/other", department="marketing")

    assert [*headings_of([one(), others]).values()] == [
        "the line went dead near the front of the queue (Ringing, finance)",
        "the line went dead near the front of the queue (Ringing, marketing)",
    ]


def test_and_last_by_the_target_itself() -> None:
    others = replace(one(), id="holding/other", kept_by="Another")
    found = headings_of([one(), others])

    assert len({*found.values()}) == 2
    assert found["holding/other"].endswith(", Another)")
