"""What an author is told of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from empathy_sim.engine import moves as m
from empathy_sim.errors import Usage
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import Option, Touchpoint
from empathy_sim.library.problems import Problem
from empathy_sim.library.saved_version import Line, Version
from empathy_sim.rehearsal.course import Lapse
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.authors_clock import AuthorsClock
from empathy_sim.session.clock import ManualClock
from empathy_sim.workbench.drafts import Drafts
from tests.rehearsal import small_journeys as small

FILE = Path("/there/ours.yaml")
WRONG = Problem("E302", "ours.yaml", 7, 3, "that is not there")
DOUBTFUL = Problem("W401", "ours.yaml", 9, 1, "that is not used")
BROKEN = Version(problems=(WRONG,))


def version(script: Script = small.TO_AND_FRO, **more: object) -> Version:
    return Version(script=script, cast=plain_cast(), **more)  # type: ignore[arg-type]


def changed(**points: Touchpoint) -> Version:
    alone = small.TO_AND_FRO.stages["alone"]
    all_points = {**alone.scenario.touchpoints, **points}
    scenario = replace(alone.scenario, touchpoints=all_points)
    stages = {"alone": replace(alone, scenario=scenario)}
    return version(replace(small.TO_AND_FRO, stages=stages))


def chosen(drafts: Drafts, *options: str) -> None:
    assert drafts.story is not None
    for each in options:
        drafts.story.submit(m.Choose(each))


@pytest.fixture
def drafts() -> Drafts:
    return Drafts(FILE, AuthorsClock(ManualClock()), "real")


def test_nothing_is_played_until_a_version_can_be(drafts: Drafts) -> None:
    assert not drafts.take(BROKEN)
    assert drafts.standing == "1 problem in ours.yaml"

    assert drafts.take(version())
    assert drafts.standing == "ours.yaml as saved  ·  step 0  ·  real"


def test_a_broken_version_leaves_the_one_before_to_play(drafts: Drafts) -> None:
    drafts.take(version())
    chosen(drafts, "there")

    assert not drafts.take(BROKEN)

    assert drafts.is_older
    assert drafts.problems == (WRONG,)
    assert drafts.standing == "1 problem: ours.yaml as it was  ·  step 1  ·  real"
    chosen(drafts, "solved")


def test_warnings_keep_nothing_from_being_played(drafts: Drafts) -> None:
    drafts.take(version(problems=(DOUBTFUL,)))

    assert not drafts.is_older
    assert drafts.standing.startswith("ours.yaml as saved, 1 warning")


def test_where_a_save_leads_elsewhere_both_places_are_named(drafts: Drafts) -> None:
    drafts.take(version())
    chosen(drafts, "there", "here")
    back_there = Option(says="To here", id="here", leads="there")

    drafts.take(changed(there=replace(small.notice(), options=(back_there,))))

    assert drafts.note == (
        'After this save, "To here" no longer leads to alone.here: '
        "you stand at alone.there."
    )


def test_what_is_not_possible_any_more_is_named_with_what_is_left(
    drafts: Drafts,
) -> None:
    drafts.take(version())
    chosen(drafts, "there", "here", "there")

    drafts.take(changed(there=small.notice("solved")))

    assert drafts.note.startswith('After this save, "To here" is not possible any more')
    assert drafts.note.endswith(
        "you stand at alone.there. 2 steps are left: F7 tries them."
    )


def test_what_was_said_is_gone_once_something_is_done(drafts: Drafts) -> None:
    drafts.take(version())
    drafts.say("Something.")
    drafts.take(BROKEN)
    drafts.say("Something else.")
    assert drafts.note == "Something else."

    chosen(drafts, "there")

    assert drafts.note == ""


def test_a_mended_file_says_that_one_stands_where_one_stood(drafts: Drafts) -> None:
    drafts.take(version())
    chosen(drafts, "there", "here")
    drafts.take(changed(there=small.notice("solved")))

    assert drafts.take(version())

    assert drafts.note == "You stand where you stood before."


def test_what_can_no_longer_be_granted_is_said(drafts: Drafts) -> None:
    drafts.take(version())

    drafts.take(version(refused=(Usage(says="No setting.", try_="wait"),)))

    assert drafts.note == "No setting. Try: wait"


def test_a_touchpoint_to_begin_at_that_went_leaves_all_as_it_was(
    drafts: Drafts,
) -> None:
    drafts.take(version(stage="alone", touchpoint="there"))

    assert not drafts.take(version(stage="alone", touchpoint="gone"))

    assert "no touchpoint alone.gone" in drafts.note
    assert drafts.is_older
    assert drafts.story is not None
    assert drafts.story.place == ("alone", "there")


def test_steps_go_back_and_forward_and_say_where_there_is_none(
    drafts: Drafts,
) -> None:
    drafts.take(version())
    chosen(drafts, "there")

    assert drafts.back()
    assert "step 0 of 1" in drafts.standing
    assert not drafts.back()
    assert drafts.note == "This is the beginning."
    assert drafts.forward()
    assert drafts.note == ""
    assert not drafts.forward()
    assert drafts.note == "There is no step to do again."


def test_again_stands_at_the_beginning_and_can_be_undone(drafts: Drafts) -> None:
    drafts.take(version())
    chosen(drafts, "there", "here")

    assert drafts.again()
    assert "step 0 of 2" in drafts.standing
    drafts.forward()
    drafts.forward()

    assert drafts.story is not None
    assert drafts.story.place == ("alone", "here")


def test_the_pace_goes_round(drafts: Drafts) -> None:
    drafts.take(version())
    paces = []
    for _ in range(5):
        drafts.next_pace()
        paces.append(drafts.pace)

    assert paces == ["long", "workshop", "brisk", "instant", "real"]


def test_a_wait_that_is_not_there_cannot_be_passed_over(drafts: Drafts) -> None:
    drafts.take(version())

    drafts.run_on(Lapse())

    assert drafts.note == "Nothing happens here by itself."


def test_while_the_story_stands_no_wait_is_passed_over(drafts: Drafts) -> None:
    drafts.take(version(small.ONE_QUEUE))
    assert drafts.story is not None
    drafts.story.submit(m.Pause())

    drafts.run_on(Lapse())

    assert drafts.note == "The story stands; go on with it first."


ACTS: list[Callable[[Drafts], object]] = [
    Drafts.back,
    Drafts.forward,
    Drafts.again,
    Drafts.next_pace,
    lambda drafts: drafts.run_on(Lapse()),
]


@pytest.mark.parametrize("act", ACTS)
def test_where_there_is_no_story_nothing_happens(
    drafts: Drafts, act: Callable[[Drafts], object]
) -> None:
    drafts.take(BROKEN)

    assert not act(drafts)
    assert drafts.story is None


def test_the_line_is_that_of_what_is_on_the_screen(drafts: Drafts) -> None:
    lines = {
        ("alone", "there"): Line("/a.yaml", 12),
        ("", "solved"): Line("/j.yaml", 4),
    }
    drafts.take(version(lines=lines))

    assert drafts.line_here() == Line("/there/ours.yaml", 1)
    chosen(drafts, "there")
    assert drafts.line_here() == Line("/a.yaml", 12)
    chosen(drafts, "solved")
    assert drafts.line_here() == Line("/j.yaml", 4)


def test_of_a_broken_version_known_lines_are_newer(drafts: Drafts) -> None:
    drafts.take(version(lines={("alone", "here"): Line("/a.yaml", 12)}))
    drafts.take(replace(BROKEN, lines={("alone", "here"): Line("/a.yaml", 13)}))

    assert drafts.line_here().line == 13


def test_without_a_story_the_line_is_the_first_problem_s(drafts: Drafts) -> None:
    drafts.take(BROKEN)

    assert drafts.line_here().line == 7
