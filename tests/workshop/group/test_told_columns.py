"""A column that tells nothing is left out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.workshop.group.drawn import Spans, Step, Table
from empathy_sim.workshop.group.pages.group_page import group_page
from empathy_sim.workshop.group.pages.html_page import step_html
from empathy_sim.workshop.group.pages.markdown_page import group_as_markdown
from empathy_sim.workshop.group.step_expected import step_expected
from empathy_sim.workshop.group.told import only_told
from tests.workshop.group.made_rooms import foretold, person, room_of
from tests.workshop.group.robot_rooms import robots, wall_of

TABLE = Table(
    title="What lay behind it",
    heads=("Which", "Met by", "It cost", "To mend it"),
    rows=(("one", "5 of 12", "not told", "a"), ("two", "half", "not told", "b")),
    numbers=(1, 2, 3),
)


def test_its_heading_goes_and_the_others_stay_what_they_are() -> None:
    told = only_told(TABLE)

    assert told.heads == ("Which", "Met by", "To mend it")
    assert told.rows == (("one", "5 of 12", "a"), ("two", "half", "b"))
    assert told.numbers == (1, 2)


def test_one_cell_that_is_told_keeps_its_column() -> None:
    (first, second) = TABLE.rows
    told = replace(TABLE, rows=(first, (*second[:2], "4 minutes", "b")))

    assert only_told(told) == told


def test_a_table_without_rows_keeps_its_headings() -> None:
    assert only_told(replace(TABLE, rows=())).heads == TABLE.heads


def test_no_table_has_a_column_in_which_nothing_is_told() -> None:
    for size in (5, 6, 9, 12, 30):
        for found in wall_of(robots(size)).steps:
            for table in (each for each in found.shown if type(each) is Table):
                for at, head in enumerate(table.heads):
                    cells = {row[at] for row in table.rows}
                    assert cells != {"not told"}, (size, table.title, head)
                assert all(len(row) == len(table.heads) for row in table.rows)


def expected(count: int) -> Step:
    people = [person(at, foretold=(foretold(at + 1, 40),)) for at in range(count)]
    return step_expected(*room_of(people))


def pages_of(step: Step) -> tuple[str, str]:
    room = robots(12)
    page = group_page(wall_of(room), room, name="kettle-1", made="2025-07-12")
    return step_html(step), group_as_markdown(replace(page, steps=(step,)))


@pytest.mark.parametrize(("count", "has_halves"), [(6, False), (12, True)])
def test_between_what_half_of_you_guessed_is_a_column_where_it_is_told(
    count: int, has_halves: bool
) -> None:
    step = expected(count)
    [spans] = [each for each in step.shown if type(each) is Spans]

    assert spans.has_halves is has_halves
    for page in pages_of(step):
        assert ("Half of you guessed" in page) is has_halves
        assert "not told" not in page
