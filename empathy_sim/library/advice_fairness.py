"""Whether a journey hurts as it should, no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from empathy_sim.engine.timing import LONG_WAIT, PACES
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints.call import Call
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.units import MINUTE
from empathy_sim.library.advice_pains import hurts, is_kind, touchpoints_of
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path

MOST_PAINS = 14
"""Touchpoints at which something goes wrong, on the longest way through a journey."""
WORSTS = 3
"""The intensity that may not follow itself."""
_WORKING = 3
"""One touchpoint of so many simply works."""
_STAGES: Path = ("stages",)


def unfair(script: Script) -> Iterator[Wrong]:
    """Too much that goes wrong, too little that works, nobody who is kind."""
    yield from _too_many(script)
    yield from _too_few(script)
    yield from _worst_twice(script)
    yield from _unkind(script)
    yield from too_long(script)


def _too_many(script: Script) -> Iterator[Wrong]:
    pains = _longest(script, lambda stage: sum(map(hurts, _all(stage))))
    if pains > MOST_PAINS:
        yield Wrong(
            "W501",
            _STAGES,
            f"on the longest way something goes wrong at {pains} touchpoints, and "
            f"{MOST_PAINS} are the most",
            "let some of them simply work, or leave a stage out",
            on_key=True,
        )


def _too_few(script: Script) -> Iterator[Wrong]:
    every = [touchpoint for _, _, touchpoint in touchpoints_of(script)]
    work = sum(not hurts(touchpoint) for touchpoint in every)
    if work * _WORKING < len(every):
        yield Wrong(
            "W502",
            _STAGES,
            f"{work} of {len(every)} touchpoints simply work, and a third should",
            "take out frictions; what works makes the rest believable",
            on_key=True,
        )


def _worst_twice(script: Script) -> Iterator[Wrong]:
    intensity = {name: each.scenario.intensity for name, each in script.stages.items()}
    for index, stage in enumerate(script.journey.stages):
        for exit_, to in stage.leads.items():
            if intensity[stage.stage] == intensity.get(to) == WORSTS:
                yield Wrong(
                    "W503",
                    ("stages", index, "leads", exit_),
                    f'"{stage.stage}" and "{to}" are both of intensity {WORSTS}, and '
                    "follow each other",
                    "put something lighter between them",
                )


def _unkind(script: Script) -> Iterator[Wrong]:
    if not any(is_kind(touchpoint) for _, _, touchpoint in touchpoints_of(script)):
        yield Wrong(
            "W504",
            _STAGES,
            "nobody does a small kindness in this journey",
            "write kindness: and a few words, where somebody does a thing right",
            on_key=True,
        )


def too_long(script: Script) -> Iterator[Wrong]:
    """More waiting than the pace of a workshop has."""
    spare, felt = PACES["workshop"], felt_waits(script)
    if felt > spare.all:
        yield Wrong(
            "W505",
            _STAGES,
            f"the waits of the longest way take about {felt / MINUTE:.1f} minutes at "
            f"the pace of a workshop, which has {spare.all / MINUTE:.0f} for them: the "
            "last are cut to nothing",
            "shorten some waits, or leave some out",
            on_key=True,
        )


def felt_waits(script: Script) -> int:
    """Felt milliseconds of the waits of the longest way, before the last are cut."""
    spare = PACES["workshop"]
    has_long = any(
        length >= LONG_WAIT
        for _, _, touchpoint in touchpoints_of(script)
        for length in _waits(touchpoint)
    )
    return _longest(script, _waited) + (spare.long - spare.other if has_long else 0)


def _waited(stage: ScriptStage) -> int:
    """Felt milliseconds of waiting, each wait once, none of them the long one."""
    most = PACES["workshop"].other
    every = (length for each in _all(stage) for length in _waits(each))
    return sum(min(length, most) for length in every)


def _waits(touchpoint: Touchpoint) -> Iterator[int]:
    match touchpoint:
        case Hold(lasts=lasts):
            yield lasts
        case Call(turns=turns):
            yield from (turn.on_hold.lasts for turn in turns.values() if turn.on_hold)
        case _:
            pass


def _all(stage: ScriptStage) -> Iterator[Touchpoint]:
    yield from stage.scenario.touchpoints.values()


def _longest(script: Script, of: Callable[[ScriptStage], int]) -> int:
    """The most that the stages of one way come to, none of them twice."""
    each: Mapping[str, int] = {name: of(stage) for name, stage in script.stages.items()}
    known: dict[str, int] = {}

    def onward(stage: str, before: frozenset[str]) -> int:
        if stage not in known:
            leads = set(script.stages[stage].leads.values()) & each.keys()
            after = [onward(to, before | {stage}) for to in sorted(leads - before)]
            known[stage] = each[stage] + max(after, default=0)
        return known[stage]

    return onward(script.first, frozenset({script.first}))
