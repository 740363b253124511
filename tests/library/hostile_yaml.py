"""Files that nobody wrote to be played."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import chain

TAGS = [
    "!!python/object:os.system x",
    "!!python/object/apply:os.system [id]",
    "!!python/name:os.system",
    "!!python/module:os",
    "!!python/tuple [1]",
    "!!python/object/new:subprocess.Popen [[id]]",
    "!!binary aGk=",
    "!!set {a, b}",
    "!!omap [a: 1]",
    "!!pairs [a: 1]",
    "!!timestamp 2024-01-01",
    "!!int 5",
    "!!str 5",
    "!!float 5",
    "!!bool no",
    "!!null x",
    "!!merge <<",
    "!!value =",
    "!custom x",
    "! x",
    "!<tag:yaml.org,2002:python/object:os.system> x",
    "!e!x y",
]
HOSTILE = [
    "\x00",
    "\x01",
    "\x07",
    "\x08",
    "\x0b",
    "\x0c",
    "\x1b",
    "\x1b[31m",
    "\x7f",
    "\x1b]52;c;aGk=\x07",
    "\x80",
    "\x85",
    "\x9b",
    "\u061c",
    "\u200b",
    "\u200d",
    "\u200e",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2066",
    "\u2060",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\U000e0041",
    "\U0001fffe",
    "\xad",
    "a" + "\u0301" * 60,
]
ESCAPES = [
    r"\0",
    r"\a",
    r"\e[0m",
    r"\x1b",
    r"\x9b",
    r"\N",
    r"\L",
    r"\P",
    r"\u202e",
    r"\u200b",
    r"\ud800",
    r"\ufffe",
    r"\UFFFFFFFF",
    r"\U00110000",
    r"\q",
    r"\x4",
]
BROKEN_BYTES = [
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe2\x82",
    b"\xe9",
    b"\x80",
    b"\xf8\x88\x80\x80\x80",
    b"\xc3(",
]
DEEP = [
    "[",
    "{a: ",
    "- ",
    "? ",
    "{",
    "[{a: ",
    "[\n",
    "[[{a: [",
    "{? ",
    "- - [",
    "[? ",
    "!t [",
    "&a [",
    "{[",
    "- {a: ",
    "[ #\n",
]
BROKEN = [
    "a: 'x",
    'a: "x',
    "a: [1",
    "a: {b: 1",
    "a: ]",
    "a: }",
    "a: ,",
    "a: @x",
    "a: `x",
    "a: %x",
    "a: *",
    "a: &",
    "a: |x",
    "a: >99",
    "a: - b",
    "a: b: c",
    "a\nb: c",
    "a:\n\tb: c",
    "a:\n  b: 1\n c: 2",
    "%YAML 9.9\n---\na: 1",
    "%TAG ! x\na: 1",
    "%x",
    "a: 1\n...\nb",
    "--- a\n--- b",
    "a: 1\n---\nb: 2",
    ": a",
    "? [a]\n: b",
    "{a: b}: c",
    "[a]: b",
    "null: a",
    "7: a",
    "1.5: a",
    "true: a",
    "~: a",
    "a: 1\na: 2",
    "{a: 1, a: 2}",
    "a: {<<: {b: 1}}",
    "<<: [{a: 1}]",
    "{a, b: c}",
    "{a:1}",
    "a: {says: b, c, d: e}",
    "a: {says: b: c}",
    "",
    "# only",
    "--- ~",
    "a: |\n\tb",
    "'" * 99_999,
    '"' * 99_999,
    "a: '" + "x" * 900_000,
    "%" * 900_000,
]


def bombs() -> Iterator[tuple[str, str]]:
    """Files that grow when they are read carelessly."""
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    yield "aliases in lists", "\n".join(lines)
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{l: *a{n - 1}, r: *a{n - 1}}}" for n in range(1, 40)]
    yield "aliases in mappings", "\n".join(lines)
    lines = ["a0: &a0 {x: 1}"]
    lines += [
        f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)
    ]
    yield "merge keys", "\n".join(lines)
    yield "an alias of itself", "a: &a [*a]"
    yield "an unknown alias", "a: *nobody"
    yield "ten thousand anchors", "\n".join(f"a{n}: &b{n} x" for n in range(10_000))
    yield "ten thousand aliases", "a: &a x\nb: [" + "*a, " * 10_000 + "]"
    yield "an alias as a key", "a: &a x\n*a : b"
    yield "an anchor on a key", "&a a: b"
    yield "a long anchor", "a: &" + "x" * 900_000 + " b"


def heaps() -> Iterator[tuple[str, str]]:
    """Files with too much of something."""
    yield "many values", "[" + "1," * 60_000 + "]"
    yield "many keys", "".join(f"k{n}: v\n" for n in range(60_000))
    yield "many items", "- x\n" * 60_000
    yield "many empty items", "-\n" * 60_000
    yield "many lists", "[" + "[]," * 60_000 + "]"
    yield "many nulls in braces", "{" + "".join(f"k{n}, " for n in range(60_000)) + "}"
    yield "one key again and again", "a: 1\n" * 60_000
    yield "a long plain text", "a: " + "x" * 64_001
    yield "a long text of words", "a: " + "word " * 150_000
    yield "a long text with spaces", "a: {b: x" + " " * 90_000 + "y, c}"
    yield "a long text in single quotes", "a: '" + "x" * 64_001 + "'"
    yield "a long text in double quotes", 'a: "' + "x" * 64_001 + '"'
    yield "a long block of text", "a: |\n" + "  line\n" * 60_000
    yield "a long folded text", "a: >\n" + "  line\n" * 60_000
    yield "a long key", "x" * 64_001 + ": 1"
    yield "a long key in quotes", "'" + "x" * 64_001 + "': 1"
    yield "a long explicit key", "? " + "x" * 64_001 + "\n: 1"
    yield "a long line of glued keys", "[" + "a:b, " * 60_000 + "]"
    yield "a file of two megabytes", "#" * 2_000_000
    yield "spaces and nothing", " " * 900_000
    yield "line breaks and nothing", "\n" * 900_000
    yield "comments and nothing", "# x\n" * 200_000
    yield "a million indents", " " * 400_000 + "a: b\n" + " " * 400_000 + "c"


def binaries() -> Iterator[tuple[str, bytes]]:
    """Files that are no text."""
    text = "scenario: a\ntitle: Zoë\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"):
        yield encoding, text.encode(encoding)
    yield "an archive", b"PK\x03\x04\x14\x00\x00\x00\x08\x00" * 50
    yield "a program", b"\x7fELF\x02\x01\x01\x00" + bytes(500)
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
    yield "zeros", bytes(900_000)
    for seed in range(6):
        yield f"noise {seed}", random.Random(seed).randbytes(20_000)


def texts() -> Iterator[tuple[str, str]]:
    """Small files, one offence each."""
    for tag in TAGS:
        yield f"tag {tag}", f"a: {tag}\n"
    for character in HOSTILE:
        name = character.encode("unicode_escape").decode()
        yield f"raw {name}", f"a: x{character}y\n# {character}\n"
    for character in ("\x1b", "\u202e", "\x85"):
        yield f"in a key {character!a}", f"x{character}y: 1\n"
    for escape in ESCAPES:
        yield f"escape {escape}", f'a: "x{escape}y"\n'
    for broken in BROKEN:
        yield f"broken {len(broken)} {broken[:20]!r}", broken


def wells() -> Iterator[tuple[str, str]]:
    """Files that go deep."""
    for deep in DEEP:
        for times in (40, 100_000 // len(deep)):
            yield f"{times} times {deep!r}", deep * times
    for indents in (40, 1_000):
        yield f"{indents} indents", "".join(" " * n + "a:\n" for n in range(indents))


def corpus() -> dict[str, bytes]:
    """Each file with a name that says what is hostile about it."""
    written = chain(bombs(), heaps(), texts(), wells())
    files = {name: text.encode() for name, text in written}
    broken = {f"bytes {each!r}": b"a: x" + each + b"y\n" for each in BROKEN_BYTES}
    return files | broken | dict(binaries())
