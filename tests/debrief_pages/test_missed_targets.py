"""A missed target is green on no page."""

from __future__ import annotations

import json
import re

import pytest
from msgspec.structs import replace

from empathy_sim.debrief.pages.html_page import forward_as_html, keep_as_html
from empathy_sim.debrief.pages.json_file import as_json
from empathy_sim.debrief.pages.markdown_page import (
    forward_as_markdown,
    keep_as_markdown,
)
from empathy_sim.debrief.pages.subject import Subject, subject_of
from empathy_sim.debrief.pages.to_forward import page_to_forward
from empathy_sim.debrief.pages.to_keep import page_to_keep
from empathy_sim.journey.fixes import Fixes
from tests.debrief.played_logs import script_named
from tests.debrief_pages.pages_subject import MADE, SESSION, played


@pytest.fixture(scope="module")
def missed() -> Subject:
    script = script_named("the-long-way")
    report = tuple(
        replace(line, reads="42%", source="yours") for line in script.journey.report
    )
    journey = replace(script.journey, report=report)
    return subject_of(
        replace(script, journey=journey), played(), Fixes(), session=SESSION, made=MADE
    )


def test_no_page_calls_it_green_and_each_says_that_it_is_missed(
    missed: Subject,
) -> None:
    keep, forward = page_to_keep(missed), page_to_forward(missed)

    for page in (
        keep_as_html(keep),
        forward_as_html(forward),
        keep_as_markdown(keep),
        forward_as_markdown(forward),
    ):
        assert "still green" not in page
        assert "stays green" not in page
        assert "misses its target, and this journey counts against it" in page
        assert "ver the month it misses its target." in page
        assert "every department hit its target" not in page


def test_the_file_has_its_colour_beside_what_the_journey_counts_for(
    missed: Subject,
) -> None:
    [line] = json.loads(as_json(missed))["report"]

    assert (line["light"], line["verdict"], line["left_green"]) == (
        *("red", "against", False),
    )


def test_a_page_shows_it_in_a_colour_that_no_company_has(missed: Subject) -> None:
    for page in (
        keep_as_html(page_to_keep(missed)),
        forward_as_html(page_to_forward(missed)),
    ):
        [cell] = re.findall(r'<td[^>]*class="(\w+)">misses its target', page)
        light, dark = re.findall(r"--missed: (#\w{6})", page)
        companies = re.findall(r"--company: (#\w{6})", page)

        assert f".{cell} {{ color: var(--missed)" in page
        assert not {light, dark} & {*companies}
        for colour in (light, dark):
            red, green, blue = bytes.fromhex(colour[1:])
            assert red > max(green, blue) + 50
