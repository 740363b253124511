"""A proof, as Markdown to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from empathy_sim.text.sinks import for_markdown
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
from empathy_sim.workbench.setting_out import many

_HOW = (
    "Tick a sentence when it may stay as it is. Behind each stands the file and the "
    "line where it is changed."
)


def as_markdown(proof: Proof) -> str:
    """The text of a file: headings, and a box to tick for each sentence."""
    return "\n".join(_lines(proof)) + "\n"


def _lines(proof: Proof) -> Iterator[str]:
    yield f"# {for_markdown(proof.title)}"
    for paragraph in (opening(proof), _HOW):
        yield ""
        yield for_markdown(paragraph)
    yield from _chapters(proof.chapters, "##")
    if proof.defaults:
        yield from _heading("##", DEFAULTS.title, DEFAULTS.about)
        yield ""
        for each in proof.defaults:
            where = f"({each.key}, in {many(each.times, 'place')})"
            yield f"- [ ] {for_markdown(each.words)} {for_markdown(where)}"
    for aside, chapters in ((BACKSTAGE, proof.backstage), (SHELVED, proof.shelved)):
        if chapters:
            yield from _heading("##", aside.title, aside.about)
            yield from _chapters(chapters, "###")


def _heading(level: str, title: str, about: str) -> Iterator[str]:
    yield ""
    yield f"{level} {for_markdown(title)}"
    if about:
        yield ""
        yield for_markdown(about)


def _chapters(chapters: Iterable[Chapter], level: str) -> Iterator[str]:
    for chapter in chapters:
        about = repeated(chapter) if chapter.again else ""
        yield from _heading(level, heading_of(chapter), about)
        for passage in chapter.passages:
            yield from _heading(f"{level}#", name_of(passage), "")
            yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[str]:
    by: str | None = None
    for words in passage.words:
        if words.by != by:
            by = words.by
            yield ""
            if by:
                yield f"**{for_markdown(by)}:**"
                yield ""
        yield from _words(words, passage)


def _words(words: Words, passage: Passage) -> Iterator[str]:
    led = led_in(words, passage)
    for number, sentence in enumerate(words.sentences):
        says = for_markdown(sentence.words if number else f"{led}{sentence.words}")
        place = for_markdown(f"({PurePath(words.of).name}:{sentence.line})")
        yield f"- [ ] {says} *{place}*"
