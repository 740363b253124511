"""Promised minutes are set beside measured ones."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.rehearsed import Rehearsed
from empathy_sim.rehearsal.rehearsing import Plan, rehearse
from empathy_sim.workbench.rehearsal_besides import Besides
from empathy_sim.workbench.rehearsal_file import as_json
from empathy_sim.workbench.rehearsal_findings import (
    PromisedMinutes,
    minutes_finding,
    promised_minutes,
)
from empathy_sim.workbench.rehearsal_page import as_html
from empathy_sim.workbench.rehearsal_report import report
from tests.rehearsal.shipped_scripts import shipped_cast, shipped_script

KETTLE = "the-birthday-kettle"


@pytest.fixture(scope="module")
def kettle() -> Rehearsed:
    work = rehearse(shipped_script(KETTLE), shipped_cast(KETTLE), Plan(plays=80))
    return finished(work).rehearsed


def promising(minutes: int | None) -> Script:
    script = shipped_script(KETTLE)
    return replace(script, journey=replace(script.journey, minutes=minutes))


@pytest.mark.parametrize(
    ("promised", "within", "long_way", "differs"),
    [
        (18, 18, 21, False),
        (17, 12, 19, False),
        (6, 7, 8, False),
        (24, 12, 19, False),
        (25, 12, 18, True),
        (3, 9, 12, True),
        (7, 9, 12, False),
        (6, 9, 12, True),
        (20, 24, 12, False),
        (1, 1, 2, False),
    ],
)
def test_a_promise_differs_where_it_lies_notably_outside_of_both(
    promised: int, within: int, long_way: int, differs: bool
) -> None:
    minutes = PromisedMinutes(promised, within, long_way)

    assert minutes.differs is differs
    assert (minutes_finding(minutes) is not None) is differs


def test_what_is_shipped_promises_what_it_takes(kettle: Rehearsed) -> None:
    minutes = promised_minutes(kettle, shipped_script(KETTLE), shipped_cast(KETTLE))

    assert minutes is not None
    assert minutes.promised == 18
    assert minutes_finding(minutes) is None


def test_what_was_measured_does_not_depend_on_what_is_promised(
    kettle: Rehearsed,
) -> None:
    cast = shipped_cast(KETTLE)
    few, many = (promised_minutes(kettle, promising(n), cast) for n in (4, 60))

    assert few is not None
    assert many is not None
    assert (few.most_within, few.long_way) == (many.most_within, many.long_way)


def test_a_wrong_promise_is_told_in_the_text_the_file_and_the_page(
    kettle: Rehearsed,
) -> None:
    minutes = promised_minutes(kettle, promising(60), shipped_cast(KETTLE))
    finding = minutes_finding(minutes)
    assert finding is not None
    besides = Besides(findings=(finding,), minutes=minutes)

    text = " ".join(" ".join(report(kettle, besides)).split())
    assert "To look at" in text
    assert "The first screen promises 60 minutes. At the pace of a workshop" in text
    assert finding.hint.startswith("write minutes: ")
    kept = json.loads(as_json(kettle, [], besides))
    assert kept["findings"][0]["code"] == "minutes"
    assert kept["minutes"]["promised"] == 60
    assert kept["minutes"]["differs"] is True
    assert "The first screen promises 60 minutes." in as_html(kettle, [], besides)
    assert max(map(len, report(kettle, besides))) <= 80


def test_where_nothing_is_promised_or_nobody_played_nothing_is_said(
    kettle: Rehearsed,
) -> None:
    cast = shipped_cast(KETTLE)
    nobody = finished(rehearse(shipped_script(KETTLE), cast, Plan(plays=0))).rehearsed

    assert promised_minutes(kettle, promising(None), cast) is None
    assert promised_minutes(nobody, promising(18), cast) is None
    assert minutes_finding(None) is None


def test_help_says_from_when_it_is_counted_and_of_which_plays(
    kettle: Rehearsed,
) -> None:
    text = " ".join(" ".join(report(kettle)).split())

    plays = kettle.minutes.to_help.plays
    assert f"of the {plays} plays that came to that" in text
    assert "Start to help: from the story's first moment" in text
    assert "Start to help" in as_html(kettle, [])
