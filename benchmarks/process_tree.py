"""Memory and time of a process and its children."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PROC = Path("/proc")


def tree(root: int) -> list[int]:
    """A process and all that came of it, by their ids."""
    children: dict[int, list[int]] = {}
    for pid, parent in _parents():
        children.setdefault(parent, []).append(pid)
    found, left = [], [root]
    while left:
        found.append(left.pop())
        left += children.get(found[-1], ())
    return found


def pss_mib(root: int) -> float:
    """Memory of a tree, what is shared counted by shares."""
    return _summed(root, "Pss:")


def uss_mib(root: int) -> float:
    """Memory that would be free if a tree were gone."""
    return _summed(root, "Private_Clean:") + _summed(root, "Private_Dirty:")


def cpu_s(root: int) -> float:
    """Seconds of processor time used so far, by what is gone as well."""
    total = 0
    for pid in tree(root):
        fields = _fields(pid)
        total += sum(int(field) for field in fields[11:15])
    return total / TICKS


def _summed(root: int, name: str) -> float:
    total = 0
    for pid in tree(root):
        try:
            lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(each.split()[1]) for each in lines if each.startswith(name))
    return total / 1_024


def _parents() -> Iterator[tuple[int, int]]:
    for path in PROC.iterdir():
        if path.name.isdigit() and (fields := _fields(int(path.name))):
            yield int(path.name), int(fields[1])


def _fields(pid: int) -> list[str]:
    """What `stat` says of a process behind its name; nothing if it is gone."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
