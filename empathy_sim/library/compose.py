"""Scripts from files, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from empathy_sim.journey.freezing import digest, freeze, spelled
from empathy_sim.journey.journey import Journey, Stage
from empathy_sim.journey.marks import SETTING
from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.library.compose_alone import STAGE, house_journey
from empathy_sim.library.composed import Composed
from empathy_sim.library.fixing import fixes_of
from empathy_sim.library.meaning import meaning_of_journey, meaning_of_scenario
from empathy_sim.library.meaning_doubt import CERTAIN, Doubt
from empathy_sim.library.meaning_played import Known
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.placing import placed
from empathy_sim.library.reading import (
    Written,
    of_kind,
    read_file,
    validated,
)
from empathy_sim.library.reading_settings import Declared
from empathy_sim.library.reading_texts import followed, texts_in
from empathy_sim.library.shelf import Kind, Shelf
from empathy_sim.library.understood import understood

Settings = Mapping[str, SettingValue]

MOST_VALUES = 100_000
"""How many values the scenarios of all stages may hold together."""


@dataclass(frozen=True, slots=True)
class _Episode:
    """A scenario's file, looked over with its default settings."""

    written: Written
    scenario: Scenario | None
    """What it means; where parts of it have no shape, without those."""
    doubt: Doubt = CERTAIN

    @property
    def is_sound(self) -> bool:
        return not any(problem.is_error for problem in self.written.problems)

    @property
    def known(self) -> Known | None:
        """What a journey knows of it; None if nothing."""
        if self.scenario is None:
            return None
        found = self.written.problems
        errors = frozenset(problem.code for problem in found if problem.is_error)
        return Known(self.scenario, errors, self.doubt)


@dataclass(frozen=True, slots=True)
class Read:
    """A file that a composer has read, with what it is if nothing is wrong with it."""

    written: Written
    scenario: Scenario | None = None
    """With its default settings; None for a journey, or where errors are."""
    script: Script | None = None
    """Of a journey; None for a scenario, or where errors are in it or what it plays."""


