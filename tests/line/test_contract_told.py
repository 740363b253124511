"""The contract says what is kept how long."""

from __future__ import annotations

import pytest

from empathy_sim.line.contract import PASSING, clauses
from tests.debrief.played_logs import played, script_named


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (30, "until you delete it; what you type, for 30 days."),
        (1, "until you delete it; what you type, for a day."),
        (0, "until you delete it; what you type, until it is over."),
        (None, "What you do, mark, type and promise, until you delete it."),
    ],
)
def test_the_contract_says_how_long_what_is_typed_is_kept(
    days: int | None, says: str
) -> None:
    told = clauses(
        script_named("hold-slips"),
        played("hold-slips", 1),
        "workshop",
        kept_in="~/kept",
        words_days=days,
    )

    (kept,) = [clause.says for clause in told if clause.head == "What is kept"]
    assert says in kept
    assert kept.endswith(
        "It stays on this computer, in ~/kept. Nothing is sent anywhere."
    )


def test_in_a_workshop_it_is_said_whose_computer_keeps_it_and_what_they_see() -> None:
    script, log = script_named("hold-slips"), played("hold-slips", 1)
    told = clauses(script, log, "workshop", kept_in="", words_days=30)
    says = {clause.head: clause.says for clause in told}

    assert "whoever runs the workshop" in says["What is kept"]
    assert "this computer" not in says["What is kept"]
    assert "what you tick" in says["Who sees it"]


def test_where_nothing_is_kept_the_contract_says_so_and_promises_no_pause() -> None:
    script, log = script_named("hold-slips"), played("hold-slips", 1)
    told = clauses(script, log, "workshop", kept_in=PASSING, words_days=30)
    says = {clause.head: clause.says for clause in told}

    assert says["What is kept"].startswith("Nothing.")
    assert "until you delete it" not in says["What is kept"]
    assert says["Leaving"].endswith("Closing the window ends it.")
