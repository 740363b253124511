"""Who holds a session, and whether they still live."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

OTHER_MACHINE_S = 120
"""How long the holder on another machine may be silent, in seconds."""
UNKNOWN_BIRTH_S = 12 * 3600
"""The same, where a process cannot be told from a later one of its number."""

_PROC = Path("/proc")
_STATE, _BORN = 0, 19
"""Where `stat` has a process's state and birth, counted behind its name."""


class Holder(NamedTuple):
    """A process that holds a session."""

    pid: int
    host: str
    boot: str
    """Which start of the machine it belongs to; empty where that is not known."""
    born: str
    """When it started, in ticks since then; empty where that is not known."""


def this_process() -> Holder:
    """Who asks."""
    pid = os.getpid()
    state = _state_of(pid)
    return Holder(pid, _host(), _boot(), state[_BORN] if state else "")


def is_gone(holder: Holder, here: Holder, silent_s: int) -> bool:
    """Whether a holder has died, as far as it can be seen from here.

    Args:
        holder: Who holds a session.
        here: The process that asks.
        silent_s: For how many seconds the holder has given no sign of life.
    """
    if holder.host != here.host:
        return silent_s > OTHER_MACHINE_S
    if holder.boot != here.boot:
        return True
    if sys.platform == "win32":
        return silent_s > OTHER_MACHINE_S
    return _is_dead(holder) or (not holder.born and silent_s > UNKNOWN_BIRTH_S)


def described(holder: Holder, here: Holder, since: int) -> str:
    """Who holds a session, in words; `since` in seconds of Unix time."""
    clock = time.strftime("%H:%M", time.localtime(since))
    if holder.host != here.host:
        return f"the machine {holder.host}, since {clock}"
    return f"another window on this machine, since {clock} (process {holder.pid})"


def _is_dead(holder: Holder) -> bool:
    try:
        os.kill(holder.pid, 0)  # asks only; on Windows it would end the process
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    state = _state_of(holder.pid)
    if not state:
        return False
    return state[_STATE] in "ZX" or state[_BORN] != holder.born


def _state_of(pid: int) -> list[str]:
    """The columns of a process's `stat` behind its name; none where there are none."""
    with suppress(OSError):
        written = (_PROC / str(pid) / "stat").read_text("utf-8", "replace")
        return written.rpartition(")")[2].split()
    return []


def _boot() -> str:
    with suppress(OSError):
        return (_PROC / "sys/kernel/random/boot_id").read_text("utf-8").strip()
    return ""


def _host() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
