"""Who types, and how time passes meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from empathy_sim.line.hands import EndOfLines, PipedHands, TypingHands
from empathy_sim.session.clock import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def piped(clock: ManualClock, *lines: str) -> PipedHands:
    return PipedHands(lines, clock)


def test_a_ready_line_stays_until_the_scene_asks(clock: ManualClock) -> None:
    hands = piped(clock, "1")

    assert hands.line(asked=False, waits=False, within_ms=700) is None
    assert clock.milliseconds() == 700
    assert hands.line(asked=True, waits=False, within_ms=700) == "1"
    assert clock.milliseconds() == 700


@pytest.mark.parametrize(
    "line",
    ["hang up", "LEAVE", "wait", "wait 4m", "feel -3 2", "aha so", "help", "quit"],
)
def test_a_word_to_the_frame_is_taken_while_nothing_is_asked(
    line: str, clock: ManualClock
) -> None:
    assert piped(clock, line).line(asked=False, waits=False, within_ms=9) == line


@pytest.mark.parametrize("line", ["wait, what?", "feel free", "leave it", "1", ""])
def test_other_words_are_not_for_the_frame(line: str, clock: ManualClock) -> None:
    assert piped(clock, line).line(asked=False, waits=False, within_ms=9) is None


def test_nothing_is_taken_while_a_wait_is_waited(clock: ManualClock) -> None:
    assert piped(clock, "hang up").line(asked=False, waits=True, within_ms=9) is None


def test_the_lines_end_where_something_is_asked(clock: ManualClock) -> None:
    hands = piped(clock)

    assert hands.line(asked=False, waits=False, within_ms=9) is None
    with pytest.raises(EndOfLines):
        hands.line(asked=True, waits=False, within_ms=9)


def test_the_lines_end_where_nothing_can_happen(clock: ManualClock) -> None:
    with pytest.raises(EndOfLines):
        piped(clock, "1").line(asked=False, waits=False, within_ms=None)


def read_by(hands: TypingHands, *, asked: bool) -> str | None:
    """The next line, once the other thread has read it."""
    for _ in range(50):
        taken = hands.line(asked=asked, waits=False, within_ms=100)
        if taken is not None:
            return taken
    return None


def test_at_a_terminal_a_line_interrupts(clock: ManualClock) -> None:
    hands = TypingHands(["1", "2"], clock)

    assert read_by(hands, asked=False) == "1"
    assert read_by(hands, asked=False) == "2"
    with pytest.raises(EndOfLines):
        read_by(hands, asked=False)


def test_on_a_slow_pipe_time_goes_on_while_a_line_is_kept(clock: ManualClock) -> None:
    hands = TypingHands(["1"], clock, interrupts=False)

    assert read_by(hands, asked=False) is None
    assert clock.milliseconds() > 0
    assert read_by(hands, asked=True) == "1"
    with pytest.raises(EndOfLines):
        read_by(hands, asked=True)


def test_one_who_waits_looks_at_the_clock_every_second(clock: ManualClock) -> None:
    """So that what is lived is marked, and no long wait is taken for a stall."""
    hands = TypingHands(["1"], clock, interrupts=False)
    read_by(hands, asked=False)
    before = clock.milliseconds()

    hands.line(asked=False, waits=False, within_ms=60_000)

    assert clock.milliseconds() - before == 1_000


def test_nobody_typing_is_waited_for_no_longer_than_is_asked(
    clock: ManualClock,
) -> None:
    goes_on = threading.Event()

    def never() -> Iterator[str]:
        goes_on.wait()
        yield "late"

    hands = TypingHands(never(), clock)

    assert hands.line(asked=True, waits=False, within_ms=1) is None
    goes_on.set()
    assert read_by(hands, asked=True) == "late"
