"""A table of the fields of a noun."""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection, Iterator
from typing import Any

from msgspec import NODEFAULT, Struct

from docs.written_types import Linked, in_words
from empathy_sim.journey import units
from empathy_sim.journey.marks import Duration
from empathy_sim.journey.noun import Noun, defaults_of, written
from empathy_sim.journey.touchpoint import Happens, Promising, Touchpoint
from empathy_sim.journey.walking import types_of
from empathy_sim.library.field_words import words_of

NEEDED = "needed"
_PARTS: tuple[type[Noun], ...] = (Touchpoint, Happens, Promising)
"""Nouns whose fields others have too, the fullest first."""


def heading_of(noun: type[Noun]) -> str:
    """What the table of a noun is headed: `Asks reaction`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun.__name__).capitalize()


def anchor_of(heading: str) -> str:
    """How a heading is linked to within a page, as GitHub makes it."""
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.replace(" ", "-")


def about(noun: type[Struct]) -> str:
    """What a noun is, in the words of its class."""
    said = inspect.getdoc(noun) or ""
    return "\n\n".join(shown(" ".join(part.split())) for part in said.split("\n\n"))


def shared_part(noun: type[Noun]) -> type[Noun] | None:
    """The noun whose fields this one has beside its own."""
    return next((p for p in _PARTS if issubclass(noun, p) and noun is not p), None)


def own_fields(noun: type[Noun]) -> tuple[str, ...]:
    """The fields that are told with a noun, and not with the part that it shares."""
    part = shared_part(noun)
    shared: Collection[str] = part.__struct_fields__ if part else ()
    return tuple(name for name in noun.__struct_fields__ if name not in shared)


def nouns_in(noun: type[Noun]) -> Iterator[type[Noun]]:
    """The nouns that its own fields can hold, in their order."""
    hints = types_of(noun)
    for name in own_fields(noun):
        yield from _nouns(hints[name])


def _nouns(hint: Any) -> Iterator[type[Noun]]:
    if isinstance(hint, type) and issubclass(hint, Noun) and hint is not Touchpoint:
        yield hint
    for each in getattr(hint, "__args__", ()):
        yield from _nouns(each)


def table_of(noun: type[Noun], linked: Linked) -> Iterator[str]:
    """The lines of its table, and what must be said of its keys together."""
    hints, words, defaults = types_of(noun), words_of(noun), defaults_of(noun)
    yield "| key | what it is | by default | what is written |"
    yield "|---|---|---|---|"
    for name in own_fields(noun):
        key = f"`{written(name)}`"
        default = shown_default(defaults[name], hints[name])
        said = in_words(hints[name], linked)
        yield "| " + " | ".join((key, _cell(words[name]), default, _cell(said))) + " |"
    if noun.ONE_OF:
        keys = ", ".join(f"`{written(name)}`" for name in noun.ONE_OF)
        yield ""
        yield f"Just one of {keys} is written."


def shown_default(default: object, hint: Any) -> str:
    """What a field is when its key is left out."""
    match default:
        case _ if default is NODEFAULT:
            said = NEEDED
        case bool():
            said = f"`{str(default).lower()}`"
        case int() if hint == Duration:
            said = f"`{units.written_duration(default)}`"
        case (str(), *_):
            said = ", ".join(f"`{each}`" for each in default)
        case int() | str() if default != "":
            said = f"`{default}`"
        case _:
            said = ""
    return said


def shown(words: str) -> str:
    """Words as Markdown shows them: outside of code, no sign means anything."""
    parts = words.split("`")
    parts[::2] = [part.replace("<", "&lt;") for part in parts[::2]]
    return "`".join(parts)


def _cell(words: str) -> str:
    return shown(words).replace("|", "\\|")
