"""Whether each condition is about something there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.touchpoints.menu import MenuOption, Mishears, RefusesZero
from empathy_sim.journey.units import Unreadable
from empathy_sim.journey.walking import Walked
from empathy_sim.library.meaning_settings import check_value
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.places import Path

_PROMISE_IS = ("made", "moved", "kept", "broken")


def conditions_of(seen: Walked) -> Iterator[tuple[Path, Condition]]:
    """Every condition, also those inside others, with its path."""
    for at, noun in seen.nouns:
        match noun:
            case Condition():
                yield at, noun
            case _:
                pass


def wrong_conditions(
    scenario: Scenario, seen: Walked, unclear: Collection[str] = ()
) -> Iterator[Wrong]:
    """Conditions on settings, options and states of promises that do not exist.

    Args:
        scenario: whose conditions.
        seen: all that is in it.
        unclear: settings that are declared, and nobody can tell how.
    """
    chosen = options_of(seen)
    for at, condition in conditions_of(seen):
        if condition.setting not in unclear:
            yield from _setting(condition, scenario, at)
        if condition.chosen is not None and condition.chosen not in chosen:
            says = f'no option of this scenario goes by "{condition.chosen}"'
            hint = nearest(condition.chosen, chosen)
            where = (*at, "chosen")
            yield Wrong("E316", where, says, hint, name=condition.chosen)
        if condition.promise is not None and condition.is_ not in _PROMISE_IS:
            says = f'a promise is never "{condition.is_}"'
            hint = nearest(str(condition.is_), _PROMISE_IS)
            yield Wrong("E333", (*at, "is"), says, hint)


def options_of(seen: Walked) -> Collection[str]:
    """The ids of all that can be chosen."""
    return dict.fromkeys(
        name
        for at, noun in seen.nouns
        if at[:1] == ("touchpoints",) and (name := _chosen_as(noun)) is not None
    )


def _chosen_as(noun: Noun) -> str | None:
    match noun:
        case MenuOption(press=key):
            return key
        case RefusesZero():
            return "0"
        case Mishears():
            return "misheard"
        case _:
            name = getattr(noun, "name", None)
            return name if isinstance(name, str) else None


def _setting(condition: Condition, scenario: Scenario, at: Path) -> Iterator[Wrong]:
    name = condition.setting
    if name is None:
        return
    setting = scenario.settings.get(name)
    if setting is None:
        says = f'"{name}" is not a setting of this scenario'
        hint = nearest(name, scenario.settings, "its settings:")
        yield Wrong("E301", (*at, "setting"), says, hint, name=name)
    elif condition.is_ is None and setting.is_ != "switch":
        says = f'"{name}" is no switch, so this needs an is'
        yield Wrong("E333", at, says, f"write {{setting: {name}, is: ...}}")
    elif condition.is_ is not None:
        try:
            check_value(setting, condition.is_)
        except Unreadable as wrong:
            yield Wrong("E333", (*at, "is"), wrong.says, wrong.hint)
