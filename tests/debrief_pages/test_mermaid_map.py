"""A journey map keeps its shape, whatever labels say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.debrief.pages.mermaid_map import as_mermaid
from empathy_sim.text.sinks import for_mermaid
from tests.debrief_pages.hostile_texts import LABELS
from tests.debrief_pages.pages_subject import subject, worded_with

ENTITY = re.compile(r"#\w+;")
TOKENS = (
    ("comment", re.compile(r"%%(?!\{)[^\n]*|#[^\n]*")),
    ("journey", re.compile(r"journey(?=\n)")),
    ("title", re.compile(r"title\s[^#\n;]+", re.IGNORECASE)),
    ("access", re.compile(r"acc(title|descr)\s*[:{]", re.IGNORECASE)),
    ("section", re.compile(r"section\s[^#:\n;]+", re.IGNORECASE)),
    ("task", re.compile(r"[^#:\n;]+(?=:)")),
    ("score", re.compile(r":[^#\n;]+")),
    ("space", re.compile(r"\s+")),
)
"""The grammar of a journey, as the language defines it, the first that fits."""


def tokens(text: str) -> Iterator[tuple[str, int]]:
    """What a reader of the language finds, and how many parts each has."""
    left = ENTITY.sub("_", text)
    while left:
        for name, rule in TOKENS:
            found = rule.match(left)
            if found:
                if name != "space":
                    yield name, len(re.split("[:,]", found[0]))
                left = left[found.end() :]
                break
        else:
            yield "unread", 0
            return


def test_every_label_leaves_the_map_the_same() -> None:
    clean = [*tokens(as_mermaid(worded_with("x")))]
    changed = [
        label for label in LABELS if [*tokens(as_mermaid(worded_with(label)))] != clean
    ]

    assert len(LABELS) >= 60
    print(f"{len(LABELS)} labels, {len(changed)} changed the map")
    assert changed == []
    assert {name for name, _ in clean} == {
        "journey",
        "title",
        "section",
        "task",
        "score",
    }


def test_no_label_says_what_the_language_would_do() -> None:
    for label in LABELS:
        text = as_mermaid(worded_with(label))

        assert not re.search(r"\b(click|href|javascript|init)\b|%%|[<>`\"]", text)


def test_a_stage_has_a_section_and_a_mark_a_task() -> None:
    curve = subject().debrief.curve
    stages = [band for band in curve.bands if band.sort == "stage"]
    lines = as_mermaid(subject()).splitlines()

    assert sum(line.startswith("  section ") for line in lines) == len(stages)
    marked = [line for line in lines if line.startswith("    ") and "(noth" not in line]
    assert len(marked) == len(curve.points)


def test_scores_are_whole_from_one_to_five() -> None:
    scores = re.findall(r": (\S+): ", as_mermaid(subject()))

    assert scores
    assert set(scores) <= set("12345")


@given(st.text(max_size=30))
def test_any_label_is_one_line_that_is_not_empty(text: str) -> None:
    label = for_mermaid(text)

    assert label.strip()
    assert len(label.splitlines()) == 1
    assert not set(ENTITY.sub("", label)) & set(':;#%`<>"{}[],|&')
