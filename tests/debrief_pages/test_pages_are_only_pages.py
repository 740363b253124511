"""Nobody's words are more than words on a page."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import html5lib
import pytest

from empathy_sim.debrief.pages.html_page import forward_as_html, keep_as_html
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.pages.to_forward import page_to_forward
from empathy_sim.debrief.pages.to_keep import page_to_keep
from tests.debrief_pages.hostile_texts import HTML
from tests.debrief_pages.pages_subject import subject, worded_with

Write = Callable[[Subject], str]
HARMLESS = " x"
TOGETHER = 5
"""Payloads in one field: one that breaks out changes the page whatever follows it."""


def kept(of: Subject) -> str:
    return keep_as_html(page_to_keep(of))


def forwarded(of: Subject) -> str:
    return forward_as_html(page_to_forward(of))


PAGES = (kept, forwarded)


def tags_in(page: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """Every tag with its attributes' names, as a browser would see them."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return Counter(
        (str(each.tag), tuple(sorted(str(name) for name in each.attrib)))
        for each in tree.iter()
    )


@cache
def clean(write: Write) -> Counter[tuple[str, tuple[str, ...]]]:
    return tags_in(write(worded_with(HARMLESS)))


@pytest.mark.parametrize("write", PAGES)
def test_what_anybody_wrote_makes_no_tag_and_no_attribute(write: Write) -> None:
    assert len(HTML) >= 60
    together = [HTML[at : at + TOGETHER] for at in range(0, len(HTML), TOGETHER)]
    others = [
        payloads
        for payloads in together
        if tags_in(write(worded_with(" ".join(payloads)))) != clean(write)
    ]

    print(f"{len(HTML)} payloads in every field, {len(others)} pages were changed")
    assert others == []


@pytest.mark.parametrize("write", PAGES)
def test_a_page_reaches_for_nothing_outside_itself(write: Write) -> None:
    page = write(subject())
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    tags = {str(each.tag) for each in tree.iter()}
    names = {str(name) for each in tree.iter() for name in each.attrib}

    assert not re.search(r"https?:|//\w|url\(|@import|javascript:", page)
    assert tags.isdisjoint(
        {"script", "link", "img", "iframe", "object", "embed", "base", "form", "a"}
    )
    assert {"href", "src", "style", "srcset", "action"}.isdisjoint(names)
    assert not any(name.startswith("on") for name in names)


@pytest.mark.parametrize("write", PAGES)
def test_only_its_own_style_may_be_used(write: Write) -> None:
    page = write(subject())
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)

    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy
    [style] = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in policy


@pytest.mark.parametrize("write", PAGES)
def test_each_drawing_has_a_title_a_description_and_a_table(write: Write) -> None:
    tree = html5lib.parse(write(subject()), namespaceHTMLElements=False)
    drawings = [each for each in tree.iter() if str(each.tag).endswith("svg")]

    assert drawings
    for each in drawings:
        inner = [str(part.tag).rpartition("}")[2] for part in each]
        assert inner[:2] == ["title", "desc"]
        assert all((part.text or "").strip() for part in list(each)[:2])
    assert len(list(tree.iter("table"))) >= len(drawings)


def test_a_character_that_hides_or_turns_text_is_shown_as_one() -> None:
    page = kept(worded_with("\u202eabc\u200b"))

    assert "\u202e" not in page
    assert "\u200b" not in page
    assert "\ufffdabc\ufffd" in page
