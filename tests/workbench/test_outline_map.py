"""A flowchart keeps its nodes, whatever labels say."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.rehearsing import Plan, rehearse
from empathy_sim.workbench.outline import Outline, outline_of
from empathy_sim.workbench.outline_map import as_mermaid
from tests.debrief_pages.hostile_texts import LABELS
from tests.workbench.read_scripts import KETTLE, composed

LABEL = r'"(?:[^"#]|#\w+;)+"'
GRAMMAR = {
    "head": re.compile(r"flowchart TD"),
    "opens": re.compile(rf"  subgraph (stage\d+)\[{LABEL}\]"),
    "ends": re.compile(r"  end"),
    "touchpoint": re.compile(rf"    (s\d+t\d+)\[{LABEL}\]"),
    "ending": re.compile(rf"  (e\d+)\(\[{LABEL}\]\)"),
    "way": re.compile(rf"  (s\d+t\d+) -->\|{LABEL}\| (s\d+t\d+|e\d+)"),
}
"""A line of a flowchart is one of these, or the reading fails."""


def read(text: str) -> list[tuple[str, ...]]:
    """What a reader of the language finds, line by line."""
    found: list[tuple[str, ...]] = []
    for line in text.removesuffix("\n").split("\n"):
        fits = [
            (name, *whole.groups())
            for name, rule in GRAMMAR.items()
            if (whole := rule.fullmatch(line))
        ]
        assert len(fits) == 1, line
        found += fits
    return found


@pytest.fixture(scope="module")
def kettle() -> Outline:
    script, cast, _ = composed(KETTLE)
    work = rehearse(script, cast, Plan(plays=0, most_states=50))
    return outline_of(script, cast, finished(work).rehearsed)


def worded(outline: Outline, label: str) -> Outline:
    """The same with a label wherever an author writes words."""
    stages = tuple(
        replace(
            stage,
            title=label,
            contacts=tuple(
                replace(
                    contact,
                    says=label,
                    onward=tuple(
                        replace(each, way=each.way._replace(label=label, when=label))
                        for each in contact.onward
                    ),
                )
                for contact in stage.contacts
            ),
        )
        for stage in outline.stages
    )
    endings = tuple(replace(each, title=label) for each in outline.endings)
    return replace(outline, title=label, stages=stages, endings=endings)


def test_no_label_changes_the_map(kettle: Outline) -> None:
    clean = read(as_mermaid(worded(kettle, "x")))
    changed = [
        label for label in LABELS if read(as_mermaid(worded(kettle, label))) != clean
    ]

    print(f"{len(LABELS)} labels, {len(changed)} changed the map")
    assert len(LABELS) >= 60
    assert changed == []


def test_no_label_says_what_the_language_would_do(kettle: Outline) -> None:
    for label in LABELS:
        text = as_mermaid(worded(kettle, label))

        assert not re.search(r"\b(click|href|javascript|init)\b|%%|[<`]", text)


def test_a_stage_is_a_subgraph_and_a_touchpoint_a_node(kettle: Outline) -> None:
    lines = read(as_mermaid(kettle))
    counted = {name: sum(line[0] == name for line in lines) for name in GRAMMAR}
    contacts = sum(len(stage.contacts) for stage in kettle.stages)

    assert counted["opens"] == counted["ends"] == len(kettle.stages) == 12
    assert counted["touchpoint"] == contacts
    assert counted["ending"] == len(kettle.endings)


def test_every_way_is_between_nodes_that_are_there(kettle: Outline) -> None:
    lines = read(as_mermaid(kettle))
    nodes = {line[1] for line in lines if line[0] in {"touchpoint", "ending"}}
    ends = [name for line in lines if line[0] == "way" for name in line[1:]]

    assert ends
    assert set(ends) <= nodes


def test_what_settings_shut_is_no_way(kettle: Outline) -> None:
    open_ways = [
        each
        for stage in kettle.stages
        for contact in stage.contacts
        for each in contact.onward
        if not each.way.shut
    ]
    ways = [line for line in read(as_mermaid(kettle)) if line[0] == "way"]

    assert len(ways) == len(open_ways)
