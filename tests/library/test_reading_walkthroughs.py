"""Walkthrough files, right and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.errors import ContentRefused
from empathy_sim.journey.walkthrough import Step
from empathy_sim.library.walkthroughs import read_walkthrough

SOUND = """\
walkthrough: A way
plays: a-call
seed: 7
ends: solved
steps:
  - sees: A kettle
  - does: choose 1
"""


def file_of(folder: Path, text: str) -> Path:
    file = folder / "way.yaml"
    file.write_text(text, "utf-8")
    return file


def test_a_step_knows_its_line(tmp_path: Path) -> None:
    found = read_walkthrough(file_of(tmp_path, SOUND))

    assert found.steps == (Step("sees", "A kettle", 6), Step("does", "choose 1", 7))
    assert (found.plays, found.seed, found.ends) == ("a-call", 7, "solved")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("walkthrough: A way", "title: A way", "way.yaml:1:1: E201 this is not a"),
        ("ends: solved", "end: solved", 'way.yaml:4:1: E201 there is no key "end"'),
        ("plays: a-call\n", "", "way.yaml:1:1: E202 plays is missing"),
        ("plays: a-call", "plays: [a]", "way.yaml:2:8: E203 plays is a text"),
        ("seed: 7", "seed: seven", "way.yaml:3:7: E203 seed is a number"),
        ("seed: 7", "seed: true", "way.yaml:3:7: E203 seed is a number"),
        (
            "sees: A kettle",
            "see: A kettle",
            'way.yaml:6:5: E201 no step is called "see"',
        ),
        ("- sees: A kettle", "- 7", "way.yaml:6:5: E203 a step sees or does"),
        ("does: choose 1", "does: 1", "way.yaml:7:11: E203 what a step does is a text"),
        ("does: choose 1", "does: 1\n    sees: 2", "7:5: E203 a step sees or does one"),
        ("seed: 7", "seed: [", "E1"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    before: str, after: str, says: str, tmp_path: Path
) -> None:
    assert before in SOUND

    with pytest.raises(ContentRefused) as caught:
        read_walkthrough(file_of(tmp_path, SOUND.replace(before, after)))

    assert says in str(caught.value)


def test_steps_that_are_no_list_are_said(tmp_path: Path) -> None:
    text = SOUND.partition("steps:")[0] + "steps: none\n"

    with pytest.raises(ContentRefused, match="steps is a list"):
        read_walkthrough(file_of(tmp_path, text))
