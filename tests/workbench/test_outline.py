"""An outline tells what is there and what fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.rehearsal.rehearsing import Plan, rehearse
from empathy_sim.workbench.outline import Outline, outline_of
from empathy_sim.workbench.outline_report import report
from tests.rehearsal.planted_faults import PIT, UNREACHED
from tests.rehearsal.shipped_scripts import SHELF
from tests.workbench.read_scripts import KETTLE, composed
from tests.workbench.small_house import built

FEW = Plan(plays=20)


def outlined(script: Script, cast: Cast, plan: Plan = FEW) -> Outline:
    found = finished(rehearse(script, cast, plan)).rehearsed
    return outline_of(script, cast, found)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Outline:
    script, cast, _ = composed(built(tmp_path_factory.mktemp("small")))
    return outlined(script, cast)


@pytest.fixture(scope="module")
def kettle() -> Outline:
    script, cast, _ = composed(KETTLE)
    return outlined(script, cast, Plan(plays=2, most_states=50))


def lines(outline: Outline, *opened: str, width: int = 80) -> list[str]:
    return [row.text for row in report(outline, width, opened)]


def test_a_folded_outline_has_a_stage_in_few_lines(small: Outline) -> None:
    text = "\n".join(lines(small))

    assert "2 stages, 4 touchpoints, 2 endings." in text
    assert "▸  1 A letter" in text
    assert "first plays letter: 2 touchpoints, 1 can go wrong;" in text
    assert "leads to again; ends solved" in text.replace("\n     ", " ")
    assert "Nobody answers." not in text


def test_an_opened_stage_has_all_of_it(small: Outline) -> None:
    text = "\n".join(lines(small, "first"))

    assert "▾  1 A letter" in text
    assert "with late: True" in text
    assert "letter (notice, story)" in text
    assert "Dear Nora, your lamp comes soon." in text
    assert "meant to feel: pleasant -2, aroused +1" in text
    assert "can go wrong: jargon, because of paper (post, policy)" in text
    assert "“Ring” → phone" in text
    assert "“Wait” → ends solved" in text
    assert "“Shout” (when not setting late) → ends solved, shut" in text
    assert "“Put it down” → stage again (The same letter)" in text
    assert "paper: post, policy; kept by “100% of letters sent”;" in text
    assert "▸  2 The same letter" in text


def test_where_nobody_gets_out_is_said_though_it_is_folded() -> None:
    folded = lines(outlined(PIT, plain_cast()))

    assert any(line.strip().startswith("Nobody gets out of") for line in folded)


def test_what_is_never_reached_is_said_though_it_is_folded() -> None:
    folded = lines(outlined(UNREACHED, plain_cast()))

    assert any(
        line.strip() == "Never reached: there, the notice itself" for line in folded
    )


def test_a_clean_episode_says_so() -> None:
    script, cast, _ = composed(SHELF.file_of("slipping-hold"))
    clean = lines(outlined(script, cast))

    assert "Everybody gets out, and everything is reached." in clean
    assert not any("Never reached" in line for line in clean)


def test_what_settings_shut_is_not_called_never_reached(kettle: Outline) -> None:
    opened = lines(kettle, "ordering")
    row = next(each for each in opened if "page-that-says-so (notice" in each)

    assert row.endswith(" shut")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_line_fits_its_width(kettle: Outline, width: int) -> None:
    opened = [stage.id for stage in kettle.stages]

    assert max(map(len, lines(kettle, *opened, width=width))) <= width


def test_without_robots_what_can_be_reached_is_still_told(tmp_path: Path) -> None:
    script, cast, _ = composed(built(tmp_path))
    text = "\n".join(lines(outlined(script, cast, Plan(plays=0))))

    assert "Everything was tried." in text
    assert "tried" in text.partition("1 A letter")[2].partition("\n")[0]


def test_a_stage_is_felt_shorter_the_more_is_cut(kettle: Outline) -> None:
    holding = next(stage.lasting for stage in kettle.stages if stage.id == "holding")

    assert holding.felt("brisk") < holding.felt("workshop") < holding.felt("real")


def test_a_way_is_shut_with_all_that_it_is_a_part_of() -> None:
    script, cast, _ = composed(SHELF.file_of("help-that-leads-back"))
    ways = outlined(script, cast, Plan(plays=0)).stages[0].contacts[0].onward
    shut = {each.way.label: each.way.shut for each in ways}

    assert shut["“Ask for the lid”"]
    assert not shut["“Write to Wyn”"]
