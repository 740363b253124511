"""Files become scripts, or problems."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from empathy_sim.journey.freezing import digest, freeze, spelled, thaw
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.units import DAY, MINUTE, SECOND
from empathy_sim.library.compose import Composer, compose_journey, compose_scenario
from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.composed import Composed
from empathy_sim.library.shelf import Shelf, find_shelf
from tests.library.small_library import JOURNEY, QUEUE, put, write_library


def hold_of(script: Script | None, stage: str) -> Hold:
    assert script is not None
    hold = script.touchpoint(stage, "line")
    assert isinstance(hold, Hold)
    return hold


def codes(composed: Composed) -> list[str]:
    return [problem.code for problem in composed.problems]


@pytest.fixture
def journey(tmp_path: Path) -> Path:
    return write_library(tmp_path)


def test_a_journey_plays_the_scenarios_that_lie_beside_it(journey: Path) -> None:
    composed = compose_journey(journey)

    assert composed.problems == ()
    assert composed.script is not None
    assert list(composed.script.stages) == ["zusage", "anruf"]
    assert composed.script.first == "zusage"
    assert set(composed.plays) == {"letter", "queue"}


def test_a_stage_has_its_settings_in_their_places(journey: Path) -> None:
    script = compose_journey(journey).script

    assert hold_of(script, "anruf").lasts == 5 * MINUTE
    assert script is not None
    assert script.stages["anruf"].settings == {"wait": "5m", "drops": False}


def test_a_stage_can_be_played_with_other_settings(journey: Path) -> None:
    composed = Composer(Shelf()).journey(journey, {"anruf": {"wait": "40s"}})

    assert hold_of(composed.script, "anruf").lasts == 40 * SECOND


def test_a_scenario_plays_alone_with_its_defaults(journey: Path) -> None:
    script = compose_scenario(journey.parents[1] / "scenarios" / "queue.yaml").script

    assert hold_of(script, "alone").lasts == 26 * MINUTE
    assert script is not None
    assert script.alone


def test_a_house_gives_a_lone_scenario_what_it_needs(journey: Path) -> None:
    script = compose_scenario(journey.parents[1] / "scenarios" / "queue.yaml").script

    assert script is not None
    assert script.journey.customer.holds == {"order_number": "AB-12"}
    assert script.journey.customer.resources["phone_battery"].starts == 3_400
    assert script.promised["parcel"].in_ == 2 * DAY
    assert script.journey.promises.keys() == {"parcel"}
    assert script.journey.departments == ("operations", "sales")


def test_each_exit_of_a_lone_scenario_is_an_ending(journey: Path) -> None:
    script = compose_scenario(journey.parents[1] / "scenarios" / "queue.yaml").script

    assert script is not None
    assert {name: each.outcome for name, each in script.journey.endings.items()} == {
        "answered": "partly",
        "gave_up": "gave_up",
    }


def test_a_script_has_the_digest_of_what_is_stored_of_it(journey: Path) -> None:
    composed = compose_journey(journey)

    assert composed.digest == digest(spelled(freeze(composed.script)))


def test_a_stored_script_is_the_script(journey: Path) -> None:
    script = compose_journey(journey).script

    stored = json.loads(spelled(freeze(script)))
    assert thaw(stored) == script
    assert thaw(stored).first == "zusage"


def test_a_scenario_with_a_problem_keeps_the_journey_from_being_played(
    journey: Path,
) -> None:
    put(journey.parents[1] / "scenarios" / "queue.yaml", QUEUE.replace("26m", "26"))

    composed = compose_journey(journey)

    assert composed.script is None
    assert composed.digest == ""
    assert {problem.file for problem in composed.problems} == {
        (journey.parents[1] / "scenarios" / "queue.yaml").as_posix()
    }


def test_a_warning_keeps_nothing_from_being_played(journey: Path) -> None:
    extra = "endings:\n  lost: {outcome: partly, says: It is lost.}"
    put(journey, JOURNEY.replace("endings:", extra))

    composed = compose_journey(journey)

    assert codes(composed) == ["W401"]
    assert composed.script is not None
    assert composed.errors == 0


def test_all_problems_of_all_files_are_found_at_once(journey: Path) -> None:
    put(
        journey.parents[1] / "scenarios" / "queue.yaml",
        QUEUE.replace(": few", ": feww"),
    )
    put(journey, JOURNEY.replace("end.well", "end.wel").replace("wait: 5m", "wiat: 5m"))

    assert codes(compose_journey(journey)) == ["E301", "E305", "E307"]


def test_a_setting_that_breaks_a_rule_is_a_problem_of_the_journey(
    journey: Path,
) -> None:
    every = QUEUE.replace("{at: 10s,", "{every: <wait>, is: news,")
    put(journey.parents[1] / "scenarios" / "queue.yaml", every)
    put(journey, JOURNEY.replace("wait: 5m", "wait: 2s"))

    (problem,) = compose_journey(journey).problems

    line = JOURNEY.splitlines().index("    with: {wait: 5m}") + 1
    assert (problem.code, problem.file) == ("E333", journey.as_posix())
    assert (problem.line, problem.column) == (line, 18)
    assert problem.hint == "write every: 45s"


def test_a_scenario_is_no_journey(journey: Path) -> None:
    scenario = journey.parents[1] / "scenarios" / "queue.yaml"

    assert codes(compose_journey(scenario)) == ["E335"]
    assert codes(compose_scenario(journey)) == ["E335"]


def test_a_walkthrough_is_called_one_and_it_is_said_how_it_is_walked(
    journey: Path,
) -> None:
    file = journey.parents[1] / "walkthroughs" / "a-way.yaml"
    put(file, "walkthrough: a way\nplays: the-parcel\nsteps: [{does: wait 12m}]\n")

    (problem,) = Composer(Shelf()).compose(file).problems

    assert problem.code == "E335"
    assert problem.says.startswith("this is a walkthrough")
    assert f"empathy-sim rehearse --walkthrough {file.as_posix()}" in problem.hint


def test_a_step_that_there_is_not_is_told_at_its_place(journey: Path) -> None:
    file = journey.parents[1] / "walkthroughs" / "a-way.yaml"
    put(file, "walkthrough: a way\nplays: the-parcel\nsteps:\n  - {dose: wait 12m}\n")

    (problem,) = Composer(Shelf()).compose(file).problems

    assert (problem.code, problem.line, problem.column) == ("E201", 4, 6)
    assert problem.hint == "does"


def test_a_file_says_by_its_first_key_what_it_is(journey: Path) -> None:
    composer = Composer(Shelf())

    assert composer.compose(journey).kind == "journey"
    scenario = composer.compose(journey.parents[1] / "scenarios" / "queue.yaml")
    assert (scenario.kind, scenario.id) == ("scenario", "queue")


@pytest.mark.parametrize("name", ["nothing.yaml", "."])
def test_what_cannot_be_opened_is_a_problem(tmp_path: Path, name: str) -> None:
    composed = Composer(Shelf()).compose(tmp_path / name)

    assert codes(composed) == ["E340"]
    assert composed.sha == ""


def test_two_files_cannot_have_one_id(journey: Path) -> None:
    other = put(journey.with_name("zweite.yaml"), JOURNEY)
    shelf = find_shelf([journey.parents[1]])

    (problem,) = problems_in([journey, other], shelf)

    assert (problem.code, problem.file) == ("E337", other.as_posix())


def test_the_problems_of_a_shared_scenario_are_told_once(journey: Path) -> None:
    queue = put(
        journey.parents[1] / "scenarios" / "queue.yaml", QUEUE.replace("26m", "26")
    )
    shelf = find_shelf([journey.parents[1]])

    found = problems_in([journey, queue], shelf)

    assert [(each.code, each.line) for each in found] == [("E333", 7)]


def test_a_setting_whose_kind_is_a_mapping_is_told(tmp_path: Path) -> None:
    file = put(tmp_path / "queue.yaml", QUEUE.replace("is: duration", "is: {a: b}"))

    codes = {each.code for each in problems_in([file], Shelf())}

    assert "E204" in codes
