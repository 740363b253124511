"""How far a call has come."""

from __future__ import annotations

from typing import Literal, NamedTuple

from empathy_sim.engine import events as e
from empathy_sim.engine.transcript import Spoken, with_spoken

Doing = Literal["working", "speaking", "listening", "away"]


class Talking(NamedTuple):
    """Two people on a line."""

    spoken: tuple[Spoken, ...] = ()
    turn: str = ""
    """The agent's turn under way, or the last."""
    doing: Doing = "listening"
    """What the agent does: keys are heard, a sentence is, nothing, or music."""
    since: int = 0
    """The story instant since which that is done."""
    until: int = 0
    """The story instant up to which it is done; without meaning while listening."""
    taken: frozenset[str] = frozenset()
    """Turns that have been taken at this visit."""
    wrong: int = 0
    """How often the fact asked for in this turn was read out wrong."""
    announced: tuple[int, ...] = ()
    """How often each announcement of this time on hold has been made."""
    last: str = ""
    """The last one that was heard."""
    last_at: int = 0


def folded(progress: Talking, event: e.Event) -> Talking:
    """The call after any event in it."""
    after = progress
    match event:
        case e.Said() | e.OptionChosen():
            after = progress._replace(spoken=with_spoken(progress.spoken, event))
        case e.StepTaken():
            after = _stepped(progress, event)
        case e.WaitBegan():
            ends = event.story_ms + event.length_ms
            away = _doing(progress, "away", event.story_ms, ends)
            after = away._replace(announced=(), last="")
        case e.Announced(says=says, heard=True):
            after = progress._replace(last=says, last_at=event.story_ms)
        case e.WaitEnded():
            after = _doing(progress, "listening", event.story_ms)
        case _:
            pass
    return after


def _stepped(progress: Talking, event: e.StepTaken) -> Talking:
    facts, now = event.facts, event.story_ms
    after = progress
    match event.step:
        case "turn":
            working = _doing(progress, "working", now, now + _ms(event, "silence"))
            after = working._replace(turn=str(facts["turn"]), wrong=0)
        case "speaks":
            speaking = _doing(progress, "speaking", now, now + _ms(event, "lasts"))
            after = speaking._replace(taken=progress.taken | {progress.turn})
        case "spoken":
            after = _doing(progress, "listening", now)
        case "wrong":
            after = progress._replace(wrong=progress.wrong + 1)
        case "announces":
            after = progress._replace(announced=_one_more(progress, event))
        case _:
            pass
    return after


def _doing(progress: Talking, doing: Doing, since: int, until: int = 0) -> Talking:
    return progress._replace(doing=doing, since=since, until=until)


def _ms(event: e.StepTaken, fact: str) -> int:
    return int(str(event.facts[fact]))


def times_announced(progress: Talking, which: int) -> int:
    """How often an announcement has been made in this time on hold."""
    return progress.announced[which] if which < len(progress.announced) else 0


def _one_more(progress: Talking, event: e.StepTaken) -> tuple[int, ...]:
    which = _ms(event, "which")
    length = max(len(progress.announced), which + 1)
    return tuple(
        times_announced(progress, each) + (each == which) for each in range(length)
    )
