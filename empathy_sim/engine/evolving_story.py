"""What events of the story make of a state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, assert_never

from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.kinds import kind_of
from empathy_sim.engine.state import NO_FOLDS, Promised, State, WaitUnderWay, held_from
from empathy_sim.engine.timing import LONG_WAIT, gaps

Write = Callable[[State, Any], None]
"""Writes one kind of event into a state that nobody else holds."""


def counted(counts: Mapping[str, int], key: str) -> Mapping[str, int]:
    """The counts with one more of a key."""
    return {**counts, key: counts.get(key, 0) + 1}


def _arrived(draft: State, event: e.MessageArrived) -> None:
    draft.messages += 1


def _met(draft: State, event: e.FrictionMet) -> None:
    draft.met = counted(draft.met, event.code)


def _chosen(draft: State, event: e.OptionChosen) -> None:
    draft.chosen = draft.chosen | {f"{draft.stage}/{event.option}"}


def _wait_ended(draft: State, event: e.WaitEnded) -> None:
    draft.wait = None


def _answered(draft: State, event: e.PersonAnswered) -> None:
    if event.who not in draft.people:
        draft.people = (*draft.people, event.who)


def _asked(draft: State, event: e.AskedFor) -> None:
    draft.asked = counted(draft.asked, event.fact)


def _given(draft: State, event: e.FactGiven) -> None:
    if event.right:
        draft.given = counted(draft.given, event.fact)


def _crossed(draft: State, event: e.ResourceCrossed) -> None:
    draft.crossed = draft.crossed | {f"{event.resource}/{event.mark}"}


def _stage_entered(draft: State, event: e.StageEntered) -> None:
    draft.stage = event.stage


def _stage_left(draft: State, event: e.StageLeft) -> None:
    draft.exits = {**draft.exits, event.stage: event.exit}


def _enter(draft: State, event: e.TouchpointEntered) -> None:
    draft.touchpoint, draft.kind = event.touchpoint, event.kind
    draft.entered_ms = event.story_ms
    path = draft.path
    draft.visits = {**draft.visits, path: event.visit}
    draft.contact_visits = counted(draft.contact_visits, path)
    draft.asked_here = False
    _forget_prompt(draft)
    kind = kind_of(event.kind)
    noun = draft.script.touchpoint(draft.stage, event.touchpoint)
    draft.noun, draft.progress = noun, kind.take_over(kind.begin(noun), draft.former)
    draft.known_folds, draft.former = kind.folds, None
    _settle(draft, event.story_ms)


def _leave(draft: State, event: e.TouchpointLeft) -> None:
    draft.former = draft.progress if draft.contact else None
    draft.wait = draft.noun = draft.progress = None
    draft.touchpoint = draft.kind = ""
    draft.known_folds = NO_FOLDS
    _forget_prompt(draft)


def _forget_prompt(draft: State) -> None:
    if draft.asked_feeling_felt_ms != draft.felt_ms:
        draft.asks_feeling = None


def _pass_cut(draft: State, event: e.TimeCut) -> None:
    wait = draft.wait
    if wait is not None:
        draft.wait = WaitUnderWay(
            wait.sort, wait.began, wait.length, wait.lived, wait.cuts[1:]
        )


def _begin_wait(draft: State, event: e.WaitBegan) -> None:
    cuts = gaps(event.lived, event.length_ms)
    draft.wait = WaitUnderWay(event.wait, draft.now, event.length_ms, event.lived, cuts)
    granted = sum(ends - begins for begins, ends in event.lived)
    if event.wait == "days":
        draft.days_turned += granted
        return
    draft.lived_waiting += granted
    is_long = event.length_ms >= LONG_WAIT and event.wait != "home"
    draft.long_wait_over = draft.long_wait_over or is_long


def _contact(draft: State, event: e.ContactBegan | e.ContactEnded) -> None:
    draft.contact_visits = {}
    if isinstance(event, e.ContactBegan):
        draft.contact, draft.contact_since = event.channel, event.story_ms
        draft.contacts += 1
    else:
        draft.contact = draft.former = None
        draft.crossed -= {f"{name}/zero" for name in _on_the_phone(draft)}
    _settle(draft, event.story_ms)


def _on_the_phone(draft: State) -> Iterable[str]:
    """The resources that a call drains: at zero, each call is cut short anew."""
    resources = draft.script.journey.customer.resources
    return (name for name, noun in resources.items() if noun.while_ == "phone")


def _settle(draft: State, story_ms: int) -> None:
    """Resources as they are now; one that is whole again has crossed nothing."""
    leisure = draft.noun is not None and draft.noun.AT_LEISURE
    settled = held_from(draft, story_ms=story_ms, runs=not leisure)
    if settled == draft.resources:
        return
    midnight = draft.calendar.midnight(story_ms)
    nouns = draft.script.journey.customer.resources
    for name, held in draft.resources.items():
        if held.on_day(midnight, nouns[name]) is not held:
            draft.crossed -= {f"{name}/low", f"{name}/zero"}
    draft.resources = settled


def _promise(
    draft: State,
    event: e.PromiseMade | e.PromiseMoved | e.PromiseKept | e.PromiseBroken,
) -> None:
    known = draft.promises.get(event.promise)
    match event:
        case e.PromiseMade(due_ms=due):
            cause = _cause_here(draft)
            stands = Promised(due, known.first_due if known else due, "made", cause)
        case e.PromiseMoved(to_ms=to):
            first = known.first_due if known else event.from_ms
            stands = Promised(to, first, "moved", _cause_here(draft))
        case e.PromiseKept():
            stands = replace(
                known or Promised(event.story_ms, event.story_ms), status="kept"
            )
        case e.PromiseBroken():
            stands = replace(
                known or Promised(event.story_ms, event.story_ms), status="broken"
            )
        case _:
            assert_never(event)
    draft.promises = {**draft.promises, event.promise: stands}


def _cause_here(draft: State) -> str | None:
    if not draft.touchpoint:
        return None
    noun = draft.touchpoint_noun
    cause = noun.causes.get("promise_broken", noun.cause)
    return f"{draft.stage}/{cause}" if cause else None


STORY: Mapping[type[e.Event], Write | None] = {
    e.StageEntered: _stage_entered,
    e.StageLeft: _stage_left,
    e.TouchpointEntered: _enter,
    e.TouchpointLeft: _leave,
    e.ContactBegan: _contact,
    e.ContactEnded: _contact,
    e.PersonAnswered: _answered,
    e.OptionChosen: _chosen,
    e.KeyPressed: None,
    e.Said: None,
    e.FieldFilled: None,
    e.InputRefused: None,
    e.StepTaken: None,
    e.WaitBegan: _begin_wait,
    e.WaitEnded: _wait_ended,
    e.TimeCut: _pass_cut,
    e.Announced: None,
    e.MessageArrived: _arrived,
    e.FrictionMet: _met,
    e.KindnessShown: None,
    e.AskedFor: _asked,
    e.FactGiven: _given,
    e.Transferred: None,
    e.PromiseMade: _promise,
    e.PromiseMoved: _promise,
    e.PromiseKept: _promise,
    e.PromiseBroken: _promise,
    e.ResourceCrossed: _crossed,
}
"""What each event of the story is written by, if by anything."""
