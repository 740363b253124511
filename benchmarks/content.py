"""How quick checking and rehearsing are."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import yaml
from yamllint import linter
from yamllint.config import YamlLintConfig

from benchmarks.files_made import LINES, files_made
from benchmarks.plays import JOURNEY, shipped_script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose_many import checked
from empathy_sim.library.shelf import find_shelf
from empathy_sim.rehearsal.exploring import finished
from empathy_sim.rehearsal.rehearsing import Plan, rehearse

PLAYS, FEW = 10_000, 1_000
SECONDS = 20
PLAYS_A_SECOND = 500
GROWTH_MIB = 4
FILES = 1_000
LINTED = 20
"""Every how manieth file is read by yamllint, which takes a minute for all."""
LOADS, LINTS = 6, 10
"""At most so many bare loads; at least so many times quicker than yamllint."""
CHECK_MIB = 100
_RUN = (
    "import resource, sys\n"
    "from pathlib import Path\n"
    "from benchmarks.content import check_all, rehearsed\n"
    "what, asked = sys.argv[1:]\n"
    "check_all(Path(asked)) if what == 'check' else rehearsed(int(asked))\n"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
)


def rehearsed(plays: int) -> float:
    """Rehearse the shipped journey; the seconds of processor time it took."""
    script = shipped_script()
    began = time.process_time()
    finished(rehearse(script, cast_for(script, 1), Plan(plays=plays)))
    return time.process_time() - began


def most_memory(what: str, asked: str) -> float:
    """The most memory that a process of its own holds for it, in MiB.

    Args:
        what: `check` or `rehearse`.
        asked: the folder to check, or how many plays.
    """
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, what, asked],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(ran.stdout) / 1_024


def check_all(folder: Path) -> int:
    """Check every file in a folder; how many problems were found."""
    shelf = find_shelf([folder])
    return len(checked(shelf.scenarios.values(), shelf).problems)


def checks() -> bool:
    """Measure checking, and print it; whether all aims are met."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        files = files_made(folder, FILES)
        checked(files[:LINTED], find_shelf([folder]))  # what is loaded but once
        # The others half before and half after: a machine is not equally quick all along.
        half = FILES // 2
        others = [_others(files[:half])]
        ours = _spent(lambda: check_all(folder))
        others += [_others(files[half:])]
        bare, linted = (_together(each) for each in zip(*others, strict=True))
        memory = most_memory("check", made)
        problems = check_all(folder)
    print(
        f"check {FILES:,} files of {LINES} lines, {problems} problems: "
        f"{ours.cpu:.1f} s of processor time, {ours.clock:.1f} s by the clock"
    )
    print("  in one process; the others read the same files just before and after,")
    print(f"  yamllint with its default rules every {LINTED}th of them")
    print(
        f"  {ours.cpu / bare.cpu:.1f} x a bare load by PyYAML's C loader "
        f"({ours.clock / bare.clock:.1f} x by the clock), aim {LOADS}"
    )
    print(
        f"  {linted.cpu * LINTED / ours.cpu:.1f} x quicker than yamllint "
        f"({linted.clock * LINTED / ours.clock:.1f} x by the clock), aim {LINTS}"
    )
    print(f"  {memory:.0f} MiB, aim {CHECK_MIB}")
    is_quick = ours.cpu <= LOADS * bare.cpu
    is_quick = is_quick and linted.cpu * LINTED >= LINTS * ours.cpu
    return is_quick and memory <= CHECK_MIB and not problems


class Spent(NamedTuple):
    """What some work took, in seconds."""

    cpu: float
    """Of processor time: what else the machine does hardly matters."""
    clock: float


def _spent(work: Callable[[], object]) -> Spent:
    began, at = time.process_time(), time.perf_counter()
    work()
    return Spent(time.process_time() - began, time.perf_counter() - at)


def _together(spent: Iterable[Spent]) -> Spent:
    parts = tuple(spent)
    return Spent(sum(each.cpu for each in parts), sum(each.clock for each in parts))


def _others(files: tuple[Path, ...]) -> tuple[Spent, Spent]:
    """What PyYAML's C loader and yamllint take; yamllint for one in `LINTED`."""
    bare = _spent(lambda: _loaded(files))
    return bare, _spent(lambda: _linted(files[::LINTED]))


def _loaded(files: tuple[Path, ...]) -> None:
    for file in files:
        yaml.load(file.read_bytes(), yaml.CSafeLoader)


def _linted(files: tuple[Path, ...]) -> None:
    settings = YamlLintConfig("extends: default")
    for file in files:
        list(linter.run(file.read_text("utf-8"), settings))


def rehearsals() -> bool:
    """Measure rehearsing, and print it; whether all aims are met."""
    explored, whole = rehearsed(0), rehearsed(PLAYS)
    a_second = PLAYS / (whole - explored)
    few, many = (most_memory("rehearse", str(plays)) for plays in (FEW, PLAYS))
    print(f"rehearse {JOURNEY}: everything tried in {explored:.2f} s")
    print(f"  {a_second:,.0f} whole plays a second, aim {PLAYS_A_SECOND}")
    print(f"  {PLAYS:,} plays with all counts in {whole:.1f} s, aim {SECONDS} s")
    print(f"  {many:.0f} MiB for {PLAYS:,} plays, {few:.0f} MiB for {FEW:,}")
    is_flat = many - few <= GROWTH_MIB
    return a_second >= PLAYS_A_SECOND and whole <= SECONDS and is_flat


def main() -> int:
    """Print what was found; 1 where an aim is missed."""
    return 0 if all([checks(), rehearsals()]) else 1


if __name__ == "__main__":
    sys.exit(main())
