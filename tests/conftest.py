"""A terminal, a network and a disk like everywhere."""

from __future__ import annotations

import gc
import os
import shutil
import socket
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "lean",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", parent=settings.get_profile("lean"), max_examples=2_000
)

LONG_SECONDS = 600
SWEEPS = (50_000, 20, 50)
"""How seldom the collector looks for circles of garbage, in its own three counts."""

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
"""Bytes that must be free in memory before tests put their files there."""
IN_MEMORY = pytest.StashKey[str]()

HERE = {"localhost", "127.0.0.1", "::1"}


class ForeignConnectionError(AssertionError):
    """A test, or what it tests, reached for another computer."""


def pytest_configure(config: pytest.Config) -> None:
    """Fix what a terminal, a developer's own folders and a machine's speed change."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "EMPATHY_SIM_LIBRARY"):
        os.environ.pop(name, None)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    if config.getoption("-m").startswith("not long") and has_room(MEMORY):
        config.stash[IN_MEMORY] = keep_files_in(MEMORY)
    os.environ["EMPATHY_SIM_DATA"] = tempfile.mkdtemp(prefix="empathy-sim-tests-")
    if config.getoption("--hypothesis-profile") is None:
        asked_for_long = config.getoption("-m") == "long"
        settings.load_profile("long" if asked_for_long else "lean")


def has_room(memory: Path) -> bool:
    """Whether files can be kept, and run, in memory: nobody has said where to."""
    if "TMPDIR" in os.environ or not memory.is_dir() or not os.access(memory, os.W_OK):
        return False
    found = os.statvfs(memory)
    runs = not found.f_flag & getattr(os, "ST_NOEXEC", 0)
    return runs and found.f_bavail * found.f_frsize > ROOM


def keep_files_in(memory: Path) -> str:
    """Let no test wait for a disk, on which a commit takes as long as it pleases.

    Long counts stay on the disk.
    """
    folder = tempfile.mkdtemp(prefix="empathy-sim-tests-", dir=memory)
    Path(folder).chmod(0o755)  # other accounts are locked out further inside
    os.environ["TMPDIR"] = folder
    tempfile.tempdir = None
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep the collector from what lasts for the whole run: modules and tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(*SWEEPS)
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give a long count longer before it is taken for hung."""
    for item in items:
        if item.get_closest_marker("long") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(LONG_SECONDS))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave no folder behind."""
    shutil.rmtree(os.environ.pop("EMPATHY_SIM_DATA"), ignore_errors=True)
    if folder := config.stash.get(IN_MEMORY, ""):
        shutil.rmtree(folder, ignore_errors=True)


def refuse_foreign(address: object) -> None:
    """Let nothing but this computer and sockets with a file name through."""
    host = address[0] if isinstance(address, tuple) else None
    if host is not None and host not in HERE:
        raise ForeignConnectionError(f"a connection to {host}")


@pytest.fixture(scope="session", autouse=True)
def _nothing_leaves_this_computer() -> Iterator[None]:
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    getaddrinfo = socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        refuse_foreign(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        refuse_foreign(address)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *rest: Any, **named: Any) -> object:
        refuse_foreign((host,))
        return getaddrinfo(host, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
        yield
