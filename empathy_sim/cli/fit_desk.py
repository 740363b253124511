"""A journey and its fit, on this computer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from empathy_sim.cli.private_file import write_private
from empathy_sim.errors import ContentRefused, StoreUnwritable, Usage
from empathy_sim.library.compose import Composer
from empathy_sim.library.fit_doubts import Doubt, doubts_of, still_told
from empathy_sim.library.fit_fields import Field, fields_of, fitted_value
from empathy_sim.library.fit_remarks import Remarks, remarks_in
from empathy_sim.library.fit_text import fit_text
from empathy_sim.library.fitting import Fitting, read_fitting
from empathy_sim.library.reading import read_bytes, read_file
from empathy_sim.library.schema_names import SCHEMAS, schema_file, schema_line
from empathy_sim.library.shelf import FIT_SUFFIX, FITS, Shelf, WhichFit

if TYPE_CHECKING:
    from empathy_sim.library.composed import Composed


@dataclass(frozen=True, slots=True)
class FitDesk:
    """Reads what is fitted in a journey, and saves what a form makes of it."""

    journey: Path
    file: Path
    """Where it is saved."""
    in_force: Path | None
    """What the journey is played with unless another is named, as things are."""
    is_named_to_play: bool
    """Whether what is saved is played only where its file is named."""
    reads: Path | None
    """Whose fit is shown."""
    shipped: Composed
    """The journey as it was written."""
    fitting: Fitting
    """What is set in it so far."""
    shelf: Shelf
    is_our_own: bool = False
    """Whether it is saved in the data folder, whose library nobody else tends."""

    @classmethod
    def of(
        cls,
        wanted: str,
        shelf: Shelf,
        own: Path,
        to: Path | None,
        *,
        only_shows: bool = False,
    ) -> FitDesk:
        """The desk of a journey.

        A fit that lies outside the data folder is an author's, and is not written
        over unless it is named; a new one begins as it is.

        Args:
            wanted: its id, or its file.
            shelf: where it is looked for, with its fit.
            own: the data folder, in whose library a new fit is put.
            to: where it is saved instead.
            only_shows: whether what is in force is wanted, and nothing is saved.

        Raises:
            Usage: there is no such journey.
            ContentRefused: it, or its fit, has problems.
        """
        file = shelf.file_of(wanted)
        shelf = Shelf(shelf.journeys, shelf.scenarios, shelf.fits)
        plain = Shelf(
            shelf.journeys, shelf.scenarios, shelf.fits, WhichFit(None, none=True)
        )
        shipped = Composer(plain).compose(file)
        if shipped.script is None:
            raise ContentRefused(problems=shipped.problems)
        if shipped.script.alone:
            raise Usage(
                says=f"{wanted} is a scenario, and only a journey can be fitted.",
                try_="one of " + ", ".join(shelf.journeys),
            )
        found = shelf.fit_of(file)
        home = own / "library" / FITS / f"{shipped.id}{FIT_SUFFIX}"
        kept = to or (found if found and _lies_in(found, own) else home)
        wants = to if only_shows else kept
        there = wants if wants is not None and wants.is_file() else found
        fitting = read_fitting(there, shipped.id)
        if fitting.written is not None and fitting.written.problems:
            raise ContentRefused(problems=fitting.written.problems)
        named = kept.resolve() != (found or home).resolve()
        ours = kept.resolve() == home.resolve()
        return cls(file, kept, found, named, there, shipped, fitting, shelf, ours)

    @property
    def title(self) -> str:
        """What the journey is called."""
        assert self.shipped.script is not None
        return self.shipped.script.journey.title

    @property
    def kept_in(self) -> str:
        """The file in which it is saved, as a person would find it."""
        home = str(Path.home())
        kept = str(self.file)
        return kept.replace(home, "~", 1) if kept.startswith(home + os.sep) else kept

    def fields(self) -> tuple[Field, ...]:
        """Everything that can be set, as it is set."""
        assert self.shipped.script is not None
        return fields_of(self.shipped.script, self.fitting.fit)

    def save(self, fields: Sequence[Field]) -> str:
        """Save what was filled in, whole or not at all.

        Returns:
            Why it was not saved, in a sentence; empty where it was.
        """
        for field in fields:
            if wrong := field.wrong():
                return f"{field.says}: {wrong}"
        before = self.fitting.written.value if self.fitting.written else {}
        value = fitted_value(fields, {"fit": self.shipped.id, **before})
        remarks = (
            remarks_in(self.fitting.written) if self.fitting.written else Remarks()
        )
        first = schema_line("fit", _schemas_from(self.file))
        raw = fit_text(value, first, remarks)
        written = read_bytes(self.file, raw.encode())
        composed = Composer(self.shelf).journey(self.journey, fit=written)
        for problem in composed.problems:
            if problem.is_error:
                hint = f" Try: {problem.hint}." if problem.hint else ""
                return f"{problem.says[:1].upper()}{problem.says[1:]}.{hint}"
        return self._keep(raw)

    def doubts(self) -> tuple[Doubt, ...]:
        """What is doubtful in what was saved."""
        if not self.file.is_file():
            return ()
        composer = Composer(self.shelf)
        made = composer.journey(self.journey, fit=read_file(self.file)).script
        if made is None or self.shipped.script is None:
            return ()
        filled = fields_of(self.shipped.script, made.fitted) if made.fitted else ()
        return (
            *doubts_of(made, self.shipped.script),
            *still_told(self.shipped.script, filled),
        )

    def _keep(self, text: str) -> str:
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_private(self.file, text)
            if self.is_our_own:
                _put_schema(self.file.parent.parent / SCHEMAS)
        except StoreUnwritable as refused:
            return str(refused)
        except OSError as refused:
            return f"{self.file.parent} cannot be made: {refused.strerror}."
        return ""


def _schemas_from(fit: Path) -> str:
    """The folder of the schemas as a fit's file names it; where none is, the usual."""
    here = fit.absolute().parent
    for above in (here, here.parent):
        if (above / SCHEMAS / schema_file("fit")).is_file():
            return Path(os.path.relpath(above / SCHEMAS, here)).as_posix()
    return f"../{SCHEMAS}"


def _put_schema(folder: Path) -> None:
    """Let an editor find the schema that the first line of a fit names.

    Raises:
        OSError: it cannot be written.
    """
    from empathy_sim.library.editor_schema import schema_text

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / schema_file("fit")).write_text(schema_text("fit"), "utf-8")


def _lies_in(file: Path, folder: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())
