"""A play by lines is driven by anybody."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.line.driving import drive
from empathy_sim.line.hands import EndOfLines, PipedHands
from empathy_sim.line.lines import Line
from empathy_sim.line.listening import Listening, Listens, Work
from empathy_sim.line.playing import LinePlay
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from tests.engine.made_scripts import script_of
from tests.line.typed_play import session_of


def on_a_form(clock: ManualClock) -> tuple[Session, LinePlay, list[Line]]:
    session = session_of(script_of("form-that-works"), clock)
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())
    written: list[Line] = []
    return session, LinePlay(session, written.append, kept_in="a drawer"), written


def test_a_play_says_what_it_waits_for_and_takes_a_line() -> None:
    session, play, written = on_a_form(ManualClock())
    driven = play.played()
    waits_for = next(driven)
    assert waits_for == Listening(asked=True, waits=False, within_ms=session.due_in())
    driven.send("notebook")

    assert any("order" in line.text.casefold() for line in written)


def test_a_feeling_that_was_asked_for_waits_for_as_long_as_it_takes() -> None:
    clock = ManualClock()
    session, play, written = on_a_form(clock)
    driven = play.played()
    next(driven)
    driven.send("feel")
    for _ in range(90):
        clock.advance(1_000)
        driven.send(None)
    assert play.asked_now().feels
    assert session.scene().paused == "feeling"
    driven.send("-2 already tired")

    (felt,) = [each for each in session.log if isinstance(each, e.ReactionRecorded)]
    assert (felt.pleasant, felt.words) == (-2, "already tired")
    assert session.state.paused is None
    assert not any("The story goes on" in line.text for line in written)


def test_a_play_that_is_put_away_leaves_its_session_open() -> None:
    session, play, written = on_a_form(ManualClock())
    driven = play.played()
    next(driven)
    driven.close()
    told = len(written)
    session.submit(m.React(-1, 0, "Still here."))

    assert len(written) == told
    assert any(isinstance(each, e.ReactionRecorded) for each in session.log)


def test_whoever_drives_in_this_thread_does_the_reckoning_too() -> None:
    def play() -> Listens[int]:
        work = Work(lambda: 6 * 7)
        yield work
        return work.found

    assert drive(play(), PipedHands([], ManualClock())) == 42


def test_what_ends_the_lines_is_thrown_into_the_play() -> None:
    def play() -> Listens[str]:
        try:
            yield Listening(asked=True, waits=False, within_ms=None)
        except EndOfLines:
            return "suspended"
        return "went on"

    assert drive(play(), PipedHands([], ManualClock())) == "suspended"


def test_a_reckoning_that_fails_is_the_play_s_to_mend() -> None:
    def fails() -> int:
        raise ZeroDivisionError

    def play() -> Listens[None]:
        yield Work(fails)

    with pytest.raises(ZeroDivisionError):
        drive(play(), PipedHands([], ManualClock()))
