"""Every debrief can be talked through, whatever happened."""

from __future__ import annotations

from itertools import cycle

import pytest

from empathy_sim.cli.plainly import write
from empathy_sim.engine import moves as m
from empathy_sim.engine.events import Event
from empathy_sim.journey.freezing import digest, freeze, spelled
from empathy_sim.journey.script import Script
from empathy_sim.line.looking_back.conversation import conversation
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.session.spelling import row_of
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.rows import NewSession
from tests.debrief.played_logs import SCRIPTS, played, script_named
from tests.engine.made_scripts import script_of
from tests.line.test_line_hostile import dirtied, is_clean
from tests.line.typed_play import Typed, session_of, types
from tests.tui.hostile import HOSTILE

LOOKS_AT_ALL = [
    *[""] * 2,
    *["how 1", "1 a reason", "2 another", "3 a third", "words", *[""] * 12],
    *["1", "", "2", "", "3", "", "4", "", "", "", "", "5", *[""] * 30],
]
"""Lines that answer some questions, pass others, and open a few pages."""


def kept(script: Script, log: tuple[Event, ...], clock: ManualClock) -> Session:
    """A session with such a log."""
    store, written = MemoryStore(), spelled(freeze(script))
    store.begin(
        NewSession(
            session="kept",
            script_digest=digest(written),
            script_json=written,
            title="",
            started_utc=clock.utc(),
        )
    )
    rows = [row_of(event, at, clock.utc()) for at, event in enumerate(log, 1)]
    store.append("kept", rows, phase="playing", summary={})
    return Session.resume("kept", store=store, clock=clock)


@pytest.mark.parametrize("name", [*SCRIPTS, "the-long-way"])
def test_a_random_play_is_talked_through_to_the_end(name: str) -> None:
    clock = ManualClock()
    session = kept(script_named(name), played(name, 1), clock)
    if session.state.phase == "playing":
        session.submit(m.Leave())
    while session.state.phase != "debriefing":
        session.submit(m.Proceed())

    done = types(session, LOOKS_AT_ALL, clock, debrief=conversation)

    assert done.ended == "closed"
    assert "== More ==" in done.text
    for line in done.lines:
        assert line.text.strip() or line.weight == "prompt"
        assert "None" not in line.text
        assert "!" not in line.text


def hostile_debrief() -> Typed:
    clock = ManualClock()
    script: Script = dirtied(script_of("call-asks-again"), cycle(HOSTILE))
    session = session_of(script, clock)
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())
    session.submit(m.Leave())
    return types(session, ["", "", *LOOKS_AT_ALL], clock, debrief=conversation)


def test_whatever_an_author_wrote_is_printed_clean(
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = hostile_debrief()

    capsys.readouterr()
    for line in done.lines:
        write(line)
    printed = capsys.readouterr().out.split("\n")
    assert len(printed) > 30
    assert [line for line in printed if not is_clean(line)] == []
