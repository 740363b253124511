"""A report's line is green where it should be."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.report_colours import CLOSING, figures_in_words
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.report_lights import Light, light_of
from tests.debrief.told_by_hand import SCRIPT, answered, begun, two_calls
from tests.rehearsal.shipped_scripts import shipped_script


def line(metric: str, reads: str, target: str) -> ReportLine:
    return ReportLine(metric=metric, reads=reads, target=target)


MISSED = (
    line("service_level", "42%", "80%"),
    line("speed_of_answer", "25 s", "20 s"),
    line("on_time_delivery", "97%", "95%"),
)


@pytest.mark.parametrize(
    ("metric", "reads", "target", "light"),
    [
        ("service_level", "84%", "80%", "green"),
        ("service_level", "84% in 20 s", "80%", "green"),
        ("service_level", "80 %", "80%", "green"),
        ("service_level", "42%", "80%", "red"),
        ("service_level", "42%", "at least 80%", "red"),
        ("satisfaction", "2.1 of 5", "4.5 of 5", "red"),
        ("satisfaction", "4.6/5", "4.5 out of 5", "green"),
        ("satisfaction", "4.6 of 5", "4.5", "green"),
        ("satisfaction", "4.6 of 5", "90%", "unknown"),
        ("speed_of_answer", "18 s", "20 s", "green"),
        ("speed_of_answer", "25 s", "20 s", "red"),
        ("speed_of_answer", "1m 5s", "under 2 minutes", "green"),
        ("handle_time", "6m", "6m 30s", "green"),
        ("handle_time", "7m", "6m 30s", "red"),
        ("abandonment", "3%", "5%", "green"),
        ("abandonment", "9%", "5%", "red"),
        ("nps", "+42", "50", "red"),
        ("nps", "\u22125", "-10", "green"),
        ("effort", "5.1 of 7", "5 of 7", "unknown"),
        ("effort", "61%", "60%", "green"),
        ("warmth", "9 of 10", "9 of 10", "green"),
        ("warmth", "8 of 10", "9 of 10", "unknown"),
        ("complaints", "1,210", "at most 1,200", "red"),
        ("complaints", "few", "fewer", "unknown"),
        ("service_level", "", "80%", "unknown"),
    ],
)
def test_a_reading_is_held_against_its_target(
    metric: str, reads: str, target: str, light: Light
) -> None:
    assert light_of(line(metric, reads, target)) == light


@pytest.mark.parametrize(
    "name", ["the-birthday-kettle", "the-cheapest-seat", "between-eight-and-six"]
)
def test_the_reports_that_come_with_the_program_are_all_green(name: str) -> None:
    report = shipped_script(name).journey.report

    assert {light_of(each) for each in report} == {"green"}
    assert figures_in_words(report) == "All eight figures are green."


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((), ""),
        (MISSED[2:], "The one figure is green."),
        (MISSED, "One of three figures is green, and two miss their targets."),
        (MISSED[:1], "The one figure misses its target."),
        (MISSED[:2], "None of two figures is green, and two miss their targets."),
        (
            (*MISSED[1:], line("warmth", "1", "2")),
            (
                "One of three figures is green, and one misses its target, "
                "and of one it cannot be told."
            ),
        ),
    ],
)
def test_figures_are_counted_truthfully(
    lines: tuple[ReportLine, ...], says: str
) -> None:
    assert figures_in_words(lines) == says


def debriefed(*report: ReportLine) -> Debrief:
    script = replace(SCRIPT, journey=replace(SCRIPT.journey, report=report))
    return debrief_of(script, two_calls().log)


def test_a_line_that_misses_its_target_is_nowhere_called_green() -> None:
    found = debriefed(*MISSED)
    missed = found.report[:2]

    assert [each.light for each in found.report] == ["red", "red", "green"]
    assert not any(each.left_green for each in missed)
    assert [each.says for each in missed] == [
        "misses its target, and this journey counts against it"
    ] * 2
    assert found.report_says == (
        "This journey counts against two of the three lines of the report. "
        "Over the month one of the three is green, and two miss their targets."
    )
    assert found.happened[-1].says.endswith(
        "Over the month one of the three is green, and two miss their targets."
    )


def test_a_journey_that_counts_for_a_missed_line_makes_it_no_greener() -> None:
    log = begun()
    answered(log, 0, 10, 60)
    script = replace(SCRIPT, journey=replace(SCRIPT.journey, report=MISSED[:1]))
    [again] = (found := debrief_of(script, log.log)).report

    assert (again.verdict, again.left_green) == ("for", False)
    assert again.says == "misses its target, though this journey counts for it"
    assert found.report_says.endswith("Over the month it misses its target.")


def test_only_where_all_is_green_every_department_is_said_to_have_hit_its_target() -> (
    None
):
    assert debriefed(*MISSED[2:]).closing == CLOSING
    assert debriefed(*MISSED).closing == (
        "Every department has its target. Which of these targets did you set?"
    )
