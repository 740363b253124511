"""Fixes, followed through the whole journey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.money import Saved, saved_by
from empathy_sim.debrief.pages.movers import heaviest_first
from empathy_sim.debrief.whole import Whole, whole_journey
from empathy_sim.engine.events import Event
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.following import can_be_followed


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


def followed_in(
    script: Script, log: tuple[Event, ...], cast: Cast, fixes: Fixes, debrief: Debrief
) -> tuple[Followed, ...]:
    """Every fix that was lived again; where none was, that of the heaviest cause.

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
    lived = dict.fromkeys(each.fix for each in debrief.decisions.again)
    known = [name for name in lived if name in causes and fixes.reaches(name)]
    return tuple(
        _followed(script, log, cast, fixes.applied(script, name), debrief, causes[name])
        for name in known or _heaviest(debrief.causes, fixes)
    )


def _heaviest(causes: Sequence[CauseFound], fixes: Fixes) -> Iterator[str]:
    """The heaviest cause whose fix can be played; none where no fix can."""
    for each in sorted(causes, key=heaviest_first):
        if set(each.fix.stages) & set(fixes.reaches(each.id)):
            yield each.id
            return


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
    )
