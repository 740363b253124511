"""A mistake in a shipped file is told once."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from empathy_sim.library.compose_many import problems_in
from empathy_sim.library.problems import Problem
from empathy_sim.library.shelf import Shelf, find_shelf, shipped
from tests.library.seeded_mistakes import SOWERS
from tests.library.seeded_pages import Page
from tests.library.sown import Mistake

_OF_A_JOURNEY = frozenset({"unknown department", "unknown promise"})
"""What only a journey can tell of, for it declares them."""
_PLAYS = re.compile(r"plays: ([\w-]+)")
MANY = 150
_ROUNDS = 40
"""How often the same files are sown anew where they have few places for a kind."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A copy of what came with the program."""
    folder = tmp_path_factory.mktemp("shipped")
    for name in ("journeys", "scenarios"):
        shutil.copytree(shipped() / name, folder / name)
    return find_shelf([folder])


@pytest.fixture(scope="module")
def pages(shelf: Shelf) -> Sequence[Page]:
    """Its files, as they are."""
    return [Page.of(file) for file in _files(shelf)]


def _files(shelf: Shelf) -> list[Path]:
    return [*shelf.journeys.values(), *shelf.scenarios.values()]


def _in_a_journey(pages: Sequence[Page]) -> list[Page]:
    """The journeys, and the scenarios that they play."""
    texts = [page.file.read_text("utf-8") for page in pages]
    played = {word for text in texts for word in _PLAYS.findall(text)}
    return [page for page in pages if page.is_journey or page.file.stem in played]


def _mistakes(pages: Sequence[Page], kind: str, count: int) -> Iterator[Mistake]:
    """Some mistakes of a kind, always the same."""
    chance = random.Random(f"{kind} {count}")
    fit = _in_a_journey(pages) if kind in _OF_A_JOURNEY else pages
    sown: dict[str, Mistake] = {}
    for _ in range(_ROUNDS):
        if len(sown) < count:
            each = (mistake for page in fit for mistake in SOWERS[kind](page, chance))
            sown |= {mistake.text: mistake for mistake in each}
    yield from chance.sample([*sown.values()], min(count, len(sown)))


def _found(mistake: Mistake, shelf: Shelf) -> tuple[Problem, ...]:
    """What is wrong in all the files, with a mistake in one of them."""
    sound = mistake.page.file.read_text("utf-8")
    mistake.page.file.write_text(mistake.text, "utf-8")
    try:
        return problems_in(_around(mistake.page, shelf), shelf)
    finally:
        mistake.page.file.write_text(sound, "utf-8")


def _around(page: Page, shelf: Shelf) -> list[Path]:
    """A file with every journey that plays it: others cannot tell of it.

    Each journey tells of all that it plays, too.
    """
    playing = [
        file
        for file in shelf.journeys.values()
        if page.file.stem in _PLAYS.findall(file.read_text("utf-8"))
    ]
    return [page.file, *playing]


def _is_told(mistake: Mistake, found: Sequence[Problem]) -> bool:
    """Whether all that was found is the mistake, at its place."""
    return [
        (each.file, each.line, mistake.column and each.column, each.severity)
        for each in found
    ] == [
        (
            mistake.page.file.as_posix(),
            mistake.line,
            mistake.column,
            mistake.severity,
        )
    ]


def _untold(pages: Sequence[Page], shelf: Shelf, kind: str, count: int) -> list[str]:
    """The mistakes that were not told once and alone, with what was told instead."""
    wrong: list[str] = []
    tried = 0
    for mistake in _mistakes(pages, kind, count):
        tried += 1
        found = _found(mistake, shelf)
        if not _is_told(mistake, found):
            told = "; ".join(each.as_text() for each in found) or "nothing"
            where = f"{mistake.page.file.name}:{mistake.line}:{mistake.column}"
            wrong.append(f"{where} {mistake.what}: {told}")
    print(f"{kind}: {tried} mistakes, {len(wrong)} not told once at their place")
    assert tried == count
    return wrong


@pytest.mark.parametrize("kind", SOWERS)
def test_a_mistake_is_told_once_at_its_place_and_nothing_else_is(
    kind: str, pages: Sequence[Page], shelf: Shelf
) -> None:
    assert _untold(pages, shelf, kind, 3) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", SOWERS)
def test_any_mistake_is_told_once_at_its_place_and_nothing_else_is(
    kind: str, pages: Sequence[Page], shelf: Shelf
) -> None:
    assert _untold(pages, shelf, kind, MANY) == []


def test_without_a_mistake_nothing_is_told(shelf: Shelf) -> None:
    assert problems_in(_files(shelf), shelf) == ()


def test_a_part_without_shape_hides_nothing_elsewhere(
    pages: Sequence[Page], shelf: Shelf
) -> None:
    (page,) = [each for each in pages if each.file.stem == "slipping-hold"]
    lines = list(page.lines)
    changed = {
        "    music: A piano, playing": ("music", "musik", "E201"),
        "    options:": ("options", "optoins", "E201"),
        "    lasts: <wait_again>": ("<wait_again>", "14", "E210"),
        "    department: marketing": ("marketing", "astrology", "E308"),
        "      apology_interrupted:": ("warm-voice", "cold-feet", "E307"),
    }
    expected: list[tuple[str, int]] = []
    for begins, (old, new, code) in changed.items():
        at = next(n for n, line in enumerate(lines) if line.startswith(begins))
        lines[at] = lines[at].replace(old, new)
        expected.append((code, at + 1))

    found = _found(Mistake(page, "\n".join(lines), 1, None, "several at once"), shelf)

    told = [(each.code, each.line) for each in found]
    assert told == sorted(expected, key=lambda each: each[1])
