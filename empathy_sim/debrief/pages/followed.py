"""Fixes, followed through the whole journey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.money import Saved, saved_by
from empathy_sim.debrief.pages.movers import heaviest_first
from empathy_sim.debrief.phrases import capital, number
from empathy_sim.debrief.whole import Whole, whole_journey
from empathy_sim.engine.events import Event
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.following import can_be_followed

_CUTS_A_WAIT = frozenset({"line_dropped", "call_cut_short"})
"""Frictions with which a wait is lost that would else have come to an answer."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What a fix would have done to all of it, and what it would save in a year."""

    fix: str
    """`scenario/cause`."""
    change: str
    """What is mended, in a sentence."""
    department: str
    """Who can."""
    was_lived: bool
    """Whether a stage was lived again with it."""
    whole: Whole
    saved: Saved
    cut_off_ms: int
    """Waiting that was lost as this cause cut it off; else 0."""
    why: str = ""
    """Why it is this one that is told, in a sentence."""


def followed_in(
    script: Script, log: tuple[Event, ...], cast: Cast, fixes: Fixes, debrief: Debrief
) -> tuple[Followed, ...]:
    """Every fix that was lived again; where none was, the one nearest to the promise.

    That is the heaviest that can be mended by the department named in the promise;
    where it names none, the heaviest of all.

    Takes some hundredths of a second each. A journey that is not over has nothing to be
    set beside; nor has one of which the words that were typed have been purged.

    Args:
        script: what was played.
        log: every event of the session.
        cast: whom the participant played.
        fixes: the script's stages as its fixes would make them.
        debrief: what the log says.
    """
    if debrief.ended.outcome == "open" or not can_be_followed(log):
        return ()
    causes = {each.id: each for each in debrief.causes}
    return tuple(
        replace(
            _followed(
                script, log, cast, fixes.applied(script, name), debrief, causes[name]
            ),
            why=why,
        )
        for name, why in _which(debrief, fixes).items()
    )


def _which(debrief: Debrief, fixes: Fixes) -> Mapping[str, str]:
    """The fixes that are told by their ids, each with why it is that one."""
    known = {each.id for each in debrief.causes if fixes.reaches(each.id)}
    lived = [each.fix for each in debrief.decisions.again if each.fix in known]
    if lived:
        return dict.fromkeys(lived, "A stage was lived again with it.")
    heaviest = [
        each
        for each in sorted(debrief.causes, key=heaviest_first)
        if {*each.fix.stages} & {*fixes.reaches(each.id)}
    ]
    promise = debrief.decisions.commitment
    named = promise.counterpart.casefold() if promise else ""
    for each in heaviest:
        who = each.fix.department
        if who.casefold() in named:
            why = f"{capital(who)} is named in the promise; no cause it can mend weighs more."
            return {each.id: why}
    of = number(len(debrief.causes))
    why = f"No fix was chosen: this is for the heaviest of {of} causes that can be played."
    return {each.id: why for each in heaviest[:1]}


def _followed(
    script: Script,
    log: tuple[Event, ...],
    cast: Cast,
    fixed: Script,
    debrief: Debrief,
    cause: CauseFound,
) -> Followed:
    whole = whole_journey(script, fixed, log, cast)
    decided = debrief.decisions
    return Followed(
        fix=cause.id,
        change=cause.fix.change,
        department=cause.fix.department,
        was_lived=any(each.fix == cause.id for each in decided.again),
        whole=whole,
        saved=saved_by(whole.before, whole.after, decided.figures),
        cut_off_ms=sum(
            each.cost_ms for each in cause.frictions if each.code in _CUTS_A_WAIT
        ),
    )
