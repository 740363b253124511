"""The frontline's poll, read from a CSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.workshop.group.poll_file import LineProblem, poll_in
from empathy_sim.workshop.group.reasons import Poll

FORMS = (
    "the date moved,charged twice\nwhere is it,the date moved\n",
    "the date moved;charged twice\r\nwhere is it;the date moved\r\n",
    "the date moved\tcharged twice\n\nwhere is it\tthe date moved\n",
    '\ufeff"the date moved","charged twice"\n"where is it", the date moved\n',
    "1,2\nthe date moved,charged twice\nwhere is it,the date moved\n",
    "Reason 1,Reason 2\nthe date moved,charged twice\nwhere is it,the date moved,\n",
    "reason_1,reason_2\n'the date moved,charged  twice\nwhere is it,the date moved",
)


@pytest.mark.parametrize("text", FORMS)
def test_a_line_is_one_person_whatever_parts_the_columns(text: str) -> None:
    read = poll_in(text)

    assert read.problems == ()
    assert read.poll == (
        Poll(("the date moved", "charged twice")),
        Poll(("where is it", "the date moved")),
    )


def test_a_line_with_a_problem_is_named_and_the_others_are_read() -> None:
    read = poll_in(f'a,b\na,b,c,d,e,f\n{"x" * 121}\na,,b\na,A\na,"b\nc\n')

    assert read.poll == (Poll(("a", "b")), Poll(("c",)))
    assert read.problems == (
        LineProblem(2, "There are 6 reasons; one person names five at most."),
        LineProblem(3, "A reason is longer than 120 letters."),
        LineProblem(4, "A column between two reasons is empty."),
        LineProblem(5, "The same reason stands twice."),
        LineProblem(6, "A quotation mark is not closed, or stands where none may."),
    )


def test_a_line_that_holds_what_no_screen_may_show_is_left_out() -> None:
    read = poll_in("a\nb\x1b[2J\nc\u202ed\ne\x0bf\ng")

    assert read.poll == (Poll(("a",)), Poll(("e f",)), Poll(("g",)))
    assert read.problems == (
        LineProblem(2, "There is a control character in it."),
        LineProblem(3, "There is a character that turns the direction of text in it."),
    )


def test_an_empty_file_says_so_and_a_huge_one_is_not_read() -> None:
    assert poll_in("").problems == (LineProblem(1, "There is no reason in the file."),)
    assert poll_in("a\n" * 600_000).poll == ()
    assert poll_in("a\n" * 600_000).problems[0].says.startswith("The file is larger")


def test_more_lines_than_people_are_a_problem_each() -> None:
    read = poll_in("a,b\n" * 5_002)

    assert len(read.poll) == 5_000
    assert [each.line for each in read.problems] == [5_001, 5_002]


@given(st.text(max_size=300))
def test_no_text_at_all_makes_it_fall_over(text: str) -> None:
    read = poll_in(text)

    assert read.poll or read.problems
    assert all(1 <= len(each.reasons) <= 5 for each in read.poll)


_WORDS = st.text("abcdefgh ,;\"'\u00e9=", min_size=1, max_size=12).filter(
    lambda text: text.strip() and not text.strip().startswith("'")
)


@given(st.lists(st.lists(_WORDS, min_size=2, max_size=5), min_size=1, max_size=6))
def test_what_a_spreadsheet_writes_is_read_as_it_was(lists: list[list[str]]) -> None:
    named = [
        [" ".join(each.split()) for each in one]
        for one in lists
        if len({" ".join(each.split()).casefold() for each in one}) == len(one)
    ]
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(
        [["reason 1", "reason 2", "reason 3", "reason 4", "reason 5"], *named]
    )
    read = poll_in(written.getvalue())

    assert [list(each.reasons) for each in read.poll] == named
