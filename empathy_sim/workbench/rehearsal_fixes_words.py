"""What each fix does to a journey, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from empathy_sim.workbench.rehearsal_fixes import DeclaredFix, Measured, WithFix
from empathy_sim.workbench.rehearsal_words import story_told
from empathy_sim.workbench.setting_out import many, percent

HEAD = ("story", "felt", "get out", "helped", "solved", "give up", "frictions")
"""What is told of the plays, in this order."""


class Row(NamedTuple):
    """The same numbers without a fix and with it, as they are told."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    """Empty where it cannot be played."""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Each number both times; none where it cannot be played."""
        return tuple(zip(self.before, self.after, strict=True)) if self.after else ()


def told(numbers: Measured) -> tuple[str, ...]:
    """Numbers in the order of `HEAD`."""
    plays = numbers.plays
    return (
        story_told(numbers.story_minutes),
        f"{numbers.felt_minutes:,} min",
        percent(numbers.got_out, plays),
        percent(numbers.helped, plays),
        percent(numbers.solved, plays),
        percent(numbers.gave_up, plays),
        f"{numbers.frictions:,}",
    )


def row(fixed: WithFix) -> Row:
    """The numbers of a fix."""
    return Row(told(fixed.before), told(fixed.after) if fixed.after else ())


def rule(plays: int) -> str:
    """What was done, and what the numbers are."""
    return (
        f"Each fix by itself, in {many(plays, 'play')} by the same robots with the "
        "same seed. Story: from its first moment to its end; felt: at the pace of a "
        "workshop; frictions: what goes against the customer; of these three half of "
        "the plays are within. Helped: somebody able to help was reached. Solved: it "
        "ended so. Robots that meet something else go another way, so that a few in a hundred more or fewer "
        "may be chance."
    )


def remarks(fixed: WithFix) -> Iterator[str]:
    """What else is to be said of a fix, a sentence each."""
    if fixed.after is None:
        yield why_not(fixed.fix)
        return
    yield from _pains(fixed)
    if fixed.dead_ends:
        yield f"With it nobody gets out of {', '.join(fixed.dead_ends)}."
    if fixed.ends_no_more:
        yield f"With it somebody gets out of {', '.join(fixed.ends_no_more)}."
    if fixed.not_reached:
        gone = named(fixed.not_reached, fixed.stages_left_out)
        yield f"With it nobody comes to {gone}."
    yield from _endings(fixed)
    if fixed.now_reached:
        yield f"Only with it somebody comes to {named(fixed.now_reached, ())}."
    if fixed.changes_nothing:
        yield "It changes nothing: every play goes as it does without."
    elif told(fixed.before) == told(fixed.after):
        yield "Some plays go otherwise, and none of these numbers tells of it."


def _pains(fixed: WithFix) -> Iterator[str]:
    """What becomes of the frictions of its cause, and which it leaves."""
    if fixed.pains and not fixed.changes_nothing:
        said = ", ".join(
            f"{each.code} {each.before:,} → {each.after:,}" for each in fixed.pains
        )
        yield f"What its cause does, in times: {said}."
        left = [each.code for each in fixed.pains if each.is_left]
        if left:
            yield f"It leaves {_listed(left)} as {'it is' if len(left) == 1 else 'they are'}."


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _endings(fixed: WithFix) -> Iterator[str]:
    """The endings that more plays come to, or fewer."""
    if fixed.endings and fixed.after:
        plays, then = fixed.before.plays, fixed.after.plays
        said = ", ".join(
            f"{each.ending} {percent(each.before, plays)} → {percent(each.after, then)}"
            for each in fixed.endings
        )
        yield f"It ends otherwise: {said}."


def named(places: Sequence[str], stages: Sequence[str]) -> str:
    """Touchpoints as they are listed; of a stage that is left out only its name.

    Args:
        places: each `stage/touchpoint`.
        stages: those of which nobody comes to anything.
    """
    whole = f"the stage{'' if len(stages) == 1 else 's'} {', '.join(stages)}"
    single = [each for each in places if each.partition("/")[0] not in stages]
    return ", ".join([*([whole] if stages else []), *single])


def why_not(fix: DeclaredFix) -> str:
    """Why a fix is not played, in a sentence."""
    if fix.sets_nothing:
        return "It changes nothing here: it has no sets, so that nobody can live it."
    if fix.is_so_already:
        return "It changes nothing: what it sets is so already."
    return "It cannot be played: its scenario refuses what it sets."


def verdict(every: Sequence[WithFix]) -> str:
    """The whole of it in a sentence or two."""
    if not every:
        return "No cause of this declares a fix."
    idle = sum(each.changes_nothing for each in every)
    trapping = sum(bool(each.dead_ends) for each in every)
    parts = [f"{many(len(every), 'fix', 'fixes')} declared"]
    if idle:
        parts.append(f"{idle} change{'s' if idle == 1 else ''} nothing")
    if trapping:
        parts.append(f"{trapping} trap{'s' if trapping == 1 else ''} somebody")
    return f"{'; '.join(parts)}."
