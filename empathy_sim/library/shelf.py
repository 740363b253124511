"""Where journeys and scenarios are found."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from empathy_sim.errors import Usage

Kind = Literal["journey", "scenario"]
"""What can be played."""
FileKind = Literal["journey", "scenario", "fit"]
"""What a file of a library is."""

VARIABLE = "EMPATHY_SIM_LIBRARY"
"""Folders of journeys and scenarios, separated as in PATH."""

JOURNEYS, SCENARIOS, FITS = "journeys", "scenarios", "fits"
FIT_SUFFIX = ".fit.yaml"
_SUFFIXES = frozenset({".yaml", ".yml"})
_PEEKED = 4_096
_FIRST_KEY = re.compile(
    r"""["']?(journey|scenario|fit)["']?\s*:\s+["']?([a-z0-9_-]+)["']?\s*(?:\#.*)?"""
)
_KINDS: Mapping[str, FileKind] = {
    "journey": "journey",
    "scenario": "scenario",
    "fit": "fit",
}
_PASSED_OVER = ("#", "---", "%")


class WhichFit(Struct, frozen=True):
    """With what journeys are played; by default with what is found for them."""

    file: Path | None = None
    """A fit for every journey, instead of what is found."""
    none: bool = False
    """Whether each is played as it is."""


class Shelf(Struct, frozen=True):
    """Every journey and scenario that can be named; of two with one id the first."""

    journeys: Mapping[str, Path] = field(default_factory=dict)
    scenarios: Mapping[str, Path] = field(default_factory=dict)
    fits: Mapping[str, Path] = field(default_factory=dict)
    """What was fitted, by the journey."""
    which: WhichFit = WhichFit()

    def beside(self, journey: Path) -> Shelf:
        """The same shelf, with the scenarios that lie beside a journey file first.

        They lie in `scenarios/` next to the file, or next to its folder.
        """
        folder = journey.parent
        near = [folder / SCENARIOS, folder.parent / SCENARIOS]
        found = _by_id(near, "scenario")
        return replace(self, scenarios={**self.scenarios, **found}) if found else self

    def fit_of(self, journey: Path) -> Path | None:
        """The fit of a journey's file; None where it is played as it is.

        It lies beside the file, as `NAME.fit.yaml`, in `fits/` next to its folder, or
        in `fits/` of a library.
        """
        if self.which.none or self.which.file is not None:
            return self.which.file
        kind, name = peek(journey)
        if kind != "journey":
            return None
        beside = journey.with_name(f"{journey.stem}{FIT_SUFFIX}")
        if beside.is_file():
            return beside
        near = _by_id([journey.parent / FITS, journey.parent.parent / FITS], "fit")
        return near.get(name) or self.fits.get(name)

    def journey_of(self, name: str, fit: Path) -> Path | None:
        """The journey of that name that a fit's file is for; the one beside it first.

        None where there is none.
        """
        beside = fit.with_name(f"{Path(fit.stem).stem}{fit.suffix}")
        if is_fit(fit) and beside.is_file() and peek(beside) == ("journey", name):
            return beside
        return self.journeys.get(name)

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


def find_shelf(folders: Iterable[Path], which: WhichFit | None = None) -> Shelf:
    """What lies in some folders, each holding `journeys/`, `scenarios/` or both.

    Args:
        folders: libraries; of two things with one id the first is taken.
        which: with what journeys are played; by default with what is found.
    """
    those = tuple(folders)
    return Shelf(
        _by_id([folder / JOURNEYS for folder in those], "journey"),
        _by_id([folder / SCENARIOS for folder in those], "scenario"),
        _by_id([folder / FITS for folder in those], "fit"),
        which or WhichFit(),
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


def is_fit(path: Path) -> bool:
    """Whether a file is called as a fit is: `NAME.fit.yaml`."""
    return [each.lower() for each in path.suffixes[-2:-1]] == [".fit"]


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


def peek(path: Path) -> tuple[FileKind | None, str]:
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
            return _KINDS[found[1]], found[2]
        break
    return None, path.stem


def _by_id(folders: Iterable[Path], kind: FileKind) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for path in files_in(folder):
            named, name = peek(path)
            if named is None and is_fit(path):
                named, name = "fit", Path(path.stem).stem
            if named in {kind, None}:
                found.setdefault(name, path)
    return found
