"""What is written arrives, or is made good."""

from __future__ import annotations

import asyncio

from empathy_sim.workshop.views.link import (
    CATCHES_UP_S,
    MOST_AT_ONCE,
    MOST_QUEUED,
    STALLED_S,
    Closing,
)
from tests.workshop.views.view_fakes import Tab, settle


async def test_what_is_written_in_one_turn_is_one_frame() -> None:
    tab = Tab()
    await settle()

    tab.link.write("a")
    tab.link.write("é")
    await settle()
    tab.link.write("c")
    await settle()

    assert tab.wire.frames == ["aé".encode(), b"c"]


async def test_what_is_flushed_is_sent_before_anything_else_is_done() -> None:
    tab = Tab()

    tab.link.write("a")
    tab.link.write("b")
    tab.link.flush()
    sent_at_once = tuple(tab.wire.frames)
    await settle()

    assert sent_at_once == (b"ab",)
    assert tab.wire.frames == [b"ab"]


async def test_what_is_flushed_to_a_slow_reader_waits_behind_what_came_before() -> None:
    tab = Tab()
    await settle()
    tab.wire.stop_reading()
    tab.link.write("a")
    await settle()

    tab.link.write("b")
    tab.link.flush()
    tab.wire.read_on()
    tab.link.flush()
    await settle()

    assert tab.wire.frames == [b"a", b"b"]


async def test_what_is_flushed_to_one_that_has_gone_is_found_out_by_sending() -> None:
    tab = Tab()
    tab.wire.gone = True

    tab.link.write("a")
    tab.link.flush()
    await settle()

    assert tab.wire.aborted


async def test_what_cannot_be_spelled_is_replaced_and_not_fatal() -> None:
    tab = Tab()

    tab.link.write("a\ud800b")
    await settle()

    assert tab.wire.frames == [b"a?b"]


async def test_a_slow_reader_never_makes_the_writer_wait_or_hoard() -> None:
    tab = Tab()
    tab.wire.stop_reading()
    for _ in range(1_000):
        tab.link.write("x" * 1_024)
        await asyncio.sleep(0)

        assert tab.link.queued <= MOST_QUEUED

    assert tab.link.is_behind
    assert tab.link.queued == 0
    assert len(tab.wire.frames) == 1


async def test_a_reader_that_comes_back_is_shown_one_whole_screen() -> None:
    tab, asked = Tab(), 0

    def whole() -> None:
        nonlocal asked
        asked += 1
        tab.link.write("whole")

    tab.link.caught_up = whole
    tab.wire.stop_reading()
    for _ in range(600):
        tab.link.write("x" * 1_024)
        await asyncio.sleep(0)
    tab.wire.read_on()
    await settle()
    tab.link.write("next")
    await settle()

    assert asked == 1
    assert tab.wire.frames[1:] == [b"whole", b"next"]


async def test_a_screen_larger_than_all_that_may_wait_is_sent() -> None:
    tab = Tab()

    tab.link.write("x" * (2 * MOST_QUEUED))
    await settle()

    assert [len(frame) for frame in tab.wire.frames] == [2 * MOST_QUEUED]


async def test_too_much_at_once_is_made_good_though_nobody_was_slow() -> None:
    tab = Tab()
    tab.link.caught_up = lambda: tab.link.write("whole")

    tab.link.write("x" * 10)
    tab.link.write("x" * MOST_AT_ONCE)
    await settle()

    assert tab.shows == "whole"


async def test_a_whole_screen_in_pieces_is_sent_however_large() -> None:
    tab = Tab()

    for piece in ("begin ", "x" * (2 * MOST_QUEUED), " end"):
        tab.link.write(piece)
    await settle()

    assert tab.shows == "begin " + "x" * (2 * MOST_QUEUED) + " end"


async def test_a_reader_that_never_catches_up_is_shown_four_screens_a_second() -> None:
    tab, asked = Tab(), 0

    def whole() -> None:
        nonlocal asked
        asked += 1
        tab.link.write("x")
        tab.link.write("x" * MOST_AT_ONCE)

    tab.link.caught_up = whole
    whole()
    await asyncio.sleep(10 * CATCHES_UP_S)

    assert 8 <= asked <= 12


async def test_a_reader_that_stalls_is_cut_off_and_others_are_not() -> None:
    stalled, other = Tab(), Tab()
    stalled.wire.stop_reading()
    loop = asyncio.get_running_loop()
    began = loop.time()

    stalled.link.write("a")
    await stalled.sending
    other.link.write("b")
    await settle()

    assert stalled.wire.aborted
    assert loop.time() - began >= STALLED_S
    assert other.shows == "b"


async def test_closing_says_first_what_was_written_before_it() -> None:
    tab = Tab()

    tab.link.write("last")
    tab.link.close(Closing.MOVED)
    tab.link.write("too late")
    tab.link.close(Closing.OVER)
    await tab.sending

    assert tab.shows == "last"
    assert tab.wire.closed_with == 4001


async def test_closing_one_that_reads_nothing_ends_all_the_same() -> None:
    tab = Tab()
    tab.wire.stop_reading()

    tab.link.close(Closing.OVER)
    await tab.sending

    assert tab.wire.aborted


async def test_writing_to_a_browser_that_has_gone_does_nothing() -> None:
    tab = Tab()
    tab.wire.gone = True

    tab.link.write("a")
    await tab.sending
    tab.link.write("b")

    assert tab.wire.aborted
    assert tab.link.queued == 0
