"""The same stage twice: as it was, and mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.compared import no_longer_met, value_told
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import KIT, Measure, Reading
from empathy_sim.debrief.phrases import capital, listed
from empathy_sim.engine import events as e
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.script import Script
from empathy_sim.session.again import events_again

_ADD_UP = (
    *("minutes_waited", "sat_through", "apologies", "apologies_heard"),
    *("facts_repeated", "identity_checks", "refusals", "retyped_fields"),
    *("transfers", "cut_off", "promises_moved", "promises_broken", "kindnesses"),
)
"""Lived measures of which a stage has its own share, in the order of telling."""
_TOOK = Measure(
    "stage_took",
    "from beginning to end",
    "story_ms",
    "From entering the stage to leaving it.",
    KIT,
)
_MET = Measure(
    "stage_frictions",
    "things that went against the customer",
    "count",
    "Every friction met in the stage.",
    KIT,
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure of a stage, both times."""

    measure: Measure
    before: int
    after: int

    @property
    def was(self) -> str:
        """What it was, as it is told."""
        return value_told(self.measure, self.before)

    @property
    def became(self) -> str:
        """What it came to with the fix."""
        return value_told(self.measure, self.after)


@dataclass(frozen=True, slots=True)
class Mended:
    """A stage as it was, beside the same stage lived again."""

    fix: str
    """`scenario/cause`."""
    stage: str
    title: str
    change: str
    """What was mended, in a sentence."""
    department: str
    compared: tuple[Compared, ...]
    """Only what happened in either of them."""
    gone: tuple[str, ...]
    """Frictions that were met the first time and not the second, as clauses."""
    says: str
    """Both in a sentence."""


def mended_in(account: Account, fixes: Fixes) -> tuple[Mended, ...]:
    """Every stage that was lived again, in order; of the same twice, the last."""
    events = tuple(each.event for each in account.log)
    lived = [each for each in events if isinstance(each, e.LivedAgain)]
    last = {(each.fix, each.stage): each for each in lived}
    found = (_mended(account, fixes, events, each) for each in last.values())
    return tuple(each for each in found if each is not None)


def _mended(
    account: Account, fixes: Fixes, events: Sequence[e.Event], lived: e.LivedAgain
) -> Mended | None:
    cause = lived.fix.partition("/")[2]
    stage = fixes.stages.get(lived.fix, {}).get(lived.stage)
    again = events_again(lived)
    if stage is None or cause not in stage.scenario.causes or not again:
        return None
    known = tuple(events[: lived.after])
    first = _until_left(events[lived.after :], lived.stage)
    fix = stage.scenario.causes[cause].fix
    script = fixes.applied(account.script, lived.fix)
    compared = tuple(
        _compared(_share(account.script, known, first), _share(script, known, again))
    )
    return Mended(
        fix=lived.fix,
        stage=lived.stage,
        title=account.names.stage(lived.stage),
        change=account.names.words(fix.change, lived.stage),
        department=fix.department,
        compared=compared,
        gone=no_longer_met(first, again),
        says=_says(compared),
    )


def _until_left(events: Sequence[e.Event], stage: str) -> tuple[e.Event, ...]:
    for at, event in enumerate(events, 1):
        match event:
            case e.StageLeft(stage=left) if left == stage:
                return tuple(events[:at])
            case e.JourneyLeft() | e.JourneyEnded():
                return tuple(events[:at])
            case _:
                pass
    return tuple(events)


@dataclass(frozen=True, slots=True)
class _Share:
    """What a stage adds to each measure."""

    measures: dict[str, Measure]
    values: dict[str, int]


def _share(
    script: Script, known: tuple[e.Event, ...], stage: tuple[e.Event, ...]
) -> _Share:
    before = _values(lived_readings(Account.of(script, known)))
    readings = lived_readings(Account.of(script, (*known, *stage)))
    values = {
        name: value - before.get(name, 0) for name, value in _values(readings).items()
    }
    values[_TOOK.id] = stage[-1].story_ms - stage[0].story_ms if stage else 0
    values[_MET.id] = sum(isinstance(each, e.FrictionMet) for each in stage)
    measures = {each.measure.id: each.measure for each in readings}
    return _Share(measures, values)


def _values(readings: Sequence[Reading]) -> dict[str, int]:
    return {each.measure.id: each.value or 0 for each in readings}


def _compared(before: _Share, after: _Share) -> Iterator[Compared]:
    for measure in (_TOOK, _MET):
        yield Compared(measure, before.values[measure.id], after.values[measure.id])
    for name in _ADD_UP:
        was, became = before.values.get(name, 0), after.values.get(name, 0)
        if was or became:
            measure = before.measures.get(name) or after.measures[name]
            yield Compared(measure, was, became)


def _says(compared: Sequence[Compared]) -> str:
    """Both in a sentence: how long it took, and how much went against the customer."""
    told = [
        f"{each.measure.says}: {each.was} before, {each.became} with it"
        for each in compared[:2]
        if each.before != each.after
    ]
    if not told:
        return "It took as long, and as much went against the customer."
    return f"{capital(listed(told))}."
