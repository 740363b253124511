"""A frame marks the place of a problem."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.library.frames import excerpt_of, framed
from empathy_sim.library.problems import Problem
from empathy_sim.text.widths import cells

LINE = "    leads: {answered: end.wel}"


def problem(line: int = 9, column: int = 23, length: int = 7) -> Problem:
    return Problem(
        code="E305",
        file="journeys/kettle.yaml",
        line=line,
        column=column,
        says='"wel" is not an ending',
        hint="well",
        length=length,
    )


def marked(line: str, column: int, length: int, room: int) -> str:
    """What stands above the marks, cell for cell."""
    shown = excerpt_of(line, column, length, room)
    at, above = 0, ""
    for character in shown.text:
        if shown.before <= at < shown.before + shown.marks:
            above += character
        at += cells(character)
    return above


def test_a_frame_has_the_code_the_place_the_line_and_what_may_help() -> None:
    assert framed(problem(), [LINE] * 9).splitlines() == [
        'error[E305]: "wel" is not an ending',
        " --> journeys/kettle.yaml:9:23",
        "  |",
        "9 |     leads: {answered: end.wel}",
        "  |                       ^^^^^^^",
        '  = help: did you mean "well"?',
    ]


def test_the_gutter_is_as_wide_as_the_number() -> None:
    lines = framed(problem(line=1234), [LINE] * 1234).splitlines()

    assert lines[1].startswith("    --> ")
    assert lines[2:4] == ["     |", f"1234 | {LINE}"]


def test_without_the_file_there_is_no_line_and_no_mark() -> None:
    assert "^" not in framed(problem(), [])


def test_marks_stand_under_what_follows_wide_letters_and_tabs() -> None:
    for before in ("お急ぎの方は: ", "\t\tsays: ", "e\u0301te\u0301: ", "☎: "):
        assert marked(f"{before}wel, more", len(before) + 1, 3, 80) == "wel"


def test_wide_letters_have_two_marks_each() -> None:
    assert excerpt_of("a: 待ち時間", 4, 4, 80).marks == 8


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "so on, " * 50 + "wel" + ", and so on" * 50

    shown = excerpt_of(line, 351, 3, 60)

    assert marked(line, 351, 3, 60) == "wel"
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert cells(shown.text) <= 60


def test_what_is_missing_is_marked_behind_the_line() -> None:
    shown = excerpt_of("title", 99, 1, 60)

    assert (shown.before, shown.marks) == (5, 1)


def test_nothing_of_an_author_acts_on_a_terminal_or_forges_a_line() -> None:
    forged = framed(problem(line=1), ["x\x1b[2J\x9b1m\u202e\r  = help: no"])

    assert not {"\x1b", "\x9b", "\u202e", "\r"}.intersection(forged)
    assert len(forged.splitlines()) == 6


@given(
    st.text(st.sampled_from("aé待☎\t\u0301 {"), max_size=120),
    st.integers(1, 130),
    st.integers(1, 130),
    st.integers(40, 100),
)
def test_any_place_is_marked_within_the_room(
    line: str, column: int, length: int, room: int
) -> None:
    shown = excerpt_of(line, column, length, room)

    assert cells(shown.text) <= room
    assert shown.marks >= 1
    assert shown.before + shown.marks <= room + 1
