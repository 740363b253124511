"""What a move causes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.going import begin_playing, leave_journey
from empathy_sim.engine.happening import happen_by_itself, next_at
from empathy_sim.engine.kinds import kind_of
from empathy_sim.engine.resolving import resolve
from empathy_sim.engine.state import After, State
from empathy_sim.engine.turn import Turn
from empathy_sim.errors import MoveRefused

_TURN = Turn[Any, Any]
_NEXT: Mapping[Phase, Phase] = {
    "report": "card",
    "ending": "resting",
    "afterwards": "resting",
    "resting": "debriefing",
    "debriefing": "closed",
}
_MARKED_IN = ("card", "playing", "ending", "afterwards", "resting")
_WORDS_AT_MOST = 2_000


def decide(state: State, move: m.Move, now: m.Instant) -> tuple[e.Event, ...]:
    """The events that a move causes at an instant.

    Args:
        state: where the session stands.
        move: what the participant does.
        now: when, in both times; not before the state's own instant, and not past
            `next_at`, which only a `Wait` may reach.

    Raises:
        MoveRefused: the move is not legal now; nothing has changed.
    """
    events, after = advance(state, move, now)
    state.known_after = After(events, after)
    return events


def advance(
    state: State, move: m.Move, now: m.Instant
) -> tuple[tuple[e.Event, ...], State]:
    """The events that a move causes, and the state after them.

    The state is what `fold(state, events)` would make; it comes about while deciding.

    Raises:
        MoveRefused: the move is not legal now; nothing has changed.
    """
    turn: _TURN = Turn(state, now)
    _decide(turn, move, next_at(state))
    return tuple(turn.events), turn.state if turn.events else state


def _decide(turn: _TURN, move: m.Move, at: int | None) -> None:
    while at is not None and at <= turn.now.story_ms:
        happen_by_itself(turn)
        if isinstance(move, m.Wait):
            return
        at = next_at(turn.state)
    _answer(turn, move)


def _answer(turn: _TURN, move: m.Move) -> None:
    match move:
        case m.Choose() | m.Press() | m.Say() | m.FillIn() | m.Rate() | m.HangUp():
            _play(turn, move)
        case m.Wait():
            pass
        case m.Consent():
            _consent(turn, move)
        case m.Proceed():
            _proceed(turn)
        case m.Predict():
            _predict(turn, move)
        case m.React():
            _react(turn, move)
        case m.Leave():
            _leave(turn)
        case m.Pause(why=why):
            _pause(turn, why)
        case m.Resume():
            if turn.state.paused is None:
                raise MoveRefused(says="The story's clock is running.")
            turn.emit(e.Resumed(*turn.at))
        case m.SetPace(pace=pace):
            _set_pace(turn, pace)
        case m.Reflect(question=question, words=words):
            if turn.state.phase not in {"resting", "debriefing", "closed"}:
                raise MoveRefused(says="There is nothing to answer yet.")
            turn.emit(e.Reflected(*turn.at, question, words[:_WORDS_AT_MOST]))
        case _:
            resolve(turn, move)


def _play(turn: _TURN, move: m.Move) -> None:
    state = turn.state
    if state.phase != "playing" or not state.touchpoint:
        raise MoveRefused(says="That is not possible now.")
    if state.paused is not None:
        raise MoveRefused(says="The story's clock is standing.")
    kind_of(state.kind).answer(turn, move)


def _consent(turn: _TURN, move: m.Consent) -> None:
    if turn.state.phase != "contract":
        raise MoveRefused(says="The contract has been accepted already.")
    journey = turn.state.script.journey
    unknown = [each for each in move.departments if each not in journey.departments]
    if unknown:
        raise MoveRefused(says=f"{unknown[0]} is not a department here.")
    turn.emit(
        e.Consented(
            *turn.at,
            tuple(move.departments),
            move.uninterrupted,
            move.service[:_WORDS_AT_MOST],
        )
    )
    turn.emit(e.PhaseBegan(*turn.at, "report" if journey.report else "card"))


def _proceed(turn: _TURN) -> None:
    state = turn.state
    if state.phase == "card" and state.script.journey.predictions:
        turn.emit(e.PhaseBegan(*turn.at, "predicting"))
    elif state.phase in {"card", "predicting"}:
        turn.emit(e.PhaseBegan(*turn.at, "playing"))
        begin_playing(turn)
    elif state.phase == "ending" and state.uninterrupted:
        turn.emit(e.PhaseBegan(*turn.at, "afterwards"))
    elif state.phase in _NEXT:
        turn.emit(e.PhaseBegan(*turn.at, _NEXT[state.phase]))
    else:
        raise MoveRefused(says="There is nothing to go on to here.")


def _predict(turn: _TURN, move: m.Predict) -> None:
    if turn.state.phase != "predicting":
        raise MoveRefused(says="Predictions are made before the journey begins.")
    for asked in turn.state.script.journey.predictions:
        if asked.id == move.prediction:
            if not asked.least <= move.value <= asked.most:
                raise MoveRefused(
                    says=f"A number from {asked.least} to {asked.most}, please.",
                    field=asked.id,
                )
            turn.emit(e.Predicted(*turn.at, move.prediction, move.value))
            return
    raise MoveRefused(says="That was not asked.", field=move.prediction)


def _react(turn: _TURN, move: m.React) -> None:
    if turn.state.phase not in _MARKED_IN:
        raise MoveRefused(says="A feeling can be marked once the story has begun.")
    if not (-4 <= move.pleasant <= 4 and -4 <= move.aroused <= 4):  # noqa: PLR2004
        raise MoveRefused(says="A feeling lies between -4 and 4 each way.")
    turn.emit(
        e.ReactionRecorded(
            *turn.at,
            move.pleasant,
            move.aroused,
            move.aha,
            move.about_ms,
            move.words[:_WORDS_AT_MOST],
            move.felt,
        )
    )


def _leave(turn: _TURN) -> None:
    state = turn.state
    if state.phase == "playing":
        leave_journey(turn)
    elif state.phase in {"contract", "report", "card", "predicting"}:
        turn.emit(e.JourneyLeft(*turn.at))
        turn.emit(e.PhaseBegan(*turn.at, "closed"))
    else:
        raise MoveRefused(says="The journey is over.")


def _set_pace(turn: _TURN, pace: m.Pace) -> None:
    if turn.state.is_over:
        raise MoveRefused(says="The journey is over.")
    turn.emit(e.PaceChanged(*turn.at, pace))


def _pause(turn: _TURN, why: str) -> None:
    if turn.state.phase != "playing" or turn.state.paused is not None:
        raise MoveRefused(says="The story's clock is not running.")
    turn.emit(e.Paused(*turn.at, why))
