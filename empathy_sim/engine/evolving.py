"""What an event makes of a state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.frame_events import FrameEvent
from empathy_sim.engine.kinds import kind_of
from empathy_sim.engine.resolution_events import ResolutionEvent
from empathy_sim.engine.state import Promised, State, WaitUnderWay, held_from
from empathy_sim.engine.timing import LONG_WAIT, gaps


def evolve(state: State, event: e.Event) -> State:
    """The state after an event. Never refuses."""
    return fold(state, (event,))


def fold(state: State, events: Iterable[e.Event]) -> State:
    """The state after several events; `state` itself is left as it is."""
    after = state.copied()
    for event in events:
        write(after, event)
    return after


def write(draft: State, event: e.Event) -> None:
    """Fold an event into a state that nobody else holds."""
    draft.known_next = None
    draft.story_ms, draft.felt_ms = event.story_ms, event.felt_ms
    _write(draft, event)
    if draft.touchpoint:
        draft.progress = kind_of(draft.kind).fold(draft.progress, event)


def counted(counts: Mapping[str, int], key: str) -> Mapping[str, int]:
    """The counts with one more of a key."""
    return {**counts, key: counts.get(key, 0) + 1}


def _write(draft: State, event: e.Event) -> None:
    match event:
        case e.StepTaken() | e.Announced() | e.FieldFilled() | e.InputRefused():
            pass
        case e.KeyPressed() | e.KindnessShown() | e.Said() | e.Transferred():
            pass
        case e.MessageArrived():
            draft.messages += 1
        case e.FrictionMet(code=code):
            draft.met = counted(draft.met, code)
        case e.OptionChosen(option=option):
            draft.chosen = draft.chosen | {f"{draft.stage}/{option}"}
        case e.TouchpointEntered():
            _enter(draft, event)
        case e.TouchpointLeft():
            _leave_touchpoint(draft)
        case e.WaitBegan():
            _begin_wait(draft, event)
        case e.WaitEnded():
            draft.wait = None
        case e.TimeCut():
            _pass_cut(draft)
        case e.ContactBegan() | e.ContactEnded():
            _contact(draft, event)
        case e.PersonAnswered(who=who):
            if who not in draft.people:
                draft.people = (*draft.people, who)
        case e.AskedFor(fact=fact):
            draft.asked = counted(draft.asked, fact)
        case e.FactGiven(fact=fact, right=right):
            draft.given = counted(draft.given, fact) if right else draft.given
        case e.PromiseMade() | e.PromiseMoved() | e.PromiseKept() | e.PromiseBroken():
            _promise(draft, event)
        case e.ResourceCrossed(resource=resource, mark=mark):
            draft.crossed = draft.crossed | {f"{resource}/{mark}"}
        case e.StageEntered(stage=stage):
            draft.stage = stage
        case e.StageLeft(stage=stage, exit=exit_):
            draft.exits = {**draft.exits, stage: exit_}
        case _:
            _write_frame(draft, event)


def _write_frame(draft: State, event: FrameEvent | ResolutionEvent) -> None:
    match event:
        case e.JourneyBegan():
            draft.cast, draft.pace = event.cast, event.pace
            draft.at_stage = event.at_stage
            draft.resources = held_from(draft, story_ms=0, kind="days")
        case e.Consented():
            draft.departments = event.departments
            draft.uninterrupted = event.uninterrupted
        case e.PhaseBegan(phase=phase):
            draft.phase, draft.asks_feeling = phase, None
        case e.Predicted(prediction=prediction, value=value):
            draft.predictions = {**draft.predictions, prediction: value}
        case e.ReactionAsked(why=why):
            draft.asks_feeling, draft.asked_here = why, True
            draft.asked_feeling_felt_ms = draft.felt_ms
        case e.ReactionRecorded():
            draft.asks_feeling = None
            draft.reactions += 1
        case e.Rated() | e.Reflected() | e.Attributed() | e.FigureGiven():
            pass
        case e.Committed() | e.AssignmentTaken() | e.BroughtBack() | e.GoalShared():
            pass
        case e.LivedAgain():
            pass
        case e.PaceChanged(pace=pace):
            draft.pace = pace
        case e.Paused(why=why):
            draft.paused = why
        case e.Resumed():
            draft.paused = None
        case e.JourneyEnded(ending=ending):
            draft.ending = ending
            _stop(draft)
        case e.JourneyLeft():
            draft.left = True
            _stop(draft)
        case _:
            assert_never(event)


def _stop(draft: State) -> None:
    draft.wait = draft.contact = draft.paused = None
    draft.resources = held_from(draft, story_ms=draft.story_ms)


def _enter(draft: State, event: e.TouchpointEntered) -> None:
    draft.touchpoint, draft.kind = event.touchpoint, event.kind
    draft.entered_ms = event.story_ms
    draft.visits = {**draft.visits, draft.path: event.visit}
    draft.contact_visits = counted(draft.contact_visits, draft.path)
    draft.asked_here = False
    _forget_prompt(draft)
    kind = kind_of(event.kind)
    draft.progress = kind.take_over(kind.begin(draft.touchpoint_noun), draft.former)
    draft.former = None
    _settle(draft, event.story_ms, event.kind)


def _leave_touchpoint(draft: State) -> None:
    draft.former = draft.progress if draft.contact else None
    draft.wait = draft.progress = None
    draft.touchpoint = draft.kind = ""
    _forget_prompt(draft)


def _forget_prompt(draft: State) -> None:
    if draft.asked_feeling_felt_ms != draft.felt_ms:
        draft.asks_feeling = None


def _pass_cut(draft: State) -> None:
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
    draft.long_wait_over = draft.long_wait_over or event.length_ms >= LONG_WAIT


def _contact(draft: State, event: e.ContactBegan | e.ContactEnded) -> None:
    draft.contact_visits = {}
    if isinstance(event, e.ContactBegan):
        draft.contact, draft.contact_since = event.channel, event.story_ms
        draft.contacts += 1
    else:
        draft.contact = draft.former = None
        draft.crossed -= {f"{name}/zero" for name in _on_the_phone(draft)}
    _settle(draft, event.story_ms, draft.kind)


def _on_the_phone(draft: State) -> Iterable[str]:
    """The resources that a call drains: at zero, each call is cut short anew."""
    resources = draft.script.journey.customer.resources
    return (name for name, noun in resources.items() if noun.while_ == "phone")


def _settle(draft: State, story_ms: int, kind: str) -> None:
    """Resources as they are now; one that is whole again has crossed nothing."""
    for name, held in draft.resources.items():
        if draft.held(name, story_ms) != held:
            draft.crossed -= {f"{name}/low", f"{name}/zero"}
    draft.resources = held_from(draft, story_ms=story_ms, kind=kind)


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
