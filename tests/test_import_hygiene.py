"""What each way in loads, in a fresh process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "empathy_sim"
HEAVY = frozenset({"click", "faker", "pydantic", "rich", "sqlite3", "textual", "yaml"})

ASK = """
import sys
sys.argv = ["empathy-sim", "--version"]
from empathy_sim.__main__ import main
main()
"""


def loaded_after(code: str) -> set[str]:
    """Name the modules a fresh Python holds after running some code."""
    report = "\nimport sys\nprint('|', *sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", code + report],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return set(ended.stdout.rpartition("|")[2].split())


def modules_of(room: str) -> list[str]:
    """Name the modules of a room, none where the room is not built."""
    return [
        ".".join(path.relative_to(REPOSITORY).with_suffix("").parts)
        for path in sorted((PACKAGE / room).rglob("*.py"))
        if path.name != "__init__.py"
    ]


def test_the_version_is_answered_before_anything_is_loaded() -> None:
    loaded = loaded_after(ASK)

    assert loaded & HEAVY == set()
    assert {name for name in loaded if name.startswith("empathy_sim")} == {
        "empathy_sim",
        "empathy_sim.__main__",
        "empathy_sim.version",
    }


def test_the_version_is_the_one_the_package_was_built_with() -> None:
    asked = [sys.executable, "-m", "empathy_sim", "--version"]
    ended = subprocess.run(
        asked, cwd=REPOSITORY, capture_output=True, text=True, check=True
    )

    constant = (PACKAGE / "version.py").read_text("utf-8").split('"')[-2]
    assert ended.stdout == f"empathy-sim {constant}\n"


@pytest.mark.parametrize(
    "room", ["journey", "engine", "session", "line", "debrief", "workbench"]
)
def test_a_pure_room_loads_nothing_heavy(room: str) -> None:
    modules = modules_of(room)

    assert modules, "the room is there"
    assert (
        loaded_after("".join(f"import {name}\n" for name in modules)) & HEAVY == set()
    )


def test_the_words_for_help_load_no_heavy_room() -> None:
    assert loaded_after("import empathy_sim.cli.main") & (HEAVY - {"click"}) == set()


@pytest.mark.parametrize("heavy", ["yaml", "sqlite3"])
def test_a_heavy_import_is_seen(heavy: str) -> None:
    assert heavy in loaded_after(f"import {heavy}") & HEAVY
