"""What may be passed on, and what may not."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from markupsafe import escape

from empathy_sim.debrief.decided import Decisions, FigureHeld
from empathy_sim.debrief.grounds import currency_of
from empathy_sim.debrief.money import year_of
from empathy_sim.debrief.pages.html_page import forward_as_html, keep_as_html
from empathy_sim.debrief.pages.json_file import as_json
from empathy_sim.debrief.pages.markdown_page import (
    forward_as_markdown,
    keep_as_markdown,
)
from empathy_sim.debrief.pages.subject import Subject, subject_of
from empathy_sim.debrief.pages.to_forward import page_to_forward
from empathy_sim.debrief.pages.to_keep import page_to_keep
from empathy_sim.debrief.phrases import capital, number
from empathy_sim.journey.fixes import Fixes
from empathy_sim.line.debriefing import debriefing
from empathy_sim.text.sinks import for_markdown
from tests.debrief.played_logs import script_named
from tests.debrief_pages.pages_subject import SESSION, played, reworded, subject

CANARY = "canary"
PLAYED = "the-long-way"


def both_forms(of: Subject) -> tuple[str, str]:
    page = page_to_forward(of)
    return forward_as_html(page), forward_as_markdown(page)


def both_kept(of: Subject) -> tuple[str, str]:
    page = page_to_keep(of)
    return keep_as_html(page), keep_as_markdown(page)


def with_canaries() -> Subject:
    """Everything that is the player's own, with a canary in each of its texts."""
    debrief = subject().debrief
    own = ("curve", "predictions", "guesses", "other_ends", "receipts", "headline")
    changed = {
        name: reworded(getattr(debrief, name), lambda text: f"{text} {CANARY}")
        for name in own
    }
    return replace(
        subject(),
        debrief=replace(debrief, **changed),
        further=reworded(subject().further, lambda text: f"{text} {CANARY}"),
    )


@pytest.mark.parametrize("form", [0, 1])
def test_the_page_to_forward_has_nothing_of_what_was_felt_guessed_or_written(
    form: int,
) -> None:
    page = both_forms(with_canaries())[form].casefold()

    assert CANARY not in page
    assert "pleasant" not in page
    assert "stirred" not in page
    assert "you said" not in page
    assert SESSION not in page


def test_the_page_to_keep_has_all_of_it() -> None:
    page = page_to_keep(subject())
    for text in (keep_as_html(page), keep_as_markdown(page)):
        for own in ("a feeling", "the end", "a reason", "another", "a guess", "a card"):
            assert f"{CANARY} of {own}" in text
        assert f"{CANARY} of an answer" in text
        assert "canaryword" in text
        assert "canary brought back" in text
        assert SESSION in text or text.startswith("# ")


@pytest.mark.parametrize("form", [0, 1])
def test_what_was_promised_is_on_it_with_owner_counterpart_and_date(form: int) -> None:
    page = both_forms(subject())[form]

    assert "If the report is green, then I will ask who rang." in page
    assert "Ada" in page
    assert "Bo" in page
    assert "12 September 2025" in page


@pytest.mark.parametrize("form", [0, 1])
def test_the_assignment_is_on_it_without_what_was_expected(form: int) -> None:
    page = both_forms(subject())[form]

    assert "Taken on besides: Sit with an agent for an hour." in page
    assert "1 August 2025" in page
    assert CANARY not in page


def decided(**changed: Any) -> Subject:
    """The subject with something else decided."""
    debrief = subject().debrief
    return replace(
        subject(),
        debrief=replace(debrief, decisions=replace(debrief.decisions, **changed)),
    )


@pytest.mark.parametrize(
    ("gap", "says"),
    [
        ("owner", "Nobody is named who will see that it happens."),
        ("counterpart", "Nobody is named in another department."),
        ("due", "No date is given."),
    ],
)
def test_what_a_commitment_lacks_is_said(gap: str, says: str) -> None:
    held = subject().debrief.decisions.commitment
    assert held is not None
    lacking: dict[str, Any] = {gap: " "}
    without = decided(commitment=replace(held, **lacking))

    for page in both_forms(without):
        assert says in page
    for page in both_forms(subject()):
        assert says not in page


def test_an_assignment_without_a_date_and_a_commitment_never_made_are_said() -> None:
    held = subject().debrief.decisions.assignment
    assert held is not None
    without = decided(assignment=replace(held, due=""), commitment=None)

    for page in both_forms(without):
        assert "Sit with an agent for an hour. No date is given." in page
        assert "No commitment has been made." in page
        assert "Nothing has been promised yet." not in page


