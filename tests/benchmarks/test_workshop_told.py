"""What seats cost is told with its aims."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.seat_machine import Besides
from benchmarks.seat_processes import end_marked, started
from benchmarks.workshop_costs import Cost
from benchmarks.workshop_told import told, told_growth

QUIET = Besides(cores=0.05, load=0.4, sync_ms=0.2)
THEIRS = Cost(
    seats=100,
    pss_mib=3_000,
    seat_mib=30,
    start_ms=400,
    start_cpu_ms=400,
    joined_s=20,
    joined_cpu_s=40,
    quiet_p50_ms=10,
    quiet_cpu_ms=20,
    typing_p50_ms=10,
    typing_p95_ms=100,
    typing_p99_ms=200,
    typing_cpu=60,
    idle_cpu=20,
    lost=3,
    besides=QUIET,
)
OURS = replace(
    THEIRS,
    pss_mib=300,
    seat_mib=2.5,
    start_ms=90,
    joined_s=4,
    quiet_p50_ms=4,
    typing_p95_ms=15,
    typing_p99_ms=30,
    typing_cpu=25,
    lost=0,
)


def test_every_ratio_stands_beside_its_aim(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(OURS, THEIRS)

    rows = capsys.readouterr().out.splitlines()
    [memory] = [row.split() for row in rows if "memory a seat" in row]
    assert memory[3:] == ["2.5", "30", "MiB", "0.08", "0.10", "met"]
    assert sum(row.endswith("met") for row in rows) == 9
    assert any("a quiet machine" in row for row in rows)


@pytest.mark.parametrize(
    "worse",
    [
        {"seat_mib": 3.5},
        {"typing_p95_ms": 21.0},
        {"lost": 1},
        {"pss_mib": 601.0},
        {"typing_p99_ms": 101.0},
    ],
)
def test_one_aim_that_is_missed_is_said(
    worse: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert not told(replace(OURS, **worse), THEIRS)
    assert capsys.readouterr().out.count("MISSED") == 1


def test_one_seat_alone_is_not_asked_how_many_type(
    capsys: pytest.CaptureFixture[str],
) -> None:
    one, other = replace(OURS, seats=1), replace(THEIRS, seats=1)

    assert told(replace(one, typing_p95_ms=99.0, joined_s=20.0), other)
    assert "MISSED" not in capsys.readouterr().out


def test_a_busy_machine_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    told(replace(OURS, besides=Besides(cores=1.2, load=3.1, sync_ms=40.0)), THEIRS)

    said = capsys.readouterr().out
    assert "a BUSY machine: others used 120 % of one of" in said
    assert "load average 3.1; 40 ms to the disk" in said


def test_memory_may_grow_at_first_and_then_no_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told_growth([60.0 + min(each, 50) for each in range(250)])
    assert not told_growth([60.0 + each / 10 for each in range(250)])
    assert "growth over the last 100: 10 MiB; aim 4: MISSED" in capsys.readouterr().out


STUBBORN = """
import subprocess, sys, time
child = [sys.executable, "-c", "import time; time.sleep(600)"]
print(subprocess.Popen(child, start_new_session=True).pid, flush=True)
time.sleep(600)
"""


def is_running(pid: int) -> bool:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return False
    return fields[0] != "Z"


async def until(comes: Callable[[], object]) -> None:
    for _ in range(1_000):
        if comes():
            return
        await asyncio.sleep(0.02)
    raise TimeoutError


async def test_a_process_ends_with_all_that_came_of_it(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    async with started((sys.executable, "-c", STUBBORN), said, tmp_path):
        await until(lambda: said.read_text().endswith("\n"))
        child = int(said.read_text())
        assert is_running(child)

    await until(lambda: not is_running(child))


def test_nothing_is_ended_that_has_another_mark() -> None:
    assert end_marked("nobody has this mark") == []
