"""A stranger's pack can only be told so."""

from __future__ import annotations

import copy
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.library.codes import CODES
from empathy_sim.library.compose import Composer
from empathy_sim.library.compose_many import checked
from empathy_sim.library.composed import Composed
from empathy_sim.library.frames import framed
from empathy_sim.library.shelf import Shelf, files_in, find_shelf, shipped
from empathy_sim.library.yaml_reader import read_yaml
from tests.library.small_library import JOURNEY, put, write_library

SAMPLES = Path(__file__).parents[1] / "samples"
FOUND = find_shelf([shipped()])
PACK = [
    *FOUND.journeys.values(),
    *FOUND.scenarios.values(),
    *files_in(SAMPLES / "scenarios"),
]
STRANGE = (
    "{}",
    "[]",
    "null",
    "-1",
    "99999999999999999999",
    "1.5",
    "0s",
    "400 days",
    "<nobody>",
    "<customer.name>",
    "../../etc/passwd",
    "end",
    "end.end",
    '"\\u202e"',
    "&a [*a]",
    "!!python/name:os.system",
    "{all: [{not: {all: []}}]}",
    "x" * 5_000,
)


def mutated(text: str, random: Random) -> str:
    """A text with one to four things in it changed, lost or moved."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(lines))
        words = lines[at].split(" ")
        match random.randrange(7):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, random.choice(lines))
            case 2:
                lines[at] = "  " + lines[at]
            case 3:
                key, colon, _ = lines[at].partition(": ")
                lines[at] = f"{key}{colon}{random.choice(STRANGE)}"
            case 4:
                other = random.choice(random.choice(lines).split(" "))
                words[random.randrange(len(words))] = other
                lines[at] = " ".join(words)
            case 5:
                words[random.randrange(len(words))] = random.choice(STRANGE)
                lines[at] = " ".join(words)
            case _:
                cut = random.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:cut]
        lines = lines or [""]
    return "\n".join(lines)


def with_other_values(text: str, random: Random) -> str:
    """The same file with one to three values changed, lost or exchanged."""
    value = read_yaml(text.encode(), "pack").value
    for _ in range(random.randint(1, 3)):
        held, key = random.choice([*nodes(value)])
        match random.randrange(4):
            case 0:
                del held[key]
            case 1:
                held[key] = random.choice(STRANGE)
            case 2:
                held[key] = random.choice([0, -1, True, None, [], {}, 10**9, 0.5])
            case _:
                other, of = random.choice([*nodes(value)])
                held[key] = copy.deepcopy(other[of])
    return json.dumps(value, indent=1)


def nodes(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a value where another could stand."""
    match value:
        case dict():
            inside = list(value)
        case list():
            inside = list(range(len(value)))
        case _:
            inside = []
    for key in inside:
        yield value, key
        yield from nodes(value[key])


def is_told(composed: Composed, lines: int) -> bool:
    """Whether there is a script, or an error at a place that there is."""
    placed = all(
        problem.code in CODES and 1 <= problem.line <= lines + 1 and problem.column >= 1
        for problem in composed.problems
        if problem.file.endswith("mutated.yaml")
    )
    return placed and (composed.script is None) == bool(composed.errors)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("strange")


def composed_after(
    change: Callable[[str, Random], str], seed: int, folder: Path
) -> tuple[Composed, int]:
    """What comes of one file of the pack after a change, and how long it is."""
    random = Random(seed)
    text = change(random.choice(PACK).read_text("utf-8"), random)
    file = put(folder / "mutated.yaml", text)
    return Composer(FOUND).compose(file), text.count("\n") + 1


@pytest.mark.parametrize("change", [mutated, with_other_values])
@settings(max_examples=150)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_no_change_of_a_file_is_more_than_a_problem(
    folder: Path, change: Callable[[str, Random], str], seed: int
) -> None:
    assert is_told(*composed_after(change, seed, folder))


@pytest.mark.long
@pytest.mark.parametrize("change", [mutated, with_other_values])
def test_no_change_of_many_is_more_than_a_problem(
    folder: Path, change: Callable[[str, Random], str]
) -> None:
    wrong = [
        seed
        for seed in range(3_000)
        if not is_told(*composed_after(change, seed, folder))
    ]

    assert wrong == []


