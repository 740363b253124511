"""A journey is played as somebody has fitted it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from empathy_sim.journey.freezing import freeze, spelled, thaw
from empathy_sim.journey.units import MINUTE
from empathy_sim.library.compose import Composer
from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.pressing import cards, script_of
from empathy_sim.library.pressing_cache import Cache
from empathy_sim.library.shelf import WhichFit, find_shelf
from tests.library.fitted_parcel import FIT, fitted_with, told, write_parcel
from tests.library.small_library import LETTER, QUEUE, put


def test_what_is_set_is_played(tmp_path: Path) -> None:
    composed = fitted_with(tmp_path, FIT)

    assert composed.problems == ()
    assert composed.script is not None
    journey = composed.script.journey
    assert journey.company.name == "Northgate Home"
    assert journey.company.trade == "paper"
    assert journey.departments == ("service centre", "sales")
    assert journey.promises == {"parcel": "The sofa comes"}
    line, other = journey.report
    assert (line.reads, line.target, line.source) == ("91%", "80%", "published")
    assert other.source == "invented"
    queue = composed.script.stages["anruf"].scenario
    assert queue.touchpoints["line"].lasts == 18 * MINUTE  # type: ignore[attr-defined]
    assert queue.causes["few"].department == "service centre"
    assert queue.causes["few"].fix.department == "sales"


def test_a_fit_of_one_thing_changes_just_that(tmp_path: Path) -> None:
    journey = write_parcel(tmp_path)
    before = Composer(find_shelf([tmp_path])).compose(journey).script
    after = fitted_with(tmp_path, "fit: the-parcel\ncompany: {name: Ours}\n").script

    assert before is not None
    assert after is not None
    was, became = freeze(before), freeze(after)
    assert became.pop("fitted")["company"]["name"] == "Ours"
    was["journey"]["company"]["name"] = "Ours"
    assert became == was


def test_an_empty_fit_changes_nothing(tmp_path: Path) -> None:
    journey = write_parcel(tmp_path)
    before = Composer(find_shelf([tmp_path])).compose(journey)

    after = fitted_with(tmp_path, "fit: the-parcel\ncompany: {}\nstages: {}\n")

    assert after.digest == before.digest


def test_a_fitted_script_comes_back_as_it_was(tmp_path: Path) -> None:
    script = fitted_with(tmp_path, FIT).script

    assert script is not None
    assert script.fitted is not None
    assert thaw(json.loads(spelled(freeze(script)))) == script


def test_the_fixes_of_a_fitted_journey_are_fitted_too(tmp_path: Path) -> None:
    fitted_with(tmp_path, FIT)
    cache = Cache(tmp_path / "cache")

    composed = script_of("the-parcel", find_shelf([tmp_path]), cache)

    assert '"department":"service centre"' in composed.fixes
    assert '"department":"operations"' not in composed.fixes


@pytest.mark.parametrize(
    "place", ["journeys/the-parcel.fit.yaml", "fits/any.fit.yaml", "fits/any.yaml"]
)
def test_a_fit_is_found_beside_the_journey_and_in_fits(
    tmp_path: Path, place: str
) -> None:
    journey = write_parcel(tmp_path)
    put(tmp_path / place, FIT)

    script = Composer(find_shelf([tmp_path])).compose(journey).script

    assert script is not None
    assert script.journey.company.name == "Northgate Home"
    assert [*find_shelf([tmp_path]).journeys] == ["the-parcel"]


def test_as_shipped_and_another_fit_can_be_asked_for(tmp_path: Path) -> None:
    fitted_with(tmp_path, FIT)
    other = put(tmp_path / "other.yaml", "fit: the-parcel\ncompany: {name: Other}\n")
    cache = Cache(tmp_path / "cache")

    names = []
    for which in (WhichFit(), WhichFit(none=True), WhichFit(other), WhichFit()):
        script = script_of("the-parcel", find_shelf([tmp_path], which), cache).script
        assert script is not None
        names.append(script.journey.company.name)

    assert names == ["Northgate Home", "Fold and Son", "Other", "Northgate Home"]


def test_a_changed_fit_is_read_again(tmp_path: Path) -> None:
    fitted_with(tmp_path, FIT)
    shelf, cache = find_shelf([tmp_path]), Cache(tmp_path / "cache")
    assert cards(shelf, cache)[0].company == "Northgate Home"
    assert cards(shelf, cache)[0].is_fitted

    put(tmp_path / "fits" / "the-parcel.fit.yaml", FIT.replace("Northgate", "South"))

    assert cards(shelf, cache)[0].company == "South Home"


def test_texts_name_departments_as_they_are_called_here(tmp_path: Path) -> None:
    fitted_with(tmp_path, FIT)
    why = "why: <department.operations> and <department.sales> count no Mondays."
    put(
        tmp_path / "scenarios" / "queue.yaml",
        QUEUE.replace("why: Nobody counts Mondays.", why),
    )
    shelf = find_shelf([tmp_path])

    fitted = Composer(shelf).compose(shelf.file_of("the-parcel")).script
    alone = Composer(shelf).compose(shelf.file_of("queue")).script

    assert fitted is not None
    assert alone is not None
    said = fitted.stages["anruf"].scenario.causes["few"].why
    assert said == "service centre and sales count no Mondays."
    said = alone.stages["alone"].scenario.causes["few"].why
    assert said == "operations and sales count no Mondays."


def test_a_department_that_a_scenario_does_not_name_cannot_be_in_its_texts(
    tmp_path: Path,
) -> None:
    write_parcel(tmp_path)
    text = LETTER.replace("Dear <customer.name>", "Dear <department.sails>")
    letter = put(tmp_path / "scenarios" / "letter.yaml", text)

    found = problems_in([letter], find_shelf([tmp_path]))

    assert [(each.code, each.hint) for each in found] == [
        ("E317", "<department.sales>")
    ]


WRONG = [
    ("departments: {oprations: ours}", ("E308", 2, 15, "operations")),
    ("departments: {operations: agent}", None),
    ("promises: {parcels: It comes}", ("E309", 2, 12, "parcel")),
    ("report: {servicelevel: {reads: 9%}}", ("E319", 2, 10, "service_level")),
    ("stages: {anruff: {wait: {is: 18m}}}", ("E304", 2, 10, "anruf")),
    ("stages: {anruf: {weit: {is: 18m}}}", ("E301", 2, 18, "wait")),
    ("company: {nam: Ours}", ("E201", 2, 11, "name")),
    ('company: {name: "<company.name>"}', None),
]


@pytest.mark.parametrize(("line", "expected"), WRONG)
def test_what_is_wrong_is_said_at_its_place(
    tmp_path: Path, line: str, expected: tuple[str, int, int, str] | None
) -> None:
    composed = fitted_with(tmp_path, f"fit: the-parcel\n{line}\n")

    assert composed.script is None
    assert {Path(each.file).name for each in composed.problems} == {
        "the-parcel.fit.yaml"
    }
    found = told(composed.problems)
    assert len(found) == 1
    assert expected is None or found == [expected]


HOSTILE = {
    'company: {name: ""}': "E210",
    f"company: {{name: {'x' * 61}}}": "E207",
    'company: {name: "two\\nlines"}': "E210",
    'company: {name: "\\u202eours"}': "E104",
    "company: &a {name: x}": "E130",
    "report: {service_level: {reads: 9%, whose: published}}": "E212",
    "report: {service_level: {reads: 9%, source: A report}}": "E212",
    "report: {service_level: {reads: 9%, whose: ours}}": "E204",
    "stages: {anruf: {wait: {is: 18}}}": "E333",
    "stages: {anruf: {wait: {is: 4 parsecs}}}": "E333",
    "stages: {anruf: {wait: {is: 900 days}}}": "E333",
    "stages: {anruf: {wait: {}}}": "E202",
    "volumes: {customers: {is: many}}": "E210",
    "volumes: {customers: {is: 99999999999999}}": "E208",
    "volumes: {margin: {is: -4}}": "E210",
    "volumes: {contact_cost: {is: .inf}}": "E210",
    "company: [a, b]": "E203",
}


@pytest.mark.parametrize("line", HOSTILE)
def test_a_hostile_fit_is_refused_with_a_sentence(tmp_path: Path, line: str) -> None:
    composed = fitted_with(tmp_path, f"fit: the-parcel\n{line}\n")

    assert composed.script is None
    assert [each.code for each in composed.problems] == [HOSTILE[line]]


def test_a_fit_can_be_checked_and_played_by_its_file(tmp_path: Path) -> None:
    fitted_with(tmp_path, FIT)
    file = tmp_path / "fits" / "the-parcel.fit.yaml"
    shelf = find_shelf([tmp_path])

    assert problems_in([file], shelf) == ()
    script = script_of(str(file), shelf, Cache(tmp_path / "cache")).script
    assert script is not None
    assert script.journey.company.name == "Northgate Home"


def test_a_fit_without_its_journey_says_so(tmp_path: Path) -> None:
    write_parcel(tmp_path)
    file = put(tmp_path / "fits" / "a.fit.yaml", "fit: the-parsel\n")

    found = problems_in([file], find_shelf([tmp_path]))

    assert told(found) == [("E335", 1, 6, "the-parcel")]


def test_a_fit_that_is_none_is_told_from_its_name(tmp_path: Path) -> None:
    composed = fitted_with(tmp_path, "company: {name: Ours}\n")

    assert [each.code for each in composed.problems] == ["E335"]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=80))
def test_no_fit_of_any_text_crashes(tmp_path: Path, text: str) -> None:
    raw = f"fit: the-parcel\ncompany: {{name: {json.dumps(text)}}}\n"
    composed = fitted_with(tmp_path, raw)

    assert (composed.script is None) == bool(composed.problems)
    if composed.script is not None:
        assert composed.script.journey.company.name == text
