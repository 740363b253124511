"""A file of names is read or refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from empathy_sim.cli.host_files import text_of
from empathy_sim.cli.host_names import labels_in
from empathy_sim.errors import Usage
from tests.cli.command_run import Command

READ = ("Zo\u00eb", "J\u00f6rg")
TEXT = "\n".join(READ)
CLEAN = (
    TEXT.encode(),
    TEXT.encode("utf-8-sig"),
    TEXT.encode("utf-16"),
    b"\xfe\xff" + TEXT.encode("utf-16-be"),
    TEXT.replace("\n", "\r\n").encode(),
    TEXT.replace("\n", "\r").encode(),
    f"\ufeffName;\r\n{READ[0]};\r\n\r\n{READ[1]};\r\n".encode(),
    f'"Name"\n"{READ[0]}"\n" {READ[1]} "\n,,\n'.encode(),
)


def workbook() -> bytes:
    """What a spreadsheet saves, as far as that matters."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/sharedStrings.xml", f"<t>{READ[0]}</t>")
    return made.getvalue()


REFUSED = (
    (b"", "holds no name."),
    (b"\n  \n;;\n", "holds no name."),
    (b"Ines\nZo\xeb\nJ\xf6rg\n", "line 2, is no UTF-8 text."),
    (b"Ines\r\n\r\nZo\xeb", "line 3, is no UTF-8 text."),
    (b"Ines\rZo\xeb", "line 2, is no UTF-8 text."),
    (b"\xff\xfeI", "is no UTF-16 text."),
    (workbook(), "is a workbook or an archive, and no text."),
    (b"\x89PNG\r\n\x1a\n\0\0", "line 1, is no UTF-8 text."),
    (b"Ines\0Omar", "is no text."),
    (b"Ines\nOmar\x1b[2J\n", "line 2: U+001B is a control character."),
    ("Ines\n\nO\u202emar".encode(), "line 3: U+202E is a character that turns"),
    (b"Ines\nOmar;Sales\n", "line 2: there are several columns."),
    (b"Ines\tSales\n", "line 1: there are several columns."),
    (b"Ines,Sales\n", "line 1: there are several columns."),
    (b'"Ines","Sales"\n', "line 1: there are several columns."),
    (b"Ines\n" + b"x" * 41, "line 2: a name has 40 letters at most; this one has 41."),
    (b"Ines  O\n\nOmar\nines o\nInes O", "more than once, in the lines 1, 4 and 5."),
    ("\n".join(f"N{at}" for at in range(1_001)).encode(), "more than 1,000 names."),
    (b"x\n" * 500_001, "is larger than a megabyte."),
)


def a_file(folder: Path, raw: bytes) -> Path:
    file = folder / "names.txt"
    file.write_bytes(raw)
    return file


@pytest.mark.parametrize("raw", CLEAN)
def test_what_editors_and_spreadsheets_save_is_read(tmp_path: Path, raw: bytes) -> None:
    assert labels_in(a_file(tmp_path, raw)) == READ


def test_names_are_tidy_and_a_comma_may_stand_in_one(tmp_path: Path) -> None:
    raw = b'Okafor,  Ines\n\n"Reyes, Omar"\nName\n' + b"x" * 40

    found = ("Okafor, Ines", "Reyes, Omar", "Name", "x" * 40)
    assert labels_in(a_file(tmp_path, raw)) == found
    assert labels_in(None) == ()


@pytest.mark.parametrize(("raw", "says"), REFUSED, ids=lambda each: str(each)[:30])
def test_what_is_no_list_of_names_is_refused_and_it_is_said_where(
    tmp_path: Path, raw: bytes, says: str
) -> None:
    with pytest.raises(Usage) as refused:
        labels_in(a_file(tmp_path, raw))

    assert says in str(refused.value)
    assert "names.txt" in str(refused.value)
    assert refused.value.try_


@pytest.mark.parametrize("given", ["--names", "--poll", "--cues"])
def test_a_workbook_is_one_sentence_and_leaves_no_room(
    command: Command, tmp_path: Path, given: str
) -> None:
    file = a_file(tmp_path, workbook())
    ran = command(
        *("host", "slipping-hold", given, str(file)),
        *("--port", "0", "--bind", "127.0.0.1"),
    )

    assert ran.code == 2
    assert "is a workbook or an archive, and no text." in ran.err
    assert "save it as UTF-8 text" in ran.err
    assert len(ran.err.splitlines()) == 2
    assert command("workshops").out == "No workshop is kept here.\n"


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(Usage, match="is a directory"):
        text_of(tmp_path)
