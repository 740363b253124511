"""The curve shows what was marked, and where."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.debrief.curve import Curve
from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.feelings import feeling_in_words
from empathy_sim.engine import events as e
from tests.debrief.told_by_hand import SCRIPT, HandLog, begun, two_calls


def curve(log: HandLog) -> Curve:
    return debrief_of(SCRIPT, log.log).curve


def marked(*pleasant: int) -> Curve:
    log = begun()
    for at, each in enumerate(pleasant):
        log.sec(at * 10, at * 10).write(e.ReactionRecorded, each, 0)
    return curve(log)


def test_each_mark_says_where_and_when_it_was_made() -> None:
    points = curve(two_calls()).points

    assert [point.where for point in points] == [
        "before it began",
        "Ringing, on hold",
        "Ringing, on the telephone",
        "at the end",
    ]
    assert (points[1].at.when, points[1].at.felt_ms) == ("Tuesday 10:11", 110_000)
    assert (points[1].words, points[2].aha) == ("still here", True)


def test_moments_have_their_dates_once_a_day_of_the_week_has_come_twice() -> None:
    log = two_calls()
    whens = [point.at.when for point in curve(log).points]
    log.sec(7 * 24 * 60 * 60).write(e.ReactionRecorded, 0, 0)
    dated = [point.at.when for point in curve(log).points]

    assert whens[1] == "Tuesday 10:11"
    assert dated[1] == "Tuesday 10 June, 10:11"
    assert dated[-1].startswith("Tuesday 17 June, ")


def test_worst_end_and_mean_are_computed_from_four_marks_on() -> None:
    """Marks: 1, -3, -1, -2 pleasant; 0, 2, -1, -1 aroused."""
    seen = curve(two_calls())

    assert seen.joined
    assert seen.worst is seen.points[1]
    assert seen.end is seen.points[3]
    assert seen.mean is not None
    assert (seen.mean.pleasant, seen.mean.aroused) == (-1.25, 0.0)


def test_under_four_marks_there_are_points_and_no_mean() -> None:
    few, enough = marked(1, -4, 0), marked(1, -4, 0, 0)

    assert (few.joined, few.mean, len(few.points)) == (False, None, 3)
    assert enough.mean is not None


def test_a_session_without_marks_has_an_empty_curve() -> None:
    seen = marked()

    assert (seen.points, seen.worst, seen.end, seen.mean) == ((), None, None, None)


def test_of_equally_bad_marks_the_most_stirred_up_is_worst() -> None:
    log = begun()
    log.sec(1).write(e.ReactionRecorded, -3, 4)
    log.sec(2).write(e.ReactionRecorded, -3, -1)
    log.sec(3).write(e.ReactionRecorded, -2, 4)

    assert curve(log).worst == curve(log).points[0]


def test_a_mark_made_looking_back_stands_where_it_belongs() -> None:
    log = two_calls()
    log.write(e.ReactionRecorded, -4, 3, about_ms=100_000)

    back = curve(log).points[1]

    assert (back.afterwards, back.where) == (True, "Ringing, on hold")
    assert (back.at.story_ms, back.at.felt_ms) == (100_000, 45_000)


def test_waits_are_as_long_as_they_were_in_both_times() -> None:
    waits = curve(two_calls()).waits

    assert [wait.story_ms // 1_000 for wait in waits] == [1_500, 840, 60, 240]
    assert [wait.felt_ms // 1_000 for wait in waits] == [210, 45, 30, 45]
    assert [wait.how for wait in waits] == ["dropped", *["answered"] * 3]


def test_bands_cover_stages_and_touchpoints_with_what_was_meant() -> None:
    bands = curve(two_calls()).bands

    assert [band.place.touchpoint for band in bands] == [
        *("", "queue", "dead", "queue", "desk", "queue", "desk")
    ]
    assert (bands[0].began.story_ms, bands[0].ended.story_ms) == (0, 2_760_000)
    assert (bands[1].meant, bands[2].meant) == ((-3, 2), None)
    assert [band.ended.story_ms // 1_000 for band in bands[1:4]] == [
        *(1_500, 1_510, 2_350)
    ]


def test_what_went_against_and_for_the_customer_is_marked() -> None:
    marks = curve(two_calls()).marks

    assert [mark.code or mark.sort for mark in marks] == [
        *("estimate_slipped", "line_dropped", "requeued", "asked_again", "kindness")
    ]
    assert [mark.weight for mark in marks] == [2, 3, 2, 2, 0]


def test_a_day_at_home_is_drawn_as_long_as_a_minute() -> None:
    log = begun()
    log.sec(60, 60).enter("week", "days")
    log.wait("days", 3 * 86_400)
    log.sec(3 * 86_400 + 60, 62).write(e.WaitEnded, "days", "passed")
    log.sec(3 * 86_400 + 70, 72).write(e.ReactionRecorded, 0, 0)

    [point] = curve(log).points

    assert point.at.drawn_ms == 60_000 + 3 * 60_000 + 10_000


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ((0, 0), "in the middle"),
        ((-2, 0), "fairly unpleasant"),
        ((-3, 2), "very unpleasant, fairly stirred up"),
        ((4, -4), "extremely pleasant, extremely slowed down"),
    ],
)
def test_a_feeling_is_worded_by_its_place(cell: tuple[int, int], says: str) -> None:
    assert feeling_in_words(*cell) == says


def test_a_stage_that_is_a_question_keeps_its_question_mark() -> None:
    stage = replace(SCRIPT.stages["ringing"], title="How did we do?")
    log = begun()
    log.enter("rating", "survey")
    log.write(e.ReactionRecorded, 0, 1)

    seen = debrief_of(replace(SCRIPT, stages={"ringing": stage}), log.log).curve

    assert seen.points[0].where == "How did we do? (a survey)"


def test_an_insight_without_a_feeling_is_in_no_number() -> None:
    log = two_calls()
    before = curve(log)
    log.write(e.ReactionRecorded, 0, 0, aha=True, words="two budgets", felt=False)
    seen = curve(log)

    assert (seen.points, seen.mean, seen.end) == (
        before.points,
        before.mean,
        before.end,
    )
    assert [each.words for each in seen.insights] == ["two budgets"]
    assert seen.insights[0].where == "at the end"


def test_every_cell_of_the_grid_has_words_of_its_own() -> None:
    steps = range(-4, 5)
    said = {feeling_in_words(one, other) for one in steps for other in steps}

    assert len(said) == 81


def test_what_the_leader_wrote_comes_back_with_the_curve() -> None:
    log = HandLog()
    log.events[-1] = e.Consented(0, 0, (), uninterrupted=False, service="a queue")
    log.write(e.Reflected, "one_word", "small")
    log.write(e.Reflected, "one_word", "tired")
    log.write(e.Reflected, "closing", "the rota")
    seen = curve(log)

    assert (seen.service, seen.one_word) == ("a queue", "tired")
    assert (curve(begun()).service, curve(begun()).one_word) == ("", "")


def test_what_was_meant_stands_beside_what_was_felt() -> None:
    queue, desk = curve(two_calls()).intended

    assert (queue.where, queue.at.when) == ("Ringing, on hold", "Tuesday 10:00")
    assert (queue.pleasant, queue.aroused) == (-3, 2)
    assert queue.feels == feeling_in_words(-3, 2)
    assert queue.felt is not None
    assert (queue.felt.pleasant, queue.felt.aroused) == (-3, 2)
    assert (desk.pleasant, desk.aroused) == (0, 1)
    assert desk.felt is not None
    assert (desk.felt.pleasant, desk.felt.aroused) == (-1, -1)


def test_a_touchpoint_is_meant_once_however_often_it_is_met() -> None:
    log = two_calls()
    visits = [each for each in curve(log).bands if each.place.touchpoint == "queue"]
    meant = [each for each in curve(log).intended if each.place.touchpoint == "queue"]

    assert len(visits) == 3
    assert [each.place.visit for each in meant] == [1]


def test_where_nothing_was_marked_nothing_was_felt() -> None:
    log = begun()
    log.enter("queue", "hold")
    [queue] = curve(log).intended

    assert queue.felt is None


def test_what_nobody_meant_is_not_drawn() -> None:
    log = begun()
    log.enter("page", "notice")

    assert curve(log).intended == ()


def test_a_wait_has_its_length_and_what_was_sat_through() -> None:
    first = curve(two_calls()).waits[0]

    assert (first.story_ms, first.felt_ms) == (1_500_000, 210_000)
