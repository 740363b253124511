"""Editors are told of units as they are read."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from empathy_sim.journey import marks, units
from empathy_sim.journey.marks import Reads, mark_of
from empathy_sim.journey.units import Unreadable

READ: dict[str, Any] = {
    "duration": marks.Duration,
    "share": marks.Share,
    "moment": marks.At,
    "level": marks.Level,
    "drain": marks.Draining,
    "time of day": marks.TimeOfDay,
    "id": marks.Id,
}
_PART = st.sampled_from(
    [*"0123456789", " ", ".", "%", "/", ":", "clock", "-", "_", *units.UNITS, "x"]
)
WRITTEN = st.lists(_PART, min_size=1, max_size=7).map("".join).map(str.strip)


def reads(name: str) -> Reads:
    mark = mark_of(READ[name])
    assert isinstance(mark, Reads)
    return mark


def is_read(mark: Reads, text: str) -> bool:
    try:
        mark.read(text)
    except Unreadable as wrong:
        return "longer than 400 days" in wrong.says or "never drains" in wrong.says
    return True


@pytest.mark.parametrize("name", READ)
@given(text=WRITTEN)
@example(text="1h 30m")
@example(text="1h30m")
@example(text="100%")
@example(text="101%")
@example(text="1.5 %")
@example(text="24:00")
@example(text="1% / 2m")
@example(text="26 fortnights")
def test_the_pattern_of_a_unit_fits_just_what_can_be_read(name: str, text: str) -> None:
    mark = reads(name)

    fits = re.fullmatch(mark.written_as()["pattern"], text, re.ASCII) is not None

    assert fits == is_read(mark, text)


@pytest.mark.parametrize("name", READ)
def test_each_unit_has_examples_that_can_be_read(name: str) -> None:
    mark = reads(name)

    assert mark.examples
    assert [each for each in mark.examples if not is_read(mark, each)] == []


@given(st.integers(0, 400 * units.DAY))
@example(1_200)
@example(0)
def test_a_duration_is_written_as_it_would_be_read(milliseconds: int) -> None:
    written = units.written_duration(milliseconds)

    assert units.duration(written) == milliseconds


@pytest.mark.parametrize(
    ("milliseconds", "written"),
    [(8_000, "8s"), (1_200, "1200ms"), (26 * units.MINUTE, "26m"), (0, "0ms")],
)
def test_a_duration_is_written_in_its_largest_whole_unit(
    milliseconds: int, written: str
) -> None:
    assert units.written_duration(milliseconds) == written
