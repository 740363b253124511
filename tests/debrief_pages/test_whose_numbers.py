"""A debrief says whose its numbers are."""

from __future__ import annotations

import json
from functools import cache

import msgspec
import pytest
from msgspec.structs import replace

from empathy_sim.debrief.grounds import REST, TITLE, grounds_of
from empathy_sim.debrief.pages.html_page import forward_as_html, keep_as_html
from empathy_sim.debrief.pages.json_file import as_json, schema_text
from empathy_sim.debrief.pages.markdown_page import (
    forward_as_markdown,
    keep_as_markdown,
)
from empathy_sim.debrief.pages.subject import Subject, subject_of
from empathy_sim.debrief.pages.to_forward import page_to_forward
from empathy_sim.debrief.pages.to_keep import page_to_keep
from empathy_sim.journey.fit import Fit, FitAmount, FitLine, FitNumber, FitVolumes
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.scenario import Setting
from empathy_sim.journey.script import Script
from empathy_sim.line.debriefing import told
from tests.debrief.played_logs import script_named
from tests.debrief_pages.pages_subject import MADE, SESSION, played

SOURCE = "The annual report, page 8"
FIT = Fit(
    fit="the-long-way",
    report={
        "service_level": FitLine(reads="91%", whose="published", source=SOURCE),
    },
    stages={"holding": {"wait": FitNumber(is_="18m")}},
    volumes=FitVolumes(
        customers=FitAmount(is_=12_000),
        contact_cost=FitAmount(is_="6.50", whose="published", source=SOURCE),
    ),
)
WAIT = Setting(is_="duration", default="26m", about="How long the wait is.")


def fitted_script() -> Script:
    """The sample journey, as a fit makes it."""
    script = script_named("the-long-way")
    report = tuple(
        replace(line, reads="91%", source="published") for line in script.journey.report
    )
    holding = script.stages["holding"]
    scenario = replace(holding.scenario, settings={"wait": WAIT})
    stages = {**script.stages, "holding": replace(holding, scenario=scenario)}
    journey = replace(script.journey, report=report)
    return replace(script, journey=journey, stages=stages, fitted=FIT)


@cache
def fitted() -> Subject:
    return subject_of(fitted_script(), played(), Fixes(), session=SESSION, made=MADE)


def test_the_report_the_waits_and_the_year_say_whose_they_are() -> None:
    assert [each.line for each in fitted().debrief.grounds] == [
        f"The report. Service level: 91% (published: {SOURCE}).",
        "Holding. How long the wait is: 18 minutes (yours).",
        "A year. Customers on this path: 12,000 (yours).",
        f"A year. What one contact costs: 6.50 (published: {SOURCE}).",
    ]


def test_the_three_numbers_begin_with_what_was_fitted_until_the_leader_gives_one() -> (
    None
):
    customers, cost, margin = fitted().year.figures

    assert (customers.held.value, customers.held.ground) == (42_000, "yours")
    assert customers.held.seq > 0
    assert (cost.held.value, cost.held.ground) == (6_50, "published")
    assert (cost.held.seq, margin.held.ground) == (0, "invented")


@pytest.mark.parametrize("mark", [TITLE, REST, SOURCE, "18 minutes", "91% (published)"])
def test_every_page_has_the_section(mark: str) -> None:
    keep, forward = page_to_keep(fitted()), page_to_forward(fitted())

    for page in (
        keep_as_html(keep),
        forward_as_html(forward),
        keep_as_markdown(keep),
        forward_as_markdown(forward),
    ):
        assert mark in page.replace("\\", "")


def test_the_page_to_forward_calls_no_fitted_company_invented() -> None:
    forward = page_to_forward(fitted())

    for page in (forward_as_html(forward), forward_as_markdown(forward)):
        assert "n invented company" not in page
        assert "fitted to this company" in page


def test_the_file_has_each_number_with_its_source() -> None:
    found = json.loads(as_json(fitted()))["grounds"]

    assert found[0] == {
        "where": "The report",
        "says": "Service level",
        "number": "91%",
        "whose": "published",
        "source": SOURCE,
    }
    assert "GroundPart" in msgspec.json.decode(schema_text())["$defs"]


def test_where_nothing_was_fitted_nothing_is_said_of_it() -> None:
    script = script_named("the-long-way")
    plain = subject_of(script, played(), Fixes(), session=SESSION, made=MADE)

    assert plain.debrief.grounds == ()
    assert TITLE not in keep_as_html(page_to_keep(plain))
    assert TITLE not in forward_as_markdown(page_to_forward(plain))


def test_a_target_that_is_set_is_listed_and_an_amount_has_its_currency() -> None:
    fit = replace(
        FIT,
        report={"service_level": FitLine(reads="91%", target="90%")},
        volumes=FitVolumes(contact_cost=FitAmount(is_="£7.20")),
    )
    found = [each.line for each in grounds_of(replace(fitted_script(), fitted=fit))]

    assert found[1].startswith("The report. Service level: the target: ")
    assert found[-1] == "A year. What one contact costs: £7.20 (yours)."


def test_a_debrief_that_is_told_has_the_year_and_whose_the_numbers_are() -> None:
    said = "\n".join(each.text for each in told(fitted().debrief))

    assert "What it comes to in a year" in said
    assert "In a year:" in said
    assert TITLE in said
    assert f"The report. Service level: 91% (published: {SOURCE})." in said
