"""A proof leaves nothing out, and says nothing twice."""

from __future__ import annotations

import re
import types
import typing
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import pytest
from msgspec import Struct

from empathy_sim.journey.marks import Backstage, Means, OwnWords, Text
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.workbench.proof import Chapter, Proof, Words
from empathy_sim.workbench.sources import Source
from empathy_sim.workbench.texts import leaves_of
from tests.workbench.read_scripts import KETTLE, SAMPLES, SHIPPED, composed, proof

Found = tuple[tuple[str | int, ...], str]


def texts_in(value: Any, hint: Any, at: tuple[str | int, ...]) -> Iterator[Found]:
    """Every text by the types of the fields alone, and the way to it in its file."""
    match value:
        case Struct():
            hints = typing.get_type_hints(type(value), include_extras=True)
            for name in value.__struct_fields__:
                field = getattr(value, name)
                yield from texts_in(field, hints[name], (*at, name.rstrip("_")))
        case str() if any(map(is_text, alternatives(hint))):
            yield at, value
        case tuple():
            for number, each in enumerate(value):
                yield from texts_in(each, held_by(hint, tuple), (*at, number))
        case Mapping():
            for key, each in value.items():
                yield from texts_in(each, held_by(hint, Mapping), (*at, key))
        case _:
            pass


def alternatives(hint: Any) -> tuple[Any, ...]:
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return typing.get_args(hint)
    return (hint,)


def is_text(hint: Any) -> bool:
    return Means("text") in getattr(hint, "__metadata__", ())


def held_by(hint: Any, holder: type) -> Any:
    """The type of what a tuple or a mapping holds."""
    for each in alternatives(hint):
        if typing.get_origin(each) is holder:
            return typing.get_args(each)[0 if holder is tuple else 1]
    return None


def written_in(file: Path) -> Iterator[tuple[Source, Found]]:
    script, _, sources = composed(file)
    if sources.journey is not None:
        for found in dict.fromkeys(texts_in(script.journey, None, ())):
            yield sources.journey, found
    for stage in script.stages.values():
        source = sources.scenarios[stage.scenario.scenario]
        for found in dict.fromkeys(texts_in(stage.scenario, None, ())):
            yield source, found


def words_of(chapters: tuple[Chapter, ...]) -> Iterator[Words]:
    for chapter in chapters:
        for passage in chapter.passages:
            yield from passage.words


def all_words(read: Proof) -> tuple[Words, ...]:
    return tuple(words_of((*read.chapters, *read.backstage, *read.shelved)))


def holds(words: str, text: str) -> bool:
    """Whether words are a text with its names filled in."""
    pieces = re.split(r"<[a-z][a-z0-9_.]*>", " ".join(text.split()))
    return all(" ".join(piece.split()) in words for piece in pieces)


@pytest.mark.parametrize("file", [*SHIPPED, *SAMPLES], ids=lambda file: file.stem)
def test_every_text_of_the_types_is_read(file: Path) -> None:
    read = proof(file)
    there: dict[tuple[str, tuple[str | int, ...]], list[str]] = {}
    for words in all_words(read):
        there.setdefault((words.of, words.at), []).append(words.text)
    by_default = {each.words for each in read.defaults}
    texts = [*written_in(file)]
    missing = [
        (at, text)
        for source, (at, text) in texts
        if text
        if not any(
            holds(words, text)
            for words in (there.get((source.file, at), ()) or by_default)
        )
    ]

    print(f"{file.stem}: {len(texts)} texts, {len(missing)} missing")
    assert len(texts) >= 5
    assert missing == []


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_no_text_is_read_twice(file: Path) -> None:
    texts = Counter((each.of, each.at, each.text) for each in all_words(proof(file)))

    assert [each for each, times in texts.items() if times > 1] == []


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_each_sentence_stands_on_the_line_that_is_named(file: Path) -> None:
    _, _, sources = composed(file)
    found = (sources.journey, *sources.scenarios.values())
    lines = {source.file: source.lines for source in found if source}

    for words in all_words(proof(file)):
        if words.at[:2] == ("customer", "holds") and len(words.at) == 3:
            continue  # drawn, not written
        for sentence in words.sentences:
            first = re.split(r"\s", sentence.words)[0].strip("\"'")
            line = lines[words.of][sentence.line - 1]
            assert first in line or "<" in line, (words.of, sentence)


def test_a_scenario_that_is_played_again_is_not_repeated() -> None:
    chapters = [each for each in proof(KETTLE).chapters if each.plays == "survey-first"]

    assert [bool(each.again) for each in chapters] == [False, True, True]
    later = {words.key for words in words_of(tuple(chapters[1:]))}
    first = {words.key for words in words_of(tuple(chapters[:1]))}
    assert later < first


def test_what_the_customer_holds_is_read_as_it_is_cast() -> None:
    _, cast, _ = composed(KETTLE)
    held = {words.key: words.text for _, _, words in proof(KETTLE).played()}

    assert held["order_number"] == cast.facts["order_number"]


def test_settings_names_and_facts_are_filled_in() -> None:
    texts = " ".join(words.text for _, _, words in proof(KETTLE).played())

    assert "Hearth & Vale" in texts
    assert "<company.name>" not in texts
    assert "<customer.first_name>" not in texts
    assert "<order_number>" not in texts
    assert "<promise.delivery.date>" in texts


def test_what_settings_shut_says_so() -> None:
    shut = {words.text for _, _, words in proof(KETTLE).played() if words.shut}

    assert any("all I can see is a label" in text for text in shut)
    assert not any("I can answer most questions" in text for text in shut)


@pytest.mark.parametrize(
    ("says", "by"),
    [
        ("Good news! Your order is on its way.", "Robin"),
        ("Can you keep one of them for me?", "the customer"),
        ("In stock. Order by 2 pm", "the page"),
        ("We aim to dispatch all", "an e-mail from Hearth & Vale"),
        ("listen carefully", "the recording"),
        ("love to be able to see the warehouse", "Dani"),
    ],
)
def test_each_text_has_its_speaker(says: str, by: str) -> None:
    found = {words.by for _, _, words in proof(KETTLE).played() if says in words.text}

    assert found == {by}


def test_what_lies_behind_is_read_apart() -> None:
    read = proof(KETTLE)
    played = {words.key for _, _, words in read.played()}
    behind = {words.key for words in words_of(read.backstage)}

    assert {"why", "kept_by", "frontline_says", "change", "kindness"} <= behind
    assert played.isdisjoint({"why", "frontline_says", "change", "kindness"})


class Note(Noun, frozen=True, kw_only=True):
    """Something that no kind has."""

    says: Text
    answers: tuple[OwnWords, ...] = ()
    why: Backstage = "Because."


class Whisper(Touchpoint, frozen=True, kw_only=True):
    """A kind that nobody knows."""

    kind: Literal["whisper"]
    notes: Mapping[str, Note]
    aside: Note | None = None

    @property
    def said_by(self) -> str:
        return "the wall"


def test_a_kind_that_nobody_knows_is_read_too() -> None:
    noun = Whisper(
        kind="whisper",
        title="A wall",
        notes={"one": Note(says="Psst.", answers=("What?", "Who?"))},
        aside=Note(says="Never mind."),
    )
    found = {leaf.text: (leaf.by, leaf.reader) for leaf in leaves_of(noun)}

    assert found == {
        "A wall": ("the wall", "player"),
        "Psst.": ("the wall", "player"),
        "What?": ("the customer", "player"),
        "Who?": ("the customer", "player"),
        "Never mind.": ("the wall", "player"),
        "Because.": ("", "debrief"),
    }
