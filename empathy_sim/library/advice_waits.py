"""Waits that nobody would wait out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from empathy_sim.journey.scenario import Scenario, SettingValue
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints.call import Call
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.units import HOUR, Unreadable, duration, spoken
from empathy_sim.library.advice_fairness import felt_waits, too_long
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path

MOST_ON_THE_PHONE = 2 * HOUR
"""Longer than that hardly anybody stays on a line."""
_HINT = "shorten it; minutes are written 26m"


def overlong_in_scenario(scenario: Scenario) -> Iterator[Wrong]:
    """Waits on the telephone that are hours long, with the default settings."""
    for name, touchpoint in scenario.touchpoints.items():
        for below, length in waits_on_the_phone(touchpoint):
            if length > MOST_ON_THE_PHONE:
                yield _overlong(("touchpoints", name, *below), length)


def overlong_in_journey(script: Script) -> Iterator[Wrong]:
    """The same of what the stages of a journey set."""
    for index, stage in enumerate(script.journey.stages):
        for name, length in _overlong_by(script.stages[stage.stage], stage.with_):
            yield _overlong(("stages", index, "with", name), length)


def unfit(fitted: Script, written: Script | None) -> Iterator[Wrong]:
    """Waits that a fit makes absurd: hours on a telephone, or more than is lived.

    Args:
        fitted: the journey with what the fit sets.
        written: the journey as its author wrote it; None where nobody knows.
    """
    if fitted.fitted is None:
        return
    for stage, numbers in fitted.fitted.stages.items():
        if stage in fitted.stages:
            sets = {name: number.is_ for name, number in numbers.items()}
            for name, length in _overlong_by(fitted.stages[stage], sets):
                yield _overlong(("stages", stage, name, "is"), length)
    felt = felt_waits(fitted)
    if fitted.fitted.stages and (written is None or felt > felt_waits(written)):
        yield from too_long(fitted)


def _overlong_by(
    stage: ScriptStage, sets: Mapping[str, SettingValue]
) -> Iterator[tuple[str, int]]:
    """What sets a stage's overlong waits on the telephone, and how long they are."""
    every = {
        length
        for touchpoint in stage.scenario.touchpoints.values()
        for _, length in waits_on_the_phone(touchpoint)
        if length > MOST_ON_THE_PHONE
    }
    for name, value in sets.items():
        length = _milliseconds(value)
        if length in every:
            every.remove(length)
            yield name, length


def _milliseconds(value: SettingValue) -> int:
    """How long a value lasts; 0 where it is no duration."""
    try:
        return duration(value) if isinstance(value, str) else 0
    except Unreadable:
        return 0


def _overlong(at: Path, length: int) -> Wrong:
    says = (
        f"{spoken(length)} on the telephone, and hardly anybody stays on a line for "
        f"more than {spoken(MOST_ON_THE_PHONE)}"
    )
    return Wrong("W507", at, says, _HINT)


def waits_on_the_phone(touchpoint: Touchpoint) -> Iterator[tuple[Path, int]]:
    """How long one waits on a line there, and which key says so."""
    match touchpoint:
        case Hold(lasts=lasts):
            yield ("lasts",), lasts
        case Call(turns=turns):
            for name, turn in turns.items():
                if turn.on_hold:
                    yield ("turns", name, "on_hold", "lasts"), turn.on_hold.lasts
        case _:
            pass
