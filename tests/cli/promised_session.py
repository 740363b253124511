"""A session that ended with promises, long ago."""

from __future__ import annotations

from empathy_sim.cli.house import open_house
from empathy_sim.engine import moves as m
from empathy_sim.engine import resolutions as r
from empathy_sim.session.clock import ManualClock, RealClock
from empathy_sim.session.session import Session

MADE = "2025-06-10"
"""The day on which it was played, by the manual clock's wall."""
SAYS = "If a customer calls twice, then I will ring them back."


def _go_on_to(phase: str, session: Session) -> None:
    while session.state.phase != phase:
        session.submit(m.Proceed())


def promised(*more: m.Move, days: int = 0, today: bool = False) -> str:
    """Leave the kettle at once and promise something in its debrief; its name.

    Args:
        more: what is decided after the commitment and the assignment.
        days: how many days later than usual.
        today: whether it is really today.
    """
    clock = ManualClock()
    clock.advance(days * 86_400_000)
    with open_house(RealClock() if today else clock) as house:
        session = house.begin_session("the-birthday-kettle", pace="instant")
        session.submit(m.Consent(service="a canary in the mine"))
        _go_on_to("playing", session)
        session.submit(m.Leave())
        _go_on_to("debriefing", session)
        session.submit(
            r.Commit("a customer calls twice", "ring them back", "Ines", "operations")
        )
        session.submit(r.TakeOn("sit_with_agent", guesses=("nine", "two")))
        for move in more:
            session.submit(move)
        return session.name
