"""How soon something is seen, and what it weighs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.prepared import prepared_session
from benchmarks.ratios import Comparison, milliseconds, report
from tests.cli.pseudo_terminal import ROOT, PseudoTerminal

ROUNDS = 9
VERSIONS = 20
SIZE = (100, 30)
HOME, PLAYABLE, MEMORY, VERSION = 1.3, 1.6, 1.5, 3.0
"""The highest ratios that are good enough."""
SMALLEST = """
from textual.app import App
from textual.widgets import Static
class Smallest(App):
    def compose(self):
        yield Static("all there is")
Smallest().run()
"""
OURS = (sys.executable, "-m", "empathy_sim")


@dataclass(frozen=True, slots=True)
class Start:
    """A program and the words by which its first screen is known."""

    command: Sequence[str]
    shows: str


@dataclass(frozen=True, slots=True)
class Started:
    """How one start went."""

    painted_ms: float
    """From the start of the program to the first bytes with those words."""
    cpu_ms: float
    """What both processes had worked by then; steadier where others work too."""
    app_mib: float
    """Resident, of the process that draws."""
    parent_mib: float
    """Resident, of the one that waits for it; 0 where there is none."""


def started(start: Start) -> Started:
    """Start a program in a terminal, look at it, and end it."""
    began = time.perf_counter()
    with closing(PseudoTerminal(start.command, SIZE)) as terminal:
        terminal.until(start.shows)
        painted = (time.perf_counter() - began) * 1_000
        tree = _tree(os.tcgetpgrp(terminal.screen))
        worked, weights = sum(map(_worked, tree)), [*map(_weight, tree)]
        terminal.press("\x11")  # ctrl+q closes them all
        with suppress(AssertionError, OSError):
            terminal.until(r"\?1049l")
        return Started(painted, worked, max(weights), sum(weights) - max(weights))


def _tree(leader: int) -> list[Path]:
    """A process and its children, as the system shows them."""
    children = Path(f"/proc/{leader}/task/{leader}/children").read_text("utf-8").split()
    return [Path(f"/proc/{pid}") for pid in (str(leader), *children)]


def _worked(process: Path) -> float:
    """Milliseconds that all of its threads have run."""
    threads = (process / "task").glob("*/schedstat")
    return sum(int(each.read_text("utf-8").split()[0]) for each in threads) / 1e6


def _weight(process: Path) -> float:
    """MiB that are resident."""
    status = (process / "status").read_text("utf-8")
    said: Mapping[str, str] = dict(
        line.split(":", 1) for line in status.splitlines() if ":" in line
    )
    return int(said["VmRSS"].split()[0]) / 1_024


def compared() -> int:
    """Start each in turn, round by round; 1 where an aim is missed."""
    starts = {
        "smallest": Start((sys.executable, "-c", SMALLEST), "all there is"),
        "home": Start(OURS, "Sit in your own"),
        "playable": Start((*OURS, "resume"), "Your call is important"),
    }
    rounds = [
        {name: started(each) for name, each in starts.items()}
        for _ in range(ROUNDS + 1)
    ]
    del rounds[0]  # it warms caches
    code = 0
    floor = median(each["smallest"].painted_ms for each in rounds)
    weight = median(each["smallest"].app_mib for each in rounds)
    print(f"smallest Textual app: {floor:.0f} ms, {weight:.1f} MiB; {ROUNDS} rounds")
    for name, aim in (("home", HOME), ("playable", PLAYABLE)):
        ratio = median(
            each[name].painted_ms / each["smallest"].painted_ms for each in rounds
        )
        heavier = median(
            each[name].app_mib / each["smallest"].app_mib for each in rounds
        )
        painted = median(each[name].painted_ms for each in rounds)
        app = median(each[name].app_mib for each in rounds)
        parent = median(each[name].parent_mib for each in rounds)
        worked = median(each[name].cpu_ms / each["smallest"].cpu_ms for each in rounds)
        print(
            f"{name}: first frame {painted:.0f} ms, ratio {ratio:.2f}, aim {aim:.2f}"
            f"{'' if ratio <= aim else '  missed'}, of CPU {worked:.2f}; {app:.1f} MiB, ratio {heavier:.2f},"
            f" aim {MEMORY:.2f}{'' if heavier <= MEMORY else '  missed'};"
            f" its parent {parent:.1f} MiB"
        )
        code |= ratio > aim or heavier > MEMORY
    return code


def _keep_bytecode(folder: Path) -> None:
    """Let what is started find itself compiled, as everything installed is.

    Of a checkout that may not be written to, every start would compile our modules
    and none of Textual's. The first round, which is not counted, compiles them all.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def run(*command: str) -> None:
    """Run a program to its end, unheard."""
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def main() -> int:
    """Measure and print; 1 where an aim is missed."""
    folder = Path(tempfile.mkdtemp(prefix="empathy-sim-start-"))
    try:
        prepared_session(folder, pace="real")
        os.environ["EMPATHY_SIM_DATA"] = str(folder)
        _keep_bytecode(folder / "bytecode")
        code = compared()
    finally:
        shutil.rmtree(folder)
    version = Comparison(
        "--version",
        milliseconds(lambda: run(sys.executable, "-m", "empathy_sim", "--version")),
        "python -c pass",
        milliseconds(lambda: run(sys.executable, "-c", "pass")),
        aim=VERSION,
    )
    return max(code, report([version], VERSIONS))


if __name__ == "__main__":
    sys.exit(main())
