"""What a seat was told, line by line."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.line.lines import Line

KEPT_LINES = 400
"""How many lines a page that comes back can be told again."""
_SENTENCES = re.compile(r"(?<=[.?]) (?=[A-Z])")
_OF_KEYS = re.compile(r"Enter |Type (?!it )|1 [^.]+, 2 ")
"""How a sentence begins that tells how to type what stands on a button too."""
_LIST = re.compile(r"\s+(\d{1,3})\. (.+)")


class TellLine(Struct, frozen=True):
    """A line as the page gets it."""

    n: int
    """From 1, without a gap."""
    who: str
    says: str
    sort: str
    """Its weight; `yours` for what was typed or pressed."""


class Transcript:
    """The latest lines of a seat, numbered, and what of them may be answered."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._lines: deque[TellLine] = deque(maxlen=KEPT_LINES)
        self._count = 0
        self._since: list[Line] = []
        self._is_answered = False
        self._yours = ""
        self.answers = 0
        """How often something was typed or pressed."""

    @property
    def count(self) -> int:
        """How many lines there were, from the first."""
        return self._count

    def write(self, line: Line) -> None:
        """Take a line."""
        if line.weight == "prompt" or self._is_said_already(line):
            return
        if line.weight != "refusal" and self._is_answered:
            self._since.clear()
            self._is_answered = False
        self._since.append(line)
        for text, sort in _parts(line):
            self._put(line.speaker, text, sort)

    def say_yours(self, says: str) -> None:
        """Take what was typed or pressed; what was told before is answered by it."""
        self._is_answered = True
        self._yours = says
        self.answers += 1
        if says:
            self._put("You", says, "yours")

    def _is_said_already(self, line: Line) -> bool:
        """Whether the story only says again what was pressed or typed."""
        if not self._yours:
            return False
        said = line.speaker == "You" and line.text.startswith(self._yours.rstrip("…"))
        pressed = (f"You choose: {self._yours}", f"You press {self._yours}.")
        return said or line.text in pressed

    def after(self, n: int) -> tuple[TellLine, ...]:
        """The lines after the one of a number, as far as they are kept."""
        return tuple(each for each in self._lines if each.n > n)

    def listed(self) -> Iterator[tuple[str, str]]:
        """The numbered list that was told since the last answer, if any."""
        for line in self._since:
            found = _LIST.fullmatch(line.text)
            if found and not line.speaker:
                yield found[1], found[2]

    def question(self) -> str:
        """The frame's own sentence that was told last and is no item of a list."""
        for line in reversed(self._since):
            is_said = line.weight == "plain" and not line.speaker
            if is_said and not _LIST.fullmatch(line.text):
                return line.text.strip()
        return ""

    def asides(self) -> Iterator[str]:
        """What the frame has said since the last answer."""
        for line in self._since:
            if line.weight == "aside":
                yield line.text

    def _put(self, who: str, says: str, sort: str) -> None:
        self._count += 1
        text = says if sort == "plain" else says.strip()
        self._lines.append(TellLine(self._count, who, text, sort))


def _parts(line: Line) -> Iterator[tuple[str, str]]:
    """A line, and apart from it what of it tells only how to type."""
    if line.weight != "aside":
        yield line.text, line.weight
        return
    sentences = _SENTENCES.split(line.text)
    for sort, is_of_keys in (("aside", False), ("typing", True)):
        said = [each for each in sentences if bool(_OF_KEYS.match(each)) is is_of_keys]
        if said:
            yield " ".join(said), sort
