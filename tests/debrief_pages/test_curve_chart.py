"""The curve is drawn to scale."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.measures import reading_of
from empathy_sim.debrief.pages.across import LEFT, RIGHT, spread
from empathy_sim.debrief.pages.curve_chart import CurveChart, curve_chart
from empathy_sim.journey.units import SECOND
from tests.debrief.played_logs import every_play
from tests.debrief_pages.pages_subject import subject

NEAR = 0.3
"""What rounding to a tenth may do to a width."""


def charts() -> list[CurveChart]:
    return [curve_chart(debrief_of(script, log).curve) for script, log in every_play(1)]


def test_of_two_waits_the_longer_is_drawn_longer() -> None:
    for chart in charts():
        drawn = [each for each in chart.waits if not each.at_home]
        for one in drawn:
            for other in drawn:
                if one.wait.story_ms > other.wait.story_ms:
                    assert one.width >= other.width - NEAR


def test_everything_is_drawn_on_the_page() -> None:
    for chart in charts():
        places = [each.x for each in chart.felt]
        places += [each.x for each in chart.marks]
        places += [each.x for each in chart.meant]
        assert all(LEFT <= x <= RIGHT for x in places)
        assert all(each.x + each.width <= RIGHT + NEAR for each in chart.waits)


def test_what_was_sat_through_is_part_of_its_wait() -> None:
    for chart in charts():
        assert all(0 <= each.felt <= each.width + NEAR for each in chart.waits)


def test_the_rows_of_the_waits_add_up_to_what_is_told_of_all_of_them() -> None:
    for script, log in every_play(1):
        debrief = debrief_of(script, log)
        rows = curve_chart(debrief.curve).waited
        told = reading_of(debrief.lived, "sat_through")
        whole = (told.value or 0) if told else 0

        felt = sum(each.felt_ms for each in rows if not each.at_home)
        assert felt // SECOND == whole // SECOND


def test_what_a_drawing_says_has_its_times_in_words() -> None:
    says = " ".join(chart.says for chart in charts())

    assert " rises " in says
    assert not re.search(r"\b[0-3] times", says)


def test_under_four_marks_nothing_is_joined() -> None:
    found = charts()

    assert any(chart.line for chart in found)
    for chart in found:
        assert bool(chart.line) == (len(chart.felt) >= 4)


def test_feelings_are_numbered_in_the_order_of_the_story() -> None:
    chart = curve_chart(subject().debrief.curve)

    assert [each.number for each in chart.felt] == [*range(1, len(chart.felt) + 1)]
    assert [each.x for each in chart.felt] == sorted(each.x for each in chart.felt)


@given(st.lists(st.floats(LEFT, RIGHT), max_size=20))
def test_what_stands_close_is_spread_and_keeps_its_order(places: list[float]) -> None:
    found = spread(sorted(places), 21)

    assert len(found) == len(places)
    assert all(after - before >= 20.9 for before, after in pairwise(found))
