"""Ways through a play, and their laws."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec.structs import asdict

from empathy_sim.engine.events import Event
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.moves import Move, Wait
from empathy_sim.engine.state import State, before
from empathy_sim.errors import MoveRefused
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.session.spelling import event_of, row_of
from empathy_sim.store.rows import StoredRow

FRAME = {"wait", "react", "pause", "leave"}


def walk(play: Playthrough, picks: Iterable[int]) -> None:
    """Make moves out of the examples of offers, and check what must always hold."""
    for pick in picks:
        if play.state.is_over:
            return
        moves = _moves(play)
        move = moves[pick % len(moves)]
        _ = play.tick() if isinstance(move, Wait) else play.do(move)
        at = next_at(play.state)
        assert at is None or at >= play.state.story_ms
        assert replayed(play).progress == play.state.progress


def _moves(play: Playthrough) -> list[Move]:
    scene = play.scene
    own = (offer for offer in scene.offers if offer.sort not in FRAME)
    moves = [move for offer in own for move in offer.examples]
    return moves if scene.next_at is None else [*moves, Wait()]


def replayed(play: Playthrough) -> State:
    """The state that the log gives when it has been written and read."""
    return fold(before(play.state.script), map(_read_again, play.log))


def _read_again(event: Event) -> Event:
    row = row_of(event, 1, "")
    return event_of(StoredRow(**asdict(row), prev_hash="", hash=""))


def refusal(play: Playthrough, move: Move) -> str:
    """The sentence that refuses a move; nothing may have changed."""
    state, log = play.state, list(play.log)
    with pytest.raises(MoveRefused) as caught:
        play.do(move)
    assert play.state == state
    assert play.log == log
    return str(caught.value)
