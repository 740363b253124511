"""The authoring guide holds when it is followed."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

import pytest

from docs.field_table import nouns_in
from docs.friction_examples import frame_of, in_a_scenario, merged
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.library.compose import compose_journey, compose_scenario
from tests.cli.command_run import Command
from tests.docs.guide_blocks import GUIDE, Block, blocks, change_of, commands, differs

WHOLE = [each for each in blocks("yaml") if not each.within]
FRAGMENTS = [each for each in blocks("yaml") if each.within]
ENDINGS = {"fit": ".fit.yaml"}


def first_key(block: Block) -> tuple[str, str]:
    key, _, name = block.text.partition("\n")[0].partition(": ")
    return key, name


def ways() -> list[Path]:
    return [*Path("walkthroughs").glob("*.yaml")]


def put(folder: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")


@pytest.fixture
def empathy_sim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    library = tmp_path / "empty"
    library.mkdir()
    monkeypatch.chdir(library)
    monkeypatch.setenv("COLUMNS", "80")
    return Command(monkeypatch, capsys, tmp_path / "sessions")


def test_who_follows_it_in_an_empty_folder_sees_what_it_says(
    empathy_sim: Command,
) -> None:
    for block in blocks("diff", "console"):
        if block.language == "diff":
            change_of(block).make(Path())
            continue
        for command, expected in commands(block):
            program, *words = shlex.split(command)
            ran = empathy_sim(*words)
            assert program == "empathy-sim"
            assert differs(ran.out, expected) is None, f"{command}\n{ran.out}{ran.err}"


def test_the_journey_that_it_makes_has_nothing_against_it(empathy_sim: Command) -> None:
    empathy_sim("new", "journey", "our-refunds")
    empathy_sim("new", "scenario", "our-survey", "--kind", "survey")
    for block in blocks("diff"):
        change_of(block).make(Path())

    ran = empathy_sim("check", "--strict")

    assert ran.code == 0, ran.out


def test_its_whole_files_pass_the_strictest_check(empathy_sim: Command) -> None:
    named = ((*first_key(each), each.text) for each in WHOLE)
    put(
        Path(),
        {
            f"{key}s/{name}{ENDINGS.get(key, '.yaml')}": text
            for key, name, text in named
        },
    )

    checked = empathy_sim("check", "--strict")
    walked = empathy_sim("rehearse", "--walkthrough", *map(str, ways()))

    assert checked.code == 0, checked.out
    assert "4 files, 0 problems" in checked.out
    assert walked.code == 0, walked.out


@pytest.mark.parametrize(
    "block", FRAGMENTS, ids=lambda block: block.text.partition(":")[0]
)
def test_a_part_of_a_file_can_stand_where_it_says(block: Block, tmp_path: Path) -> None:
    alone = in_a_scenario(block.text if block.within in KINDS else "", kind(block))
    is_scenario, is_journey = block.within == "scenario", block.within == "journey"
    scenario = merged(alone, block.text) if is_scenario else alone
    around = frame_of("journey")
    journey = merged(around, block.text) if is_journey else around
    texts = {"scenarios/example": scenario, "scenarios/ordering": frame_of("ordering")}
    texts["journeys/example"] = journey
    put(tmp_path, {f"{name}.yaml": text for name, text in texts.items()})

    assert compose_scenario(tmp_path / "scenarios/example.yaml").script is not None
    composed = compose_journey(tmp_path / "journeys/example.yaml")
    wrong = [each for each in composed.problems if each.code.startswith("E")]
    assert composed.script is not None, wrong


def has_when(noun: type[Noun]) -> bool:
    own = "when" in noun.__struct_fields__
    return own or any(has_when(each) for each in nouns_in(noun) if each is not noun)


def test_the_kinds_that_it_says_have_a_when_are_those_that_have_one() -> None:
    after = GUIDE.read_text("utf-8").partition("| in | `when` may stand with |\n")[2]
    rows = after.partition("\n\n")[0].splitlines()[1:]
    told = {row.split("`")[1] for row in rows}

    assert told == {name for name, each in KINDS.items() if has_when(each)}


def kind(block: Block) -> str:
    return block.within if block.within in KINDS else "notice"


@pytest.mark.parametrize(
    ("printed", "expected", "line"),
    [
        ("a\nb 10%\nc\n", "a\nb 7%\nc\n", None),
        ("a\nb\nc\n", "a\n...\nc\n", None),
        ("a\nb\nc\n", "...\nb...\n...\n", None),
        ("a\nb\n", "a\n...\n", None),
        ("a\nb\nc\n", "a\nc\n", "c"),
        ("a\nb\n", "a\n", "b"),
        ("a\n", "a\n...\nb\n", "b"),
    ],
)
def test_what_is_printed_otherwise_is_found(
    printed: str, expected: str, line: str | None
) -> None:
    assert differs(printed, expected) == line
