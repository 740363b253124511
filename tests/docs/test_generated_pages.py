"""The generated pages are what the models are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.field_table import anchor_of
from docs.generate import FOLDER, PAGES
from docs.report_metrics import metrics
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.report_metrics import METRICS
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.library.compose import compose_journey

README = FOLDER.parent / "README.md"
SHIPPED = sorted((FOLDER.parent / "journeys").glob("*.yaml"))
MARKDOWN = sorted(FOLDER.glob("*.md"))
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FENCED = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)


def prose(file: Path) -> str:
    return _FENCED.sub("", file.read_text("utf-8"))


def anchors_in(file: Path) -> list[str]:
    return [anchor_of(heading) for heading in _HEADING.findall(prose(file))]


def dead_links(file: Path) -> Iterator[str]:
    for link in _LINK.findall(prose(file)):
        path, _, anchor = link.partition("#")
        target = file.parent / path if path else file
        if not target.exists() or (anchor and anchor not in anchors_in(target)):
            yield link


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_models_is_as_they_are_now(name: str) -> None:
    told = (FOLDER / name).read_text("utf-8")

    assert told == PAGES[name](), "write it anew: python -m docs.generate"


@pytest.mark.parametrize("file", MARKDOWN, ids=lambda file: file.name)
def test_every_link_in_the_guide_leads_somewhere(file: Path) -> None:
    assert list(dead_links(file)) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text("# One thing\n[a](#one-thing) [b](#two) [c](other.md)\n", "utf-8")

    assert list(dead_links(file)) == ["#two", "other.md"]


@pytest.mark.parametrize("name", PAGES)
def test_no_two_headings_of_a_page_are_linked_to_alike(name: str) -> None:
    anchors = anchors_in(FOLDER / name)

    assert len(anchors) == len(set(anchors))


def test_every_kind_has_its_heading_and_its_picture() -> None:
    anchors = anchors_in(FOLDER / "kinds.md")

    for kind in KINDS:
        assert kind in anchors
        assert (FOLDER / "pictures" / f"{kind}.png").is_file()


def test_every_friction_has_its_heading() -> None:
    assert set(FRICTIONS) <= set(anchors_in(FOLDER / "frictions.md"))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_each_line_of_a_shipped_report_is_told_to_be_counted(file: Path) -> None:
    script = compose_journey(file).script
    told = {name for names, _ in metrics() for name in names}

    assert script is not None
    assert {line.metric for line in script.journey.report} <= told


def test_what_check_takes_as_counted_is_what_a_debrief_counts() -> None:
    told = [name for names, _ in metrics() for name in names]

    assert sorted(told) == sorted(METRICS)


def test_the_readme_points_to_the_guide() -> None:
    assert "docs/authoring.md" in README.read_text("utf-8")
