"""What a machine does beside what is measured."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import process_tree

_STAT = Path("/proc/stat")
_WORKS = (0, 1, 2, 5, 6, 7)
"""Columns of `/proc/stat` in which a processor worked: all but idle and waiting."""
SYNCS = 9
QUIET = 15.0
"""Percent of one core that others may use in a run that is worth keeping."""


@dataclass(frozen=True, slots=True)
class Besides:
    """What others did on a machine while something was measured."""

    cores: float
    """How many cores they kept busy."""
    load: float
    """The load average of a minute, at the end; what is measured is in it."""
    sync_ms: float
    """What it took to bring a few bytes to the disk, as every move has to be."""

    @property
    def is_quiet(self) -> bool:
        return self.cores * 100 <= QUIET

    def __str__(self) -> str:
        kind = "a quiet machine" if self.is_quiet else "a BUSY machine"
        return (
            f"{kind}: others used {self.cores * 100:.0f} % of one of"
            f" {os.cpu_count()} cores; load average {self.load:.1f};"
            f" {self.sync_ms:.2g} ms to the disk"
        )


class Watched:
    """Tells what others did from its making on."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._busy, self._own = _busy_s(), process_tree.cpu_s(os.getpid())
        self._sync_ms = _sync_ms()

    def so_far(self) -> Besides:
        """What they did; ask while all that is measured still runs."""
        passed = time.perf_counter() - self._began
        busy = _busy_s() - self._busy
        own = process_tree.cpu_s(os.getpid()) - self._own
        sync_ms = max(self._sync_ms, _sync_ms())
        return Besides(max(0.0, busy - own) / passed, os.getloadavg()[0], sync_ms)


def _busy_s() -> float:
    """Seconds for which all processors together have worked since the start."""
    fields = [int(each) for each in _STAT.read_text().split("\n", 1)[0].split()[1:]]
    return sum(fields[at] for at in _WORKS) / process_tree.TICKS


def _sync_ms() -> float:
    took = []
    with tempfile.TemporaryFile() as file:
        for _ in range(SYNCS):
            file.write(b"a move")
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - began) * 1_000)
    return median(took)
