"""The verb fit makes a journey one's own."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft7Validator
from msgspec.structs import replace

from empathy_sim.cli.check import check
from empathy_sim.cli.fit import fit
from empathy_sim.cli.fit_desk import FitDesk
from empathy_sim.cli.outline import outline
from empathy_sim.cli.rehearse import rehearse
from empathy_sim.cli.stats import stats
from empathy_sim.library.compose import Composer
from empathy_sim.library.fit_fields import marked
from empathy_sim.library.shelf import find_shelf
from empathy_sim.library.yaml_reader import read_yaml
from tests.library.fitted_parcel import FIT, write_parcel
from tests.library.small_library import put

KEPT = Path("data/library/fits/the-parcel.fit.yaml")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "data"))
    write_parcel(Path())


def asked(*words: str, typed: str = "") -> Result:
    """Fit it; line by line, all parts are asked for."""
    return CliRunner().invoke(fit, ["the-parcel", *words], input=f"\n{typed}")


def desk(to: Path | None = None) -> FitDesk:
    return FitDesk.of(
        "the-parcel", find_shelf([Path(), Path("data/library")]), Path("data"), to
    )


def test_what_is_typed_line_by_line_is_saved_and_played() -> None:
    typed = "Northgate Home\n\n\n\nservice centre\nsave\n"

    result = asked("--plain", typed=typed)

    assert result.exit_code == 0
    assert "To play it: empathy-sim play the-parcel" in result.output
    assert stat.S_IMODE(KEPT.stat().st_mode) == 0o600
    counted = CliRunner().invoke(stats, ["the-parcel"]).output
    assert "service centre" in counted
    as_shipped = CliRunner().invoke(stats, ["the-parcel", "--as-shipped"]).output
    assert "service centre" not in as_shipped
    assert "operations" in as_shipped


def test_a_line_that_is_wrong_is_asked_again() -> None:
    result = asked("--plain", typed="x" * 70 + "\nOurs\nsave\n")

    assert "This text has 70 characters, and its place has 60" in result.output
    assert "Ours" in KEPT.read_text("utf-8")


def test_a_number_is_asked_whose_it_is_and_where_it_is_published() -> None:
    before = "\n" * 7
    typed = before + "91%\npublished\nThe annual report\nsave\n"

    result = asked("--plain", typed=typed)

    assert "Whose is it: yours, published or invented? (yours)" in result.output
    shown = asked("--show").output
    assert "Answered in time: 91%, published: The annual report" in shown


def test_leaving_without_saving_writes_nothing() -> None:
    for typed in ("Ours\nquit\n", "Ours\n"):
        result = asked("--plain", typed=typed)

        assert result.exit_code == 0
        assert "Nothing was saved." in result.output
        assert not KEPT.exists()


def test_what_is_fitted_is_shown_and_nothing_where_nothing_is() -> None:
    assert "nothing is fitted" in asked("--show").output

    put(KEPT, FIT)

    shown = asked("--show").output
    assert "What operations is called: service centre" in shown
    assert "How long it lasts: 18 minutes, yours" in shown
    assert "What one contact costs you: 6.5, invented" in shown


def test_it_can_be_saved_for_colleagues() -> None:
    result = asked("--plain", "--to", "ours.fit.yaml", typed="Ours\nsave\n")

    assert result.exit_code == 0
    assert not KEPT.exists()
    checked = CliRunner().invoke(check, ["ours.fit.yaml"])
    assert (checked.exit_code, checked.output) == (0, "1 file, 0 problems\n")
    outlined = CliRunner().invoke(outline, ["the-parcel", "--fit", "ours.fit.yaml"])
    assert outlined.exit_code == 0


def test_what_a_form_does_not_ask_for_stays() -> None:
    put(KEPT, FIT.replace("{wait: {is: 18m}}", "{wait: {is: 18m}, drops: {is: true}}"))

    assert desk().save(desk().fields()) == ""

    script = desk().fitting.fit
    assert script.stages["anruf"]["drops"].is_ is True
    assert script.stages["anruf"]["wait"].is_ == "18m"


def test_saving_what_is_there_changes_nothing_that_is_played() -> None:
    put(KEPT, FIT.replace("6.5", '"6.5"'))
    shelf = find_shelf([Path(), Path("data/library")])
    before = Composer(shelf).compose(Path("journeys/the-parcel.yaml")).digest

    assert desk().save(desk().fields()) == ""

    assert Composer(shelf).compose(Path("journeys/the-parcel.yaml")).digest == before


def test_emptying_everything_again_leaves_the_journey_as_shipped() -> None:
    put(KEPT, FIT)
    shelf = find_shelf([Path()])
    shipped = Composer(shelf).compose(Path("journeys/the-parcel.yaml")).digest
    fields = [
        replace(marked(each, each.shipped), source="") for each in desk().fields()
    ]
    fields = [
        replace(each, whose="invented") if each.whose else each for each in fields
    ]

    assert desk().save(fields) == ""

    both = find_shelf([Path(), Path("data/library")])
    again = Composer(both).compose(Path("journeys/the-parcel.yaml"))
    assert again.problems == ()
    assert again.digest == shipped


def test_a_disk_that_refuses_is_said_and_what_was_there_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(KEPT, FIT)
    there = desk()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    said = there.save(there.fields())

    assert "no space left" in said
    assert KEPT.read_text("utf-8") == FIT
    assert [*KEPT.parent.iterdir()] == [KEPT]


def test_a_scenario_cannot_be_fitted_and_two_wishes_do_not_go_together() -> None:
    refused = CliRunner().invoke(fit, ["letter", "--show"])
    assert "only a journey can be fitted" in str(refused.exception)

    put(Path("a.fit.yaml"), FIT)
    both = ["the-parcel", "--as-shipped", "--fit", "a.fit.yaml"]
    refused = CliRunner().invoke(outline, both)
    assert "do not go together" in str(refused.exception)


def test_what_an_author_calls_published_needs_no_source_of_the_facilitator() -> None:
    file = Path("journeys/the-parcel.yaml")
    text = file.read_text("utf-8").replace(
        "reads: 84%", "source: published, reads: 84%"
    )
    put(file, text)

    assert desk().save(desk().fields()) == ""
    assert "report" not in KEPT.read_text("utf-8")


@pytest.mark.parametrize(
    "where", ["fits/ours.fit.yaml", "journeys/the-parcel.fit.yaml"]
)
def test_a_fit_of_an_author_is_not_written_over_and_stays_in_force(where: str) -> None:
    put(Path(where), FIT)

    result = asked("--plain", typed="Ours\nsave\n")

    assert Path(where).read_text("utf-8") == FIT
    assert '"Ours"' in KEPT.read_text("utf-8")
    assert "service centre" in KEPT.read_text("utf-8")
    assert f"empathy-sim play the-parcel --fit {KEPT.absolute()}" in result.output
    assert f"Without --fit, {where} stays in force" in result.output
    assert "Northgate Home" in asked("--show").output


def test_what_was_saved_beside_a_fit_of_an_author_is_gone_on_with() -> None:
    put(Path("fits/ours.fit.yaml"), FIT)
    asked("--plain", typed="Ours\nsave\n")

    asked("--plain", typed="\nlamps\nsave\n")

    assert '"Ours"' in KEPT.read_text("utf-8")
    assert "lamps" in KEPT.read_text("utf-8")


def test_a_fit_of_an_author_is_changed_where_it_is_named() -> None:
    file = Path("fits/ours.fit.yaml")
    put(file, FIT)

    result = asked("--plain", "--to", str(file), typed="Ours\nsave\n")

    assert '"Ours"' in file.read_text("utf-8")
    assert not KEPT.exists()
    assert "stays in force" not in result.output


def test_what_is_saved_names_its_schema_which_lies_there() -> None:
    asked("--plain", typed="Ours\nsave\n")

    first, *_ = KEPT.read_text("utf-8").splitlines()
    schema = KEPT.parent / first.partition("$schema=")[2]
    assert first.startswith("# yaml-language-server: $schema=../schemas/")
    shape = json.loads(schema.read_text("utf-8"))
    value = read_yaml(KEPT.read_bytes(), KEPT.name).value
    assert Draft7Validator(shape).is_valid(value)
    assert asked("--plain", typed="save\n").exit_code == 0
    assert KEPT.read_text("utf-8").splitlines()[0] == first


@pytest.mark.parametrize(
    ("schemas", "to", "named"),
    [
        ("schemas", "ours.fit.yaml", "schemas/fit.schema.json"),
        ("schemas", "fits/ours.fit.yaml", "../schemas/fit.schema.json"),
        ("elsewhere", "ours.fit.yaml", "../schemas/fit.schema.json"),
    ],
)
def test_a_file_for_colleagues_names_the_schema_that_lies_near_it(
    schemas: str, to: str, named: str
) -> None:
    put(Path(schemas) / "fit.schema.json", "{}")

    asked("--plain", "--to", to, typed="Ours\nsave\n")

    first = Path(to).read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={named}"
    assert (Path(schemas) / "fit.schema.json").read_text("utf-8") == "{}"


def test_a_wait_of_hours_is_said_to_be_doubtful_and_saved() -> None:
    at = [each.path for each in desk().fields()].index(("stages", "anruf", "wait"))

    result = asked("--plain", typed="\n" * at + "26h\n\nsave\n")

    said = " ".join(result.output.split())
    assert result.exit_code == 0
    assert "Doubtful: How long it lasts. 1 day 2 hours on the telephone" in said
    assert "26h" in KEPT.read_text("utf-8")
    checked = CliRunner().invoke(check, ["journeys/the-parcel.yaml"]).output
    assert "warning[W507]" in checked
    assert KEPT.name in checked
    robots = CliRunner().invoke(rehearse, ["the-parcel", "--plays", "4"])
    assert "To look at" in robots.output
    assert "1 day 2 hours on the telephone" in " ".join(robots.output.split())


def test_a_number_that_is_not_set_is_asked_with_an_example() -> None:
    output = asked("--plain").output
    assert "as in 12000" not in output

    output = asked("--plain", typed="\n" * len(desk().fields())).output
    assert "How many customers a year come this way: not set, as in 12000" in output


def test_what_is_allowed_in_a_fit_is_allowed_after_it_is_saved_again() -> None:
    missed = "{reads: 71%, target: 80%, whose: invented}"
    text = FIT.split("report:", maxsplit=1)[0] + (
        f"report:\n  service_level: {missed} # check: allow W508 (a bad month)\n"
        "# Agreed with the service centre.\n"
        "stages: {anruf: {wait: {is: 18m}}}\n"
    )
    put(KEPT, text)
    strict = ["--strict", "the-parcel", str(KEPT)]
    before = CliRunner().invoke(check, strict)
    assert (before.exit_code, "0 problems" in before.output) == (0, True)

    assert desk().save(desk().fields()) == ""

    assert "# Agreed with the service centre.\nstages:" in KEPT.read_text("utf-8")
    after = CliRunner().invoke(check, strict)
    assert (after.exit_code, after.output) == (0, before.output)
