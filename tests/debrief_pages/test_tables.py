"""Tables are read as written; no formula in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from empathy_sim.debrief.pages.csv_files import as_csv
from empathy_sim.text.sinks import for_cell
from tests.debrief_pages.hostile_texts import FORMULAS
from tests.debrief_pages.pages_subject import played, subject, worded_as

FORMULA = "f"
BEGINS_ONE = "=+-@\uff1d\uff0b\uff0d\uff20"


def read(text: str) -> list[list[str]]:
    return [*csv.reader(io.StringIO(text, newline=""))]


def formulas_in(rows: list[list[str]]) -> Iterator[str]:
    """Cells that a spreadsheet would work out, the numbers left aside."""
    sheet = Workbook().active
    assert sheet is not None
    for row in rows:
        for text in row:
            cell = sheet.cell(1, 1)
            cell.value = "".join(each for each in text if each.isprintable())
            is_number = text.removeprefix("-").replace(".", "", 1).isdecimal()
            suspicious = text.lstrip().startswith(tuple(BEGINS_ONE)) and not is_number
            if cell.data_type == FORMULA or suspicious:
                yield text


def test_no_cell_is_a_formula_whatever_was_written() -> None:
    assert len(FORMULAS) >= 40
    found: list[str] = []
    for payload in FORMULAS:
        hostile = worded_as(payload)
        for text in as_csv(hostile, ()).values():
            found += formulas_in(read(text))

    print(f"{len(FORMULAS)} payloads, {len(found)} formulas")
    assert found == []


def test_a_table_is_found_guilty_if_nothing_is_done() -> None:
    """The rule above would find them."""
    rows = [[payload] for payload in ("=1+1", "+1+A1", "@x", "\uff1dx")]

    assert len([*formulas_in(rows)]) == len(rows)


@given(st.text(max_size=40))
def test_what_is_written_in_a_cell_keeps_all_its_words(text: str) -> None:
    kept = for_cell(text)

    assert not kept.lstrip(' "\n').startswith(tuple(BEGINS_ONE))
    letters = [each for each in text if each.isalnum() and each.isprintable()]
    assert [each for each in kept if each.isalnum()] == letters


def test_there_is_a_row_an_event_and_a_row_a_session() -> None:
    tables = as_csv(subject(), played())
    events, sessions = read(tables["events.csv"]), read(tables["sessions.csv"])

    assert len(events) == len(played()) + 1
    assert len(sessions) == 2
    assert {len(row) for row in events} == {len(events[0])}
    assert len(set(sessions[0])) == len(sessions[0]) == len(sessions[1])


def test_numbers_stay_numbers() -> None:
    text = as_csv(subject(), played())["events.csv"]
    marked = [row for row in text.split("\r\n") if '"ReactionRecorded"' in row]

    assert any(",-3,2," in row for row in marked)


def test_the_code_book_has_every_column() -> None:
    tables = as_csv(subject(), played())
    book = {(row[0], row[1]): row for row in read(tables["code-book.csv"])[1:]}

    for name in ("events", "sessions"):
        for column in read(tables[f"{name}.csv"])[0]:
            assert book[name, column][2]
            assert book[name, column][3]
