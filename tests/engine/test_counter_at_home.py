"""What becomes of a visit has a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.happening import next_at
from empathy_sim.journey.units import HOUR, MINUTE, SECOND
from empathy_sim.library.compose import compose_scenario
from tests.engine.made_scripts import SAMPLES, begun, played
from tests.engine.played_counters import doing, face_of, steps

GO = m.Choose("go")


def test_a_visit_that_comes_is_answered_at_the_door() -> None:
    play = begun("counter-at-home-that-works")
    face = face_of(play)
    assert (face.window, face.place) == ("08:00 to 18:00", "14 Quarry Lane")
    assert [each.time for each in face.texts] == ["10:00"]
    play.do(m.Choose("put-the-bin-out"))
    doing(play, "called")
    assert face_of(play).stops == 0
    assert play.happened(e.Announced)[-1].says == "The doorbell rings."

    play.do(GO)
    play.do(m.Choose("served"))

    assert play.frictions() == []
    assert steps(play, "turn")[0]["in_window"] is True
    assert play.state.story_ms == 50 * MINUTE


def test_more_stops_than_before_is_a_friction() -> None:
    play = begun("counter-stops-rise")
    doing(play, "called")

    assert play.frictions() == ["stops_rose"]
    assert play.happened(e.FrictionMet)[0].detail == "7"


def test_hours_are_narrowed_late_then_moved_then_over() -> None:
    play = begun("counter-window-moves")
    doing(play, "called")

    met = [(each.code, each.story_ms) for each in play.happened(e.FrictionMet)]
    assert met == [
        ("window_narrowed", 4 * HOUR),
        ("window_moved", 6 * HOUR),
        ("window_passed", 8 * HOUR + 30 * MINUTE),
    ]
    [kept] = steps(play, "turn")
    assert (kept["in_window"], kept["in_first"]) == (False, False)


def test_the_bell_may_ring_in_the_one_moment_away_from_it() -> None:
    play = begun("counter-rings-while-away")
    play.do(m.Choose("take-a-shower"))
    doing(play, "missed")

    assert play.state.story_ms == 6 * MINUTE
    assert face_of(play).how == "away"
    card = play.happened(e.MessageArrived)[-1]
    assert (card.looks_like, card.says) == (
        "card",
        "Sorry we missed you. We called at 10:06.",
    )
    assert play.frictions() == ["rang_while_away"]


def test_a_door_that_is_not_answered_is_left_again() -> None:
    play = begun("counter-rings-while-away")
    doing(play, "called")
    play.wait(40 * SECOND)

    assert (face_of(play).how, play.frictions()) == ("unanswered", ["rang_while_away"])


def test_a_card_comes_without_a_ring_and_a_day_off_is_lost() -> None:
    play = begun("counter-card-at-home")
    doing(play, "missed")

    assert face_of(play).how == "card"
    assert not [each for each in play.happened(e.Announced) if each.sort == "bell"]
    assert play.frictions() == ["missed_at_home", "day_off_lost"]
    assert steps(play, "lost")[0]["in_window"] is True


def test_a_text_puts_the_visit_off_and_no_card_comes() -> None:
    play = begun("counter-put-off")
    doing(play, "missed")

    assert [each.looks_like for each in play.happened(e.MessageArrived)] == [
        "text",
        "text",
    ]
    assert play.frictions() == ["put_off_by_text"]
    assert play.state.wait is None


@pytest.mark.parametrize("pace", ["real", "workshop", "brisk", "instant"])
def test_a_day_at_home_is_elided_at_every_pace(pace: m.Pace) -> None:
    play = begun("counter-window-moves", pace=pace)
    doing(play, "called")

    assert play.state.story_ms == 9 * HOUR
    assert play.state.felt_ms <= 20 * MINUTE


def test_time_stands_still_while_there_is_something_to_decide() -> None:
    play = begun("counter-rings-while-away")
    assert (play.state.wait, next_at(play.state)) == (None, None)

    play.do(m.Choose("stay"))

    assert play.state.wait is not None
    assert next_at(play.state) is not None


def test_a_text_stops_the_wait_only_where_there_is_a_choice() -> None:
    plain, choices = begun("counter-stops-rise"), begun("counter-at-home-that-works")
    doing(plain, "called")
    doing(choices, "called")

    assert len(plain.happened(e.WaitBegan)) == 1
    assert len(choices.happened(e.WaitBegan)) == 3


_DESK = """\
  desk:
    kind: policy
    department: sales
    kept_by: Texts sent in time
    why: A text that is sent is counted, whatever it says.
    fix: {change: Count what came true., department: sales, cost: low}
"""


@pytest.mark.parametrize(
    ("sample", "beside", "made"),
    [
        ("counter-stops-rise", "stops: 7", "stops_rose"),
        ("counter-window-moves", "closes: 17:00}", "window_narrowed"),
        ("counter-window-moves", "closes: 18:30}", "window_moved"),
        ("counter-put-off", "puts_off: true", "put_off_by_text"),
    ],
)
def test_a_cause_beside_a_message_is_that_of_what_it_makes(
    tmp_path: Path, sample: str, beside: str, made: str
) -> None:
    text = (SAMPLES / "scenarios" / f"{sample}.yaml").read_text("utf-8")
    file = tmp_path / f"{sample}.yaml"
    file.write_text(text.replace(beside, f"{beside}, cause: desk") + _DESK, "utf-8")
    composed = compose_scenario(file)
    assert composed.script is not None, composed.problems

    play = played(composed.script)
    doing(play, "missed" if made == "put_off_by_text" else "called")

    causes = {
        each.code: (each.cause or "").rpartition("/")[2]
        for each in play.happened(e.FrictionMet)
    }
    assert causes.pop(made) == "desk"
    assert set(causes.values()) <= {"rounds"}
