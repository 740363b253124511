"""Every event makes a state of a state."""

from __future__ import annotations

from typing import get_args

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine.evolving import evolve
from empathy_sim.rehearsal.playthrough import plain_cast
from tests.engine.lived_plays import LONG_WAY, Lived, contents

SPECIMENS: tuple[e.Event, ...] = (
    e.JourneyBegan(9, 9, "digest", "journey", plain_cast(), "brisk"),
    e.Consented(9, 9, ("operations",), uninterrupted=True),
    e.PhaseBegan(9, 9, "playing"),
    e.Predicted(9, 9, "help", 3),
    e.StageEntered(9, 9, "menu"),
    e.StageLeft(9, 9, "asking", "sent"),
    e.TouchpointEntered(9, 9, "page", "form", 2),
    e.TouchpointLeft(9, 9, "page", "left"),
    e.ContactBegan(9, 9, "phone"),
    e.ContactEnded(9, 9, "web", "customer", "left"),
    e.PersonAnswered(9, 9, "Dani", able=False),
    e.OptionChosen(9, 9, "left", "Leave"),
    e.KeyPressed(9, 9, "1"),
    e.Said(9, 9, "Dani", "Hello."),
    e.FieldFilled(9, 9, "number", 3, "abc"),
    e.InputRefused(9, 9, "number", "is_fact", "No."),
    e.StepTaken(9, 9, "unknown", {"a": 1}),
    e.WaitBegan(9, 9, "queue", 100, 10, ((0, 10),)),
    e.WaitEnded(9, 9, "queue", "answered"),
    e.TimeCut(9, 9, 5),
    e.Announced(9, 9, "news", "Hello."),
    e.MessageArrived(9, 9, "email", "a", "b", "c"),
    e.FrictionMet(9, 9, "jargon", None),
    e.KindnessShown(9, 9, "A chair."),
    e.AskedFor(9, 9, "order_number", "Dani"),
    e.FactGiven(9, 9, "order_number", right=True),
    e.Transferred(9, 9, "Collections", cold=True),
    e.PromiseMade(9, 9, "collection", 99),
    e.PromiseMoved(9, 9, "collection", 99, 199),
    e.PromiseKept(9, 9, "collection"),
    e.PromiseBroken(9, 9, "collection", "denied"),
    e.ResourceCrossed(9, 9, "phone_battery", "low"),
    e.ReactionAsked(9, 9, "entering"),
    e.ReactionRecorded(9, 9, 1, 1),
    e.Rated(9, 9, "dani", 3, "csat", 1, 5),
    e.PaceChanged(9, 9, "brisk"),
    e.PaceAnswered(9, 9, "real", 1, yes=True),
    e.Paused(9, 9, "break"),
    e.Resumed(9, 9),
    e.JourneyEnded(9, 9, "partly", "partly", "Over."),
    e.LedOn(9, 9, "menu"),
    e.JourneyLeft(9, 9),
    e.Reflected(9, 9, "one_word", "long"),
    e.Attributed(9, 9, "jargon", "policy", "before"),
    e.FigureGiven(9, 9, "margin", 4_000, "invented"),
    e.Committed(9, 9, "on Monday", "I ring"),
    e.AssignmentTaken(9, 9, "own_customer"),
    e.BroughtBack(9, 9, "commitment", "yes"),
    e.GoalShared(9, 9, "contacts", ("finance", "digital")),
    e.LivedAgain(9, 9, "scenario/cause", "stage", 3, "[]"),
)
"""One of every kind of event."""


def test_there_is_a_specimen_of_every_kind_of_event() -> None:
    assert {type(each) for each in SPECIMENS} == set(get_args(e.Event))


@pytest.mark.parametrize("event", SPECIMENS, ids=lambda each: type(each).__name__)
def test_evolving_takes_every_event_and_leaves_its_state_alone(event: e.Event) -> None:
    state = Lived(LONG_WAY, "workshop").state
    known = contents(state)

    after = evolve(state, event)

    assert (after.story_ms, after.felt_ms) == (9, 9)
    assert contents(state) == known
    assert after is not state
