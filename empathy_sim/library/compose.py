"""Scripts from files, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from msgspec import structs
from pydantic import ValidationError

from empathy_sim.journey.journey import Journey, Stage
from empathy_sim.journey.marks import SETTING
from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.library.compose_alone import STAGE, house_journey
from empathy_sim.library.composed import Composed
from empathy_sim.library.composed_files import Read
from empathy_sim.library.fitting import IN_FIT, Fitting, dressed, fitted, read_fitting
from empathy_sim.library.fixing import fixes_of
from empathy_sim.library.meaning import meaning_of_journey, meaning_of_scenario
from empathy_sim.library.meaning_doubt import CERTAIN, Doubt
from empathy_sim.library.meaning_played import Known
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.placing import placed
from empathy_sim.library.problems import Problem
from empathy_sim.library.reading import (
    Written,
    of_kind,
    read_file,
    validated,
)
from empathy_sim.library.reading_settings import Declared
from empathy_sim.library.reading_texts import followed, how_many, texts_in
from empathy_sim.library.shelf import FileKind, Kind, Shelf, WhichFit
from empathy_sim.library.understood import understood
from empathy_sim.library.walkthroughs import told_as_walkthrough

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


class Composer:
    """Composes journeys and scenarios; a file that several need is read once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._episodes: dict[Path, _Episode] = {}
        self._journeys: dict[Path, Read] = {}
        self._fits: dict[Path, Read] = {}
        self._told: dict[Path, tuple[Problem, ...]] = {}

    def read(self) -> Iterator[Read]:
        """Every file that was read so far: those asked for, and what they play."""
        yield from self._journeys.values()
        yield from self._fits.values()
        for each in self._episodes.values():
            yield Read(each.written, each.scenario if each.is_sound else None)

    def compose(self, file: Path) -> Composed:
        """Compose whatever a file holds: a journey, or a scenario that plays alone.

        Of a fit its journey is composed, with what it sets.
        """
        written = read_file(file)
        if written.kind == "fit":
            return self._of_fit(written)
        if written.kind == "scenario":
            return self._alone(self._episode(file, written))
        return self._journey(of_kind(told_as_walkthrough(written), "journey"), {})

    def _of_fit(self, fit: Written) -> Composed:
        name = _id_of(fit, "fit")
        file = self._shelf.journey_of(name, fit.path)
        if file is None:
            says = f'no journey is called "{name}" that this could fit'
            hint = nearest(name, self._shelf.journeys) or "put it beside its journey"
            told = fit.with_wrong(Wrong("E335", ("fit",), says, hint))
            self._fits[fit.path] = Read(told)
            return _composed(None, told, "journey", {})
        made = self._journey(of_kind(read_file(file), "journey"), {}, fit)
        return structs.replace(made, id=f"{name}.fit", sha=fit.sha)

    def journey(
        self,
        file: Path,
        sets: Mapping[str, Settings] | None = None,
        fit: Written | None = None,
    ) -> Composed:
        """Compose a journey.

        Args:
            file: where it is.
            sets: settings of stages to play it with instead of its own.
            fit: what it is fitted with, instead of what is found for it.
        """
        return self._journey(of_kind(read_file(file), "journey"), sets or {}, fit)

    def scenario(self, file: Path, sets: Settings | None = None) -> Composed:
        """Compose a scenario that plays alone, in a plain house.

        Args:
            file: where it is.
            sets: settings to play it with instead of its defaults.

        Raises:
            ValidationError: it cannot be played with them.
        """
        return self._alone(self._episode(file), sets)

    def as_written(self, read: Read) -> Read:
        """The same, with the script of its journey as the author wrote it.

        Args:
            read: a file that was read here; of a fit it is the journey that it fits.
        """
        script = read.fitted or read.script
        if script is None or script.fitted is None:
            return read
        plain = Composer(structs.replace(self._shelf, which=WhichFit(none=True)))
        plain._episodes = self._episodes
        return replace(read, script=plain.journey(read.of or read.written.path).script)

    def fixes(self, composed: Composed) -> str:
        """What the fixes of a script composed here make of its stages, as JSON.

        Empty where no fix sets anything, or there is no script.
        """
        if composed.script is None:
            return ""
        named = {sha: name for name, sha in composed.plays.items()}
        named.setdefault(composed.sha, composed.id)
        fit = composed.script.fitted
        called = fit.departments if fit else {}
        written = {
            named[episode.written.sha]: dressed(episode.written.value, called)
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
            value = dressed(written.value, {})
            if sets or value is not written.value:
                scenario = validated(value, Scenario, settings)
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
        told = self._told.get(written.path, written.problems)
        return _composed(script, replace(written, problems=told), "scenario", {})

    def _journey(
        self,
        written: Written,
        sets: Mapping[str, Settings],
        fit: Written | None = None,
    ) -> Composed:
        read = understood(written, Journey)
        journey = read.noun
        if journey is None:
            self._journeys[written.path] = Read(read.written)
            return _composed(None, read.written, "journey", {})
        played = self._played(journey, written.path)
        known = {name: episode.known for name, episode in played.items()}
        there = self._shelf.beside(written.path).scenarios
        file = fit or self._shelf.fit_of(written.path)
        fitting = read_fitting(file, journey.journey)
        stages, wrong = _staged(journey, played, sets, fitting)
        scenarios = {**dict.fromkeys(there), **known}
        wrongs = [*meaning_of_journey(journey, scenarios, read.doubt), *wrong]
        told = read.told(each for each in wrongs if not each.of)
        if any(problem.code == "E134" for problem in told.problems):
            wrongs = []
        others = [
            problem
            for name, each in played.items()
            for problem in self._told_of(
                each, [wrong for wrong in wrongs if wrong.of == name]
            )
        ]
        plays = {stage.plays: "" for stage in journey.stages} | {
            name: episode.written.sha for name, episode in played.items()
        }
        others += self._fit_told(fitting, journey, played, wrongs)
        whole = told.with_problems(*others)
        script = None
        if not any(problem.is_error for problem in whole.problems):
            script = Script(
                journey=fitted(journey, written.value, fitting.fit),
                stages=stages,
                fitted=None if fitting.fit.is_empty else fitting.fit,
            )
        composed = _composed(script, whole, "journey", plays)
        self._journeys[written.path] = Read(told, script=composed.script)
        if fitting.written is not None and fitting.written.path in self._fits:
            fit_read = self._fits[fitting.written.path]
            self._fits[fitting.written.path] = replace(
                fit_read, fitted=composed.script, of=written.path
            )
        return composed

    def _told_of(
        self, episode: _Episode, wrongs: Iterable[Wrong]
    ) -> tuple[Problem, ...]:
        """All that is wrong in a scenario, with what its journey finds.

        Where errors are, the journey can tell better which of two words is meant.
        """
        found = placed(episode.written, wrongs)
        if not episode.is_sound:
            self._told[episode.written.path] = found
        return found

    def _fit_told(
        self,
        fitting: Fitting,
        journey: Journey,
        played: Mapping[str, _Episode],
        wrongs: Iterable[Wrong],
    ) -> Iterable[Problem]:
        scenarios = {name: episode.scenario for name, episode in played.items()}
        more = [wrong for wrong in wrongs if wrong.of == IN_FIT]
        told = fitting.told(journey, scenarios, more)
        if told is None:
            return ()
        self._fits[told.path] = Read(told)
        return told.problems

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
        return Composed(None, problems, name, kind, written.sha, plays)
    name = script.journey.journey
    return Composed(script, problems, name, kind, written.sha, plays)


def _id_of(written: Written, kind: FileKind) -> str:
    match written.value:
        case {**keys} if isinstance(name := keys.get(kind), str):
            return name
        case _:
            return written.path.stem


def _staged(
    journey: Journey,
    played: Mapping[str, _Episode],
    sets: Mapping[str, Settings],
    fitting: Fitting,
) -> tuple[dict[str, ScriptStage], list[Wrong]]:
    """Every stage whose scenario is sound, with its settings in their places."""
    stages: dict[str, ScriptStage] = {}
    wrong: list[Wrong] = []
    values = 0
    for index, stage in enumerate(journey.stages):
        episode = played.get(stage.plays)
        if episode is None or episode.scenario is None or not episode.is_sound:
            continue
        values += how_many(episode.written.value)
        if values > MOST_VALUES:
            says = f"the scenarios up to here hold more than {MOST_VALUES:,} values"
            wrong.append(Wrong("E338", ("stages", index), says, "split it into two"))
            break
        fit = fitting.sets.get(stage.stage, {})
        settings = dict(Declared.of(episode.written.value).values) | {
            name: value
            for name, value in {
                **stage.with_,
                **fit,
                **sets.get(stage.stage, {}),
            }.items()
            if name in episode.scenario.settings
        }
        value = dressed(episode.written.value, fitting.fit.departments)
        try:
            stages[stage.stage] = _stage(stage, episode, settings, value)
        except ValidationError as error:
            wrong += _refused(error, stage, _Blamed(index, fit), value)
    return stages, wrong


def _stage(
    stage: Stage, episode: _Episode, settings: Settings, value: object
) -> ScriptStage:
    assert episode.scenario is not None
    scenario, written = episode.scenario, episode.written.value
    if value is not written or settings != Declared.of(written).values:
        scenario = validated(value, Scenario, settings)
    return ScriptStage(
        id=stage.stage,
        title=stage.title,
        scenario=scenario,
        settings=settings,
        leads=stage.leads,
    )


@dataclass(frozen=True, slots=True)
class _Blamed:
    """Where a stage stands in its journey, and what a fit sets in it."""

    index: int
    fit: Settings


def _refused(
    error: ValidationError, stage: Stage, blamed: _Blamed, value: object
) -> Iterator[Wrong]:
    """Settings of a stage that its scenario cannot be played with."""
    for details in error.errors(include_url=False):
        texts = texts_in(followed(value, details["loc"]))
        named = [found[1] for text in texts if (found := SETTING.fullmatch(text))]
        reason = details.get("ctx", {}).get("error")
        hint = getattr(reason, "hint", "")
        says = f"{stage.plays} cannot be played so: {reason or details['msg']}"
        if blamed.fit:
            of_fit = next((name for name in named if name in blamed.fit), None)
            here = ("stages", stage.stage, *([of_fit] if of_fit else []))
            yield Wrong("E333", here, says, hint, of=IN_FIT)
            continue
        name = next((name for name in named if name in stage.with_), None)
        at = ("stages", blamed.index, "with", *([name] if name else []))
        yield Wrong("E333", at, says, hint)
