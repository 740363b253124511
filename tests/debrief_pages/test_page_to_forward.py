"""What may be passed on, and what may not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from empathy_sim.debrief.decided import Decisions
from empathy_sim.debrief.money import year_of
from empathy_sim.debrief.pages.html_page import forward_as_html, keep_as_html
from empathy_sim.debrief.pages.markdown_page import (
    forward_as_markdown,
    keep_as_markdown,
)
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.pages.to_forward import page_to_forward
from empathy_sim.debrief.pages.to_keep import page_to_keep
from tests.debrief_pages.pages_subject import SESSION, reworded, subject

CANARY = "canary"


def both_forms(of: Subject) -> tuple[str, str]:
    page = page_to_forward(of)
    return forward_as_html(page), forward_as_markdown(page)


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


def test_a_quote_is_on_it_only_where_it_was_written_for_it() -> None:
    without = replace(
        subject(), debrief=replace(subject().debrief, decisions=Decisions())
    )

    assert all("fast enough" in each for each in both_forms(subject()))
    for page in both_forms(without):
        assert "fast enough" not in page
        assert "Nothing has been promised yet." in page


def test_what_happened_takes_five_lines_at_most() -> None:
    told = page_to_forward(subject()).told

    assert 2 <= len(told) <= 5
    assert told[0][0] == "Wanted"


def test_numbers_are_marked_as_whose_they_are() -> None:
    year = page_to_forward(subject()).year

    assert [each.whose for each in year.figures] == [
        "the company's own",
        "invented",
        "invented",
    ]
    assert "42,000 customers a year on this path (the company's own)" in year.basis


def test_a_year_of_invented_numbers_says_so_before_its_sum() -> None:
    invented = replace(subject(), year=year_of(subject().debrief.lived, "gave_up", {}))

    for page in both_forms(invented):
        assert "With invented numbers: " in page
        assert 'class="large"' not in page
    for page in both_forms(subject()):
        assert "With invented" not in page
        assert "Partly with invented numbers: " in page


def test_every_cause_has_somebody_who_can_mend_it() -> None:
    page = page_to_forward(subject())

    movable = [cause.id for mover in page.movers for cause in mover.causes]
    assert sorted(movable) == sorted(cause.id for cause in page.causes)
    assert [cause.weight for cause in page.causes] == sorted(
        (cause.weight for cause in page.causes), reverse=True
    )
