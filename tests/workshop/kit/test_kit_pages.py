"""The kit is only a page."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import Any

import html5lib
import msgspec
import pytest

from empathy_sim.workshop.kit.html_page import kit_as_html
from empathy_sim.workshop.kit.kit import Kit
from empathy_sim.workshop.kit.markdown_page import kit_as_markdown
from tests.debrief_pages.hostile_texts import HTML
from tests.workshop.kit.made_kits import kit, sentences

HARMLESS = " words"
OURS = {"id", "pace", "colour"}


@cache
def page(minutes: int = 120) -> str:
    return kit_as_html(kit(minutes))


def worded_with(payload: str) -> Kit:
    """A kit with a payload in every text."""
    told = msgspec.to_builtins(kit(90))
    return msgspec.convert(_reworded(told, payload), Kit)


def _reworded(value: Any, payload: str, name: str = "") -> Any:
    match value:
        case str() if value and name not in OURS:
            return f"{value}{payload}"
        case dict():
            return {key: _reworded(each, payload, key) for key, each in value.items()}
        case list() | tuple():
            return [_reworded(each, payload, name) for each in value]
        case _:
            return value


def tags_in(text: str) -> list[tuple[str, tuple[str, ...]]]:
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    return [
        (str(each.tag), tuple(sorted(map(str, each.attrib)))) for each in tree.iter()
    ]


def plain(text: str) -> str:
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    return " ".join(" ".join(tree.itertext()).split())


def test_a_page_reaches_for_nothing_and_runs_nothing() -> None:
    tags = {name for name, _ in tags_in(page())}
    names = {name for _, attributes in tags_in(page()) for name in attributes}

    assert not re.search(r"https?:|//\w|url\(|@import|javascript:", page())
    assert tags.isdisjoint({"script", "link", "img", "iframe", "form", "a", "input"})
    assert {"href", "src", "style", "action"}.isdisjoint(names)


def test_only_its_own_style_may_be_used() -> None:
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', page())
    [style] = re.findall("<style>(.*?)</style>", page(), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy
    assert f"style-src &#39;sha256-{digest}&#39;" in policy


def test_what_an_author_wrote_makes_no_tag_and_no_attribute() -> None:
    clean = tags_in(kit_as_html(worded_with(HARMLESS)))

    assert tags_in(kit_as_html(worded_with(" ".join(HTML)))) == clean


def test_hostile_words_stay_words_in_markdown() -> None:
    text = kit_as_markdown(worded_with(" <b>|`_x_` [a](b)\n# head"))

    assert not re.search(r"(?<!\\)<b>", text)
    assert not re.search(r"^# head", text, re.MULTILINE)
    assert "[a](b)" not in text


@pytest.mark.parametrize("minutes", [60, 90, 180])
def test_every_sentence_of_the_sheet_stands_on_both_pages(minutes: int) -> None:
    made = kit(minutes)
    html, markdown = plain(page(minutes)), kit_as_markdown(made).replace("\\", "")
    for part in made.parts:
        for says in sentences(part.words):
            assert says in html
            assert says in markdown
    for says in made.dropped:
        assert says in html
        assert says in markdown


def test_what_is_cut_apart_stands_on_a_page_of_its_own() -> None:
    assert page().count('<article class="card">') == 2 + 2 + 4
    assert page().count("Observer form</strong>") == 1


def test_times_are_of_the_clock_where_it_is_known() -> None:
    late = kit_as_html(kit(90, starts=13 * 60 + 30))

    assert ">13:30<" in late
    assert ">13:30<" not in page(90)
    assert "minute 10" in page(90)


def test_the_page_is_a_document_of_its_own() -> None:
    assert page().lstrip().startswith("<!doctype html>")
    assert page().count("<html") == 1
    assert "only light" in page()
