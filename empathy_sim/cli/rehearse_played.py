"""A rehearsal, with the fixes that were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_sim.cli.authored import Authored
from empathy_sim.cli.calm_line import told_on_the_way
from empathy_sim.errors import Usage
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_sim.journey.script import Script
    from empathy_sim.rehearsal.rehearsing import Going, Plan, Result
    from empathy_sim.workbench.rehearsal_besides import Besides
    from empathy_sim.workbench.rehearsal_findings import Finding
    from empathy_sim.workbench.rehearsal_fixes import DeclaredFix, WithFix


@dataclass(frozen=True, slots=True)
class Rehearsing:
    """What is rehearsed: a script, and what of it is mended."""

    read: Authored
    """As it was composed."""
    plan: Plan
    mended: tuple[DeclaredFix, ...] = ()

    @property
    def script(self) -> Script:
        """What is played: with what is mended."""
        if not self.mended:
            return self.read.script
        ids = (each.id for each in self.mended)
        return self.read.fixes().applied(self.read.script, *ids)

    def result(self) -> Result:
        """Rehearse it."""
        return _played(self.script, self.read, self.plan, "")

    def besides(self, result: Result, *, each_fix: bool) -> Besides:
        """What is told besides its counts.

        Args:
            result: what was found.
            each_fix: whether each fix is tried by itself, which takes its time.
        """
        from empathy_sim.workbench.rehearsal_besides import Besides
        from empathy_sim.workbench.rehearsal_findings import (
            minutes_finding,
            promised_minutes,
        )

        minutes = promised_minutes(result.rehearsed, self.script, self.read.cast)
        kept = minutes_finding(minutes)
        return Besides(
            mended=self.mended,
            findings=(*([kept] if kept else ()), *_of_fit(self.read)),
            minutes=minutes,
            fixes=self._each_fix(result) if each_fix else None,
        )

    def _each_fix(self, was: Result) -> tuple[WithFix, ...]:
        """What each fix does by itself, in the order of the stages."""
        from empathy_sim.workbench.rehearsal_fixes import beside, declared_fixes

        fixes = self.read.fixes()
        every = declared_fixes(self.read.script, fixes)
        found: list[WithFix] = []
        for number, fix in enumerate(every, 1):
            became = None
            if fix.stages and not fix.is_so_already:
                script = fixes.applied(self.read.script, fix.id)
                told = f"Fix {number} of {len(every)}, {fix.id}. "
                became = _played(script, self.read, self.plan, told).rehearsed
            found.append(beside(fix, was.rehearsed, became))
        return tuple(found)


def fixes_named(read: Authored, wanted: Sequence[str]) -> tuple[DeclaredFix, ...]:
    """The fixes that are meant by their names, as they were asked for.

    Args:
        read: what declares them.
        wanted: each `scenario/cause`, or only the cause where there is one of it.

    Raises:
        Usage: there is none of a name, or it cannot be played.
    """
    if not wanted:
        return ()
    from empathy_sim.workbench.rehearsal_fixes import declared_fixes
    from empathy_sim.workbench.rehearsal_fixes_words import why_not

    every = {each.id: each for each in declared_fixes(read.script, read.fixes())}
    found = tuple(_named(name, every) for name in dict.fromkeys(wanted))
    for fix in found:
        if not fix.stages or fix.is_so_already:
            raise Usage(
                says=f"{fix.id} cannot be rehearsed. {why_not(fix)}",
                try_="--fixes, for those that can",
            )
    return found


def _named(name: str, every: Mapping[str, DeclaredFix]) -> DeclaredFix:
    by_cause = [fix for key, fix in every.items() if key.partition("/")[2] == name]
    if name in every:
        return every[name]
    if len(by_cause) == 1:
        return by_cause[0]
    from empathy_sim.library.meaning_wrong import nearest

    some = [fix.id for fix in by_cause]
    causes = [key.partition("/")[2] for key in every]
    said = for_terminal(name, one_line=True)[:60]
    raise Usage(
        says=f'"{said}" is more than one fix.'
        if some
        else f'There is no fix "{said}".',
        try_=" or ".join(some) or nearest(name, [*every, *causes]),
    )


def _played(script: Script, read: Authored, plan: Plan, told: str) -> Result:
    from empathy_sim.rehearsal.rehearsing import rehearse

    def so_far(going: Going) -> str:
        if going.exploring:
            return f"{told}Trying everything: {going.done:,} moves"
        return f"{told}Playing: {going.done:,} of {plan.plays:,}"

    work = rehearse(script, read.cast, plan)
    return told_on_the_way(work, so_far, f"{told}Trying everything")


def _of_fit(read: Authored) -> tuple[Finding, ...]:
    """What is doubtful in the fit that is in force."""
    from empathy_sim.workbench.rehearsal_findings import Finding

    return tuple(
        Finding(
            each.code,
            f"{each.says[:1].upper()}{each.says[1:]}.",
            each.hint,
            f"{each.file}:{each.line}",
        )
        for each in read.fit_warnings()
    )
