"""A room's pages are only pages."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

import html5lib
import msgspec
import pytest
from jsonschema import Draft202012Validator

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.group.drawn import (
    Feelings,
    Quote,
    Quotes,
    Sides,
    Spans,
    Step,
)
from empathy_sim.workshop.group.pages.group_page import GroupPage, group_page
from empathy_sim.workshop.group.pages.html_page import (
    group_as_html,
    step_html,
    step_pieces,
    style_of_steps,
)
from empathy_sim.workshop.group.pages.json_file import (
    group_as_json,
    group_schema_text,
)
from empathy_sim.workshop.group.pages.markdown_page import group_as_markdown
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.steps import Wall
from tests.debrief_pages.hostile_texts import HTML
from tests.workshop.group.robot_rooms import robots, wall_of

SHIPPED = files("empathy_sim.workshop.group.pages") / "group.schema.json"
NAMES = {"type", "id", "kind", "colour", "made"}
"""Fields that hold a name of ours, and nobody's words."""
TOGETHER = 32
HARMLESS = " x" * 60
"""As long as what is not, so that as little of it has room."""


@cache
def page(people: int = 30) -> GroupPage:
    room = robots(people, ticking=min(7, people), watched=people // 2)
    return group_page(wall_of(room), room, name="kettle-12-july", made="2025-07-12")


def worded_with(payload: str) -> GroupPage:
    """The page with a payload in every text of anybody's."""
    told = json.loads(msgspec.json.encode(page(12)))
    made: GroupPage = msgspec.convert(_reworded(told, payload), GroupPage)
    return made


def _reworded(value: Any, payload: str, name: str = "") -> Any:
    if name in NAMES:
        return value
    match value:
        case str():
            return f"{value}{payload}"
        case list():
            return [_reworded(each, payload, name) for each in value]
        case dict():
            return {key: _reworded(held, payload, key) for key, held in value.items()}
        case _:
            return value


def tags_in(text: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """Every tag with its attributes' names, as a browser would see them.

    Lines of text in a drawing are left out: a longer name takes more or fewer.
    """
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    return Counter(
        (str(each.tag), tuple(sorted(str(name) for name in each.attrib)))
        for each in tree.iter()
        if not str(each.tag).endswith("}text")
    )


def steps_as_html(of: GroupPage) -> str:
    return "".join(map(step_html, of.steps))


def test_what_anybody_wrote_makes_no_tag_and_no_attribute() -> None:
    clean = tags_in(group_as_html(worded_with(HARMLESS)))
    together = [HTML[at : at + TOGETHER] for at in range(0, len(HTML), TOGETHER)]
    changed = [
        payloads
        for payloads in together
        if tags_in(group_as_html(worded_with(" ".join(payloads)))) != clean
    ]

    assert changed == []


def test_what_anybody_wrote_makes_no_tag_on_the_wall() -> None:
    hostile = " ".join(HTML)
    for wrote in (steps_as_html, pieces_as_html):
        assert tags_in(wrote(worded_with(hostile))) == tags_in(
            wrote(worded_with(HARMLESS))
        )


def test_a_page_reaches_for_nothing_and_runs_nothing() -> None:
    text = group_as_html(page())
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    tags = {str(each.tag) for each in tree.iter()}
    names = {str(name) for each in tree.iter() for name in each.attrib}

    assert not re.search(r"https?:|//\w|url\(|@import|javascript:", text)
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "form", "a"})
    assert {"href", "src", "style", "action"}.isdisjoint(names)
    assert not any(name.startswith("on") for name in names)


def test_only_its_own_style_may_be_used() -> None:
    text = group_as_html(page())
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    [style] = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy
    assert f"style-src &#39;sha256-{digest}&#39;" in policy
    assert style == style_of_steps()


def pieces_as_html(of: GroupPage) -> str:
    return "".join("".join(step_pieces(each)) for each in of.steps)


@pytest.mark.parametrize("people", [1, 4, 5, 9, 30])
def test_each_drawing_has_a_title_a_description_and_a_table(people: int) -> None:
    tree = html5lib.parse(group_as_html(page(people)), namespaceHTMLElements=False)
    drawings = [each for each in tree.iter() if str(each.tag).endswith("svg")]
    ids = [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]

    assert drawings
    assert len(ids) == len(set(ids))
    for each in drawings:
        inner = [str(part.tag).rpartition("}")[2] for part in each]
        assert inner[:2] == ["title", "desc"]
        assert all((part.text or "").strip() for part in list(each)[:2])
        assert set(each.attrib["aria-labelledby"].split()) <= set(ids)
    tables = [each for each in tree.iter("figure") if list(each.iter("table"))]
    assert len(tables) >= len(drawings)