@pytest.mark.parametrize("change", [mutated, with_other_values])
@settings(max_examples=40)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_whatever_is_found_after_a_change_has_a_frame(
    folder: Path, change: Callable[[str, Random], str], seed: int
) -> None:
    composed_after(change, seed, folder)

    found = checked([folder / "mutated.yaml"], FOUND)

    for problem in found.problems:
        assert framed(problem, found.lines[problem.file]).count("\n") >= 4


def large_pack(folder: Path) -> Path:
    """Sixty stages, each playing a scenario of nearly as many values as there may be."""
    steps = "".join(
        f"  t{at}: {{kind: notice, says: <n> to go, leads: {{read: t{at + 1}}}}}\n"
        for at in range(4_400)
    )
    scenario = (
        "scenario: long\ntitle: Long\nabout: It is long.\nchannel: mail\n"
        "intensity: 1\nsettings:\n  n: {is: count, default: 1, about: So many.}\n"
        f"exits: [t4400]\nstarts: t0\ntouchpoints:\n{steps}"
    )
    stages = "".join(
        f"  - {{stage: s{at}, title: S, plays: long, with: {{n: {at}}}, "
        f"leads: {{t4400: {'end.e' if at == 59 else f's{at + 1}'}}}}}\n"
        for at in range(60)
    )
    head, _, _ = JOURNEY.partition("stages:")
    put(folder / "scenarios" / "long.yaml", scenario)
    ending = "endings:\n  e: {outcome: solved, says: It is over.}\n"
    return put(folder / "long.yaml", f"{head}stages:\n{stages}{ending}")


def test_a_large_pack_is_refused_in_seconds(tmp_path: Path) -> None:
    file = large_pack(tmp_path)

    begun = time.process_time()
    composed = Composer(Shelf()).compose(file)

    assert [problem.code for problem in composed.problems] == ["W401", "E338"]
    assert time.process_time() - begun < 5


class Seen:
    """What a process did that a pack has no business with."""

    def __init__(self) -> None:
        self.watched: Path | None = None
        self.done: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.watched is None:
            return
        match event, arguments:
            case "open", (str() | bytes() as path, mode, *_):
                inside = str(path).startswith(str(self.watched))
                if not inside or (isinstance(mode, str) and set(mode) & set("wax+")):
                    self.done.append(f"open {path!r} {mode}")
            case "compile" | "exec" | "import", _:
                self.done.append(f"{event} {arguments[:1]}")
            case _ if event.startswith(("os.", "socket.", "subprocess.", "shutil.")):
                if event not in {"os.listdir", "os.scandir"}:
                    self.done.append(event)
            case _:
                pass

    @contextmanager
    def watching(self, folder: Path) -> Iterator[None]:
        self.watched = folder
        try:
            yield
        finally:
            self.watched = None


SEEN = Seen()


def test_composing_does_nothing_but_read_its_pack(tmp_path: Path) -> None:
    sys.addaudithook(SEEN)  # for good, but blind unless it is told to watch
    journey = write_library(tmp_path)
    text = journey.read_text("utf-8")
    Composer(Shelf()).compose(journey)
    for number in range(60):
        put(journey.with_name(f"m{number}.yaml"), mutated(text, Random(number)))

    with SEEN.watching(tmp_path):
        shelf = find_shelf([tmp_path])
        for file in files_in(journey.parent):
            Composer(shelf).compose(file)

    assert SEEN.done == []


def test_the_watch_sees_what_it_is_for(tmp_path: Path) -> None:
    sys.addaudithook(seen := Seen())

    with seen.watching(tmp_path):
        put(tmp_path / "a", "text")
        (SAMPLES / "scenarios" / "menu-loops.yaml").read_bytes()
        (tmp_path / "a").rename(tmp_path / "b")

    assert [each.partition(" ")[0] for each in seen.done] == [
        "os.mkdir",
        "open",
        "open",
        "os.rename",
    ]
