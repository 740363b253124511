"""Whether a value fits the setting it is for."""

from __future__ import annotations

from collections.abc import Collection

from empathy_sim.engine.wording import NAME
from empathy_sim.journey import units
from empathy_sim.journey.scenario import Setting, SettingValue
from empathy_sim.journey.units import Unreadable
from empathy_sim.library.meaning_wrong import nearest

_WRITTEN = {
    "duration": ("a duration", "write its unit: 90s, 26m, 1h 30m or 3 days"),
    "share": ("a share", "write 0% to 100%, as in 34%"),
    "switch": ("a switch", "write true or false"),
    "count": ("a whole number", "write a number, as in 3"),
    "text": ("a text", "put it in quotes"),
}


def check_value(setting: Setting, value: SettingValue) -> None:
    """Accept a value in its written form, or say why not.

    Raises:
        Unreadable: it is not of the setting's kind, or not one of its choices.
    """
    check_written(setting.is_, setting.choices, value)


def check_written(kind: str, choices: Collection[str], value: SettingValue) -> None:
    """Accept a value of a kind of setting in its written form, or say why not.

    Raises:
        Unreadable: it is not of that kind, or not one of the choices.
    """
    match kind, value:
        case "duration", str():
            units.duration(value)
        case "share", str():
            units.share(value)
        case "choice", _:
            _check_choice(choices, value)
        case "text", str():
            _check_text(value)
        case ("switch", bool()) | ("count", int()) if _is(kind, value):
            pass
        case _:
            noun, hint = _WRITTEN[kind]
            raise Unreadable(f'"{value}" is not {noun}', hint)


def _is(kind: str, value: object) -> bool:
    """Tell a truth value from a number, which Python takes for one another."""
    return (kind == "switch") == isinstance(value, bool)


def _check_choice(choices: Collection[str], value: SettingValue) -> None:
    if value not in choices:
        raise Unreadable(
            f'"{value}" is not one of the choices', nearest(str(value), choices)
        )


def _check_text(value: str) -> None:
    if NAME.search(value):
        raise Unreadable(
            "a setting's text is shown as it is, so a name in it stays a name",
            "put the name into the text that uses the setting",
        )
