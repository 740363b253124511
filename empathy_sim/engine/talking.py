"""How far a call has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.kinds import Fold
from empathy_sim.engine.transcript import Spoken, with_spoken

Doing = Literal["working", "speaking", "listening", "away"]


class Talking(Struct, frozen=True):
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


def _stepped(progress: Talking, event: e.StepTaken) -> Talking:
    facts, now = event.facts, event.story_ms
    after = progress
    match event.step:
        case "turn":
            after = replace(
                progress,
                turn=str(facts["turn"]),
                doing="working",
                since=now,
                until=now + _ms(event, "silence"),
                wrong=0,
            )
        case "speaks":
            after = replace(
                progress,
                doing="speaking",
                since=now,
                until=now + _ms(event, "lasts"),
                taken=progress.taken | {progress.turn},
            )
        case "spoken":
            after = _doing(progress, "listening", now)
        case "wrong":
            after = replace(progress, wrong=progress.wrong + 1)
        case "announces":
            after = replace(progress, announced=_one_more(progress, event))
        case _:
            pass
    return after


def _doing(progress: Talking, doing: Doing, since: int, until: int = 0) -> Talking:
    return replace(progress, doing=doing, since=since, until=until)


def _ms(event: e.StepTaken, fact: str) -> int:
    return cast("int", event.facts[fact])


def times_announced(progress: Talking, which: int) -> int:
    """How often an announcement has been made in this time on hold."""
    return progress.announced[which] if which < len(progress.announced) else 0


def _one_more(progress: Talking, event: e.StepTaken) -> tuple[int, ...]:
    which = _ms(event, "which")
    length = max(len(progress.announced), which + 1)
    return tuple(
        times_announced(progress, each) + (each == which) for each in range(length)
    )


def _said(progress: Talking, event: e.Said | e.OptionChosen) -> Talking:
    return replace(progress, spoken=with_spoken(progress.spoken, event))


def _waiting(progress: Talking, event: e.WaitBegan) -> Talking:
    ends = event.story_ms + event.length_ms
    away = _doing(progress, "away", event.story_ms, ends)
    return replace(away, announced=(), last="")


def _announced(progress: Talking, event: e.Announced) -> Talking:
    if not event.heard:
        return progress
    return replace(progress, last=event.says, last_at=event.story_ms)


def _waited(progress: Talking, event: e.WaitEnded) -> Talking:
    return _doing(progress, "listening", event.story_ms)


FOLDS: Mapping[type[e.Event], Fold] = {
    e.Said: _said,
    e.OptionChosen: _said,
    e.StepTaken: _stepped,
    e.WaitBegan: _waiting,
    e.Announced: _announced,
    e.WaitEnded: _waited,
}
"""What each event makes of a call."""
