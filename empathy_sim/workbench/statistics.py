"""A script in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from empathy_sim.engine.moves import Pace
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.cause import Cause
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import SECOND
from empathy_sim.library.advice_pains import hurts, is_kind, touchpoints_of
from empathy_sim.library.advice_texts import grade
from empathy_sim.rehearsal.lasting import lasting_by_stage, minutes_of
from empathy_sim.workbench.pains import pains_at
from empathy_sim.workbench.proof import Proof, Words
from empathy_sim.workbench.proofreading import proof_of
from empathy_sim.workbench.sources import Sources
from empathy_sim.workbench.ways_on import branching, ways_on

FORMAT = 1
"""The number of the plain form."""
_FRAME = "frame"
_RUNNING = 6
"""Words of a sentence that counts for how hard it is to read; labels have fewer."""
_PACES: tuple[Pace, ...] = ("real", "workshop", "brisk")


class Share(Struct, frozen=True):
    """How many of some things go by one name."""

    name: str
    number: int


class Longest(Struct, frozen=True):
    """The longest sentence that can be read."""

    says: str
    words: int
    file: str
    line: int


class Reading(Struct, frozen=True):
    """How much there is to read for whoever plays, and how hard it is."""

    words: int
    sentences: int
    by_speaker: tuple[Share, ...]
    """Words; the most talkative first, `frame` for what nobody says."""
    by_channel: tuple[Share, ...]
    """Words; `frame` for what is read before and after the story."""
    grade: float
    """Years of school that the words ask for, as in English."""
    longest: Longest | None
    backstage: int
    """Words that are read in the debrief only."""


class Minutes(Struct, frozen=True):
    """About how long it takes whoever goes the long way."""

    real: int
    workshop: int
    brisk: int


class StageInNumbers(Struct, frozen=True):
    """A stage, counted."""

    stage: str
    plays: str
    intensity: int
    touchpoints: int
    hurting: int
    """Touchpoints where something is written to go wrong."""
    story_seconds: int
    felt_seconds: int
    """At the pace of a workshop."""


class Statistics(Struct, frozen=True):
    """A script, counted."""

    journey: str
    title: str
    alone: bool
    """Whether it is a scenario that plays by itself."""
    minutes: Minutes
    stages: tuple[StageInNumbers, ...]
    touchpoints: int
    kinds: tuple[Share, ...]
    working: int
    """Touchpoints that simply work."""
    kind_ones: int
    """Touchpoints where somebody does a thing right."""
    ways: int
    """Ways on from all touchpoints, but for those that settings shut."""
    branches: int
    """Touchpoints from which it goes on in more than one place."""
    most_branching: int
    endings: tuple[Share, ...]
    """By outcome."""
    frictions: tuple[Share, ...]
    """In how many touchpoints each can be met."""
    drivers: tuple[Share, ...]
    waiting: tuple[Share, ...]
    """By what makes a wait feel longer; those frictions that have such a factor."""
    intensity: tuple[Share, ...]
    """Frictions by the intensity of the scenario that they are in."""
    departments: tuple[Share, ...]
    """Causes by the department that holds them."""
    menders: tuple[Share, ...]
    """Causes by the department that can mend them."""
    cause_kinds: tuple[Share, ...]
    reading: Reading


def statistics_of(script: Script, cast: Cast, sources: Sources) -> Statistics:
    """A script, counted.

    Args:
        script: what is counted.
        cast: whose names and facts are filled in where words are counted.
        sources: the files it was composed from.
    """
    every = [noun for _, _, noun in touchpoints_of(script)]
    met = _met(script)
    causes = _causes(script)
    known = [FRICTIONS[code] for _, code in met if code in FRICTIONS]
    branches = [*branching(script)]
    return Statistics(
        journey=script.journey.journey,
        title=script.journey.title,
        alone=script.alone,
        minutes=_minutes(script, cast),
        stages=_stages(script, cast),
        touchpoints=len(every),
        kinds=_shares(noun.kind for noun in every),
        working=sum(not hurts(noun) for noun in every),
        kind_ones=sum(is_kind(noun) for noun in every),
        ways=_ways(script),
        branches=sum(number > 1 for number in branches),
        most_branching=max(branches, default=0),
        endings=_shares(each.outcome for each in script.journey.endings.values()),
        frictions=_shares(code for _, code in met),
        drivers=_shares(each.driver.value for each in known),
        waiting=_shares(each.waiting.value for each in known if each.waiting),
        intensity=_shares(str(intensity) for intensity, _ in met),
        departments=_shares(each.department for each in causes),
        menders=_shares(each.fix.department for each in causes),
        cause_kinds=_shares(each.kind for each in causes),
        reading=_reading(proof_of(script, cast, sources)),
    )


def _shares(names: Iterable[str]) -> tuple[Share, ...]:
    """How often each name comes, the most frequent first."""
    counted = sorted(Counter(names).items(), key=lambda each: (-each[1], each[0]))
    return tuple(Share(name, number) for name, number in counted)


def _met(script: Script) -> list[tuple[int, str]]:
    """Each friction at each touchpoint, with the intensity of its scenario."""
    return [
        (stage.scenario.intensity, code)
        for stage in script.stages.values()
        for name in stage.scenario.touchpoints
        for code in dict.fromkeys(pain.code for pain in pains_at(stage, name))
    ]


def _causes(script: Script) -> list[Cause]:
    """Every cause, once for each scenario that has it."""
    played = (stage.scenario for stage in script.stages.values())
    scenarios = {each.scenario: each for each in played}
    return [cause for each in scenarios.values() for cause in each.causes.values()]


def _minutes(script: Script, cast: Cast) -> Minutes:
    real, workshop, brisk = (minutes_of(script, cast, pace=pace) for pace in _PACES)
    return Minutes(real, workshop, brisk)


def _stages(script: Script, cast: Cast) -> tuple[StageInNumbers, ...]:
    lasting = lasting_by_stage(script, cast)
    return tuple(
        StageInNumbers(
            stage=name,
            plays=stage.scenario.scenario,
            intensity=stage.scenario.intensity,
            touchpoints=len(stage.scenario.touchpoints),
            hurting=sum(map(hurts, stage.scenario.touchpoints.values())),
            story_seconds=lasting[name].story // SECOND,
            felt_seconds=lasting[name].felt("workshop") // SECOND,
        )
        for name, stage in script.stages.items()
    )


def _ways(script: Script) -> int:
    return sum(
        not way.shut
        for stage in script.stages.values()
        for name in stage.scenario.touchpoints
        for way in ways_on(stage, name)
    )


def _reading(proof: Proof) -> Reading:
    """What can be read with the settings as they are."""
    speakers, channels = Counter[str](), Counter[str]()
    texts: list[Words] = []
    for _, passage, words in proof.played():
        if not words.shut:
            texts.append(words)
            speakers[words.by or _FRAME] += words.length
            channels[passage.channel or _FRAME] += words.length
    behind = (
        words.length
        for chapter in proof.backstage
        for passage in chapter.passages
        for words in passage.words
    )
    return Reading(
        words=sum(each.length for each in texts),
        sentences=sum(len(each.sentences) for each in texts),
        by_speaker=tuple(Share(*each) for each in speakers.most_common()),
        by_channel=tuple(Share(*each) for each in channels.most_common()),
        grade=round(grade(" ".join(_running(texts))), 1),
        longest=_longest(texts),
        backstage=sum(behind),
    )


def _running(texts: Iterable[Words]) -> Iterator[str]:
    """The sentences that are long enough to be hard to read."""
    for words in texts:
        for sentence in words.sentences:
            if len(sentence.words.split()) >= _RUNNING:
                yield f"{sentence.words.rstrip('.')}."


def _longest(texts: Iterable[Words]) -> Longest | None:
    sentences = (
        Longest(each.words, len(each.words.split()), words.of, each.line)
        for words in texts
        for each in words.sentences
    )
    return max(sentences, key=lambda each: each.words, default=None)
