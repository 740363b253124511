"""How the reader words what it refuses."""

from __future__ import annotations

from empathy_sim.library.places import START, Place
from empathy_sim.library.problems import Findings, excerpt
from empathy_sim.library.yaml_scalars import plain
from empathy_sim.text.cleaning import Offence

_IF_TEXT = "if it is text, put it in quotes"


def emptiness(findings: Findings) -> None:
    """A file with nothing in it, or only comments."""
    findings.add(
        "E103",
        START,
        "the file is empty",
        "begin it with scenario: or journey: and a name",
    )


def depth(place: Place, most: int, findings: Findings) -> None:
    """Lists and mappings inside each other, too many."""
    findings.add(
        "E105",
        place,
        f"lists and mappings stand more than {most} deep here",
        "nest them less; look for a bracket that is not closed",
    )


def size(place: Place, most: int, findings: Findings) -> None:
    """Too many values and keys in one file."""
    findings.add(
        "E106",
        place,
        f"the file holds more than {most:,} values",
        "split it into several scenarios",
    )


def length(place: Place, most: int, findings: Findings) -> None:
    """One text that is too long."""
    findings.add(
        "E107", place, f"this text is longer than {most:,} characters", "shorten it"
    )


def escape(place: Place, offence: Offence, findings: Findings) -> None:
    """A hostile character that a backslash in double quotes brings in."""
    findings.add(
        "E104",
        place,
        f"this text holds {offence.why} ({offence.number}), written with a backslash",
        "leave it out",
    )


def second_document(place: Place, findings: Findings) -> None:
    """A `---` with something before it."""
    findings.add(
        "E108",
        place,
        "a second document begins here",
        "keep one document a file; --- may only stand at its top",
    )


def anchor(place: Place, sign: str, findings: Findings) -> None:
    """An `&name` or `*name`."""
    findings.add(
        "E130",
        place,
        f"{excerpt(sign)} is an anchor or an alias, and those are not used here",
        f"write the value out; {_IF_TEXT}",
    )


def tag(place: Place, sign: str, findings: Findings) -> None:
    """A `!name`."""
    findings.add(
        "E131",
        place,
        f"{excerpt(sign)} is a tag, and tags are not used here",
        f"leave it out; {_IF_TEXT}",
    )


def merge_key(place: Place, findings: Findings) -> None:
    """A `<<`."""
    findings.add(
        "E132",
        place,
        "<< would merge another mapping into this one",
        "write its keys out here",
    )


def key(place: Place, text: str | None, findings: Findings) -> None:
    """A key that is not text; None for a list or a mapping."""
    if text is None:
        says, hint = (
            "a list or a mapping stands where a key belongs",
            ("write a word and a colon; a text in brackets needs quotes"),
        )
    elif not text:
        says, hint = "a key is missing here", "write a word before the colon"
    else:
        what = _KINDS[type(plain(text))]
        says, hint = f"the key {text} is {what}, not text", f'write "{text}":'
    findings.add("E133", place, says, hint)


_KINDS = {
    int: "a number",
    float: "a number",
    bool: "a truth value",
    type(None): "nothing",
}


def repetition(place: Place, text: str, first: int, findings: Findings) -> None:
    """A key that its mapping has already."""
    where = f"on line {first} and on line {place.line}"
    if first == place.line:
        where = "both times on this line"
    findings.add(
        "E134",
        place,
        f"{excerpt(text)} is written twice, {where}",
        "keep one of them",
    )
