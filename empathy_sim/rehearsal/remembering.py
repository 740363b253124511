"""The moves of a session, from its log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.state import State, before
from empathy_sim.engine.transcript import CUSTOMER
from empathy_sim.journey.script import Script

_BY_LEAVING: Mapping[tuple[str, str], str] = {
    ("notice", "read"): "read",
    ("order", "left"): "left",
    ("search", "left"): "left",
    ("survey", "skipped"): "skip",
    ("survey", "sent"): "close",
    ("form", "left"): "left",
    ("chat", "left"): "left",
    ("chat", "closed"): "closed",
}
"""What was chosen where only leaving tells of it: kind and exit, and the option."""
_BY_STEP: Mapping[tuple[str, str], str] = {
    ("survey", "sent"): "send",
    ("days", "put_aside"): "go-on",
    ("form", "stayed"): "stay",
}
"""What was chosen where only a step tells of it: kind and step, and the option."""


class Spot(NamedTuple):
    """A visit to a touchpoint."""

    stage: str
    touchpoint: str
    visit: int


NOWHERE = Spot("", "", 0)


class Done(NamedTuple):
    """A move that a participant made."""

    seq: int
    """The number, from 1, of an event that tells of it."""
    spot: Spot
    move: m.Move
    after_ms: int
    """Story milliseconds since that visit began."""
    is_known: bool = True
    """Whether its words are known; they may have been purged."""
    is_shape: bool = False
    """Whether only the shape of its words is known, as of a password."""


class Stay(NamedTuple):
    """A visit, from beginning to end."""

    moves: tuple[Done, ...]
    lasted_ms: int
    """Story milliseconds; of one that is under way, up to the log's last event."""


@dataclass
class _Reading:
    """Where the reading of a log has come."""

    stage: str = ""
    kind: str = ""
    spot: Spot = NOWHERE
    began_ms: int = 0
    secret: str = ""
    closed: bool = False
    """Whether a form takes nothing more."""
    done: list[Done] = field(default_factory=list)
    lasted: dict[Spot, int] = field(default_factory=dict)

    def take(self, seq: int, event: e.Event) -> None:
        """One more event."""
        match event:
            case e.StageEntered(stage=stage):
                self.stage = stage
            case e.TouchpointEntered():
                self._enter(event)
            case _ if self.kind:
                self._stay(seq, event)
            case _:
                pass

    def _enter(self, event: e.TouchpointEntered) -> None:
        self.spot = Spot(self.stage, event.touchpoint, event.visit)
        self.kind, self.began_ms = event.kind, event.story_ms
        self.secret, self.closed = "", False
        self.lasted[self.spot] = 0

    def _stay(self, seq: int, event: e.Event) -> None:
        self._move(seq, event)
        self.lasted[self.spot] = event.story_ms - self.began_ms
        match event:
            case e.StepTaken(step="judged", facts=facts):
                self.secret = str(facts["field"])
            case e.StepTaken(step="closed"):
                self.closed = True
            case e.TouchpointLeft():
                self.kind = ""
            case _:
                pass

    def _move(self, seq: int, event: e.Event) -> None:
        move = _pressed(event, self.kind) or self._left(event)
        match event:
            case e.Said(speaker=who, words=words) if who == CUSTOMER:
                self._add(seq, event, m.Say(words), is_known=bool(words))
            case e.FieldFilled(field=name, words=words, length=length):
                is_known = bool(words) or not length
                is_shape, self.secret = name == self.secret, ""
                fills = m.FillIn(name, words)
                self._add(seq, event, fills, is_known=is_known, is_shape=is_shape)
            case _ if move is not None:
                self._add(seq, event, move)
            case _:
                pass

    def _add(
        self,
        seq: int,
        event: e.Event,
        move: m.Move,
        *,
        is_known: bool = True,
        is_shape: bool = False,
    ) -> None:
        after = event.story_ms - self.began_ms
        self.done.append(Done(seq, self.spot, move, after, is_known, is_shape))

    def _left(self, event: e.Event) -> m.Move | None:
        """A move of which only the way it left the touchpoint tells."""
        match event:
            case e.TouchpointLeft(exit="led_on" | "room_closed"):
                return None
            case e.TouchpointLeft(exit=exit_) if self.kind == "form" and self.closed:
                return m.Choose(exit_)
            case e.TouchpointLeft(exit="left_journey"):
                return m.Leave()
            case e.TouchpointLeft(exit=exit_):
                option = _BY_LEAVING.get((self.kind, exit_))
            case e.StepTaken(step=step):
                option = _BY_STEP.get((self.kind, step))
            case _:
                option = None
        return m.Choose(option) if option else None


def _pressed(event: e.Event, kind: str) -> m.Move | None:
    """A move that its event tells of by itself."""
    move: m.Move | None = None
    match event:
        case e.KeyPressed(key=key):
            move = m.Press(key)
        case e.OptionChosen(option=option, tone=tone) if kind != "menu":
            move = m.Choose(option, tone)
        case e.Rated(question=question, value=value):
            move = m.Rate(question, value)
        case e.ContactEnded(by="customer", how="hung_up"):
            move = m.HangUp()
        case e.PaceChanged(pace=pace):
            move = m.SetPace(pace)
        case e.PaceAnswered(pace=pace, asking=asking, yes=True):
            move = m.AnswerPace(pace, asking, yes=True)
        case _:
            pass
    return move


def stays_of(log: Iterable[e.Event]) -> Mapping[Spot, Stay]:
    """What a participant did at each visit, in order, and how long it lasted."""
    reading = _read(log)
    moves: dict[Spot, list[Done]] = {spot: [] for spot in reading.lasted}
    for done in reading.done:
        moves[done.spot].append(done)
    return {
        spot: Stay(tuple(those), reading.lasted[spot]) for spot, those in moves.items()
    }


def standing_before(script: Script, log: tuple[e.Event, ...], seq: int) -> State:
    """Where a participant stood, and could still do otherwise, before an event.

    Args:
        script: what was played.
        log: every event from the first.
        seq: the event's number, from 1.
    """
    at = log[seq - 1].story_ms
    moves = (each.seq for each in _read(log).done if each.seq <= seq)
    made = [each for each in moves if log[each - 1].story_ms == at]
    if made:
        known = _beginning(log, made[-1] - 1)
    else:
        known = next(each for each in range(seq) if log[each].story_ms == at)
    return fold(before(script), log[:known])


def _beginning(log: tuple[e.Event, ...], index: int) -> int:
    """The first event of a move, going back from the one that tells of it."""
    at = log[index].story_ms
    while log[index - 1].story_ms == at and _leads_up(log[index - 1]):
        index -= 1
    return index


def _leads_up(event: e.Event) -> bool:
    """Whether it is what a move begins with, before the event that tells of it."""
    match event:
        case e.WaitEnded() | e.TimeCut() | e.ContactEnded() | e.ReactionAsked():
            return True
        case e.StepTaken(step="judged"):
            return True
        case _:
            return False


def _read(log: Iterable[e.Event]) -> _Reading:
    reading = _Reading()
    for seq, event in enumerate(log, 1):
        reading.take(seq, event)
    return reading
