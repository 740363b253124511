"""A rehearsal is told in eighty columns."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from empathy_sim.journey.script import Script
from empathy_sim.journey.walkthrough import Step, Walkthrough
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.rehearsal.rehearsed import Rehearsed
from empathy_sim.rehearsal.rehearsing import Plan, rehearse
from empathy_sim.rehearsal.spread import Spreading
from empathy_sim.workbench.rehearsal_file import as_json
from empathy_sim.workbench.rehearsal_page import as_html
from empathy_sim.workbench.rehearsal_report import report
from empathy_sim.workbench.rehearsal_words import hits
from empathy_sim.workbench.setting_out import bar, clipped, percent
from empathy_sim.workbench.walkthrough_file import as_yaml
from tests.rehearsal.planted_faults import PIT, ROUND, UNREACHED
from tests.rehearsal.shipped_scripts import shipped_cast, shipped_script
from tests.rehearsal.small_journeys import TO_AND_FRO

KETTLE = "the-birthday-kettle"


def found_in(played: Script, plays: int = 40) -> Rehearsed:
    work = rehearse(played, plain_cast(), Plan(plays=plays))
    return finished(work).rehearsed


@pytest.fixture(scope="module")
def kettle() -> Rehearsed:
    work = rehearse(shipped_script(KETTLE), shipped_cast(KETTLE), Plan(plays=60))
    return finished(work).rehearsed


def test_every_line_fits_eighty_columns(kettle: Rehearsed) -> None:
    for found in (kettle, found_in(PIT), found_in(UNREACHED), found_in(PIT, 0)):
        assert max(map(len, report(found))) <= 80


def test_the_verdict_comes_first() -> None:
    assert next(iter([*report(found_in(TO_AND_FRO))][2:])) == (
        "Everybody gets out, and everything is reached."
    )
    assert [*report(found_in(PIT))][2] == (
        "Nobody gets out of 1 place, and 2 things were never reached."
    )


def test_what_was_never_reached_stands_above_all_counts() -> None:
    lines = [*report(found_in(UNREACHED))]

    never = lines.index("Never reached")
    assert never < lines.index("How it ends")
    assert any("alone/there" in line for line in lines[never : never + 6])


def test_the_least_reached_comes_first() -> None:
    rows = [*hits(found_in(UNREACHED))]

    assert [row.missed for row in rows] == sorted(
        (row.missed for row in rows), reverse=True
    )
    assert rows[0].times == "never"


def test_those_who_never_get_out_are_an_ending_of_their_own() -> None:
    assert any("never get out" in line for line in report(found_in(ROUND)))
    assert not any("never get out" in line for line in report(found_in(TO_AND_FRO)))


def test_the_file_says_what_it_is_and_holds_every_count() -> None:
    found = found_in(PIT)

    plain = json.loads(as_json(found, ["steps"]))

    assert (plain["kind"], plain["format"]) == ("empathy-sim rehearsal", 1)
    kept = plain["rehearsal"]
    assert kept["lost"][0]["walkthrough"] == "steps"
    assert kept["never_out"] == found.never_out
    assert kept["never_reached"] == [*found.missed()]
    assert len(kept["places"]) == len(found.places)
    assert kept["clean"] is False


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [str(v) for k, v in attrs if k in {"href", "src", "onclick"}]


def test_the_page_runs_and_fetches_nothing(kettle: Rehearsed) -> None:
    page = Page()

    page.feed(as_html(kettle, []))

    assert "script" not in page.tags
    assert page.links == []
    assert page.tags.count("table") >= 5
    assert "svg" in page.tags


def test_what_an_author_wrote_is_only_text_on_the_page() -> None:
    hostile = as_html(found_in(PIT), ['# <script>alert("x")</script>'])

    assert "<script" not in hostile
    assert "&lt;script&gt;" in hostile


def test_a_walkthrough_is_written_so_that_it_can_be_read() -> None:
    steps = (Step("sees", 'He said "no": well', 1), Step("does", "choose A", 2))
    text = as_yaml(Walkthrough("One: two", "small", steps, 3), says="Kept.")

    assert text == (
        '# Kept.\nwalkthrough: "One: two"\nplays: "small"\nseed: 3\nsteps:\n'
        '  - sees: "He said \\"no\\": well"\n  - does: "choose A"\n'
    )


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 9, "0%"),
        (1, 1000, "<1%"),
        (1, 3, "33%"),
        (999, 1000, ">99%"),
        (2, 2, "100%"),
    ],
)
def test_a_share_never_says_nothing_of_something(
    part: int, whole: int, said: str
) -> None:
    assert percent(part, whole) == said


def test_a_bar_has_its_width_and_shows_what_is_little() -> None:
    assert [len(bar(share, 8)) for share in (0, 0.001, 0.5, 1)] == [8, 8, 8, 8]
    assert bar(0, 8).strip() == ""
    assert bar(0.001, 8).strip() == "▏"
    assert bar(1, 8) == "█" * 8


def test_what_is_too_long_is_marked() -> None:
    assert clipped("to be or not", 6) == "to be…"
    assert clipped("to be", 6) == "to be"


def test_a_spread_holds_no_more_for_more_plays() -> None:
    spreading = Spreading()
    for number in range(100_000):
        spreading.add(number)

    spread = spreading.spread()

    assert spread.plays == 100_000
    assert len(spread.counts) < 400
    assert abs(spread.median - 50_000) <= 1_000
    assert spread.at(0.9) == 90_000
