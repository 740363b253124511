"""What an author asks of a preview, checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.errors import Usage
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.scenario import Setting, SettingValue
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import Unreadable
from empathy_sim.library.compose_alone import STAGE
from empathy_sim.library.meaning_settings import check_value
from empathy_sim.library.meaning_wrong import nearest
from empathy_sim.text.cleaning import offences

Sets = Mapping[str, Mapping[str, SettingValue]]
"""Settings by stage."""
_SWITCHED: Mapping[str, bool] = {"true": True, "false": False}


class Wishes(Struct, frozen=True):
    """Where to begin, with which settings and facts; as they were given."""

    at: str = ""
    """`STAGE` or `STAGE.TOUCHPOINT`; empty for the beginning."""
    with_: tuple[str, ...] = ()
    """Each `SETTING=VALUE` or `STAGE.SETTING=VALUE`."""
    facts: tuple[str, ...] = ()
    """Each `FACT=TEXT`."""
    seed: int = 1
    """Draws the customer."""


@dataclass
class Granted:
    """As much of it as can be, and what cannot."""

    stage: str | None = None
    touchpoint: str = ""
    sets: dict[str, dict[str, SettingValue]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    refused: list[Usage] = field(default_factory=list)

    def cast(self, cast: Cast) -> Cast:
        """A customer who knows what was wished instead of what was drawn."""
        return replace(cast, facts={**cast.facts, **self.facts})


def granted(wishes: Wishes, script: Script) -> Granted:
    """What can be done for some wishes in a script; nothing is raised."""
    found = Granted()
    for wish in _each(wishes):
        try:
            wish(found, script)
        except Usage as wrong:
            found.refused.append(wrong)
    return found


@dataclass(frozen=True, slots=True)
class _At:
    text: str

    def __call__(self, found: Granted, script: Script) -> None:
        stage, _, touchpoint = self.text.partition(".")
        if script.alone and stage != STAGE:
            stage, touchpoint = STAGE, self.text
        if stage not in script.stages:
            raise Usage(
                says=f'There is no stage "{stage}" in {script.journey.title}.',
                try_=_option("--at", nearest(stage, tuple(script.stages))),
            )
        there = script.stages[stage].scenario.touchpoints
        if touchpoint and touchpoint not in there:
            around = f' of stage "{stage}"' if not script.alone else ""
            lead = "" if script.alone else f"{stage}."
            names = [f"{lead}{each}" for each in there]
            raise Usage(
                says=f'There is no touchpoint "{touchpoint}"{around}.',
                try_=_option("--at", nearest(f"{lead}{touchpoint}", names)),
            )
        found.stage, found.touchpoint = stage, touchpoint


@dataclass(frozen=True, slots=True)
class _With:
    text: str

    def __call__(self, found: Granted, script: Script) -> None:
        name, value = _parted(self.text, "--with wait=2m")
        stage, dot, setting = name.rpartition(".")
        if dot and stage not in script.stages:
            raise Usage(
                says=f'There is no stage "{stage}" in {script.journey.title}.',
                try_=nearest(stage, tuple(script.stages)),
            )
        those = [stage] if dot else [*script.stages]
        if not dot and found.stage and setting in _settings(script, found.stage):
            those = [found.stage]
        meant = [each for each in those if setting in _settings(script, each)]
        if not meant:
            known = [name for each in those for name in _settings(script, each)]
            raise Usage(
                says=f'Nothing played here has a setting "{setting}".',
                try_=nearest(setting, tuple(dict.fromkeys(known))),
            )
        for each in meant:
            read = _value(_settings(script, each)[setting], setting, value)
            found.sets.setdefault(each, {})[setting] = read


@dataclass(frozen=True, slots=True)
class _Fact:
    text: str

    def __call__(self, found: Granted, script: Script) -> None:
        name, value = _parted(self.text, "--fact order_number=HV-1")
        known = script.journey.customer.holds
        if name not in known:
            raise Usage(
                says=f'The customer holds no fact "{name}".',
                try_=nearest(name, tuple(known)),
            )
        for offence in offences(value, most=1):
            raise Usage(
                says=f'In "{name}" there is {offence.why} ({offence.number}).',
                try_="leave it out",
            )
        if not value.strip():
            raise Usage(says=f'For "{name}" there is no text.', try_=f"--fact {name}=…")
        found.facts[name] = value


def _each(wishes: Wishes) -> Iterator[_At | _With | _Fact]:
    if wishes.at:
        yield _At(wishes.at)
    yield from map(_With, wishes.with_)
    yield from map(_Fact, wishes.facts)


def _settings(script: Script, stage: str) -> Mapping[str, Setting]:
    return script.stages[stage].scenario.settings


def _parted(text: str, example: str) -> tuple[str, str]:
    name, is_there, value = text.partition("=")
    if not is_there or not name.strip():
        raise Usage(says=f'"{text}" gives no name and value.', try_=example)
    return name.strip(), value.strip()


def _value(setting: Setting, name: str, text: str) -> SettingValue:
    """A setting's value, as a file would say it."""
    value: SettingValue = text
    if setting.is_ == "switch":
        value = _SWITCHED.get(text, text)
    elif setting.is_ == "count" and text.isdecimal():
        value = int(text)
    try:
        check_value(setting, value)
    except Unreadable as wrong:
        raise Usage(says=f'For "{name}": {wrong.says}.', try_=wrong.hint) from wrong
    return value


def _option(name: str, hint: str) -> str:
    return hint if hint.startswith("one of") else f"{name} {hint}" if hint else ""
