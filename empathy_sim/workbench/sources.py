"""The files that a script was composed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from msgspec import Struct, field

from empathy_sim.journey.walking import Trail
from empathy_sim.library.advice_texts import sentences_of
from empathy_sim.library.places import Places

_OVER_SEVERAL_LINES = (">", "|")
"""How a text begins whose words stand on the lines below."""


class Source(Struct, frozen=True):
    """A file, and where everything stands in it."""

    file: str
    """As a person would name it."""
    places: Places
    lines: Sequence[str] = ()

    def has(self, at: Trail) -> bool:
        """Whether a value was written there, and is not by default."""
        return at in self.places.values

    def line(self, at: Trail) -> int:
        """The line of a value, or of what is around it where it is by default."""
        return self.places.value(at).line

    def lines_of_words(self, at: Trail) -> Iterator[int]:
        """The line of each word of a text, and of what stands after it."""
        begins = self.places.value(at)
        first = self.lines[begins.line - 1 : begins.line]
        shown = "".join(first)[begins.column - 1 :]
        if not shown.startswith(_OVER_SEVERAL_LINES):
            yield from repeat(begins.line, len(shown.split()))
        for number, line in enumerate(self.lines[begins.line :], begins.line + 1):
            yield from repeat(number, len(line.split()))


class Sources(Struct, frozen=True):
    """The files of a script."""

    journey: Source | None = None
    """None where a scenario plays by itself."""
    scenarios: Mapping[str, Source] = field(default_factory=dict)
    """By the scenario's id."""


class Sentence(NamedTuple):
    """A sentence, and the line on which it begins."""

    words: str
    line: int


def sentences_in(text: str, at: Trail, source: Source) -> Iterator[Sentence]:
    """The sentences of a text as they were written, each with its line."""
    lines = source.lines_of_words(at)
    line = source.line(at)
    for sentence in sentences_of(text):
        line = next(lines, line)
        yield Sentence(sentence, line)
        for _ in sentence.split()[1:]:
            next(lines, None)
