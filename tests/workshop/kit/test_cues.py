"""A board says what the run sheet says."""

from __future__ import annotations

import pytest

from empathy_sim.errors import Usage
from empathy_sim.workshop.kit.cues import cue_at, cues_as_json, cues_in, cues_of
from empathy_sim.workshop.kit.timing import STEPS
from tests.workshop.kit.made_kits import kit

CUES = cues_of(kit(120, starts=9 * 60))


def test_what_is_written_is_read_again() -> None:
    assert cues_in(cues_as_json(CUES)) == CUES


def test_a_file_without_cues_is_refused() -> None:
    for text in ("", "[]", '{"journey": 3}', "no"):
        with pytest.raises(Usage, match="holds no cues"):
            cues_in(text)


def test_every_part_has_its_cue_in_order() -> None:
    minutes = [each.minute for each in CUES.cues]
    parts = list(dict.fromkeys(each.part for each in CUES.cues))

    assert minutes == sorted(minutes)
    assert parts == [each.id for each in kit(120).parts]
    assert sum(each.lasts for each in CUES.cues) == CUES.minutes == 120
    assert [each.part for each in CUES.cues if each.on_wall] == list(STEPS)


def test_minutes_are_counted_from_when_everybody_began() -> None:
    begins = next(each for each in CUES.cues if each.key == "S")
    rest = next(each for each in CUES.cues if each.part == "rest")

    assert begins.played == 0
    assert CUES.cues[0].played == -begins.minute
    assert rest.played == CUES.closes_after
    assert begins.clock == f"9:{begins.minute:02}"


def test_shortly_before_the_end_it_is_to_be_said() -> None:
    first, second = (each for each in CUES.cues if each.part == "play")

    assert not first.say
    assert "Five more minutes" in second.say[0]
    assert CUES.closes_after - second.played == 5


@pytest.mark.parametrize(
    ("phase", "played", "revealed", "part"),
    [
        ("lobby", -10, "", "arrive"),
        ("lobby", -1, "", "prebrief"),
        ("lobby", 500, "", "prebrief"),
        ("playing", 0, "", "begin"),
        ("playing", 9, "", "play"),
        ("playing", 500, "", "play"),
        ("closed", 0, "", "rest"),
        ("closed", 30, "", "debrief"),
        ("closed", 500, "", "break"),
        ("closed", 0, "recorded", "recorded"),
        ("closed", 500, "recorded", "recorded"),
        ("closed", 500, "backstage", "departments"),
        ("closed", 0, "commitments", "commitments"),
        ("closed", 500, "commitments", "close"),
        ("closed", 500, "unheard of", "break"),
        ("ended", 0, "recorded", "close"),
    ],
)
def test_what_a_room_has_come_to_counts_more_than_the_clock(
    phase: str, played: int, revealed: str, part: str
) -> None:
    assert cue_at(CUES.cues, phase, played, revealed).part == part
