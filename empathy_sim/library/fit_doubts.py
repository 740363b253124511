"""What is doubtful in a fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import NamedTuple

from msgspec import structs
from msgspec.structs import replace

from empathy_sim.journey.script import Script
from empathy_sim.library.advice_report import missed_by_fit
from empathy_sim.library.advice_waits import unfit
from empathy_sim.library.fit_fields import Field
from empathy_sim.library.walks import walk_of

_FIELD = 3
"""Keys above a setting's value: stages, the stage, the setting."""


class Doubt(NamedTuple):
    """Something that can be played, and hardly will be believed."""

    path: tuple[str, ...]
    """Of the field it is about; of the section where it is about several."""
    says: str
    """A sentence with what to try."""


def still_told(written: Script, fields: Iterable[Field]) -> tuple[Doubt, ...]:
    """That texts of the story say numbers as they were before they were changed.

    Args:
        written: the journey as its author wrote it.
        fields: as they are filled in.
    """
    old = dict.fromkeys(
        number
        for field in fields
        if field.is_set and field.typed.strip() != field.shipped
        for number in _as_told(field)
    )
    texts = tuple(_texts(written))
    said = {
        number: tuple(text for text in texts if _says(text, number)) for number in old
    }
    found = [number for number, where in said.items() if where]
    if not found:
        return ()
    where = dict.fromkeys(text for each in said.values() for text in each)
    name = "text of the story says" if len(where) == 1 else "texts of the story say"
    says = (
        f"{len(where)} {name} {' or '.join(found)}, as it was; the first: "
        f'"{shorten(next(iter(where)), _SHOWN, placeholder=" ...")}". '
        "Try: leave the number, or change the text in a journey of your own."
    )
    return (Doubt(("story",), says),)


_SHOWN = 60


def _as_told(field: Field) -> tuple[str, ...]:
    """How a story tells what a number was: `26m`, and `26 minutes`."""
    match field.path:
        case ("report", _, _):
            return (field.shipped,)
        case ("stages", _, _):
            return (field.shipped, replace(field, typed=field.shipped).in_words)
        case _:
            return ()


def _says(text: str, number: str) -> bool:
    return bool(re.search(rf"(?<![\w.]){re.escape(number)}(?!\w)", text))


def _texts(script: Script) -> Iterator[str]:
    """What people read in it, but for the report and the names of settings."""
    journey = structs.replace(script.journey, report=())
    nouns = (
        journey,
        *(
            structs.replace(stage.scenario, settings={})
            for stage in script.stages.values()
        ),
    )
    for noun in nouns:
        yield from dict.fromkeys(each.name for each in walk_of(noun).of("text"))


def doubts_of(fitted: Script, written: Script | None) -> tuple[Doubt, ...]:
    """Everything doubtful in what a journey is fitted with.

    Args:
        fitted: the journey with what is set in it.
        written: the journey as its author wrote it.
    """
    return tuple(
        Doubt(
            tuple(map(str, wrong.at[:_FIELD])),
            f"{wrong.says[:1].upper()}{wrong.says[1:]}. Try: {wrong.hint}.",
        )
        for wrong in (*missed_by_fit(fitted), *unfit(fitted, written))
    )
