"""Where journeys and scenarios are found."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from empathy_sim.errors import Usage

Kind = Literal["journey", "scenario"]

VARIABLE = "EMPATHY_SIM_LIBRARY"
"""Folders of journeys and scenarios, separated as in PATH."""

JOURNEYS, SCENARIOS = "journeys", "scenarios"
_SUFFIXES = frozenset({".yaml", ".yml"})
_PEEKED = 4_096
_FIRST_KEY = re.compile(
    r"""["']?(journey|scenario)["']?\s*:\s+["']?([a-z0-9_-]+)["']?\s*(?:\#.*)?"""
)
_PASSED_OVER = ("#", "---", "%")


class Shelf(Struct, frozen=True):
    """Every journey and scenario that can be named; of two with one id the first."""

    journeys: Mapping[str, Path] = field(default_factory=dict)
    scenarios: Mapping[str, Path] = field(default_factory=dict)

    def beside(self, journey: Path) -> Shelf:
        """The same shelf, with the scenarios that lie beside a journey file first.

        They lie in `scenarios/` next to the file, or next to its folder.
        """
        folder = journey.parent
        near = [folder / SCENARIOS, folder.parent / SCENARIOS]
        found = _by_id(near, "scenario")
        return Shelf(self.journeys, {**self.scenarios, **found}) if found else self

    def file_of(self, name: str) -> Path:
        """The file of a journey or scenario, by its id or its path.

        Raises:
            Usage: there is none.
        """
        if looks_like_path(name):
            path = Path(name)
            if path.is_file():
                return path
            raise Usage(says=f"There is no file {name}.", try_="")
        found = self.journeys.get(name) or self.scenarios.get(name)
        if found is None:
            raise Usage(
                says=f'No journey or scenario is called "{name}".',
                try_=self._meant(name),
            )
        return found

    def _meant(self, name: str) -> str:
        from empathy_sim.library.meaning_wrong import nearest  # noqa: PLC0415

        return nearest(name, [*self.journeys, *self.scenarios])


def looks_like_path(name: str) -> bool:
    """Whether a name is meant as a file, not as an id."""
    return Path(name).suffix.lower() in _SUFFIXES or any(
        separator in name for separator in (os.sep, "/")
    )


def find_shelf(folders: Iterable[Path]) -> Shelf:
    """What lies in some folders, each holding `journeys/`, `scenarios/` or both."""
    those = tuple(folders)
    return Shelf(
        _by_id([folder / JOURNEYS for folder in those], "journey"),
        _by_id([folder / SCENARIOS for folder in those], "scenario"),
    )


def library_folders(
    here: Path, own: Path, environ: Mapping[str, str]
) -> tuple[Path, ...]:
    """The folders to look in, in that order.

    Args:
        here: the current folder.
        own: the folder of a person's sessions, in which `library/` is looked for.
        environ: where `EMPATHY_SIM_LIBRARY` may name more.

    Raises:
        Usage: it names a folder that is not there.
    """
    named = [Path(each) for each in environ.get(VARIABLE, "").split(os.pathsep) if each]
    for folder in named:
        if not folder.is_dir():
            raise Usage(
                says=f"{VARIABLE} names {folder}, and there is no such folder.",
                try_=f"make it, or set {VARIABLE} to the folder of your journeys",
            )
    return (here, *named, own / "library", shipped())


def shipped() -> Path:
    """The folder that came with the program."""
    inside = Path(__file__).with_name("shelf")
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2]


def files_in(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder, by name; none that a link leads out of it."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - sorts names, not paths
        inside = folder.resolve()
    except OSError:
        return
    for name in names:
        path = folder / name
        if path.suffix.lower() in _SUFFIXES and _lies_in(path, inside):
            yield path


def _lies_in(path: Path, folder: Path) -> bool:
    try:
        return path.is_file() and path.resolve().parent == folder
    except (OSError, RuntimeError):
        return False


def peek(path: Path) -> tuple[Kind | None, str]:
    """The kind and id that a file begins with; its own name where it does not say."""
    try:
        with path.open("rb") as opened:
            start = opened.read(_PEEKED).decode("utf-8-sig", "replace")
    except OSError:
        return None, path.stem
    for line in start.splitlines():
        if not line.strip() or line.startswith(_PASSED_OVER):
            continue
        if found := _FIRST_KEY.fullmatch(line.rstrip()):
            return ("journey" if found[1] == "journey" else "scenario"), found[2]
        break
    return None, path.stem


def _by_id(folders: Iterable[Path], kind: Kind) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for path in files_in(folder):
            named, name = peek(path)
            if named in {kind, None}:
                found.setdefault(name, path)
    return found
