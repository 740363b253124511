"""Journeys and scenarios are found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from empathy_sim.errors import Usage
from empathy_sim.library.shelf import (
    files_in,
    find_shelf,
    library_folders,
    peek,
    shipped,
)
from tests.library.small_library import JOURNEY, LETTER, put, write_library


def test_a_journey_goes_by_its_id_not_by_its_file(tmp_path: Path) -> None:
    file = put(tmp_path / "journeys" / "draft 2.yaml", JOURNEY)

    assert find_shelf([tmp_path]).journeys == {"the-parcel": file}


def test_the_first_folder_that_has_an_id_wins(tmp_path: Path) -> None:
    near = write_library(tmp_path / "near")
    write_library(tmp_path / "far")

    shelf = find_shelf([tmp_path / "near", tmp_path / "far"])

    assert shelf.journeys == {"the-parcel": near}


def test_folders_are_looked_through_from_here_outwards(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    named = os.pathsep.join([str(one), "", str(two)])

    found = library_folders(tmp_path, tmp_path / "own", {"EMPATHY_SIM_LIBRARY": named})

    expected = (tmp_path, one, two, tmp_path / "own" / "library")
    assert found == (*expected, shipped())


def test_a_folder_that_is_named_and_not_there_is_said(tmp_path: Path) -> None:
    named = str(tmp_path / "nowhere")

    with pytest.raises(Usage, match="there is no such folder"):
        library_folders(tmp_path, tmp_path, {"EMPATHY_SIM_LIBRARY": named})


def test_scenarios_beside_a_journey_come_before_others(tmp_path: Path) -> None:
    write_library(tmp_path / "shelf")
    journey = write_library(tmp_path / "pack")
    shelf = find_shelf([tmp_path / "shelf"])

    beside = shelf.beside(journey)

    assert beside.scenarios["letter"] == tmp_path / "pack" / "scenarios" / "letter.yaml"
    assert shelf.scenarios["letter"] == tmp_path / "shelf" / "scenarios" / "letter.yaml"


def test_scenarios_may_lie_in_the_journeys_own_folder(tmp_path: Path) -> None:
    journey = put(tmp_path / "parcel.yaml", JOURNEY)
    letter = put(tmp_path / "scenarios" / "letter.yaml", LETTER)

    assert find_shelf([]).beside(journey).scenarios == {"letter": letter}


def test_no_link_is_followed_out_of_a_folder(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside" / "letter.yaml", LETTER)
    inside = put(tmp_path / "pack" / "scenarios" / "letter.yaml", LETTER)
    (inside.parent / "away.yaml").symlink_to(outside)
    (inside.parent / "nowhere.yaml").symlink_to(tmp_path / "nowhere")
    (inside.parent / "round.yaml").symlink_to(inside.parent / "round.yaml")
    (inside.parent / "again.yaml").symlink_to(inside)

    assert [*files_in(inside.parent)] == [inside.parent / "again.yaml", inside]


def test_only_yaml_files_are_looked_at(tmp_path: Path) -> None:
    put(tmp_path / "notes.txt", LETTER)
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")

    assert [*files_in(tmp_path)] == []
    assert [*files_in(tmp_path / "nowhere")] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("journey: kettle\n", ("journey", "kettle")),
        (
            "\ufeff# a note\n\n---\nscenario: long-hold # mine\n",
            ("scenario", "long-hold"),
        ),
        ('"journey": "kettle"\n', ("journey", "kettle")),
        ("title: A kettle\njourney: kettle\n", (None, "file")),
        ("journey: [\n", (None, "file")),
        ("", (None, "file")),
        ("\x00\xff", (None, "file")),
    ],
)
def test_a_file_is_known_by_its_first_line(
    tmp_path: Path, text: str, found: tuple[str | None, str]
) -> None:
    file = put(tmp_path / "file.yaml", text)

    assert peek(file) == found
    assert peek(tmp_path / "nothing.yaml") == (None, "nothing")


def test_a_file_that_says_nothing_stays_on_the_shelf_of_its_folder(
    tmp_path: Path,
) -> None:
    file = put(tmp_path / "journeys" / "broken.yaml", "jorney: kettle\n")

    assert find_shelf([tmp_path]).journeys == {"broken": file}
    assert find_shelf([tmp_path]).scenarios == {}


def test_a_name_is_an_id_or_a_path(tmp_path: Path) -> None:
    journey = write_library(tmp_path)
    shelf = find_shelf([tmp_path])

    assert shelf.file_of("the-parcel") == journey
    assert shelf.file_of("queue") == tmp_path / "scenarios" / "queue.yaml"
    assert shelf.file_of(str(journey)) == journey


def test_a_name_nobody_has_is_met_with_what_was_probably_meant(tmp_path: Path) -> None:
    write_library(tmp_path)

    with pytest.raises(Usage) as unknown:
        find_shelf([tmp_path]).file_of("the-parsel")

    assert unknown.value.try_ == "the-parcel"


def test_a_path_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    with pytest.raises(Usage, match="There is no file"):
        find_shelf([]).file_of(str(tmp_path / "nothing.yaml"))


def test_what_came_with_the_program_is_found() -> None:
    assert find_shelf([shipped()]).journeys
