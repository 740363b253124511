"""Looking at the time changes no log."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Consent, Move, Pace, Proceed
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import compose_journey
from empathy_sim.library.shelf import find_shelf, shipped
from empathy_sim.rehearsal.robots import own_offers
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore

JOURNEY = "the-birthday-kettle"
PACES: tuple[Pace, ...] = ("real", "workshop", "brisk", "instant")
Step = tuple[int, int]
"""Felt milliseconds that pass, and which of the offered moves is made then."""
PASSES = st.sampled_from([0, 1, 250, 1_000, 7_300, 60_000, 400_000]) | st.integers(
    0, 120_000
)
STEPS = st.lists(st.tuples(PASSES, st.integers(0, 400)), max_size=25)
GRIDS = st.sampled_from([1_700, 1_000, 250]) | st.integers(97, 30_000)


@cache
def journey() -> Script:
    shelf = find_shelf([shipped()])
    script = compose_journey(shelf.journeys[JOURNEY], shelf).script
    assert script is not None
    return script


def lived(pace: Pace, stage: str, steps: list[Step], grid: int | None) -> list[Event]:
    """A session whose time is looked at on a grid, or only when something is done."""
    clock = ManualClock()
    session = Session.begin(
        journey(),
        cast_for(journey(), 1),
        store=MemoryStore(),
        clock=clock,
        pace=pace,
        at_stage=stage,
    )
    session.submit(Consent())
    while session.state.phase != "playing":
        session.submit(Proceed())
    for passes, number in steps:
        pass_time(session, clock, passes, grid or passes or 1)
        move = picked(session.scene(), number)
        if move is not None and session.state.phase == "playing":
            make(session, move)
    return session.log


def pass_time(session: Session, clock: ManualClock, passes: int, grid: int) -> None:
    while passes > 0:
        clock.advance(min(grid, passes))
        passes -= grid
        session.catch_up()


def picked(scene: Scene, number: int) -> Move | None:
    """One of the touchpoint's moves, or none; hanging up and closing seldom."""
    stays = number % 5 != 0
    moves = [
        move
        for offer in own_offers(scene)
        if not (stays and (offer.sort == "hang_up" or offer.id == "left"))
        for move in offer.examples
    ]
    return moves[number % len(moves)] if moves and number % 3 else None


def make(session: Session, move: Move) -> None:
    try:
        session.submit(move)
    except MoveRefused:
        return


WAYS = given(
    pace=st.sampled_from(PACES),
    stage=st.sampled_from(sorted(journey().stages)),
    steps=STEPS,
    grid=GRIDS,
)


@settings(max_examples=60)
@WAYS
def test_a_session_is_the_same_whatever_the_grain_of_ticks(
    pace: Pace, stage: str, steps: list[Step], grid: int
) -> None:
    assert lived(pace, stage, steps, grid) == lived(pace, stage, steps, None)


@pytest.mark.long
@WAYS
def test_many_sessions_are_the_same_whatever_the_grain_of_ticks(
    pace: Pace, stage: str, steps: list[Step], grid: int
) -> None:
    assert lived(pace, stage, steps, grid) == lived(pace, stage, steps, None)
