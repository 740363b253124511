"""What events of the frame make of a state."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.engine import events as e
from empathy_sim.engine.evolving_story import Write
from empathy_sim.engine.state import State, held_from


def _began(draft: State, event: e.JourneyBegan) -> None:
    draft.cast, draft.pace = event.cast, event.pace
    draft.at_stage = event.at_stage
    draft.resources = held_from(draft, story_ms=0, runs=False)


def _consented(draft: State, event: e.Consented) -> None:
    draft.departments = event.departments
    draft.uninterrupted = event.uninterrupted


def _phase(draft: State, event: e.PhaseBegan) -> None:
    draft.phase, draft.asks_feeling = event.phase, None


def _predicted(draft: State, event: e.Predicted) -> None:
    draft.predictions = {**draft.predictions, event.prediction: event.value}


def _feeling_asked(draft: State, event: e.ReactionAsked) -> None:
    draft.asks_feeling, draft.asked_here = event.why, True
    draft.asked_feeling_felt_ms = draft.felt_ms


def _felt(draft: State, event: e.ReactionRecorded) -> None:
    draft.asks_feeling = None
    draft.reactions += 1
    if draft.phase == "playing":
        # Whoever has just marked one is not asked for another at once.
        draft.asked_feeling_felt_ms = draft.felt_ms


def _pace(draft: State, event: e.PaceChanged) -> None:
    draft.pace, draft.pace_asking = event.pace, event.asking


def _pace_answered(draft: State, event: e.PaceAnswered) -> None:
    draft.pace_asking = event.asking
    if event.yes:
        draft.pace, draft.pace_agreed = event.pace, event.asking


def _paused(draft: State, event: e.Paused) -> None:
    draft.paused = event.why


def _resumed(draft: State, event: e.Resumed) -> None:
    draft.paused = None


def _ended(draft: State, event: e.JourneyEnded) -> None:
    draft.ending = event.ending
    _stop(draft)


def _left(draft: State, event: e.JourneyLeft) -> None:
    draft.left = True
    _stop(draft)


def _stop(draft: State) -> None:
    draft.wait = draft.contact = draft.paused = None
    draft.resources = held_from(draft, story_ms=draft.story_ms)


FRAME: Mapping[type[e.Event], Write | None] = {
    e.JourneyBegan: _began,
    e.Consented: _consented,
    e.PhaseBegan: _phase,
    e.Predicted: _predicted,
    e.ReactionAsked: _feeling_asked,
    e.ReactionRecorded: _felt,
    e.Rated: None,
    e.PaceChanged: _pace,
    e.PaceAnswered: _pace_answered,
    e.Paused: _paused,
    e.Resumed: _resumed,
    e.JourneyEnded: _ended,
    e.LedOn: None,
    e.JourneyLeft: _left,
    e.Reflected: None,
    e.Attributed: None,
    e.FigureGiven: None,
    e.Committed: None,
    e.AssignmentTaken: None,
    e.BroughtBack: None,
    e.GoalShared: None,
    e.LivedAgain: None,
}
"""What each event of the frame is written by, if by anything."""