def test_the_cue_is_the_facilitators_and_on_no_page() -> None:
    for each in page().steps:
        first = each.cue.split(".")[0]
        assert first not in step_html(each)
        assert first not in "".join(step_pieces(each))
        assert first not in group_as_html(page())
        assert first not in group_as_markdown(page())


@pytest.mark.parametrize("people", [1, 5, 30])
def test_every_sentence_of_the_wall_stands_on_every_page(people: int) -> None:
    plain = _plain(group_as_html(page(people)))
    markdown = group_as_markdown(page(people)).replace("\\", "")
    for each in page(people).steps:
        pieces = _plain("".join(step_pieces(each)))
        for says in each.says:
            assert says in plain
            assert says in markdown
            assert says in pieces


def _plain(text: str) -> str:
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    return " ".join(" ".join(tree.itertext()).split())


def test_the_pieces_show_all_that_the_step_shows() -> None:
    for each in page().steps:
        whole = Counter(re.findall(r"<(?:tr|blockquote|svg)\b", step_html(each)))
        cut = Counter(re.findall(r"<(?:blockquote|svg)\b", "".join(step_pieces(each))))

        assert {name: whole[name] for name in cut} == dict(cut)
        assert _rows(step_html(each)) == _rows("".join(step_pieces(each)))


def _rows(text: str) -> list[str]:
    return sorted(re.findall(r"<tr><td>.*?</tr>", text))


def test_a_step_that_draws_begins_with_its_drawing() -> None:
    for each in page().steps:
        first, *_ = step_pieces(each)
        assert ("<svg" in first) == _draws(each)


def _draws(step: Step) -> bool:
    match step.shown:
        case (Feelings(), *_) | (Sides(), *_) | (Spans(), *_):
            return True
        case _:
            return False


def test_hostile_words_stay_words_in_markdown() -> None:
    text = group_as_markdown(worded_with(" <b>|`_x_` [a](b)\n# head"))

    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "\n# head" not in text
    for line in text.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) >= 2


def test_the_schema_that_is_shipped_is_that_of_the_file() -> None:
    assert SHIPPED.read_text("utf-8") == group_schema_text()


@pytest.mark.parametrize("people", [1, 4, 5, 9, 30])
def test_every_room_follows_the_schema(people: int) -> None:
    schema = json.loads(SHIPPED.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    known, told = Draft202012Validator(schema), json.loads(group_as_json(page(people)))

    assert [each.message for each in known.iter_errors(told)] == []
    assert not known.is_valid({**told, "format": 2})
    del told["steps"]
    assert not known.is_valid(told)


def test_the_json_holds_no_seat_and_no_ledger() -> None:
    text = group_as_json(page())

    assert not re.search(r'"s\d\d"', text)
    assert "batches" not in text
    assert msgspec.json.decode(text, type=GroupPage) == page()


def test_a_page_has_only_what_was_revealed() -> None:
    room = robots(9)
    empty = group_page(Wall(), room, name="n", made="2025-07-12")

    assert "Nothing has been revealed yet." in group_as_html(empty)
    assert "## " not in group_as_markdown(empty)


def test_the_first_quotes_stand_with_the_sentences() -> None:
    said = Quotes(
        title="Words",
        quotes=tuple(
            Quote(
                words=f"A whole sentence that is longer than a line is on a wall, number {n}",
                under="",
            )
            for n in range(8)
        ),
    )
    step = Step(id="words", heading="Say", says=("Eight.",), shown=(said,), cue="")
    first, second = step_pieces(step)

    assert "Eight." in first
    assert first.count("<blockquote") == 6
    assert second.count("<blockquote") == 2


def test_single_words_stand_many_together() -> None:
    said = Quotes(
        title="Words",
        quotes=tuple(Quote(words=f"word {n}", under="") for n in range(18)),
    )
    step = Step(id="words", heading="Say", says=(), shown=(said,), cue="")

    assert len(step_pieces(step)) == 1


def test_of_a_room_that_nobody_came_through_no_page_is_made() -> None:
    room = Room(robots(9, watched=2).people[9:])

    with pytest.raises(RoomRefused, match="Nobody has come through the story yet"):
        group_page(wall_of(room), room, name="n", made="2025-07-12")
