"""YAML's syntax errors in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import yaml

from empathy_sim.library.places import START, Place
from empathy_sim.library.problems import Findings, excerpt
from empathy_sim.library.yaml_stumble import Stumble
from empathy_sim.library.yaml_traps import (
    GLUED_ITEM,
    GLUED_KEY,
    glued_item,
    glued_key,
    sentence_at,
)

_QUOTES = "put the text in quotes"
_LONGEST_KEY = 1_024


def explain(error: Exception, lines: Sequence[str], findings: Findings) -> None:
    """Note, as a problem, why a text could not be read on.

    Nothing is noted where an error on the same line says it already.
    """
    match error:
        case yaml.MarkedYAMLError(problem_mark=mark) if mark is not None:
            since = error.context_mark or mark
            words = f"{error.context or ''} / {error.problem or ''}"
            stumble = Stumble(
                lines,
                words,
                mark.line,
                mark.column,
                (since.line, since.column),
                findings,
            )
            if not findings.has_error_on(mark.line + 1):
                _word(stumble)
        case _:
            # The pure parser fails without a mark on a code beyond Unicode.
            findings.add("E120", _far_escape(lines), *_ESCAPE)


_ESCAPE = (
    "this backslash means nothing in double quotes",
    r"use single quotes, or write \\ for a backslash",
)


def _far_escape(lines: Sequence[str]) -> Place:
    """The first escape of a code beyond Unicode."""
    for number, line in enumerate(lines, start=1):
        if found := re.search(r"\\U(?!000|0010)[0-9A-Fa-f]{8}", line):
            return Place(number, found.start() + 1, len(found[0]))
    return START


def _word(stumble: Stumble) -> None:
    """Use the first rule that fits; the last fits everything."""
    indent = len(stumble.text) - len(stumble.text.lstrip(" \t"))
    tab = stumble.text.find("\t", 0, max(indent, stumble.column + 1))
    if 0 <= tab < indent or stumble.sign == "\t":
        stumble.add(
            "E111",
            Place(stumble.line + 1, tab + 1),
            "a tab stands where spaces are expected",
            "indent with two spaces, and put no tabs anywhere",
        )
        return
    for words, rule in _RULES:
        if re.search(words, stumble.says):
            rule(stumble)
            return
    _unreadable(stumble)


def _unreadable(stumble: Stumble) -> None:
    stumble.add(
        "E110",
        stumble.place,
        "this line cannot be read",
        "look at the quotes, colons and indentation of this line and the one above",
    )


def _quote(stumble: Stumble) -> None:
    stumble.add(
        "E116",
        stumble.start,
        "this quote is never closed",
        f"write {stumble.start_sign} at the end of the text",
    )


def _escape(stumble: Stumble) -> None:
    at = stumble.text.rfind("\\", 0, stumble.column + 1)
    stumble.add("E120", Place(stumble.line + 1, max(at, 0) + 1), *_ESCAPE)


def _colon(stumble: Stumble) -> None:
    """A colon stands where no key can be."""
    above = stumble.above()
    if GLUED_ITEM.match(stumble.text.strip()):
        _glued_item(stumble, stumble.line)
    elif stumble.column > _LONGEST_KEY:
        stumble.add(
            "E107",
            Place(stumble.line + 1, 1),
            f"a key is longer than {_LONGEST_KEY:,} characters",
            "shorten it",
        )
    elif re.search(r"(^|\S):( |$)", stumble.before):
        stumble.add(
            "E113",
            stumble.place,
            "this text has a colon in it",
            f"{_QUOTES}: {_quoted(stumble)}",
        )
    elif above >= 0 and GLUED_KEY.match(stumble.lines[above].strip()):
        _glued(stumble, above)
    elif above >= 0 and re.search(r":( |$)", stumble.lines[above]):
        _indentation(stumble)
    else:
        _no_colon(stumble, max(above, 0))


def _quoted(stumble: Stumble) -> str:
    """The rest of the line after its first colon, in quotes."""
    rest = re.split(r": +", stumble.text, maxsplit=1)[-1].strip()
    return excerpt(rest.replace('"', "'"), most=60)


def _glued(stumble: Stumble, number: int) -> None:
    line = stumble.lines[number]
    indent = len(line) - len(line.lstrip())
    glued_key(Place(number + 1, indent + 1), line.strip(), stumble.findings)


def _glued_item(stumble: Stumble, number: int) -> None:
    line = stumble.lines[number]
    place = Place(number + 1, line.index("-") + 1)
    glued_item(place, line.strip().removeprefix("-"), stumble.findings)


def _no_colon(stumble: Stumble, number: int) -> None:
    line = stumble.lines[number]
    indent = len(line) - len(line.lstrip())
    stumble.add(
        "E115",
        Place(number + 1, indent + 1, max(len(line.strip()), 1)),
        f"{excerpt(line)} has no colon",
        "write a key, a colon, a space and a value",
    )


def _key(stumble: Stumble) -> None:
    """A line that should be a key ends without its colon."""
    number = stumble.since[0]
    if number < len(stumble.lines) and GLUED_KEY.match(stumble.lines[number].strip()):
        _glued(stumble, number)
    else:
        _no_colon(stumble, min(number, len(stumble.lines) - 1))


def _indentation(stumble: Stumble) -> None:
    stumble.add(
        "E112",
        Place(stumble.line + 1, len(stumble.text) - len(stumble.text.lstrip()) + 1),
        "the indentation of this line fits none above it",
        "keys of one thing begin in the same column, two spaces further in than it",
    )


def _item(stumble: Stumble) -> None:
    above = stumble.above()
    start = stumble.lines[above].strip() if above >= 0 else ""
    if GLUED_ITEM.match(start):
        _glued_item(stumble, above)
    elif start.startswith("- ") and stumble.text.strip().startswith("- "):
        _indentation(stumble)
    else:
        stumble.add(
            "E123",
            stumble.place,
            "a list item and a key stand side by side",
            "begin a list on the line below its key, and each of its items with a dash",
        )


def _bracket(stumble: Stumble) -> None:
    """A flow list or mapping goes on where it should have ended."""
    pair = {"[": "]", "{": "}"}
    sign = stumble.start_sign if stumble.start_sign in pair else "{"
    is_colon = stumble.sign == ":" and ": " in f"{stumble.before} "
    is_text = stumble.sign not in {"", ":", *pair, *pair.values()}
    if is_colon or (stumble.sign == "?" and stumble.before):
        stumble.add(
            "E121",
            stumble.place,
            f"this text has a {'colon' if is_colon else 'question mark'} in it",
            f"put the sentence in quotes: {excerpt(_sentence(stumble), most=60)}",
        )
    elif is_text and stumble.before[-1:] in {'"', "'"}:
        _after_quote(stumble)
    else:
        stumble.add(
            "E117",
            stumble.start,
            f"this {sign} is not closed, or a comma is missing after it",
            f"write {pair[sign]} where it ends, and a comma between its parts",
        )


def _sentence(stumble: Stumble) -> str:
    """The text in braces that a colon or a question mark stands in."""
    colon = stumble.text.rfind(": ", 0, stumble.column)
    return sentence_at(stumble.text, colon + 2 if colon >= 0 else stumble.column)


def _after_quote(stumble: Stumble) -> None:
    quote = stumble.before[-1]
    if stumble.before.count(quote) % 2 and (opened := _opened_above(stumble, quote)):
        stumble.add(
            "E116",
            opened,
            f"this quote is closed only on line {stumble.line + 1}",
            f"write {quote} at the end of the text",
        )
        return
    stumble.add(
        "E118",
        stumble.place,
        "something stands after a closing quote",
        "put the whole text in double quotes"
        if quote == "'"
        else "put the whole text in single quotes, and write '' for an apostrophe in it",
    )


def _opened_above(stumble: Stumble, quote: str) -> Place | None:
    """The quote on a line above that one meant to open a text closes."""
    for number in range(stumble.line - 1, -1, -1):
        line = stumble.lines[number]
        if line.count(quote) % 2:
            return Place(number + 1, line.rfind(quote) + 1)
    return None


def _block(stumble: Stumble) -> None:
    """A line does not go on as the lines above began."""
    if stumble.before[-1:] in {'"', "'"}:
        _after_quote(stumble)
    elif stumble.sign == "-" and not stumble.before:
        _item(stumble)
    elif stumble.sign == ":" and not stumble.before:
        stumble.add(
            "E115",
            stumble.place,
            "a key is missing here",
            "write a word before the colon",
        )
    elif stumble.sign in {"]", "}", ","}:
        _stray(stumble)
    elif stumble.before[-1:] in {"]", "}"}:
        stumble.add(
            "E119",
            stumble.place,
            "a text that begins with a bracket needs quotes",
            f"{_QUOTES}: {_quoted(stumble)}",
        )
    elif stumble.before:
        _unreadable(stumble)
    else:
        _indentation(stumble)


def _stray(stumble: Stumble) -> None:
    sign = stumble.sign or "the end of the line"
    stumble.add(
        "E124",
        stumble.place,
        f"{sign} stands where a value is expected",
        f"leave it out; if it is text, {_QUOTES}",
    )


def _sign(stumble: Stumble) -> None:
    """A text begins with a sign that YAML keeps for itself."""
    place = stumble.start if stumble.start_sign in {*"*&|>!%"} else stumble.place
    line = stumble.lines[place.line - 1] if place.line <= len(stumble.lines) else ""
    text = line[place.column - 1 :].strip()
    stumble.add(
        "E119",
        place,
        f"a text that begins with {text[:1] or 'this'} needs quotes",
        f"{_QUOTES}: {excerpt(text.replace(chr(34), chr(39)), most=60)}",
    )


def _second(stumble: Stumble) -> None:
    if stumble.before[-1:] in {'"', "'"}:
        _after_quote(stumble)
        return
    stumble.add(
        "E108",
        stumble.place,
        "something follows what ends the document",
        "keep one document a file; leave out ... and what stands after it",
    )


_RULES: tuple[tuple[str, Callable[[Stumble], None]], ...] = (
    (r"quoted scalar.*(end of stream|document)", _quote),
    (r"quoted scalar", _escape),
    (r"mapping values are not allowed", _colon),
    (r"could not find expected ':'", _key),
    (r"sequence entries are not allowed", _item),
    (r"expected '-' indicator|block collection|block sequence", _item),
    (r"flow sequence|flow mapping", _bracket),
    (r"alias|anchor|block scalar|tag|directive|cannot start any token", _sign),
    (r"block mapping", _block),
    (r"node", _stray),
    (r"<document start>", _second),
)
"""Words that both parsers use, most particular first, and what they come to."""
