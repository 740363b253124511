"""Fitting line by line asks until it understands."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from empathy_sim.cli.check import check
from empathy_sim.cli.fit import fit
from tests.library.fitted_parcel import write_parcel
from tests.library.small_library import put

KEPT = Path("data/library/fits/the-parcel.fit.yaml")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "data"))
    write_parcel(Path())


def typed(*lines: str) -> str:
    result = CliRunner().invoke(
        fit, ["the-parcel", "--plain"], input="".join(f"{each}\n" for each in lines)
    )
    assert result.exit_code == 0
    return result.output


def kept() -> str:
    return KEPT.read_text("utf-8")


def test_a_part_is_chosen_by_its_number_and_another_after_it() -> None:
    said = typed("9", "four", "4", "91%", "", "", "", "", "1", "Ours", "save")

    assert "  1. The company (4)" in said
    assert said.count("Type a number from 1 to 6, or Enter.") == 2
    assert "Type its number; Enter saves and ends." in said
    assert '"91%"' in kept()
    assert '"Ours"' in kept()


def test_enter_after_a_part_saves() -> None:
    said = typed("1", "Ours", "", "", "", "")

    assert "Saved: " in said
    assert '"Ours"' in kept()


def test_each_line_says_how_far_one_is() -> None:
    said = typed("", "", "quit")

    assert "\n1 of 15. What it is called: " in said
    assert "\n> 2 of 15. What it sells: " in said


def test_back_goes_a_line_back_and_from_the_first_to_the_parts() -> None:
    said = typed("1", "Ours", "back", "Theirs", "back", "back", "back", "quit")

    assert said.count("1 of 15. What it is called") == 3
    assert said.count("Which part?") == 3


def test_help_is_given_and_is_no_answer() -> None:
    said = typed("4", "help", "91%", "help", "y", "save")

    assert said.count("Enter leaves a line as it is.") == 3
    assert '"91%"' in kept()
    assert "help" not in kept()


@pytest.mark.parametrize("wrong", ["18 s", "4 of 5", "many", "120%", "-3%"])
def test_a_figure_of_another_shape_is_asked_again(wrong: str) -> None:
    said = typed("4", wrong, "91%", "y", "save")

    assert f'"{wrong}" is ' in said
    assert "Whose is it" in said
    assert '"91%"' in kept()


def test_a_target_has_the_shape_of_the_journeys_own() -> None:
    said = typed("4", "", "91", "at least 91%", "save")

    assert '"91" is not a share' in " ".join(said.split())
    assert "at least 91%" in kept()


def test_a_promise_is_called_something_in_words() -> None:
    said = typed("3", "91%", "The sofa comes", "save")

    assert '"91%" is a number, and here something is called' in " ".join(said.split())
    assert "The sofa comes" in kept()


def test_whose_it_is_has_three_answers() -> None:
    said = typed("4", "91%", "ours", "i", "save")

    assert "Type yours, published or invented; a first letter will do." in said
    assert "invented" in kept()


def test_back_at_whose_it_is_takes_the_number_back() -> None:
    said = typed("4", "91%", "back", "92%", "", "save")

    assert said.count("Answered in time: 84%, invented") == 2
    assert '"92%"' in kept()


def test_saving_while_a_number_is_asked_about_keeps_it_with_its_mark_so_far() -> None:
    typed("4", "91%", "save")

    assert '"91%"' in kept()
    assert "yours" in kept()


def test_saving_before_it_is_said_where_it_is_published_says_what_is_left_out() -> None:
    said = typed("1", "Ours", "", "", "", "4", "91%", "published", "save")

    assert "Left out: Answered in time, 91%" in " ".join(said.split())
    assert "91%" not in kept()
    assert '"Ours"' in kept()


def test_a_minus_sign_puts_back_what_the_journey_has() -> None:
    typed("4", "91%", "p", "A report", "back", "-", "save")

    assert "91%" not in kept()


@pytest.mark.parametrize(
    "sets",
    [
        "report: {service_level: {reads: many}}",
        'report: {service_level: {target: "91"}}',
        "report: {refunds_in_target: {reads: 120%}}",
        "promises: {parcel: 91%}",
        'company: {trade: "12"}',
    ],
)
def test_check_finds_the_same_in_a_file(sets: str) -> None:
    put(Path("fits/the-parcel.fit.yaml"), f"fit: the-parcel\n{sets}\n")

    found = CliRunner().invoke(check, ["fits/the-parcel.fit.yaml"])

    assert found.exit_code == 1
    assert "E333" in found.output
