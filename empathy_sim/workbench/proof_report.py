"""A proof, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from empathy_sim.workbench.lines import Row, heading, title
from empathy_sim.workbench.proof import Chapter, Passage, Proof, Words
from empathy_sim.workbench.proof_words import (
    BACKSTAGE,
    DEFAULTS,
    SHELVED,
    heading_of,
    led_in,
    name_of,
    opening,
    repeated,
)
from empathy_sim.workbench.setting_out import clipped, folded, many

_NUMBERS = "The numbers are lines of the file that is named above them."


def report(proof: Proof, width: int) -> Iterator[Row]:
    """Everything that can be read, a sentence with the line that it stands on.

    Args:
        proof: what is told.
        width: columns of a line at most.
    """
    yield from title(proof.title, width)
    for line in folded(f"{opening(proof)} {_NUMBERS}", width=width):
        yield Row(line)
    yield from _chapters(proof.chapters, width)
    if proof.defaults:
        yield from heading(DEFAULTS.title, width)
        yield from _about(DEFAULTS.about, width)
        for each in proof.defaults:
            where = f"({each.key}, in {many(each.times, 'place')})"
            for line in folded(f"{each.words} {where}", "        ", width=width):
                yield Row(line)
    for aside, chapters in ((BACKSTAGE, proof.backstage), (SHELVED, proof.shelved)):
        if chapters:
            yield from heading(aside.title, width)
            yield from _about(aside.about, width)
            yield from _chapters(chapters, width)


def _about(text: str, width: int) -> Iterator[Row]:
    for line in folded(text, "  ", width=width):
        yield Row(line, "quiet")


def _chapters(chapters: Iterable[Chapter], width: int) -> Iterator[Row]:
    for chapter in chapters:
        yield from heading(heading_of(chapter), width)
        if chapter.again:
            yield Row(f"  {repeated(chapter)}", "quiet")
        file = chapter.title
        for passage in chapter.passages:
            there = passage.words[0].of
            yield from _passage(passage, "" if there == file else there, width)
            file = there


def _passage(passage: Passage, file: str, width: int) -> Iterator[Row]:
    name = name_of(passage)
    room = width - len(name) - 4
    place = file if len(file) <= room else f"…{file[len(file) - room + 1 :]}"
    yield Row()
    yield Row(f"  {name}{place.rjust(room + 2)}".rstrip(), "title")
    by = ""
    for words in passage.words:
        if words.by not in {by, ""}:
            yield Row(f"    {clipped(words.by, width - 4)}", "quiet")
        by = words.by
        yield from _words(words, passage, width)


def _words(words: Words, passage: Passage, width: int) -> Iterator[Row]:
    for number, sentence in enumerate(words.sentences):
        led = "" if number else led_in(words, passage)
        says, head = f"{led}{sentence.words}", f"{sentence.line:>8}  "
        for line in folded(says, head, " " * len(head), width):
            yield Row(line)
