"""What a move causes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.going import (
    begin_playing,
    close_room,
    lead_on,
    leave_journey,
)
from empathy_sim.engine.happening import happen_by_itself, next_of, upcoming
from empathy_sim.engine.kinds import kind_of
from empathy_sim.engine.resolutions import Resolution
from empathy_sim.engine.resolving import resolve
from empathy_sim.engine.state import After, Next, State
from empathy_sim.engine.timing import lives_more
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
_REFLECTED_IN = ("resting", "debriefing", "closed")
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
    coming = next_of(state)
    turn: _TURN = Turn.begun(state, now)
    _decide(turn, move, coming)
    return tuple(turn.events), turn.state if turn.events else state


def _decide(turn: _TURN, move: m.Move, coming: Next) -> None:
    kind, now = type(move), turn.now.story_ms
    while coming.at is not None and coming.at <= now:
        happen_by_itself(turn, coming)
        if kind is m.Wait:
            return
        coming = upcoming(turn.state)
    ANSWERS[kind](turn, move)


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


def _wait(turn: _TURN, move: m.Wait) -> None:
    """Nothing is done, and nothing has come by itself."""


def _proceed(turn: _TURN, move: m.Proceed) -> None:
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


def _leave(turn: _TURN, move: m.Leave) -> None:
    state = turn.state
    if state.phase == "playing":
        leave_journey(turn)
    elif state.phase in {"contract", "report", "card", "predicting"}:
        turn.emit(e.JourneyLeft(*turn.at))
        turn.emit(e.PhaseBegan(*turn.at, "closed"))
    else:
        raise MoveRefused(says="The journey is over.")


def _close(turn: _TURN, move: m.Close) -> None:
    if turn.state.phase != "playing":
        raise MoveRefused(says="The story is not being played.")
    close_room(turn)


def _lead_on(turn: _TURN, move: m.LeadOn) -> None:
    if turn.state.phase != "playing" or not turn.state.touchpoint:
        raise MoveRefused(says="The story is not being played.")
    lead_on(turn)


def _set_pace(turn: _TURN, move: m.SetPace) -> None:
    if turn.state.is_over:
        raise MoveRefused(says="The journey is over.")
    agreed = turn.state.phase != "contract"
    if agreed and lives_more(move.pace, turn.state.pace):
        raise MoveRefused(says="The contract said shorter waits: more needs a yes.")
    turn.emit(e.PaceChanged(*turn.at, move.pace, move.asking))


def _answer_pace(turn: _TURN, move: m.AnswerPace) -> None:
    if turn.state.phase != "playing":
        raise MoveRefused(says="The story is not being played.")
    if not lives_more(move.pace, turn.state.pace):
        raise MoveRefused(says="No more of the waits would be lived so.")
    turn.emit(e.PaceAnswered(*turn.at, move.pace, move.asking, move.yes))


def _pause(turn: _TURN, move: m.Pause) -> None:
    if turn.state.phase != "playing" or turn.state.paused is not None:
        raise MoveRefused(says="The story's clock is not running.")
    turn.emit(e.Paused(*turn.at, move.why))


def _resume(turn: _TURN, move: m.Resume) -> None:
    if turn.state.paused is None:
        raise MoveRefused(says="The story's clock is running.")
    turn.emit(e.Resumed(*turn.at))


def _reflect(turn: _TURN, move: m.Reflect) -> None:
    if turn.state.phase not in _REFLECTED_IN:
        raise MoveRefused(says="There is nothing to answer yet.")
    turn.emit(e.Reflected(*turn.at, move.question, move.words[:_WORDS_AT_MOST]))


ANSWERS: Mapping[type[m.Move], Callable[[_TURN, Any], None]] = {
    m.Choose: _play,
    m.Press: _play,
    m.Say: _play,
    m.FillIn: _play,
    m.Rate: _play,
    m.HangUp: _play,
    m.Wait: _wait,
    m.Consent: _consent,
    m.Proceed: _proceed,
    m.Predict: _predict,
    m.React: _react,
    m.Leave: _leave,
    m.Close: _close,
    m.LeadOn: _lead_on,
    m.Pause: _pause,
    m.Resume: _resume,
    m.SetPace: _set_pace,
    m.AnswerPace: _answer_pace,
    m.Reflect: _reflect,
    **dict.fromkeys(get_args(Resolution), resolve),
}
"""What each kind of move is answered by."""
