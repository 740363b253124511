"""Each fix is told beside what is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.freezing import thaw
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import Shelf
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.rehearsed import CausedCount, Rehearsed
from empathy_sim.rehearsal.rehearsing import Plan, rehearse
from empathy_sim.workbench.rehearsal_besides import Besides
from empathy_sim.workbench.rehearsal_file import as_json
from empathy_sim.workbench.rehearsal_fixes import WithFix, beside, declared_fixes
from empathy_sim.workbench.rehearsal_fixes_words import (
    HEAD,
    remarks,
    told,
    verdict,
)
from empathy_sim.workbench.rehearsal_page import as_html
from empathy_sim.workbench.rehearsal_report import report
from tests.workbench.fixes_at_the_line import LINE


def found_in(script: Script) -> Rehearsed:
    work = rehearse(script, cast_for(script, 1), Plan(plays=40))
    return finished(work).rehearsed


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> tuple[Script, Fixes]:
    file = tmp_path_factory.mktemp("line") / "line.yaml"
    file.write_text(LINE, "utf-8")
    composer = Composer(Shelf())
    composed = composer.compose(file)
    assert composed.script is not None
    fixes: Fixes = thaw(json.loads(composer.fixes(composed)))
    return composed.script, fixes


@pytest.fixture(scope="module")
def was(line: tuple[Script, Fixes]) -> Rehearsed:
    return found_in(line[0])


@pytest.fixture(scope="module")
def every(line: tuple[Script, Fixes], was: Rehearsed) -> Mapping[str, WithFix]:
    script, fixes = line
    found = {}
    for fix in declared_fixes(script, fixes):
        plays = fix.stages and not fix.is_so_already
        became = found_in(fixes.applied(script, fix.id)) if plays else None
        found[fix.id.partition("/")[2]] = beside(fix, was, became)
    return found


def test_every_fix_is_told_in_the_order_of_the_file(
    every: Mapping[str, WithFix],
) -> None:
    assert [*every] == ["few", "haste", "memory", "music", "silence", "page"]


def test_a_fix_of_a_wait_shortens_the_story(every: Mapping[str, WithFix]) -> None:
    few = every["few"]

    assert few.after is not None
    assert (few.before.story_minutes, few.after.story_minutes) == (26, 1)
    assert not few.changes_nothing
    assert [*remarks(few)] == []


@pytest.mark.parametrize(
    ("cause", "says"),
    [
        ("haste", "it has no sets"),
        ("music", "what it sets is so already"),
        ("silence", "every play goes as it does without"),
    ],
)
def test_a_fix_that_changes_nothing_is_told_as_such(
    cause: str, says: str, every: Mapping[str, WithFix]
) -> None:
    assert every[cause].changes_nothing
    (remark,) = remarks(every[cause])
    assert says in remark


def test_a_fix_that_traps_somebody_is_told_with_the_place(
    every: Mapping[str, WithFix],
) -> None:
    trap = every["memory"]

    assert trap.dead_ends == ("alone/form",)
    assert trap.after is not None
    assert trap.after.got_out < trap.before.got_out == 40
    assert "With it nobody gets out of alone/form." in remarks(trap)


def test_what_is_mended_by_going_back_is_told_the_other_way_round(
    line: tuple[Script, Fixes], was: Rehearsed
) -> None:
    script, fixes = line
    trapped = found_in(fixes.applied(script, "line/memory"))
    fix = declared_fixes(script, fixes)[0]

    back = beside(fix, trapped, was)

    assert back.dead_ends == ()
    assert "With it somebody gets out of alone/form." in remarks(back)


def test_a_touchpoint_that_nobody_comes_to_any_more_is_named(
    every: Mapping[str, WithFix],
) -> None:
    assert every["page"].not_reached == ("alone/queue",)
    assert every["page"].stages_left_out == ()
    assert every["few"].not_reached == ()


def test_frictions_are_counted_by_what_caused_them(was: Rehearsed) -> None:
    times = {each.code: each.times for each in was.frictions}

    assert times["jargon"] > 0
    assert CausedCount("jargon", "alone/haste", times["jargon"]) in was.caused


def test_what_a_fix_does_to_its_own_frictions_is_told(
    every: Mapping[str, WithFix], was: Rehearsed
) -> None:
    others = CausedCount("jargon", "alone/haste", 77)
    before = replace(
        was,
        caused=(
            others,
            CausedCount("long_wait", "alone/few", 310),
            CausedCount("valid_refused", "alone/few", 1_930),
        ),
    )
    after = replace(
        before, caused=(others, CausedCount("valid_refused", "alone/few", 1_925))
    )

    fixed = beside(every["few"].fix, before, replace(after, helped=was.helped + 1))

    assert [*remarks(fixed)] == [
        "What its cause does, in times: valid_refused 1,930 → 1,925, long_wait 310 → 0.",
        "It leaves valid_refused as it is.",
    ]


def test_a_fix_that_solves_it_is_told_by_the_endings_that_moved(
    every: Mapping[str, WithFix], was: Rehearsed
) -> None:
    ends = {each.ending: each.plays for each in was.endings}
    solved = {"helped": 40, "gave_up": 0}
    became = replace(
        was,
        endings=tuple(
            replace(each, plays=solved[each.ending], outcome=outcome)
            for each in was.endings
            for outcome in ("solved" if each.ending == "helped" else "gave_up",)
        ),
    )

    best = beside(every["few"].fix, was, became)

    assert {each.ending: (each.before, each.after) for each in best.endings} == {
        name: (ends[name], solved[name]) for name in ends
    }
    assert best.after is not None
    assert (best.after.solved, best.after.gave_up) == (40, 0)
    assert HEAD.index("solved") == told(best.after).index("100%", 4)
    (remark,) = remarks(best)
    assert remark.startswith("It ends otherwise: ")
    assert "→ 100%" in remark
    assert "→ 0%" in remark


def test_the_whole_is_told_in_a_sentence(every: Mapping[str, WithFix]) -> None:
    assert verdict([*every.values()]) == (
        "6 fixes declared; 3 change nothing; 1 traps somebody."
    )
    assert verdict([every["few"]]) == "1 fix declared."
    assert verdict([]) == "No cause of this declares a fix."


def test_the_table_fits_eighty_columns(
    was: Rehearsed, every: Mapping[str, WithFix]
) -> None:
    lines = [*report(was, Besides(fixes=tuple(every.values())))]

    assert max(map(len, lines)) <= 80
    as_it_is = next(each for each in lines if "as it is" in each)
    assert as_it_is.split()[3:] == " ".join(told(every["few"].before)).split()
    assert "  line/few: Count Mondays (sales)" in lines
    assert "How it ends" not in lines


def test_the_file_has_both_times_and_what_is_said(
    was: Rehearsed, every: Mapping[str, WithFix]
) -> None:
    plain = json.loads(as_json(was, [], Besides(fixes=tuple(every.values()))))

    few, haste, memory, *_ = plain["fixes"]
    assert few["before"]["story_minutes"] == 26
    assert few["after"]["story_minutes"] == 1
    assert haste["after"] is None
    assert haste["changes_nothing"] is True
    assert memory["dead_ends"] == ["alone/form"]
    assert memory["says"][0] == "With it nobody gets out of alone/form."
    assert json.loads(as_json(was, []))["fixes"] is None


def test_the_page_has_a_row_for_each_fix(
    was: Rehearsed, every: Mapping[str, WithFix]
) -> None:
    page = as_html(was, [], Besides(fixes=tuple(every.values())))

    assert "Each fix by itself" in page
    assert all(f"line/{cause}" in page for cause in every)
    assert "With it nobody gets out of alone/form." in page
    assert '<td class="n changed">1 min</td>' in page
    assert "Each fix by itself" not in as_html(was, [])


def test_what_is_mended_in_all_of_it_stands_above_the_verdict(
    was: Rehearsed, every: Mapping[str, WithFix]
) -> None:
    besides = Besides(mended=(every["few"].fix,))

    lines = [*report(was, besides)]
    assert lines[2] == "Mended in all of it: line/few. Count Mondays (sales)"
    assert json.loads(as_json(was, [], besides))["mended"] == ["line/few"]
    assert "Mended in all of it: line/few." in as_html(was, [], besides)


def test_a_shipped_fix_does_what_it_says() -> None:
    root = Path(__file__).parents[2]
    composer = Composer(Shelf())
    composed = composer.compose(root / "scenarios" / "slipping-hold.yaml")
    assert composed.script is not None
    fixes: Fixes = thaw(json.loads(composer.fixes(composed)))
    before = found_in(composed.script)

    for fix in declared_fixes(composed.script, fixes):
        after = found_in(fixes.applied(composed.script, fix.id))
        fixed = beside(fix, before, after)
        assert fixed.dead_ends == ()
        assert fixed.pains
        assert not any(each.is_left for each in fixed.pains)
