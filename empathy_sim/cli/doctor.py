"""The verb that says what this machine has."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from empathy_sim.cli.options import data_option, keep_data
from empathy_sim.text.sinks import for_terminal
from empathy_sim.version import VERSION

_PACKAGES = ("textual", "pydantic", "PyYAML", "Faker", "click", "platformdirs")
_LEAST = (60, 18)


@click.command("doctor", epilog="Example: empathy-sim doctor")
@data_option
@click.pass_context
def doctor(ctx: click.Context, data: Path | None) -> None:
    """Say what this machine has, and what may trouble a session.

    Ends with 0 if nothing will, with 1 if something may.
    """
    keep_data(data)
    for name, says in (*_versions(), *_terminal(), *_folder()):
        click.echo(for_terminal(f"{name:<12} {says}"))
    concerns = tuple(_concerns())
    for concern in concerns:
        click.echo(for_terminal(f"\nmind: {concern}"))
    if not concerns:
        click.echo("\nNothing here will trouble a session.")
    ctx.exit(1 if concerns else 0)


def _versions() -> Iterator[tuple[str, str]]:
    from empathy_sim.store.opening import SQLITE

    yield "Empathy Sim", VERSION
    yield "Python", f"{platform.python_version()} on {platform.platform(terse=True)}"
    yield "SQLite", SQLITE
    for package in _PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            yield package, "missing"
    yield "YAML parser", _yaml_parser()


def _yaml_parser() -> str:
    from empathy_sim.library.yaml_events import FASTEST, LIBYAML

    return "libyaml" if FASTEST is LIBYAML else "pure Python: slower, smaller files"


def _terminal() -> Iterator[tuple[str, str]]:
    yield "Terminal", _size() if _is_terminal() else "none here; --plain needs none"
    yield "Colours", _colours()


def _is_terminal() -> bool:
    return sys.stdout.isatty() and sys.stdin.isatty()


def _size() -> str:
    columns, rows = shutil.get_terminal_size()
    return f"{columns}x{rows}, TERM={os.environ.get('TERM', '')}"


def _colours() -> str:
    if "NO_COLOR" in os.environ:
        return "none (NO_COLOR is set)"
    true = os.environ.get("COLORTERM", "") in {"truecolor", "24bit"}
    return "16 million" if true else "as the terminal has them"


def _folder() -> Iterator[tuple[str, str]]:
    from empathy_sim.store.folder import data_folder

    folder = data_folder(None, os.environ)
    free = _free(folder)
    yield "Data folder", str(folder) + ("" if folder.exists() else " (not made yet)")
    yield "Free there", "unknown" if free is None else f"{free // 1_000_000} MB"


def _free(folder: Path) -> int | None:
    from empathy_sim.store.folder import free_bytes

    try:
        return free_bytes(folder)
    except OSError:
        return None


def _concerns() -> Iterator[str]:
    from empathy_sim.store.folder import data_folder, drive_concern, space_concern

    folder = data_folder(None, os.environ)
    columns, rows = shutil.get_terminal_size()
    if _is_terminal() and (columns < _LEAST[0] or rows < _LEAST[1]):
        yield f"this window is smaller than {_LEAST[0]} by {_LEAST[1]}: make it larger."
    yield from _writing_concerns(folder)
    drive, free = drive_concern(folder), _free(folder)
    space = None if free is None else space_concern(folder, free)
    for concern in (drive, space):
        if concern:
            yield concern


def _writing_concerns(folder: Path) -> Iterator[str]:
    """Whether sessions could be kept there at all; nothing is made to find out."""
    nearest = next(
        (each for each in (folder, *folder.parents) if each.exists()), folder
    )
    if not nearest.is_dir():
        yield f"{nearest} is not a folder. Choose one with --data."
    elif not os.access(nearest, os.W_OK | os.X_OK):
        yield f"nothing can be saved in {nearest}. Choose another folder with --data."
