"""What is read at once is read rightly."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from empathy_sim.library.shelf import shipped
from empathy_sim.library.yaml_events import LIBYAML
from empathy_sim.library.yaml_ordinary import read_ordinary
from empathy_sim.library.yaml_reader import Reading, read_yaml
from tests.library.hostile_yaml import corpus

CLOSELY = replace(LIBYAML, is_quick=False)
SHIPPED = sorted(shipped().rglob("*.yaml"))
PIECES = [
    *("a", "key", "1", "-1", "1.5", "true", "no", "null", "~", "<<", "12:30", "a:b"),
    *("a: ", "key: ", "? ", ": ", ":", "- ", "-", "-a", "-[", ", ", ",", "... ", "---"),
    *("[", "]", "{", "}", "{a, b}", "{a: b, c}", "{a: 1, a: 2}", "[a: 1]", "{? a}"),
    *("\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "\n- ", "\n  - ", "\n\n", "\t", " "),
    *("a: 1\n", "b: two words\n", "c:\n  - d\n  - e\n", "f: {g: h}\n", "i: [j, k]\n"),
    *(" #", " # ", "#", " #1", "# note", "press", " the", " KEY", "press # now"),
    *("'", '"', "'a'", '"b"', "''", '""', "'it''s'", '"\\n"', '"\\u202e"', '"\\"'),
    *(
        "|",
        ">",
        "|-\n",
        "a: |\n  b\n",
        "a: >\n  b\n",
        "&a ",
        "*a",
        "!t ",
        "!!str ",
        "!",
    ),
    *("%TAG ! x\n", "%YAML 1.1\n", "é", "\u0301" * 21, "\ufe0f", "\u200d", "❤\u200d❤"),
    *("…", "\xa0", "\x85", "\x1b", "x" * 64_001, "%", "@", "`", "K #", "\u212aey #"),
]
LARGE = 50_000
"""Bytes from which a file takes long to be read twice."""
ACCIDENTS = [*PIECES, *"\t:,-?[]{}#&*!|>'\"%@`\\ \n~<=0aé"]


def both(raw: bytes) -> Iterator[Reading]:
    """A file, read as it is read everywhere, and read closely."""
    for events in (LIBYAML, CLOSELY):
        yield read_yaml(raw, "x.yaml", events=events)


def differs(raw: bytes) -> bool:
    """Whether it matters which of the two it is; 1, 1.0 and true are not the same."""
    quickly, closely = both(raw)
    return quickly != closely or repr(quickly.value) != repr(closely.value)


def after_accidents(text: str, chance: random.Random) -> bytes:
    """A text in which one to three pieces stand that were not there."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text))
        gone = chance.choice([0, 0, 1, 5])
        text = text[:at] + chance.choice(ACCIDENTS) + text[at + gone :]
    return text.encode()


def differences(seeds: Iterable[int]) -> list[int]:
    """The seeds of accidents to shipped files after which it matters."""
    texts = [file.read_text("utf-8") for file in SHIPPED]
    found = []
    for seed in seeds:
        chance = random.Random(seed)
        start = (text := chance.choice(texts)).find("\n", chance.randrange(len(text)))
        piece = text[max(start, 0) :][: chance.randint(200, 3_000)]
        if differs(after_accidents(chance.choice([text[:3_000], piece]), chance)):
            found.append(seed)
    return found


def test_every_hostile_file_is_told_of_in_the_same_words() -> None:
    small = {name: raw for name, raw in corpus().items() if len(raw) < LARGE}

    assert [name for name, raw in small.items() if differs(raw)] == []
    assert len(small) >= 120


@pytest.mark.long
def test_every_large_hostile_file_is_told_of_in_the_same_words() -> None:
    large = {name: raw for name, raw in corpus().items() if len(raw) >= LARGE}

    assert [name for name, raw in large.items() if differs(raw)] == []
    assert len(large) >= 20


@pytest.mark.parametrize("file", SHIPPED, ids=lambda each: each.name)
def test_a_shipped_file_is_the_same(file: Path) -> None:
    assert not differs(file.read_bytes())


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("a: press the # b")
@example("a: press the           # b")
@example("a: go\n  the # b")
@example("a: {b: c, d: go on # 1\n  }")
@example("a: {b: go on, c, d: e}")
@example("a:\n  - b\n  -c\n")
@example("a: b\n  key:c\n")
@example("a: b\n\u2003key:c\n")
@example("a: press \u212aey # b")
@example("a: press #")
@example("a: 'press # b'")
@example("a: 1\n---\nb: 2")
@example("a: 1\n...\n")
@example("%TAG !e! tag:example.org,2020:\n---\na: 1\n")
@example("a: !\n")
@example("{a: 1, 'a': 2}")
@example('"<<": 1')
@example('"\\u200b": 1')
def test_a_text_of_any_pieces_is_the_same(text: str) -> None:
    assert not differs(text.encode())


def test_a_shipped_file_is_the_same_after_accidents() -> None:
    assert differences(range(400)) == []


@pytest.mark.long
def test_a_shipped_file_is_the_same_after_ten_thousand_accidents() -> None:
    assert differences(range(10_000)) == []


def test_what_a_person_writes_is_nearly_always_read_at_once() -> None:
    closely = [
        file.name
        for file in SHIPPED
        if read_ordinary(file.read_text("utf-8"), LIBYAML) is None
    ]

    print(f"{len(SHIPPED)} shipped files, read closely: {closely}")
    assert len(closely) * 10 <= len(SHIPPED)


def test_a_file_with_nothing_wrong_is_read_closely_when_a_place_is_asked_for() -> None:
    at_once, closely = both(b"a: 1\nb: [c, {d: e}]\n")

    assert at_once.places.key(("b", 1, "d")) == closely.places.key(("b", 1, "d"))
    assert at_once.places.values == closely.places.values
    assert at_once.places.keys == closely.places.keys
