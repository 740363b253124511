"""The scene of a state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from empathy_sim.engine import moves as m
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.kinds import kind_of
from empathy_sim.engine.scene import (
    EndingFace,
    Face,
    Fact,
    Gauge,
    Notebook,
    Offer,
    Place,
    PromiseNote,
    Scene,
    StoryClock,
)
from empathy_sim.engine.state import NotebookKept, State, is_of_use
from empathy_sim.engine.view import View
from empathy_sim.engine.wording import in_words, is_share, worded
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.journey import Like
from empathy_sim.journey.units import MINUTE

_VIEW = View[Any, Any]
_PROCEED = Offer("proceed", "proceed", "Go on", (m.Proceed(),))
ROOM_CLOSED = (
    "The workshop goes on",
    "The time for playing is over. Your customer is still waiting.",
)
"""What stands where an ending stands, when the room was closed before one came."""

_LEAVE = Offer("leave", "leave", "Leave the journey", (m.Leave(),))
_PAUSE = Offer("pause", "pause", "Pause", (m.Pause(),))
_RESUME = Offer("resume", "resume", "Go on", (m.Resume(),))
_REACT = Offer("react", "react", "Mark a feeling", (m.React(-2, 2),), limit=200)
_WAIT = Offer("wait", "wait", "Wait", (m.Wait(),))
_REFLECT = Offer("reflect", "one_word", "One word for how it was", limit=200)
_OFFERS: Mapping[Phase, tuple[Offer, ...]] = {
    "report": (_PROCEED, _LEAVE),
    "card": (_PROCEED, _REACT, _LEAVE),
    "ending": (_PROCEED, _REACT),
    "afterwards": (_PROCEED, _REACT),
    "resting": (_PROCEED, _REACT, _REFLECT),
    "debriefing": (_PROCEED, _REFLECT),
    "closed": (_REFLECT,),
}


def scene_of(state: State, story_ms: int | None = None) -> Scene:
    """What can be seen and done in a state.

    Args:
        state: where the session stands.
        story_ms: the story instant to show clocks and gauges at; by default the
            state's own.
    """
    now = state.story_ms if story_ms is None else story_ms
    at = next_at(state)
    view: _VIEW | None = View(state) if state.kind else None
    own = kind_of(state.kind).offers(view) if view and state.paused is None else ()
    return Scene(
        phase=state.phase,
        story_ms=now,
        felt_ms=state.felt_ms,
        clock=_clock(state, now),
        pace=state.pace,
        goal=worded(state.script.journey.customer.goal, state),
        company=state.script.journey.company,
        place=_place(state),
        face=_face(state, view),
        offers=_offers(state, own, at),
        next_at=at,
        gauges=_gauges(state, now),
        notebook=_notebook(state),
        waiting=state.wait.sort if state.wait else None,
        contact_since=state.contact_since if state.contact else None,
        asks=_asks(state, view, own),
        asks_feeling=state.asks_feeling,
        paused=state.paused,
    )


def _asks(state: State, view: _VIEW | None, own: tuple[Offer, ...]) -> bool:
    if state.phase != "playing" or state.paused is not None:
        return state.phase != "closed"
    return view is not None and kind_of(state.kind).asks(view, own)


def _clock(state: State, now: int) -> StoryClock:
    return _clock_at(state.calendar, now // MINUTE * MINUTE)


@lru_cache(maxsize=256)
def _clock_at(calendar: Calendar, now: int) -> StoryClock:
    return StoryClock(
        calendar.weekday(now),
        calendar.says_date(now),
        calendar.time(now),
        calendar.day_number(now) + 1,
    )


def _place(state: State) -> Place | None:
    if not state.touchpoint:
        return None
    noun = state.touchpoint_noun
    return Place(
        state.stage,
        worded(state.script_stage.title, state),
        state.touchpoint,
        worded(noun.title or "", state),
        state.kind,
        noun.spoken_on,
        state.visits[state.path],
    )


def _face(state: State, view: _VIEW | None) -> Face | None:
    if state.phase == "playing" and view is not None:
        return kind_of(state.kind).face(view)
    if state.ending == "":
        return EndingFace(*ROOM_CLOSED, "still_waiting", left=False)
    if state.ending is not None:
        noun = state.script.journey.endings[state.ending]
        says, title = worded(noun.says, state), worded(noun.title or "", state)
        return EndingFace(title, says, noun.outcome, left=False)
    return None


def _offers(state: State, own: tuple[Offer, ...], at: int | None) -> tuple[Offer, ...]:
    if state.phase == "playing":
        return _playing(state, own, at)
    if state.phase == "contract":
        return (_consent(state), _LEAVE)
    if state.phase == "predicting":
        return (*_predictions(state), _PROCEED, _LEAVE)
    return _OFFERS[state.phase]


def _playing(state: State, own: tuple[Offer, ...], at: int | None) -> tuple[Offer, ...]:
    if state.paused is not None:
        return (_RESUME, _REACT, _LEAVE)
    wait = (_WAIT,) if at is not None else ()
    return (*own, *wait, _REACT, _PAUSE, _LEAVE)


def _consent(state: State) -> Offer:
    departments = state.script.journey.departments
    return Offer(
        "consent",
        "consent",
        "Begin",
        (m.Consent(), m.Consent(departments[:1], "", uninterrupted=True)),
        choices=departments,
        limit=200,
    )


def _predictions(state: State) -> tuple[Offer, ...]:
    return tuple(
        Offer(
            "predict",
            asked.id,
            worded(asked.asks, state),
            (m.Predict(asked.id, min(max(5, asked.least), asked.most)),),
            least=asked.least,
            most=asked.most,
        )
        for asked in state.script.journey.predictions
    )


def _gauges(state: State, now: int) -> tuple[Gauge, ...]:
    nouns = state.script.journey.customer.resources
    gauges = []
    leisure = state.noun is not None and state.noun.AT_LEISURE
    for name in state.resources:
        noun = nouns[name]
        if (leisure and noun.scope == "day") or not is_of_use(noun, state.stage):
            continue
        says = noun.says or name.replace("_", " ")
        level = state.held(name, now).at(now, noun)
        gauges.append(_gauge(name, says, level, noun.starts, noun.low or 0))
    return tuple(gauges)


@lru_cache(maxsize=1_024)
def _gauge(name: str, says: str, level: int, starts: int, low: int) -> Gauge:
    whole = 10_000 if is_share(starts) else max(1, starts)
    left, share = in_words(level, starts), level * 10_000 // whole
    return Gauge(name, says, left, share, level <= low)


def _notebook(state: State) -> Notebook:
    """What the customer has at hand; made anew when any of it is."""
    known = state.known_notebook
    if (
        known is None
        or known.promises is not state.promises
        or known.people is not state.people
        or known.cast is not state.cast
        or known.stage != state.stage
    ):
        book = Notebook(_facts(state), state.people, _promises(state))
        known = NotebookKept(
            state.cast, state.people, state.promises, state.stage, book
        )
        if not any("<" in text for text in state.script.journey.promises.values()):
            state.known_notebook = known
    return known.notebook


def _facts(state: State) -> tuple[Fact, ...]:
    journey = state.script.journey
    facts = []
    known = state.cast.facts if state.cast else {}
    in_order = (name for name in journey.customer.holds if name in known)
    for name in dict.fromkeys((*in_order, *known)):
        held, value = journey.customer.holds.get(name), known[name]
        if isinstance(held, Like) and held.from_ and not _has_come(state, held.from_):
            continue
        says = getattr(held, "says", None) or name.replace("_", " ")
        facts.append(Fact(name, says, value, getattr(held, "on", None) or ""))
    return tuple(facts)


def _has_come(state: State, stage: str) -> bool:
    """Whether the story has come to a stage, or began after it."""
    if any(path.startswith(f"{stage}/") for path in state.visits):
        return True
    order = (*state.script.stages,)
    begun = state.at_stage
    return begun in order and stage in order[: order.index(begun) + 1]


def _promises(state: State) -> tuple[PromiseNote, ...]:
    journey = state.script.journey
    return tuple(
        PromiseNote(
            name,
            worded(journey.promises.get(name, name), state),
            state.calendar.says_date(promise.due),
            state.calendar.says_date(promise.first_due),
            promise.status,
        )
        for name, promise in state.promises.items()
    )
