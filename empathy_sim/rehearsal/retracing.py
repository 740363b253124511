"""The same acts, on another script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import moves as m
from empathy_sim.engine.again import entering
from empathy_sim.engine.events import Event
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.frame_events import PhaseBegan
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.scenes import scene_of
from empathy_sim.engine.state import State
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.course import (
    Course,
    Lapse,
    Made,
    Standing,
    said_of,
    spot_of,
    spots_in,
    standing_in,
)
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.remembering import Spot

Begin = Callable[[], Playthrough]
"""Opens a play where the preview begins."""


class Start(Struct, frozen=True):
    """Where a preview begins, and at which pace."""

    stage: str | None = None
    """None for the first."""
    touchpoint: str = ""
    """Empty for where the stage's scenario begins."""
    pace: m.Pace = "workshop"


class Divergence(Struct, frozen=True):
    """Where a course could not be gone as it was."""

    step: Made | None
    """The first act that went otherwise; None where only waiting did."""
    why: Literal["refused", "elsewhere", "not reached"]
    wanted: Spot
    """Where one stood before."""
    says: str = ""
    """Why the act was refused, in the words that a participant reads."""
    left: int = 0
    """Acts that were not tried any more."""


class Retraced(NamedTuple):
    """A play gone as far as it goes."""

    play: Playthrough
    course: Course
    divergence: Divergence | None
    since: int
    """How many events had happened after the last act."""


def begun(script: Script, cast: Cast, start: Start) -> Playthrough:
    """A play at its first touchpoint, without the pages before it.

    Raises:
        MoveRefused: the stage or the touchpoint to begin at is not there.
    """
    play = Playthrough(script, cast, pace=start.pace, at_stage=start.stage, named="")
    stage = start.stage or script.first
    if not start.touchpoint:
        play.begin()
        return play
    if start.touchpoint not in script.stages[stage].scenario.touchpoints:
        raise MoveRefused(says=f"There is no touchpoint {stage}.{start.touchpoint}.")
    play.do(m.Consent())
    _happened(play, PhaseBegan(play.state.story_ms, play.state.felt_ms, "playing"))
    _happened(play, *entering(play.state, stage, start.touchpoint))
    return play


def _happened(play: Playthrough, *events: Event) -> None:
    play.state = fold(play.state, events)
    play.log.extend(events)


def retraced(begin: Begin, course: Course) -> Retraced:
    """Go a course again, to where it stands, or to where it leads elsewhere.

    What was gone before an earlier change led elsewhere is tried first.

    Args:
        begin: opens the play.
        course: the acts, with where each was done and led to.

    Raises:
        MoveRefused: the play cannot begin.
    """
    if course.former is not None:
        again = _retraced(begin, course.former)
        if again.divergence is None:
            return again
    return _retraced(begin, course)


def _retraced(begin: Begin, course: Course) -> Retraced:
    play = begin()
    acts, since = list[Made](), len(play.log)
    for step in course.acts[: course.done]:
        made = _made_again(play, step)
        match made:
            case Made():
                acts.append(made)
                since = len(play.log)
            case _:
                return _apart(play, course, acts, made, since)
        if made.led != step.led:
            apart = Divergence(step, "elsewhere", step.led_to)
            return _apart(play, course, acts, apart, since)
    standing = course.standing
    if not _come_to(play, standing):
        apart = Divergence(None, "not reached", standing.at)
        return _apart(play, course, acts, apart, since)
    known = (*acts, *course.acts[course.done :])
    return Retraced(play, replace(course, acts=known), None, since)


def _made_again(play: Playthrough, step: Made) -> Made | Divergence:
    """An act done again; or why it could not be."""
    if not _come_to(play, step.before):
        return Divergence(step, "not reached", step.led_to)
    if step.after is not None:
        return _passed_over(play, step, step.after)
    try:
        return _done(play, step)
    except MoveRefused as no:
        return Divergence(step, "refused", step.led_to, no.says)


def _passed_over(play: Playthrough, step: Made, after: Standing) -> Made:
    """Waiting passed over again; as it went, where it leads elsewhere now."""
    known = len(play.log)
    if _come_to(play, after):
        return step
    went = standing_in(play.state, play.state.story_ms, play.log, known)
    return Made(step.before, step.act, went.came, step.says, went)


def _done(play: Playthrough, step: Made) -> Made:
    stage, known, says = play.state.stage, len(play.log), said_of(step.act, play.scene)
    match step.act:
        case Lapse():
            raise AssertionError("what was passed over says where it has led")
        case move:
            play.do(move)
    led = spots_in(play.log[known:], stage)
    return Made(step.before, step.act, led, says)


def _apart(
    play: Playthrough,
    course: Course,
    acts: list[Made],
    divergence: Divergence,
    since: int,
) -> Retraced:
    """What is left of a course where it leads elsewhere."""
    gone, state = len(acts), play.state
    here = standing_in(state, state.story_ms, play.log, since)
    left = replace(divergence, left=max(0, course.done - gone))
    known, former = (*acts, *course.acts[gone:]), course.former or course
    return Retraced(play, Course(known, gone, course.end, here, former), left, since)


def is_lapse_over(lapse: Lapse, state: State, at: Spot) -> bool:
    """Whether what was waited for has come, or nothing more will come by itself.

    Args:
        lapse: what is waited for.
        state: after something has happened.
        at: the visit in which the waiting began.
    """
    if lapse.until == "next" or spot_of(state) != at or next_at(state) is None:
        return True
    return scene_of(state).asks


def _come_to(play: Playthrough, standing: Standing) -> bool:
    """Wait until one stands somewhere; whether waiting leads there."""
    ahead = [*standing.came]
    while ahead:
        came = _ticked(play)
        if came is None or came != tuple(ahead[: len(came)]):
            return False
        del ahead[: len(came)]
    if spot_of(play.state) != standing.at:
        return False
    return _stay(play, standing.after_ms)


def _ticked(play: Playthrough) -> tuple[Spot, ...] | None:
    """Let one thing happen; the visits that begin with it; None where nothing does."""
    stage, known = play.state.stage, len(play.log)
    return spots_in(play.log[known:], stage) if play.tick() else None


def _stay(play: Playthrough, after_ms: int) -> bool:
    """Stay so long in a visit; whether one is still there."""
    due = play.state.entered_ms + after_ms
    while (at := next_at(play.state)) is not None and at <= due:
        if _ticked(play):
            return False
    play.wait(max(0, due - play.state.story_ms))
    return True
