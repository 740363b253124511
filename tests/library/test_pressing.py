"""What was composed once is opened again."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from empathy_sim.errors import Usage
from empathy_sim.library.pressing import Card, cards, script_of
from empathy_sim.library.pressing_cache import Cache
from empathy_sim.library.shelf import Shelf, find_shelf
from tests.library.small_library import JOURNEY, QUEUE, put, write_library

REPOSITORY = Path(__file__).parents[2]
OPEN = """
import sys
from pathlib import Path
from empathy_sim.library.pressing import cards, script_of
from empathy_sim.library.pressing_cache import Cache
from empathy_sim.library.shelf import find_shelf
folder = Path(sys.argv[1])
shelf, cache = find_shelf([folder]), Cache(folder / "cache")
print(len(cards(shelf, cache)), script_of("the-parcel", shelf, cache).digest)
print(*sorted({"faker", "pydantic", "yaml"} & set(sys.modules)))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_library(tmp_path)
    return tmp_path


@pytest.fixture
def shelf(folder: Path) -> Shelf:
    return find_shelf([folder])


@pytest.fixture
def cache(folder: Path) -> Cache:
    return Cache(folder / "cache")


def entries(cache: Cache) -> list[Path]:
    return sorted(cache.folder.glob("*.json"))


def opened_in_a_fresh_process(folder: Path) -> list[str]:
    ended = subprocess.run(
        [sys.executable, "-c", OPEN, str(folder)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout.splitlines()


def test_nothing_heavy_is_loaded_when_nothing_has_changed(
    folder: Path, shelf: Shelf, cache: Cache
) -> None:
    cards(shelf, cache)
    named = script_of("the-parcel", shelf, cache).digest

    assert opened_in_a_fresh_process(folder) == [f"3 {named}", ""]


def test_a_change_is_composed_again(folder: Path, shelf: Shelf, cache: Cache) -> None:
    before = script_of("the-parcel", shelf, cache).digest
    put(folder / "scenarios" / "queue.yaml", QUEUE.replace("10s", "20s"))

    after, loaded = opened_in_a_fresh_process(folder)

    assert after != f"3 {before}"
    assert loaded == "pydantic yaml"


def test_what_is_opened_is_what_was_composed(shelf: Shelf, cache: Cache) -> None:
    composed = script_of("the-parcel", shelf, cache)
    opened = script_of("the-parcel", shelf, cache)

    assert opened == composed
    assert opened.script is not None
    assert list(opened.script.stages) == ["zusage", "anruf"]


def test_a_card_says_what_the_home_screen_shows(shelf: Shelf, cache: Cache) -> None:
    first, *others = cards(shelf, cache)

    assert first == Card(
        kind="journey",
        id="the-parcel",
        title="The parcel",
        about="A parcel that was promised.",
        company="Fold and Son",
        minutes=12,
        intensity=2,
        chair="customer",
    )
    assert [(card.kind, card.id, card.company) for card in others] == [
        ("scenario", "letter", ""),
        ("scenario", "queue", ""),
    ]


def test_cards_are_the_same_from_the_cache(shelf: Shelf, cache: Cache) -> None:
    assert cards(shelf, cache) == cards(shelf, cache)


def test_a_journey_with_problems_has_a_card_that_counts_them(
    folder: Path, shelf: Shelf, cache: Cache
) -> None:
    put(folder / "journeys" / "the-parcel.yaml", JOURNEY.replace("end.well", "end.wel"))

    for _ in range(2):
        assert (cards(shelf, cache)[0].title, cards(shelf, cache)[0].problems) == (
            "the-parcel",
            1,
        )
    composed = script_of("the-parcel", shelf, cache)
    assert composed.script is None
    assert [problem.code for problem in composed.problems] == ["E305"]


def test_a_scenario_that_comes_to_be_there_is_noticed(
    folder: Path, cache: Cache
) -> None:
    (folder / "scenarios" / "queue.yaml").unlink()
    assert cards(find_shelf([folder]), cache)[0].problems == 1

    put(folder / "scenarios" / "queue.yaml", QUEUE)

    assert cards(find_shelf([folder]), cache)[0].problems == 0


def test_a_file_outside_the_shelf_is_played_by_its_path(
    folder: Path, cache: Cache
) -> None:
    path = str(folder / "scenarios" / "letter.yaml")

    composed = script_of(path, Shelf(), cache)

    assert composed.script is not None
    assert composed.script.alone
    assert script_of(path, Shelf(), cache) == composed


def test_an_unknown_name_is_refused(shelf: Shelf, cache: Cache) -> None:
    with pytest.raises(Usage, match="No journey or scenario"):
        script_of("nothing", shelf, cache)


Damage = Callable[[Any], object]
DAMAGES: dict[str, Damage] = {
    "another class": lambda entry: entry["script"].update({"@": "Path"}),
    "an unknown field": lambda entry: entry["script"].update({"shell": "rm"}),
    "another text": lambda entry: entry["script"]["journey"].update({"title": "X"}),
    "another digest": lambda entry: entry.update({"digest": "0" * 64}),
    "no script": lambda entry: entry.update({"script": None}),
    "no card": lambda entry: entry.pop("card"),
    "half a card": lambda entry: entry["card"].pop("title"),
    "a card of lists": lambda entry: entry["card"].update({"title": []}),
    "other scenarios": lambda entry: entry["plays"].update({"letter": "0" * 64}),
    "no scenarios": lambda entry: entry.update({"plays": 3}),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_changed_entry_is_composed_again(
    shelf: Shelf, cache: Cache, damage: Damage
) -> None:
    composed = script_of("the-parcel", shelf, cache)
    card = cards(shelf, cache)[0]
    for file in entries(cache):
        entry = json.loads(file.read_text("utf-8"))
        damage(entry)
        file.write_text(json.dumps(entry), "utf-8")

    assert script_of("the-parcel", shelf, cache).digest == composed.digest
    assert script_of("the-parcel", shelf, cache).script == composed.script
    assert cards(shelf, cache)[0] == card


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 200_000])
def test_a_damaged_entry_is_composed_again(
    shelf: Shelf, cache: Cache, text: bytes
) -> None:
    composed = script_of("the-parcel", shelf, cache)
    for file in entries(cache):
        file.write_bytes(text)

    assert script_of("the-parcel", shelf, cache).digest == composed.digest


def test_an_entry_that_others_can_write_is_not_read(cache: Cache) -> None:
    cache.keep("a", {"b": 1})
    assert cache.read("a") == {"b": 1}

    (cache.folder / "a.json").chmod(0o666)

    assert cache.read("a") is None


def test_a_link_is_not_an_entry(cache: Cache) -> None:
    cache.keep("a", 1)
    (cache.folder / "b.json").symlink_to(cache.folder / "a.json")

    assert cache.read("b") is None


def test_entries_are_private_and_whole(shelf: Shelf, cache: Cache) -> None:
    script_of("the-parcel", shelf, cache)

    (entry,) = cache.folder.iterdir()
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700


def test_play_goes_on_where_nothing_can_be_kept(folder: Path, shelf: Shelf) -> None:
    blocked = put(folder / "a file", "")

    composed = script_of("the-parcel", shelf, Cache(blocked / "cache"))

    assert composed.script is not None


def test_the_oldest_entries_are_forgotten(cache: Cache) -> None:
    for number in range(201):
        cache.keep(f"{number:03}", number)
        os.utime(cache.folder / f"{number:03}.json", (number, number))
    cache.keep("new", "new")

    assert cache.read("000") is None
    assert cache.read("new") == "new"
    assert len(entries(cache)) <= 101