class Composer:
    """Composes journeys and scenarios; a file that several need is read once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._episodes: dict[Path, _Episode] = {}
        self._journeys: dict[Path, Read] = {}

    def read(self) -> Iterator[Read]:
        """Every file that was read so far: those asked for, and what they play."""
        yield from self._journeys.values()
        for each in self._episodes.values():
            yield Read(each.written, each.scenario if each.is_sound else None)

    def compose(self, file: Path) -> Composed:
        """Compose whatever a file holds: a journey, or a scenario that plays alone."""
        written = read_file(file)
        if written.kind == "scenario":
            return self._alone(self._episode(file, written))
        return self._journey(of_kind(written, "journey"), {})

    def journey(
        self, file: Path, sets: Mapping[str, Settings] | None = None
    ) -> Composed:
        """Compose a journey.

        Args:
            file: where it is.
            sets: settings of stages to play it with instead of its own.
        """
        return self._journey(of_kind(read_file(file), "journey"), sets or {})

    def scenario(self, file: Path, sets: Settings | None = None) -> Composed:
        """Compose a scenario that plays alone, in a plain house.

        Args:
            file: where it is.
            sets: settings to play it with instead of its defaults.

        Raises:
            ValidationError: it cannot be played with them.
        """
        return self._alone(self._episode(file), sets)

    def fixes(self, composed: Composed) -> str:
        """What the fixes of a script composed here make of its stages, as JSON.

        Empty where no fix sets anything, or there is no script.
        """
        if composed.script is None:
            return ""
        named = {sha: name for name, sha in composed.plays.items()}
        named.setdefault(composed.sha, composed.id)
        written = {
            named[episode.written.sha]: episode.written.value
            for episode in self._episodes.values()
            if episode.written.sha in named
        }
        return fixes_of(composed.script, written)

    def _episode(self, file: Path, written: Written | None = None) -> _Episode:
        if file not in self._episodes:
            sound = of_kind(written or read_file(file), "scenario")
            read = understood(sound, Scenario)
            wrongs: Iterable[Wrong] = ()
            if read.noun is not None:
                wrongs = meaning_of_scenario(read.noun, sound.value, read.doubt)
            told = read.told(wrongs)
            self._episodes[file] = _Episode(told, read.noun, read.doubt)
        return self._episodes[file]

    def _alone(self, episode: _Episode, sets: Settings | None = None) -> Composed:
        written, scenario = episode.written, episode.scenario
        script = None
        if scenario is not None and episode.is_sound:
            settings = {**Declared.of(written.value).values, **(sets or {})}
            if sets:
                scenario = validated(written.value, Scenario, settings)
            journey = house_journey(scenario)
            stage = ScriptStage(
                id=STAGE,
                title=scenario.title,
                scenario=scenario,
                settings=settings,
                leads=journey.stages[0].leads,
            )
            script = Script(
                journey=journey,
                stages={STAGE: stage},
                promised=scenario.needs.promises,
                alone=True,
            )
        return _composed(script, written, "scenario", {})

    def _journey(self, written: Written, sets: Mapping[str, Settings]) -> Composed:
        read = understood(written, Journey)
        journey = read.noun
        if journey is None:
            self._journeys[written.path] = Read(read.written)
            return _composed(None, read.written, "journey", {})
        played = self._played(journey, written.path)
        known = {name: episode.known for name, episode in played.items()}
        there = self._shelf.beside(written.path).scenarios
        stages, wrong = _staged(journey, played, sets)
        scenarios = {**dict.fromkeys(there), **known}
        wrongs = [*meaning_of_journey(journey, scenarios, read.doubt), *wrong]
        told = read.told(each for each in wrongs if not each.of)
        if any(problem.code == "E134" for problem in told.problems):
            wrongs = []
        others = [
            problem
            for name, each in played.items()
            for problem in placed(
                each.written, [wrong for wrong in wrongs if wrong.of == name]
            )
        ]
        plays = {stage.plays: "" for stage in journey.stages} | {
            name: episode.written.sha for name, episode in played.items()
        }
        script = Script(journey=journey, stages=stages)
        composed = _composed(script, told.with_problems(*others), "journey", plays)
        self._journeys[written.path] = Read(told, script=composed.script)
        return composed

    def _played(self, journey: Journey, file: Path) -> Mapping[str, _Episode]:
        there = self._shelf.beside(file).scenarios
        names = dict.fromkeys(stage.plays for stage in journey.stages)
        return {name: self._episode(there[name]) for name in names if name in there}


def compose_journey(file: Path, shelf: Shelf | None = None) -> Composed:
    """Compose one journey; without a shelf, from the scenarios beside it."""
    return Composer(shelf or Shelf()).journey(file)


def compose_scenario(file: Path) -> Composed:
    """Compose one scenario, which plays alone."""
    return Composer(Shelf()).scenario(file)


def _composed(
    script: Script | None, written: Written, kind: Kind, plays: Mapping[str, str]
) -> Composed:
    problems = tuple(sorted(set(written.problems)))
    if script is None or any(problem.is_error for problem in problems):
        name = _id_of(written, kind)
        return Composed(None, "", problems, name, kind, written.sha, plays)
    name, named = script.journey.journey, digest(spelled(freeze(script)))
    return Composed(script, named, problems, name, kind, written.sha, plays)


def _id_of(written: Written, kind: Kind) -> str:
    match written.value:
        case {**keys} if isinstance(name := keys.get(kind), str):
            return name
        case _:
            return written.path.stem


def _staged(
    journey: Journey, played: Mapping[str, _Episode], sets: Mapping[str, Settings]
) -> tuple[dict[str, ScriptStage], list[Wrong]]:
    """Every stage whose scenario is sound, with its settings in their places."""
    stages: dict[str, ScriptStage] = {}
    wrong: list[Wrong] = []
    values = 0
    for index, stage in enumerate(journey.stages):
        episode = played.get(stage.plays)
        if episode is None or episode.scenario is None or not episode.is_sound:
            continue
        values += len(episode.written.places.values)
        if values > MOST_VALUES:
            says = f"the scenarios up to here hold more than {MOST_VALUES:,} values"
            wrong.append(Wrong("E338", ("stages", index), says, "split it into two"))
            break
        settings = dict(Declared.of(episode.written.value).values) | {
            name: value
            for name, value in {**stage.with_, **sets.get(stage.stage, {})}.items()
            if name in episode.scenario.settings
        }
        try:
            stages[stage.stage] = _stage(stage, episode, settings)
        except ValidationError as error:
            wrong += _refused(error, stage, index, episode.written.value)
    return stages, wrong


def _stage(stage: Stage, episode: _Episode, settings: Settings) -> ScriptStage:
    assert episode.scenario is not None
    scenario = episode.scenario
    if settings != Declared.of(episode.written.value).values:
        scenario = validated(episode.written.value, Scenario, settings)
    return ScriptStage(
        id=stage.stage,
        title=stage.title,
        scenario=scenario,
        settings=settings,
        leads=stage.leads,
    )


def _refused(
    error: ValidationError, stage: Stage, index: int, value: object
) -> Iterator[Wrong]:
    """Settings of a stage that its scenario cannot be played with."""
    for details in error.errors(include_url=False):
        texts = texts_in(followed(value, details["loc"]))
        named = [found[1] for text in texts if (found := SETTING.fullmatch(text))]
        name = next((name for name in named if name in stage.with_), None)
        reason = details.get("ctx", {}).get("error")
        yield Wrong(
            "E333",
            ("stages", index, "with", *([name] if name else [])),
            f"{stage.plays} cannot be played so: {reason or details['msg']}",
            getattr(reason, "hint", ""),
        )
