"""The blocks of the guide, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docs.generate import FOLDER

GUIDE = FOLDER / "authoring.md"
_BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FIGURES = re.compile(r"\d[\d,.]*%?|<1%")
_BARS = re.compile(r"[█▉▊▋▌▍▎▏─]+")
_LEFT_OUT = "..."


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, what stands beside that, and its text."""

    language: str
    within: str
    text: str


def blocks(*languages: str) -> tuple[Block, ...]:
    """The blocks of the guide in some languages, in their order."""
    found = (Block(*each) for each in _BLOCK.findall(GUIDE.read_text("utf-8")))
    return tuple(each for each in found if each.language in languages)


@dataclass(frozen=True, slots=True)
class Change:
    """What goes out of a file and what comes into it."""

    path: str
    before: str
    after: str

    def make(self, folder: Path) -> None:
        """Make it, as a reader would: the lines as they stand, in one place."""
        file = folder / self.path
        text = file.read_text("utf-8")
        assert text.count(self.before) == 1, f"{self.path} has not just one of\n{self}"
        file.write_text(text.replace(self.before, self.after), "utf-8")


def change_of(block: Block) -> Change:
    """What a block of changed lines asks for."""
    first, *lines = block.text.splitlines()
    before = (line[1:] for line in lines if line[0] != "+")
    after = (line[1:] for line in lines if line[0] != "-")
    joined = ("".join(f"{line}\n" for line in each) for each in (before, after))
    return Change(first.removeprefix("--- "), *joined)


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a block, with what it should print."""
    for part in block.text.split("$ ")[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed


def differs(printed: str, expected: str) -> str | None:
    """The first line that should have been printed and was not, in its order.

    Three dots stand for what is left out, whole lines or the end of one. Figures, and
    bars drawn to them, may be others.
    """
    left = [_plain(line) for line in printed.splitlines()]
    free = False
    for line in expected.splitlines():
        if line.strip() == _LEFT_OUT:
            free = True
            continue
        wanted = _plain(line)
        while free and left and not _is(left[0], wanted):
            left.pop(0)
        if not left or not _is(left.pop(0), wanted):
            return line
        free = False
    return None if free or not any(left) else left[0]


def _is(line: str, wanted: str) -> bool:
    if wanted.endswith(_LEFT_OUT):
        return line.startswith(wanted.removesuffix(_LEFT_OUT).rstrip())
    return line == wanted


def _plain(line: str) -> str:
    return " ".join(_FIGURES.sub("0", _BARS.sub(" ", line)).split())
