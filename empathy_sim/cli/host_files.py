"""The text of files that others made."""

from __future__ import annotations

import codecs
from pathlib import Path

from empathy_sim.errors import Usage

LARGEST = 1_000_000
"""Bytes that are read of one file."""
_ARCHIVE = b"PK"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AS_TEXT = "save it as UTF-8 text: in a spreadsheet, Save as, CSV UTF-8"


def text_of(file: Path) -> str:
    """The text of a file, its line breaks as one kind.

    It is UTF-8, with or without a byte order mark, or what a spreadsheet calls
    Unicode text: UTF-16 with one.

    Raises:
        Usage: it cannot be read, or is no text; it says where, and what to try.
    """
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as raised:
        why = (raised.strerror or "the system refuses").lower()
        raise Usage(says=f"{file} cannot be read: {why}.", try_="") from raised
    if len(raw) > LARGEST:
        raise Usage(says=f"{file} is larger than a megabyte.", try_="a smaller one")
    text = _decoded(file, raw)
    if "\0" in text:
        raise Usage(says=f"{file} is no text.", try_=_AS_TEXT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(file: Path, raw: bytes) -> str:
    if raw.startswith(_ARCHIVE) and b"\0" in raw:
        raise Usage(
            says=f"{file} is a workbook or an archive, and no text.", try_=_AS_TEXT
        )
    wide = raw.startswith(_WIDE)
    try:
        return raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as raised:
        line = "" if wide else f", line {_line_at(raw, raised.start)},"
        called = "UTF-16" if wide else "UTF-8"
        raise Usage(says=f"{file}{line} is no {called} text.", try_=_AS_TEXT) from None


def _line_at(raw: bytes, at: int) -> int:
    """The line of a byte, from 1, as an editor counts."""
    before = raw[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1
