"""It is always plain whose turn it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.line.hands import EndOfLines
from empathy_sim.line.manners import Manners
from empathy_sim.line.playing import LinePlay
from empathy_sim.session.clock import ManualClock
from tests.engine.made_scripts import script_of
from tests.line.typed_play import Typed, session_of, typed

PASSES = None
"""Nothing is typed until the next thing has happened by itself."""


@dataclass
class Terminal:
    """Types at once, whether anything is asked or not."""

    clock: ManualClock
    lines: list[str | None]
    asked: list[bool] = field(default_factory=list)

    def line(self, *, asked: bool, waits: bool, within_ms: int | None) -> str | None:
        if not self.lines:
            raise EndOfLines
        typed_now = self.lines.pop(0)
        if typed_now is None and within_ms is not None:
            self.clock.wait(within_ms)
        return typed_now


def at_a_terminal(name: str, *lines: str | None, pace: m.Pace = "workshop") -> Typed:
    clock = ManualClock()
    session = session_of(script_of(name), clock, pace=pace)
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())
    done = Typed(session, [])
    LinePlay(
        session,
        done.lines.append,
        kept_in="a drawer",
        manners=Manners(prompts=True),
    ).play(Terminal(clock, list(lines)))
    return done


def prompts(done: Typed) -> int:
    return sum(line.weight == "prompt" and bool(line.text) for line in done.lines)


@pytest.mark.parametrize("line", ["hello", "", "1", "notebook"])
def test_on_hold_it_is_said_that_nobody_hears(line: str) -> None:
    done = at_a_terminal("hold-slips", line)

    assert "(You are on hold, and nobody hears you. It goes on by itself. " in done.text
    assert prompts(done) == 0


def test_after_that_it_is_said_when_one_is_heard_again() -> None:
    done = at_a_terminal("hold-still-there", "hello", *[PASSES] * 400)

    assert done.times("(Your turn)") == 1
    assert done.text.index("nobody hears you") < done.text.index("(Your turn)")
    assert done.text.index("(Your turn)") < done.text.index("(Press 1)")


def test_who_said_nothing_meanwhile_is_not_told_that_it_is_their_turn() -> None:
    assert "(Your turn)" not in at_a_terminal("hold-slips", *[PASSES] * 40).text


def test_an_agent_who_is_busy_does_not_hear() -> None:
    done = at_a_terminal("call-supervisor-hold", *[PASSES] * 2, "1", "hello")

    assert "does not hear you" in done.text or "nobody hears you" in done.text


def test_a_mark_stands_where_something_may_be_typed_and_nothing_follows_on_it() -> None:
    done = at_a_terminal("menu-times-out", *[PASSES] * 30)

    written = [(line.weight, line.text) for line in done.lines]
    after = [written[at + 1] for at, each in enumerate(written) if each[1] == ">"]
    assert prompts(done) > 1
    assert set(after) == {("prompt", "")}


def test_a_number_is_no_option_while_no_list_is_shown() -> None:
    """It would pick something that was never read."""
    done = at_a_terminal("chat-hands-over", "1", "")

    assert done.session.state.ending is None
    assert done.events(e.OptionChosen) == []


def test_enter_does_the_only_thing_there_is_and_no_other() -> None:
    assert typed("call-gets-tones", "").events(e.OptionChosen)

    several = typed("order-that-works", "")

    assert several.events(e.OptionChosen) == []
    assert "(Type a number from 1 to " in several.text


def test_a_list_says_which_numbers_there_are() -> None:
    done = typed("order-that-works")

    listed = [line.text for line in done.lines if re.match(r"  \d\. ", line.text)]
    count = len(listed)
    assert f"(Type a number from 1 to {count})" in done.text
