"""A recording listens long enough to be typed to."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.line.driving import drive
from empathy_sim.line.hands import GLANCE_MS, EndOfLines
from empathy_sim.line.lines import Line
from empathy_sim.line.patience import LISTENS_MS
from empathy_sim.line.playing import LinePlay
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from tests.engine.made_scripts import script_of
from tests.line.typed_play import session_of

LEAST = LISTENS_MS - 2 * GLANCE_MS
"""What a silence lasts at least; the clock is looked at once a second."""


@dataclass
class Slowly:
    """Types each line so long after the recording has begun to listen."""

    clock: ManualClock
    lines: list[tuple[int, str]] = field(default_factory=list)
    since: int | None = None

    def line(self, *, asked: bool, waits: bool, within_ms: int | None) -> str | None:
        now = self.clock.milliseconds()
        if not asked:
            self.since = None
        elif self.since is None:
            self.since = now
        if self.lines and self.since is not None:
            after, typed = self.lines[0]
            if now - self.since >= after:
                self.lines.pop(0)
                return typed
        if not asked and within_ms is None:
            raise EndOfLines
        self.clock.wait(GLANCE_MS if within_ms is None else min(GLANCE_MS, within_ms))
        return None


@dataclass
class Sat:
    """A session as it was sat through."""

    session: Session
    told: list[tuple[int, str]]
    """What was written, and when by the wall."""

    def at(self, says: str) -> list[int]:
        """When by the wall something was written."""
        return [at for at, text in self.told if says in text]

    def paused(self) -> list[str]:
        return [each.why for each in self.session.log if isinstance(each, e.Paused)]


def sat_through(name: str, *lines: tuple[int, str], pace: m.Pace = "brisk") -> Sat:
    clock = ManualClock()
    session = session_of(script_of(name), clock, pace=pace)
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())
    sat = Sat(session, [])

    def write(line: Line) -> None:
        sat.told.append((clock.milliseconds(), line.written()))

    play = LinePlay(session, write, kept_in="a drawer")
    drive(play.stage_played(), Slowly(clock, list(lines)))
    session.suspend()
    return sat


@pytest.mark.parametrize("pace", ["brisk", "workshop"])
def test_a_menu_listens_for_twenty_seconds_to_who_types(pace: m.Pace) -> None:
    sat = sat_through("menu-times-out", pace=pace)

    [asked, *_] = sat.at("Press 1)") or sat.at("(Press")
    [first] = sat.at("I didn't get that.")
    [second] = sat.at("I still didn't get that.")
    assert first - asked >= LEAST
    assert second - first >= LEAST
    assert sat.session.state.ending == "ended"


def test_what_a_menu_does_to_silence_is_as_it_is_written() -> None:
    sat = sat_through("menu-times-out")

    steps = [each for each in sat.session.log if isinstance(each, e.StepTaken)]
    listens = [each.story_ms for each in steps if each.step == "listens"]
    silent = [each.story_ms for each in steps if each.step == "silence"]
    assert [to - since for since, to in zip(listens, silent, strict=True)] == [
        5_000
    ] * 3
    met = [each.code for each in sat.session.log if isinstance(each, e.FrictionMet)]
    assert met == ["menu_timed_out"]


def test_what_is_typed_meanwhile_is_heard() -> None:
    sat = sat_through("menu-times-out", (15_000, "1"))

    assert sat.session.state.ending == "deliveries"
    assert sat.at("I didn't get that.") == []


def test_who_answers_in_time_has_no_clock_stopped() -> None:
    sat = sat_through("menu-times-out", (3_000, "1"))

    assert sat.session.state.ending == "deliveries"
    assert sat.paused() == []


def test_a_wait_that_is_typed_takes_what_it_takes() -> None:
    sat = sat_through("menu-times-out", (0, "wait"), (0, "hang up"))

    assert sat.paused() == []
    assert len(sat.at("I didn't get that.")) == 1


def test_who_is_asked_for_a_key_on_hold_has_the_time_to_type_it() -> None:
    sat = sat_through("hold-still-there", (15_000, "1"), pace="real")

    steps = [each.step for each in sat.session.log if isinstance(each, e.StepTaken)]
    assert "there" in steps
    assert sat.paused() == ["reading"]
