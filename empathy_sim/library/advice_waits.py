"""Waits that nobody would wait out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints.call import Call
from empathy_sim.journey.touchpoints.chat import Chat, HandOver
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.units import HOUR, Unreadable, duration, spoken
from empathy_sim.library.advice_fairness import felt_waits, too_long
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path

MOST_ON_A_LINE = 2 * HOUR
"""Longer than that hardly anybody stays for an answer."""
_PHONE = "on the telephone"
_HINT = "shorten it; minutes are written 26m"


class Waited(NamedTuple):
    """A wait for somebody who answers."""

    at: Path
    """The keys below the touchpoint that say how long it is."""
    length: int
    """Story milliseconds."""
    where: str
    """Where one waits, in words."""

    @property
    def is_overlong(self) -> bool:
        """Whether hardly anybody stays so long."""
        return self.length > MOST_ON_A_LINE

    def wrong(self, at: Path) -> Wrong:
        """That it is overlong, for the place that says so."""
        says = (
            f"{spoken(self.length)} {self.where}, and hardly anybody stays for more "
            f"than {spoken(MOST_ON_A_LINE)}"
        )
        return Wrong("W507", at, says, _HINT)


def overlong_in_scenario(scenario: Scenario) -> Iterator[Wrong]:
    """Waits for an answer that are hours long, with the default settings."""
    for name, touchpoint in scenario.touchpoints.items():
        for wait in waits_for_an_answer(touchpoint):
            if wait.is_overlong:
                yield wait.wrong(("touchpoints", name, *wait.at))


def overlong_in_journey(script: Script) -> Iterator[Wrong]:
    """The same of what the stages of a journey set."""
    for index, stage in enumerate(script.journey.stages):
        for name, wait in _overlong_by(script.stages[stage.stage], stage.with_):
            yield wait.wrong(("stages", index, "with", name))


def unfit(fitted: Script, written: Script | None) -> Iterator[Wrong]:
    """Waits that a fit makes absurd: hours for an answer, or more than is lived.

    Args:
        fitted: the journey with what the fit sets.
        written: the journey as its author wrote it; None where nobody knows.
    """
    if fitted.fitted is None:
        return
    for stage, numbers in fitted.fitted.stages.items():
        if stage in fitted.stages:
            sets = {name: number.is_ for name, number in numbers.items()}
            for name, wait in _overlong_by(fitted.stages[stage], sets):
                yield wait.wrong(("stages", stage, name, "is"))
    felt = felt_waits(fitted)
    if fitted.fitted.stages and (written is None or felt > felt_waits(written)):
        yield from too_long(fitted)


def _overlong_by(
    stage: ScriptStage, sets: Mapping[str, SettingValue]
) -> Iterator[tuple[str, Waited]]:
    """What sets a stage's overlong waits, and the waits; each is told once."""
    every = {
        wait.length: wait
        for touchpoint in stage.scenario.touchpoints.values()
        for wait in waits_for_an_answer(touchpoint)
        if wait.is_overlong
    }
    for name, value in sets.items():
        wait = every.pop(_milliseconds(value), None)
        if wait is not None:
            yield name, wait


def _milliseconds(value: SettingValue) -> int:
    """How long a value lasts; 0 where it is no duration."""
    try:
        return duration(value) if isinstance(value, str) else 0
    except Unreadable:
        return 0


def waits_for_an_answer(touchpoint: Touchpoint) -> Iterator[Waited]:
    """How long one waits there for somebody, on the telephone or in a chat."""
    match touchpoint:
        case Hold(lasts=lasts):
            yield Waited(("lasts",), lasts, _PHONE)
        case Call(turns=turns):
            for name, turn in turns.items():
                if turn.on_hold:
                    at = ("turns", name, "on_hold", "lasts")
                    yield Waited(at, turn.on_hold.lasts, _PHONE)
        case Chat(hand_over=HandOver(waits=waits)):
            yield Waited(("hand_over", "waits"), waits, "in a chat")
        case _:
            pass
