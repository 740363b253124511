"""A screen's line keeps what is asked of it."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.cache import FIFOCache
from textual.strip import Strip

from empathy_sim.tui.hosting import thrifty_strips
from empathy_sim.tui.hosting.thrifty_strips import be_thrifty


@pytest.fixture(autouse=True)
def _thrifty() -> None:
    assert be_thrifty(), "this Textual makes its lines otherwise"


def line() -> Strip:
    return Strip([Segment("one "), Segment("two", Style(bold=True))])


def kept(strip: Strip) -> list[str]:
    """The caches that a line has, without asking for any."""
    found = []
    for name in Strip.__slots__:
        try:
            value = object.__getattribute__(strip, name)
        except AttributeError:
            continue
        if isinstance(value, FIFOCache):
            found.append(name)
    return found


def test_a_new_line_has_no_caches() -> None:
    assert kept(line()) == []


def test_a_cache_is_there_once_it_is_used_and_works() -> None:
    strip = line()
    first = strip.crop(1, 5)

    assert first is strip.crop(1, 5)
    assert first.text == "ne t"
    assert "_crop_cache" in kept(strip)
    assert "_style_cache" not in kept(strip)


def test_everything_that_is_asked_of_a_line_is_answered_as_before() -> None:
    strip = line()

    assert strip.cell_length == 7
    assert [each.text for each in strip.divide([2, 7])] == ["on", "e two"]
    assert strip.crop_extend(0, 10, None).text == "one two   "
    assert strip.adjust_cell_length(9).text == "one two  "
    assert strip.apply_style(Style(italic=True)).text == "one two"
    assert strip.apply_offsets(0, 0).text == "one two"
    assert strip == line()
    assert Strip.join([strip, strip]).text == "one twoone two"


def test_what_a_line_never_had_it_has_not_now() -> None:
    with pytest.raises(AttributeError, match="_colour_cache"):
        line()._colour_cache  # type: ignore[attr-defined]  # noqa: B018


def test_a_line_with_something_unforeseen_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(thrifty_strips, "EMPTY", frozenset({"_cell_count"}))

    assert thrifty_strips._sizes() is None
