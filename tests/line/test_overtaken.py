"""What is typed too soon is no choice."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.line.hands import GLANCE_MS, EndOfLines
from empathy_sim.line.lines import Line
from empathy_sim.line.manners import Manners
from empathy_sim.line.playing import LinePlay
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from tests.engine.made_scripts import script_of
from tests.line.typed_play import session_of, typed

TOLD = "That was typed before there was this list, and chooses nothing."


@dataclass
class AfterTheClick:
    """Types its lines, each so many milliseconds after the line went dead."""

    clock: ManualClock
    lines: list[tuple[int, str]]
    told: list[str] = field(default_factory=list)
    since: int | None = None

    def hear(self, line: Line) -> None:
        self.told.append(line.written())
        if line.text == "The music stops.":
            self.since = self.clock.milliseconds()

    def line(self, *, asked: bool, waits: bool, within_ms: int | None) -> str | None:
        now = self.clock.milliseconds()
        if self.since is not None and not self.lines:
            raise EndOfLines
        if self.since is not None and now - self.since >= self.lines[0][0]:
            return self.lines.pop(0)[1]
        due = self.lines[0][0] - (now - self.since) if self.since is not None else 100
        left = min(GLANCE_MS, due, within_ms or GLANCE_MS)
        self.clock.wait(max(1, left))
        return None


def typed_after(
    *lines: tuple[int, str], reads_first: bool = True
) -> tuple[Session, str]:
    clock = ManualClock()
    session = session_of(script_of("hold-slips"), clock, pace="brisk")
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())
    hands = AfterTheClick(clock, list(lines))
    manners = Manners(reads_first=reads_first)
    play = LinePlay(session, hands.hear, kept_in="a drawer", manners=manners)
    play.play(hands)
    return session, "\n".join(hands.told)


def chosen(session: Session) -> list[str]:
    return [each.option for each in session.log if isinstance(each, e.OptionChosen)]


@pytest.mark.parametrize("line", ["2", "2.", "12", "#"])
def test_a_number_typed_to_a_line_that_has_just_gone_dead_chooses_nothing(
    line: str,
) -> None:
    session, told = typed_after((0, line))

    assert chosen(session) == []
    assert TOLD in told


def test_the_list_can_be_chosen_from_once_it_was_there_to_be_read() -> None:
    session, told = typed_after((100, "2"), (3_000, "2"))

    assert len(chosen(session)) == 1
    assert told.count(TOLD) == 1


def test_words_of_the_list_were_read_there() -> None:
    session, told = typed_after((100, "Leave it"))

    assert len(chosen(session)) == 1
    assert TOLD not in told


def test_where_lines_wait_to_be_asked_for_nothing_is_held_back() -> None:
    session, told = typed_after((0, "2"), reads_first=False)
    assert len(chosen(session)) == 1
    assert TOLD not in told

    assert len(chosen(typed("hold-slips", "2").session)) == 1


def test_a_list_that_somebody_led_to_may_be_chosen_from_at_once() -> None:
    manners = Manners(reads_first=True)
    done = typed("order-slips", "1", "", "1", manners=manners)

    assert len(chosen(done.session)) >= 2
    assert TOLD not in done.text
