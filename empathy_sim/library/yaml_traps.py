"""What YAML accepts in silence though nobody meant it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from empathy_sim.library.places import Place
from empathy_sim.library.problems import Findings, excerpt
from empathy_sim.library.yaml_tree import Word

GLUED_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)")
"""A key with no space after its colon: `title:Hello`; not `https://`."""

_GLUED_ITEM = re.compile(r"-(?P<item>\w.*)")
_END_OF_SENTENCE = re.compile(r"\s*(?:,\s*[\w-]+:\s|[}\]]|$)")
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")

_BEFORE_A_HASH = frozenset(
    {"and", "dial", "enter", "key", "or", "press", "the", "then"}
)


def look_behind(word: Word, lines: Sequence[str], findings: Findings) -> None:
    """Note what a value without quotes has swallowed, or what was cut off behind it."""
    last_line, column = word.end
    for number in range(word.place.line - 1, last_line + 1 if word.text else 0):
        line = lines[number]
        indent = len(line) - len(line.lstrip())
        is_first = number == word.place.line - 1
        found = GLUED_KEY.match(line, indent)
        if found and (not is_first or indent == word.place.column - 1):
            place = Place(number + 1, indent + 1, len(found["key"]) + 1)
            glued_key(place, found[0], findings)
        elif not is_first and (found := _GLUED_ITEM.match(line, indent)):
            glued_item(Place(number + 1, indent + 1), found["item"], findings)
    rest = lines[last_line][column:] if last_line < len(lines) else ""
    if _is_cut_at_hash(word.text, rest.rstrip()):
        findings.add(
            "W101",
            Place(last_line + 1, column + len(rest) - len(rest.lstrip()) + 1),
            "everything after # is a comment, and the text ends before it",
            "put the text in quotes if the # belongs to it",
        )


def _is_cut_at_hash(text: str, rest: str) -> bool:
    words = text.lower().split()
    is_number = re.match(r" +#\d", rest)
    is_key = re.match(r" +#", rest) and (not words or words[-1] in _BEFORE_A_HASH)
    return bool(is_number or (is_key and (words or rest.strip() == "#")))


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
    end = _END_OF_SENTENCE.search(line, column)
    return line[column : end.start() if end else None].strip()


def cut(
    key: Word, sentence: Word | None, lines: Sequence[str], findings: Findings
) -> None:
    """Note a key in braces that has no value, and whose the blame may be."""
    if found := GLUED_KEY.fullmatch(key.text):
        glued_key(key.place, found[0], findings)
    elif sentence:
        place = sentence.place
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
