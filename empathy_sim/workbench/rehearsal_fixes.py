"""A rehearsal as it is, and with each fix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.rehearsed import Rehearsed
from empathy_sim.rehearsal.stepping import SOLVED

_MORE_THAN_CHANCE = 0.05
"""A share of the plays that robots seldom differ by if nothing is otherwise."""


class DeclaredFix(Struct, frozen=True):
    """What a cause says would mend it."""

    id: str
    """`scenario/cause`."""
    change: str
    department: str
    """Who can do it."""
    stages: tuple[str, ...]
    """Those that it makes otherwise; empty where it cannot be played."""
    sets_nothing: bool = False
    """Whether it has no settings."""
    is_so_already: bool = False
    """Whether its settings are those that the journey plays with."""


class Measured(Struct, frozen=True):
    """What some plays come to, in a few numbers."""

    plays: int
    story_minutes: int
    """From the beginning to the end of the story; half of the plays are within."""
    felt_minutes: int
    """Felt at the pace of a workshop; half of the plays are within."""
    got_out: int
    """Plays that came to an end."""
    helped: int
    """Plays that reached somebody able to help, or were solved without."""
    solved: int
    """Plays that came to an ending at which it is solved."""
    gave_up: int
    """Plays that came to an ending of giving up."""
    frictions: int
    """Things that went against the customer; half of the plays are within."""


class EndingMoved(Struct, frozen=True):
    """An ending, and how many plays came to it without a fix and with it."""

    ending: str
    before: int
    after: int


class PainMoved(Struct, frozen=True):
    """A friction of a fix's own cause, without the fix and with it."""

    code: str
    before: int
    """Times, over all plays."""
    after: int

    @property
    def is_left(self) -> bool:
        """Whether the fix does next to nothing to it."""
        least = self.before * (1 - _MORE_THAN_CHANCE)
        return self.before > 0 and least <= self.after


class WithFix(Struct, frozen=True):
    """A fix, and what it does to the whole journey."""

    fix: DeclaredFix
    before: Measured
    after: Measured | None
    """None where it cannot be played."""
    changes_nothing: bool
    """Whether every play went as it did without, as far as it is counted."""
    dead_ends: tuple[str, ...] = ()
    """Where nobody gets out with it, and somebody does without."""
    ends_no_more: tuple[str, ...] = ()
    """Where somebody gets out with it, and nobody does without."""
    not_reached: tuple[str, ...] = ()
    """Touchpoints that are reached without it, and are not with it."""
    stages_left_out: tuple[str, ...] = ()
    """Stages that are come to without it, and are not with it."""
    now_reached: tuple[str, ...] = ()
    """Touchpoints that are reached with it, and are not without."""
    pains: tuple[PainMoved, ...] = ()
    """What its own cause does, the commonest first."""
    endings: tuple[EndingMoved, ...] = ()
    """Those that more plays come to with it, or fewer, than chance explains."""


def declared_fixes(script: Script, fixes: Fixes) -> tuple[DeclaredFix, ...]:
    """Every fix that the causes of a script declare, in the order of its stages.

    Args:
        script: what is rehearsed.
        fixes: what its fixes make of its stages.
    """
    found: dict[str, DeclaredFix] = {}
    for stage in script.stages.values():
        for cause, noun in stage.scenario.causes.items():
            name = f"{stage.scenario.scenario}/{cause}"
            made = fixes.stages.get(name, {})
            found[name] = DeclaredFix(
                id=name,
                change=noun.fix.change,
                department=noun.fix.department,
                stages=fixes.reaches(name),
                sets_nothing=not noun.fix.sets,
                is_so_already=bool(made)
                and all(script.stages[at] == each for at, each in made.items()),
            )
    return tuple(found.values())


def measured(found: Rehearsed) -> Measured:
    """A rehearsal in a few numbers."""
    return Measured(
        plays=found.plays,
        story_minutes=found.minutes.story.median,
        felt_minutes=found.minutes.workshop.median,
        got_out=found.plays - found.never_out,
        helped=found.helped,
        solved=_ended(found, SOLVED),
        gave_up=_ended(found, "gave_up"),
        frictions=found.frictions_a_play.median,
    )


def _ended(found: Rehearsed, outcome: str) -> int:
    return sum(each.plays for each in found.endings if each.outcome == outcome)


def beside(fix: DeclaredFix, was: Rehearsed, became: Rehearsed | None) -> WithFix:
    """What a fix does to a journey.

    Args:
        fix: which it is.
        was: the rehearsal without it.
        became: the same with it; None where it cannot be played, or is so already.
    """
    before = measured(was)
    if became is None:
        return WithFix(fix, before, None, changes_nothing=True)
    return WithFix(
        fix,
        before,
        measured(became),
        changes_nothing=_counted(was) == _counted(became),
        dead_ends=_without(_lost(became), _lost(was)),
        ends_no_more=_without(_lost(was), _lost(became)),
        not_reached=_without(_reached(was), _reached(became)),
        stages_left_out=_without(_stages(was), _stages(became)),
        now_reached=_without(_reached(became), _reached(was)),
        pains=tuple(_pains(fix, was, became)),
        endings=tuple(_moved(was, became)),
    )


def _moved(was: Rehearsed, became: Rehearsed) -> Iterator[EndingMoved]:
    """Endings whose share of the plays is another, in the order of the first."""
    after = {each.ending: each.plays for each in became.endings}
    for each in was.endings:
        then = after.get(each.ending, 0)
        share, became_share = each.plays / was.plays, then / became.plays
        if abs(share - became_share) >= _MORE_THAN_CHANCE:
            yield EndingMoved(each.ending, each.plays, then)


def _pains(fix: DeclaredFix, was: Rehearsed, became: Rehearsed) -> Iterator[PainMoved]:
    before, after = _of_cause(fix, was), _of_cause(fix, became)
    for code, _ in (before + after).most_common():
        yield PainMoved(code, before[code], after[code])


def _of_cause(fix: DeclaredFix, found: Rehearsed) -> Counter[str]:
    """How often each friction was met of a fix's own cause."""
    cause = fix.id.partition("/")[2]
    causes = {f"{stage}/{cause}" for stage in fix.stages}
    counted = Counter[str]()
    for each in found.caused:
        if each.cause in causes:
            counted[each.code] += each.times
    return counted


def _without(some: Iterator[str], others: Iterator[str]) -> tuple[str, ...]:
    """Those of some that are not among others, each once, in their order."""
    left_out = frozenset(others)
    return tuple(each for each in dict.fromkeys(some) if each not in left_out)


def _lost(found: Rehearsed) -> Iterator[str]:
    return (each.place for each in found.lost)


def _reached(found: Rehearsed) -> Iterator[str]:
    return (each.place for each in found.places if each.visits or each.explored)


def _stages(found: Rehearsed) -> Iterator[str]:
    return (place.partition("/")[0] for place in _reached(found))


def _counted(found: Rehearsed) -> tuple[object, ...]:
    """All that plays come to."""
    return (
        {each.place: (each.visits, each.explored) for each in found.places},
        found.lost,
        found.endings,
        found.helped,
        found.minutes,
        found.contacts,
        found.frictions,
        found.frictions_a_play,
        found.repeats,
        found.feelings,
    )
