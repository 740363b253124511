"""Words stay words in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.debrief.pages.markdown_page import (
    forward_as_markdown,
    keep_as_markdown,
)
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.pages.to_forward import page_to_forward
from empathy_sim.debrief.pages.to_keep import page_to_keep
from empathy_sim.text.sinks import for_markdown
from tests.debrief_pages.pages_subject import worded_with

HOSTILE = (
    *("\n# x", "\n\n- x", "|x|", "[x](http://x)", "![x](x)", "<b>x</b>", "`x`", "**x"),
    *("```\nx", "\n---\n", "\n> x", "~~x~~", "&lt;b", "\\", "www.x.example", "\n===\n"),
)


def shape_of(text: str) -> list[str]:
    """How each line begins, and how many cells it has."""
    lines = text.splitlines()
    marks = re.compile(r"(#+ |- |> |\||\*\*)?")
    found = []
    for line in lines:
        began = marks.match(line)
        cells = len(re.findall(r"(?<!\\)\|", line))
        found.append(f"{began[0] if began else ''}{cells}")
    return found


def forwarded(of: Subject) -> str:
    return forward_as_markdown(page_to_forward(of))


def kept(of: Subject) -> str:
    return keep_as_markdown(page_to_keep(of))


@pytest.mark.parametrize("write", [forwarded, kept])
def test_nothing_written_changes_the_shape_of_a_page(
    write: Callable[[Subject], str],
) -> None:
    clean = shape_of(write(worded_with("x")))

    for payload in HOSTILE:
        assert shape_of(write(worded_with(payload))) == clean, payload


@given(st.text(max_size=40))
def test_a_text_is_one_line_without_a_mark_of_the_language(text: str) -> None:
    line = for_markdown(text)

    assert len(line.splitlines()) <= 1
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|]", re.sub(r"\\.", "", line))
    assert not re.match(r"([-+=]|\d+[.)])", line)


def test_an_ampersand_is_written_as_it_is() -> None:
    for text in ("Hearth & Vale", "R&D", "this & that;", "&", "&;", "a && b"):
        assert for_markdown(text) == text


@given(st.text("&#xcopya1;\\ ", max_size=20))
def test_a_sign_that_is_spelled_out_stays_spelled_out(text: str) -> None:
    line = re.sub(r"\\[^\w\s]", ".", for_markdown(text))

    assert not re.search(r"&#?\w+;", line)


def test_the_name_of_a_sign_is_no_sign() -> None:
    assert for_markdown("&copy; &#169; &#xA9;") == "\\&copy; \\&\\#169; \\&\\#xA9;"
