"""Where a session stands, and what was last said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from empathy_sim.engine import events as e
from empathy_sim.line.asking import telling_time
from empathy_sim.line.lines import Line, aside, heading
from empathy_sim.line.telling import Teller
from empathy_sim.session.session import Session
from empathy_sim.session.standing import standing
from empathy_sim.session.summary import summary_of

_LATEST = 6
"""How many lines are told again at most."""


class Recalling(Enum):
    """What for: to find back into a session, or to hear something again."""

    WHERE = auto()
    HERE = auto()


def taken_up(session: Session) -> Iterator[Line]:
    """Which session it is that goes on, and where; nothing before it has begun."""
    phase = session.state.phase
    if phase == "contract":
        return
    yield heading(session.script.journey.title)
    if phase != "closed":
        # Its time is told with the stage, as it is by now.
        where = standing(phase, {**summary_of(session.state), "when": None})
        yield aside(f"This goes on where it stopped: {where}")


def so_far(session: Session, why: Recalling) -> Iterator[Line]:
    """The latest lines of the touchpoint under way."""
    scene = session.scene()
    if why is Recalling.WHERE and scene.place is not None:
        yield heading(scene.place.stage_title)
        yield from telling_time(scene)
    lines = tuple(Teller(session.script).tell(_since_entering(session.log)))
    yield from lines[-_LATEST:]


def _since_entering(log: Iterable[e.Event]) -> list[e.Event]:
    latest: list[e.Event] = []
    for event in log:
        match event:
            case e.TouchpointEntered():
                latest = [event]
            case e.StageEntered() | e.ContactBegan():
                latest = []
            case e.Paused() | e.ReactionAsked():
                pass
            case _ if latest:
                latest.append(event)
            case _:
                pass
    return latest
