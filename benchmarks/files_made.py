"""A folder of long scenarios, made for measuring."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from empathy_sim.library.shelf import SCENARIOS, find_shelf, shipped

LINES = 400
"""How many lines each file has, nearly."""
_SOURCES = ("locked-account", "menu-since-2019", "helpful-bot")
_TOUCHPOINTS, _CAUSES = "touchpoints:\n", "\ncauses:\n"
_BLOCK = re.compile(r"^  ([a-z0-9-]+):\n", re.MULTILINE)
_LEADING = re.compile(r"^.*\bleads: .*$", re.MULTILINE)
_STARTS = re.compile(r"^starts: .*$", re.MULTILINE)
_CROSSROADS = """\
  crossroads:
    kind: notice
    looks_like: story
    says: There are several ways on from here.
    options:
"""


def files_made(folder: Path, many: int) -> tuple[Path, ...]:
    """Write so many scenarios, each sound and with an id of its own; their files."""
    there = folder / SCENARIOS
    there.mkdir(parents=True)
    shelf = find_shelf([shipped()])
    sources = [(name, shelf.scenarios[name].read_text("utf-8")) for name in _SOURCES]
    longer = [(name, _longer(text)) for name, text in sources]
    files = []
    for number, (name, text) in zip(range(many), itertools.cycle(longer), strict=False):
        files.append(there / f"made-{number:04}.yaml")
        whole = text.replace(f"scenario: {name}\n", f"scenario: made-{number:04}\n", 1)
        files[-1].write_text(whole, "utf-8")
    return tuple(files)


def _longer(text: str) -> str:
    """The same scenario with its touchpoints several times, side by side."""
    start = text.index(_TOUCHPOINTS) + len(_TOUCHPOINTS)
    end = text.index(_CAUSES)
    head, story, causes = text[:start], text[start:end].strip("\n"), text[end:]
    ids = _BLOCK.findall(story + "\n")
    copies = max(1, round((LINES - text.count("\n")) / story.count("\n")))
    begun = [ids[0], *(f"{ids[0]}-{number}" for number in range(1, copies + 1))]
    crossroads = _CROSSROADS + "".join(
        f"      - {{says: Way {number}, leads: {each}}}\n"
        for number, each in enumerate(begun, 1)
    )
    stories = "\n\n".join([story, *_copies(story, ids, copies)])
    return (
        _STARTS.sub("starts: crossroads", head, count=1)
        + f"{crossroads}\n{stories}\n{causes}"
    )


def _copies(story: str, ids: Sequence[str], copies: int) -> Iterator[str]:
    named = re.compile(rf"(?<![-.\w])({'|'.join(ids)})(?![-:.\w])")
    for number in range(1, copies + 1):
        renamed = partial(_renamed, named=named, number=number)
        yield _LEADING.sub(renamed, _BLOCK.sub(rf"  \1-{number}:\n", story))


def _renamed(line: re.Match[str], named: re.Pattern[str], number: int) -> str:
    """A line that leads somewhere, leading within the copy of that number."""
    before, leads, targets = line[0].rpartition("leads: ")
    return before + leads + named.sub(rf"\1-{number}", targets)
