"""Whether a value fits the setting it is for."""

from __future__ import annotations

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
    match setting.is_, value:
        case "duration", str():
            units.duration(value)
        case "share", str():
            units.share(value)
        case "choice", _:
            _check_choice(setting, value)
        case "text", str():
            _check_text(value)
        case ("switch", bool()) | ("count", int()) if _is(setting.is_, value):
            pass
        case kind, _:
            noun, hint = _WRITTEN[kind]
            raise Unreadable(f'"{value}" is not {noun}', hint)


def _is(kind: str, value: object) -> bool:
    """Tell a truth value from a number, which Python takes for one another."""
    return (kind == "switch") == isinstance(value, bool)


def _check_choice(setting: Setting, value: SettingValue) -> None:
    if value not in setting.choices:
        raise Unreadable(
            f'"{value}" is not one of the choices', nearest(str(value), setting.choices)
        )


def _check_text(value: str) -> None:
    if NAME.search(value):
        raise Unreadable(
            "a setting's text is shown as it is, so a name in it stays a name",
            "put the name into the text that uses the setting",
        )
