"""What YAML accepts in silence though nobody meant it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from empathy_sim.library.places import Place
from empathy_sim.library.problems import Findings, excerpt
from empathy_sim.library.yaml_tree import Word

GLUED_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)")
"""A key with no space after its colon: `title:Hello`; not `https://`."""

GLUED_ITEM = re.compile(r"-(?P<item>[A-Za-z_{\[\"\'].*)")
"""A list item with no space after its dash: `-queue`; not `-4`."""

_END_OF_SENTENCE = re.compile(r",\s*[\w-]+:\s|[}\]]")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,30}(?:\.[a-z0-9_]{1,30})?")
_HASH = re.compile(r" +#(?P<digit>\d)?")
_ONLY_HASH = re.compile(r" +#\s*")
_BEFORE_A_HASH = frozenset(
    {"and", "dial", "enter", "key", "or", "press", "the", "then"}
)
_NEAR = 200
_GLUED = re.compile(r"""\n[^\S\n]*(?:-[A-Za-z_{\["']|[A-Za-z_][\w-]*:[^\s:/])""")


def may_be_glued(text: str) -> bool:
    """Whether `swallowed` would look twice at any line of a text."""
    return _GLUED.search(f"\n{text}") is not None


def swallowed(numbers: Iterable[int], lines: Sequence[str], findings: Findings) -> None:
    """Note keys and list items in lines, counted from 0, that were read as text."""
    for number in numbers:
        line = lines[number]
        indent = len(line) - len(line.lstrip())
        if found := GLUED_KEY.match(line, indent):
            place = Place(number + 1, indent + 1, len(found["key"]) + 1)
            glued_key(place, found[0], findings)
        elif found := GLUED_ITEM.match(line, indent):
            glued_item(Place(number + 1, indent + 1), found["item"], findings)


def cut_at_hash(word: Word, lines: Sequence[str], findings: Findings) -> None:
    """Note a `#` that may belong to the text before it: `Press # to go on`."""
    column = hash_after(word.text, word.end, lines)
    if column is not None:
        findings.add(
            "W101",
            Place(word.end[0] + 1, column + 1),
            "everything after # is a comment, and the text ends before it",
            "put the text in quotes if the # belongs to it",
        )


def hash_after(text: str, end: tuple[int, int], lines: Sequence[str]) -> int | None:
    """The column of a `#` behind a text that may belong to it; None for any other.

    Args:
        text: a text without quotes.
        end: line and column just behind it, from 0, as is the column found.
        lines: the whole file.
    """
    number, column = end
    line = lines[number] if number < len(lines) else ""
    found = _HASH.match(line, column)
    if found and (
        found["digit"]
        or text.lower().rpartition(" ")[2] in _BEFORE_A_HASH
        or (not text and _ONLY_HASH.fullmatch(line, column))
    ):
        return line.index("#", column)
    return None


def glued_key(place: Place, text: str, findings: Findings) -> None:
    """Note a key with no space after its colon."""
    key, _, value = text.partition(":")
    cited = excerpt(f"{key}: {value.strip()}")[1:-1]
    findings.add("E114", place, f'a space is missing after "{key}:"', f"write {cited}")


def glued_item(place: Place, text: str, findings: Findings) -> None:
    """Note a list item with no space after its dash."""
    cited = excerpt(text)[1:-1]
    findings.add("E114", place, 'a space is missing after "-"', f"write - {cited}")


def sentence_at(line: str, column: int) -> str:
    """The sentence inside braces that begins in a column, up to the next key."""
    rest = line[column : column + _NEAR]
    end = _END_OF_SENTENCE.search(rest)
    return rest[: end.start() if end else None].strip()


def cut(
    key: Word, sentence: Word | None, lines: Sequence[str], findings: Findings
) -> None:
    """Note a key in braces that has no value, and whose the blame may be."""
    if found := GLUED_KEY.fullmatch(key.text):
        glued_key(key.place, found[0], findings)
    elif sentence:
        place = sentence.place
        if findings.has("E121", place):
            return
        whole = sentence_at(lines[place.line - 1], place.column - 1)
        findings.add(
            "E121",
            place,
            f"this text ends at its comma, and {excerpt(key.text)} is read as a key",
            f"put the sentence in quotes: {excerpt(whole, most=60)}",
        )
    else:
        is_name = _NAME.fullmatch(key.text)
        findings.add(
            "E122",
            key.place,
            f"{excerpt(key.text)} has no value",
            "write a colon and a value after it"
            + (f"; or <{key.text}>, if it stands for a name" if is_name else ""),
        )
