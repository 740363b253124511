"""Statistics agree with a count by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from empathy_sim.workbench.proof_words import opening
from empathy_sim.workbench.statistics import Share, Statistics, statistics_of
from empathy_sim.workbench.statistics_file import as_json
from empathy_sim.workbench.statistics_report import report
from tests.workbench.read_scripts import KETTLE, SHIPPED, composed, proof
from tests.workbench.small_house import built


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Statistics:
    return statistics_of(*composed(built(tmp_path_factory.mktemp("small"))))


def test_touchpoints_and_ways_are_counted(small: Statistics) -> None:
    assert small.touchpoints == 4
    assert small.kinds == (Share("notice", 4),)
    assert small.working == 2
    assert small.kind_ones == 2
    assert small.ways == 9
    assert small.branches == 4
    assert small.most_branching == 2
    assert small.endings == (Share("gave_up", 1), Share("solved", 1))


def test_a_cause_counts_once_however_often_its_scenario_is_played(
    small: Statistics,
) -> None:
    assert small.departments == (Share("post", 1),)
    assert small.menders == (Share("lamps", 1),)
    assert small.cause_kinds == (Share("policy", 1),)


def test_frictions_go_by_driver_and_by_intensity(small: Statistics) -> None:
    assert small.frictions == (Share("jargon", 2),)
    assert small.drivers == (Share("robotic service", 2),)
    assert small.waiting == ()
    assert small.intensity == (Share("2", 2),)


def test_words_are_counted_once_by_who_says_them(small: Statistics) -> None:
    reading = small.reading

    assert {each.name: each.number for each in reading.by_speaker} == {
        # Title 3, about 5, company 4, goal 2, stakes 3, titles 2 + 3, endings 3 + 3.
        "frame": 28,
        # Ash & Elder; Dear Nora, your lamp comes soon. You ... anything.
        "a letter from Ash & Elder": 3 + 6 + 7,
        # Ring, Wait, Shout, Put it down, Ring once more.
        "the customer": 9,
        "the story": 2,
    }
    assert reading.words == 28 + 16 + 9 + 2
    assert reading.backstage == 5 + 4 + 7 + 2
    assert {each.name: each.number for each in reading.by_channel} == {
        "frame": 28,
        "story": 27,
    }


def test_the_longest_sentence_is_named_with_its_place(small: Statistics) -> None:
    longest = small.reading.longest

    assert longest is not None
    assert longest.says == "You do not need to do anything."
    assert longest.words == 7
    assert longest.line == 20
    assert longest.file.endswith("letter.yaml")


def test_the_plain_form_has_a_number(small: Statistics) -> None:
    plain = json.loads(as_json(small))

    assert (plain["kind"], plain["format"]) == ("empathy-sim stats", 1)
    assert plain["stats"]["touchpoints"] == 4
    assert plain["stats"]["reading"]["longest"]["words"] == 7


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_table_fits_its_width(file: Path) -> None:
    counted = statistics_of(*composed(file))

    for width in (60, 80, 120):
        assert max(len(row.text) for row in report(counted, width)) <= width


def test_a_proof_says_how_many_of_its_words_are_not_counted() -> None:
    reading = statistics_of(*composed(KETTLE)).reading
    read = [words for _, _, words in proof(KETTLE).played()]
    every = sum(each.length for each in read)
    shut = sum(each.length for each in read if each.shut)

    assert shut > 0
    assert every - shut == reading.words
    assert f"{shut:,} of the words not with these settings" in opening(proof(KETTLE))


def test_words_of_every_speaker_are_all_words() -> None:
    reading = statistics_of(*composed(KETTLE)).reading

    assert sum(each.number for each in reading.by_speaker) == reading.words
    assert sum(each.number for each in reading.by_channel) == reading.words
