"""Who is refused the same again and again."""

from __future__ import annotations

import pytest

from empathy_sim.journey.touchpoints.form import Field, Form, Page, Rule
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.rehearsal.rehearsed import Rehearsed
from empathy_sim.rehearsal.rehearsing import Plan, rehearse
from empathy_sim.workbench.rehearsal_page import as_html
from empathy_sim.workbench.rehearsal_report import report
from tests.rehearsal.planted_faults import ENDLESS
from tests.rehearsal.small_journeys import script

REFUSING = script(
    {
        "page": Form(
            kind="form",
            site="fold.example",
            pages=(
                Page(
                    title="Your order",
                    fields=(
                        Field(
                            id="number",
                            label="Order number",
                            rules=(Rule(is_="never", says="Digits only."),),
                        ),
                    ),
                ),
            ),
            leads={"accepted": "solved", "left": "gave_up"},
        ),
    }
)
"""A page that takes no answer, and can be closed."""


def rehearsed(most_moves: int) -> Rehearsed:
    plan = Plan(plays=60, robots=("patient", "methodical"), most_moves=most_moves)
    return finished(rehearse(REFUSING, plain_cast(), plan)).rehearsed


@pytest.fixture(scope="module")
def stopped() -> Rehearsed:
    return rehearsed(20)


def test_whoever_is_refused_the_same_often_enough_closes_the_page() -> None:
    assert rehearsed(1_000).never_out == 0


def test_what_was_refused_most_often_is_named(stopped: Rehearsed) -> None:
    (lost,) = stopped.lost

    assert lost.how == "endless"
    assert lost.refused is not None
    assert (lost.refused.field, lost.refused.says) == ("number", "Digits only.")
    assert 1 < lost.refused.times <= 20


def test_it_is_told_by_how_many_plays_did_not_get_out(stopped: Rehearsed) -> None:
    lines = [*report(stopped)]
    out = 60 - stopped.never_out

    assert stopped.never_out > 0
    assert lines[2] == (
        f"{stopped.never_out} of 60 plays did not get out in 20 moves; {out} did."
    )
    assert "Where nobody gets out" not in lines
    at = lines.index("Where some did not get out")
    assert 'times at the field "number": "Digits only."' in lines[at + 3]


def test_the_page_says_so_too(stopped: Rehearsed) -> None:
    page = as_html(stopped, ["way"])

    assert "Where some did not get out" in page
    assert "at the field &#34;number&#34;: &#34;Digits only.&#34;" in page


def test_who_goes_round_without_being_refused_is_told_without_it() -> None:
    plan = Plan(plays=20, robots=("patient",), most_moves=3)
    (lost, *_) = finished(rehearse(ENDLESS, plain_cast(), plan)).rehearsed.lost

    assert lost.how == "endless"
    assert lost.refused is None
