"""What a decision in the debrief causes."""

from __future__ import annotations

from typing import Any, assert_never

from empathy_sim.engine import resolution_events as e
from empathy_sim.engine import resolutions as r
from empathy_sim.engine.turn import Turn
from empathy_sim.errors import MoveRefused

_TURN = Turn[Any, Any]
_WORDS_AT_MOST = 2_000
_ANSWERS_AT_MOST = 20
_LARGEST = 10**15
_LOG_AT_MOST = 1_000_000
_WHEN = ("debriefing", "closed")


def resolve(turn: _TURN, move: r.Resolution) -> None:
    """Keep what a leader has decided.

    Raises:
        MoveRefused: the journey goes on still, or it cannot be meant.
    """
    if turn.state.phase not in _WHEN:
        raise MoveRefused(says="There is nothing to decide yet.")
    turn.emit(_kept(turn, move))


def _kept(turn: _TURN, move: r.Resolution) -> e.ResolutionEvent:
    at = turn.at
    match move:
        case r.Attribute(friction, blames, reason, asking):
            return e.Attributed(*at, friction, blames, asking, _cut(reason))
        case r.Weigh(figure, value, ground, currency):
            if not 0 <= value <= _LARGEST:
                raise MoveRefused(says="A number from 0 up, please.", field=figure)
            return e.FigureGiven(*at, figure, value, ground, currency[:1])
        case r.Commit():
            return _committed(turn, move)
        case r.TakeOn(assignment, due, guesses):
            guessed = tuple(_cut(each) for each in guesses[:_ANSWERS_AT_MOST])
            return e.AssignmentTaken(*at, assignment, _cut(due), guessed)
        case r.BringBack(what, done, answers):
            said = [*answers.items()][:_ANSWERS_AT_MOST]
            cut = {_cut(name): _cut(words) for name, words in said}
            return e.BroughtBack(*at, what, done, cut)
        case r.ShareGoal(measure, departments, wanted):
            return e.GoalShared(*at, measure, tuple(departments), _cut(wanted))
        case r.LiveAgain():
            return _lived_again(turn, move)
        case _:
            assert_never(move)


def _committed(turn: _TURN, move: r.Commit) -> e.Committed:
    if not move.cue.strip() or not move.act.strip():
        raise MoveRefused(
            says="A commitment needs both halves: if this, then I will do that.",
            field="cue" if not move.cue.strip() else "act",
        )
    return e.Committed(
        *turn.at,
        _cut(move.cue),
        _cut(move.act),
        _cut(move.owner),
        _cut(move.counterpart),
        _cut(move.due),
    )


def _lived_again(turn: _TURN, move: r.LiveAgain) -> e.LivedAgain:
    if move.stage not in turn.state.script.stages:
        raise MoveRefused(says=f"There is no stage {move.stage}.")
    if len(move.log) > _LOG_AT_MOST:
        raise MoveRefused(says="Too much happened to be kept.")
    return e.LivedAgain(*turn.at, move.fix, move.stage, move.after, move.log)


def _cut(words: str) -> str:
    return words[:_WORDS_AT_MOST]
