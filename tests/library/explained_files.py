"""Examples of pages, as files to be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from empathy_sim.library.explained import Page
from tests.library.small_library import put

SCENARIO = """\
scenario: example
title: An example
about: A letter is read.
channel: mail
intensity: 1
exits: [done]
starts: letter
touchpoints:
  letter:
    kind: notice
    says: A letter.
    leads: {read: done}
"""
JOURNEY = """\
journey: example
title: An example
about: A letter is read.
company: {name: Fold and Son, trade: paper}
begins: {day: Tuesday, at: 10:00}
departments: [post]
customer:
  goal: To read a letter.
  stakes: It is from a friend.
stages:
  - {stage: first, title: A letter, plays: letter, leads: {read: end.well, lost: end.lost}}
endings:
  well: {outcome: solved, says: It was read.}
  lost: {outcome: gave_up, says: It was lost.}
"""
PLAYED = """\
scenario: letter
title: A letter
about: A letter is read.
channel: mail
intensity: 1
exits: [read, lost]
starts: letter
touchpoints:
  letter:
    kind: notice
    says: A letter.
    kindness: Somebody signed it by hand.
    options:
      - {says: Read it, leads: answer}
      - {says: Lose it, leads: lost}
  answer:
    kind: notice
    says: An answer from the unit.
    friction: jargon
    cause: haste
    leads: {read: read}
causes:
  haste:
    kind: policy
    department: post
    kept_by: Letters a day
    why: Nobody reads them twice.
    fix: {change: Read them twice, department: post, cost: low}
"""
_SECTION = re.compile(r"([a-z_]+):")
_FILE = re.compile(r"# (scenarios|journeys)/[\w-]+\.yaml\n")


def _stages(count: int) -> str:
    return "".join(
        f"  - {{stage: stage-{n}, title: A letter, plays: letter, "
        f"leads: {{read: {f'stage-{n + 1}' if n < count else 'last'}, "
        "lost: end.lost}}\n"
        for n in range(2, count + 1)
    )


def _queues(count: int) -> str:
    return "".join(
        f"  queue-{n}:\n    kind: hold\n    lasts: 5m\n    leads: {{answered: "
        f"{f'queue-{n + 1}' if n < count else 'queue-last'}, hung_up: lost}}\n"
        for n in range(2, count + 1)
    )


FILLED: Mapping[str, tuple[str, str]] = {
    "E102": ("...", "and a long night " * 70_000),
    "E106": ("...", "done, " * 50_000),
    "E107": ("...", "and a long night " * 5_000),
    "E109": ("...", "\u200b" * 30),
    "E338": ("  ...\n", _stages(70)),
    "W501": ("  ...\n", _stages(20)),
    "W505": ("  ...\n", _queues(12)),
}
"""What stands in an example for what is too long to be shown."""


def written(page: Page, example: str, folder: Path) -> Path:
    """Write an example with what it stands in; gives the file to be checked."""
    text = example.lstrip("\n")
    if page.code in FILLED and "..." in text:
        text = text.replace(*FILLED[page.code])
    match page.around:
        case "file":
            return put(folder / "scenarios" / "example.yaml", text)
        case "touchpoint":
            indented = "".join(f"    {line}\n" for line in text.splitlines())
            text = f"touchpoints:\n  letter:\n{indented}"
            return put(folder / "scenarios" / "example.yaml", _merged(SCENARIO, text))
        case "scenario":
            return put(folder / "scenarios" / "example.yaml", _merged(SCENARIO, text))
        case "journey":
            parts = _parted(text)
            played = _merged(PLAYED, parts["scenarios"])
            put(folder / "scenarios" / "letter.yaml", played)
            journey = _merged(JOURNEY, parts["journeys"])
            return put(folder / "journeys" / "example.yaml", journey)


def _parted(text: str) -> Mapping[str, str]:
    """An example of several files, by their folders."""
    first, *others = _FILE.split(text)
    parts = {"journeys": first, "scenarios": ""}
    for folder, part in zip(others[::2], others[1::2], strict=True):
        parts[folder] += part
    return parts


def _merged(around: str, text: str) -> str:
    """A file with the sections of a text in the place of its own."""
    new = list(_sections(text))
    there = {key for key, _ in new}
    kept = dict(_sections(around))
    merged = ""
    for key, section in kept.items():
        merged += "".join(s for k, s in new if k == key) if key in there else section
    return merged + "".join(section for key, section in new if key not in kept)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """The keys at the top of a text, each with all that follows up to the next."""
    key, section = "", ""
    for line in text.splitlines(keepends=True):
        found = _SECTION.match(line)
        if found and key:
            yield key, section
            section = ""
        if found:
            key = found[1]
        section += line
    if key or section.strip():
        yield key, section
