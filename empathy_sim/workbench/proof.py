"""Everything that can be read, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.journey.walking import Trail
from empathy_sim.rehearsal.lasting import Lasting
from empathy_sim.workbench.sources import Sentence


class Words(Struct, frozen=True):
    """A text as somebody reads it."""

    of: str
    """The file it stands in."""
    at: Trail
    key: str
    """The field that holds it, as an author writes it."""
    by: str
    """Who says it; empty where nobody does."""
    sentences: tuple[Sentence, ...]
    """With names filled in, each with its line in the file."""
    shut: bool = False
    """Whether the settings of every stage that has it keep it from being read."""

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(each.words for each in self.sentences)

    @property
    def length(self) -> int:
        """In words."""
        return sum(len(each.words.split()) for each in self.sentences)


class Passage(Struct, frozen=True):
    """What is read at one touchpoint, or in one part of a file."""

    name: str
    """The touchpoint, or the part, by its id."""
    kind: str
    """The touchpoint's kind; empty elsewhere."""
    channel: str
    """Where it is read; empty outside of touchpoints."""
    words: tuple[Words, ...]


class Chapter(Struct, frozen=True):
    """A stretch of what is read."""

    title: str
    plays: str
    """The scenario that a stage plays; empty elsewhere."""
    lasting: Lasting | None
    """What a stage takes; None elsewhere."""
    passages: tuple[Passage, ...]
    again: int = 0
    """How many texts are the same, word for word, as in an earlier chapter."""


class Default(Struct, frozen=True):
    """Words of the program's own that are read where a file has no others."""

    key: str
    """The kind of touchpoint, and the field: `form: missing`."""
    words: str
    times: int
    """In how many places."""


class Proof(Struct, frozen=True):
    """Every text of a script, each once."""

    title: str
    customer: str
    """Whose name stands in for the customer's."""
    chapters: tuple[Chapter, ...]
    """What whoever plays can read, in the order of the story."""
    defaults: tuple[Default, ...]
    """What they can read that stands in no file."""
    backstage: tuple[Chapter, ...]
    """What is shown in the debrief only, file by file."""
    shelved: tuple[Chapter, ...]
    """What only those read who choose what to play, or change it."""

    def played(self) -> Iterator[tuple[Chapter, Passage, Words]]:
        """Every text that whoever plays can read."""
        for chapter in self.chapters:
            for passage in chapter.passages:
                for words in passage.words:
                    yield chapter, passage, words
