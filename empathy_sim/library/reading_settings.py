"""The settings that a scenario's file declares."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from empathy_sim.journey.scenario import SettingValue
from empathy_sim.journey.units import Unreadable
from empathy_sim.library.meaning_settings import check_written

_STAND_INS: Mapping[str, SettingValue] = {
    "duration": "1m",
    "share": "50%",
    "switch": True,
    "count": 1,
    "text": "",
}


@dataclass(frozen=True, slots=True)
class Declared:
    """Settings with their defaults, or with others where those cannot be read."""

    values: Mapping[str, SettingValue] = field(default_factory=dict)
    doubtful: Collection[str] = ()
    """Those whose kind or default is not as it should be."""
    kinds: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, value: object) -> Declared:
        """What the plain value of a file declares."""
        match value:
            case {"settings": {**declared}}:
                made = {str(name): _read(each) for name, each in declared.items()}
            case _:
                made = {}
        return cls(
            {name: value for name, (_, value, _) in made.items()},
            frozenset(name for name, (_, _, is_sound) in made.items() if not is_sound),
            {name: kind for name, (kind, _, _) in made.items()},
        )

    def other(self, name: str) -> SettingValue:
        """Another value of the same kind."""
        return _STAND_INS.get(self.kinds[name], self.values[name])


def _read(setting: Any) -> tuple[str, SettingValue, bool]:
    """The kind and the default of a setting, and whether they fit together."""
    if not isinstance(setting, dict):
        return "", _STAND_INS["duration"], False
    kind, default = setting.get("is"), setting.get("default")
    choices = setting.get("choices", [])
    if not isinstance(default, str | int | bool):
        return str(kind), _STAND_INS.get(str(kind), ""), False
    if not isinstance(choices, list) or not _is_kind(kind):
        return "", default, False
    try:
        check_written(kind, tuple(choices), default)
    except Unreadable:
        return kind, _STAND_INS.get(kind, default), False
    return kind, default, True


def _is_kind(kind: object) -> TypeGuard[str]:
    return isinstance(kind, str) and (kind in _STAND_INS or kind == "choice")