def test_the_five_pairs_are_those_of_the_first_screen_on_every_page() -> None:
    debrief = subject().debrief
    told = "\n".join(line.text for line in debriefing(script_named(PLAYED), played()))

    assert page_to_forward(subject()).pairs == debrief.pairs
    assert len(debrief.pairs) <= 5
    assert "rating" not in {each.id for each in debrief.pairs}
    at = [told.index(each.lived) for each in debrief.pairs]
    assert at == sorted(at)
    for page in both_forms(subject()):
        assert all(str(escape(each.head)) in page for each in debrief.pairs)


def test_each_cause_has_one_heading_and_the_count_is_that_of_the_list() -> None:
    cause = subject().debrief.causes[0]
    again = replace(cause, id="elsewhere/another", kept_by="Another target")
    causes = (*subject().debrief.causes, again)
    twice = replace(subject(), debrief=replace(subject().debrief, causes=causes))
    html, markdown = both_forms(twice)
    page = page_to_forward(twice)
    movers = [each.first.id for each in page.movers]
    told = {*movers, *(each.id for each in page.others)}

    assert told == {each.id for each in causes}
    assert len({*page.headings.values()}) == len(causes)
    for each in causes:
        assert str(escape(capital(page.headings[each.id]))) in html
        assert for_markdown(capital(page.headings[each.id])) in markdown
    assert f"of {len(causes)}</span>" in html
    assert f"Behind it: {number(len(causes))} causes." in html


def test_a_journey_that_is_not_over_has_lost_nobody_in_words_and_in_json() -> None:
    script = script_named(PLAYED)
    begun = next(
        at
        for at, event in enumerate(played())
        if type(event).__name__ == "JourneyEnded"
    )
    going_on = subject_of(
        script, played()[:begun], Fixes(), session=SESSION, made="2025-07-12"
    )
    [lost] = [
        each
        for each in json.loads(as_json(going_on))["year"]["lines"]
        if each["id"] == "lost"
    ]

    assert (lost["low"], lost["high"]) == (0, 0)
    assert lost["rule"] == "It is not over, so none is counted yet."
    for page in both_forms(going_on):
        assert "The journey is not over, so no year is worked out from it." in page


def test_a_quote_is_on_it_only_where_it_was_written_for_it() -> None:
    without = replace(
        subject(), debrief=replace(subject().debrief, decisions=Decisions())
    )

    assert all("fast enough" in each for each in both_forms(subject()))
    for page in both_forms(without):
        assert "fast enough" not in page
        assert "Nothing has been promised yet." in page


def test_what_happened_takes_six_lines_at_most() -> None:
    told = page_to_forward(subject()).told

    assert 2 <= len(told) <= 6
    assert told[0][0] == "Wanted"


def test_numbers_are_marked_as_whose_they_are() -> None:
    year = page_to_forward(subject()).year

    assert [each.whose for each in year.figures] == [
        "the company's own",
        "invented",
        "invented",
    ]
    assert "42,000 customers a year on this path (the company's own)" in year.basis


def test_a_year_of_invented_numbers_is_no_sum_on_the_page_but_what_it_takes() -> None:
    invented = replace(subject(), year=year_of(subject().debrief.lived, "gave_up", {}))

    for page in both_forms(invented):
        assert "invented numbers" not in page
        assert "In money" not in page
        assert "What does one contact cost you?" in page
        assert 'class="large"' not in page
    for page in both_kept(invented):
        assert "With invented numbers: " in page
    for page in both_forms(subject()):
        assert "With invented" not in page
        assert "Partly with invented numbers: " in page


@pytest.mark.parametrize("sign", ["€", "£"])
def test_money_has_the_sign_that_was_typed_with_it(sign: str) -> None:
    debrief = subject().debrief
    figures = {"contact_cost": FigureHeld(6_00, "yours", 9, sign)}
    currency = currency_of(script_named(PLAYED).journey, figures)
    year = year_of(debrief.lived, "solved", figures, currency=currency)

    for page in both_forms(replace(subject(), year=year)):
        assert f"{sign}6 a contact" in page
        assert "customer a year (" not in page


def test_every_cause_has_somebody_who_can_mend_it() -> None:
    page = page_to_forward(subject())

    movable = [cause.id for mover in page.movers for cause in mover.causes]
    assert sorted(movable) == sorted(cause.id for cause in page.causes)
    assert [cause.weight for cause in page.causes] == sorted(
        (cause.weight for cause in page.causes), reverse=True
    )
