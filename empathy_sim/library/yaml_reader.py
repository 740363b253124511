"""Reading YAML that anyone may have written."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from empathy_sim.library.places import START, Found, Place, Places
from empathy_sim.library.problems import Findings, Problem
from empathy_sim.library.yaml_events import FASTEST, EventSource, Limits
from empathy_sim.library.yaml_ordinary import read_ordinary
from empathy_sim.library.yaml_walk import Walk
from empathy_sim.text.cleaning import offences
from empathy_sim.text.safe import shown

_MOST_HOSTILE = 20
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, and what is wrong with how it says it."""

    value: object
    """Dicts with text keys, lists, text, numbers, truth values and None; None as a
    whole when the file could not be read to its end."""

    places: Places
    """Where each value and key stands."""

    problems: tuple[Problem, ...]
    """In the order of the file."""


def read_yaml(raw: bytes, file: str, *, events: EventSource = FASTEST) -> Reading:
    """Read one YAML document, strictly and within limits, from the bytes of a file.

    Whatever the bytes are, nothing is raised: what is wrong is in the problems.

    Args:
        raw: the bytes of the file.
        file: its name, as the problems give it.
        events: the parser to use; the fastest one of this machine by default.
    """
    findings = Findings(file)
    text = _decoded(raw, events.limits, findings)
    if text is None or not _is_readable(text, findings):
        return Reading(None, Places(), findings.in_order())
    if events.is_quick and not findings.has_any:
        value = read_ordinary(text, events)
        if value is not None:
            return Reading(value, Places(lambda: _found(text, events)), ())
    walk = Walk(shown(text), events.limits, findings)
    walk.through(events)
    return Reading(walk.value, Places(lambda: walk.found), findings.in_order())


def _found(text: str, events: EventSource) -> Found:
    """Where all stands in a text in which nothing is wrong."""
    walk = Walk(text, events.limits, Findings(""))
    walk.through(events)
    return walk.found


def _decoded(raw: bytes, limits: Limits, findings: Findings) -> str | None:
    """The text of a file with one kind of line break; None when there is none to read."""
    if len(raw) > limits.size:
        findings.add(
            "E102",
            START,
            f"the file is larger than {limits.size:,} bytes",
            "split it into several scenarios",
        )
        return None
    if raw.startswith(_UTF_16):
        findings.add("E101", START, "the file is UTF-16 text", "save it as UTF-8")
        return None
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = raw.decode("utf-8", errors="replace")
        findings.add(
            "E101",
            _end_of(_with_plain_breaks(raw[: error.start].decode("utf-8"))),
            f"byte {raw[error.start]:#04x} is not UTF-8 text",
            "save the file as UTF-8; an older editor may have saved it otherwise",
        )
    return _with_plain_breaks(text)


def _with_plain_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end_of(text: str) -> Place:
    """Where the next character after a text stands."""
    return Place(text.count("\n") + 1, len(text) - text.rfind("\n"))


def _is_readable(text: str, findings: Findings) -> bool:
    """Note hostile characters; False when there are too many for a text by a person."""
    for offence in (found := offences(text, most=_MOST_HOSTILE + 1))[:_MOST_HOSTILE]:
        findings.add(
            "E104",
            _end_of(text[: offence.index]),
            f"{offence.why} ({offence.number}) stands here",
            "delete it; where a text was pasted, type that part by hand",
        )
    if len(found) > _MOST_HOSTILE:
        last = _end_of(text[: found[-1].index])
        findings.add(
            "E109",
            last,
            f"there are more than {_MOST_HOSTILE} such characters; the rest is not read",
            "open it in a plain text editor and save it as UTF-8",
        )
    return len(found) <= _MOST_HOSTILE
