"""The types of what authors write, marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from msgspec import Struct

from empathy_sim.journey import units
from empathy_sim.journey.units import Drain, Moment, Unreadable

SETTING = re.compile(r"<([a-z][a-z0-9_]*)>")
ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")


class Mark(Struct, frozen=True):
    """Marks a field whose written form is checked by a function of ours.

    `<name>` stands for the setting of that name, which the validation context
    holds under `settings` in its written form.
    """

    def __get_pydantic_core_schema__(
        self, source: object, handler: object
    ) -> dict[str, Any]:
        return {
            "type": "function-plain",
            "function": {"type": "with-info", "function": self._validate},
        }

    def __get_pydantic_json_schema__(
        self, schema: object, handler: object
    ) -> dict[str, Any]:
        return dict(self.written_as())

    def _validate(self, value: object, info: Any) -> object:
        return self.accept(setting_of(value, info.context))

    def accept(self, value: object) -> object:
        """What a written value means.

        Raises:
            Unreadable: it cannot stand here.
        """
        raise NotImplementedError

    def written_as(self) -> Mapping[str, Any]:
        """What may be written, as a JSON schema, for editors."""
        raise NotImplementedError


def setting_of(value: object, context: Mapping[str, Any] | None) -> object:
    """What `<name>` stands for, where a setting has that name; else the value itself.

    Raises:
        Unreadable: no such setting.
    """
    found = SETTING.fullmatch(value) if isinstance(value, str) else None
    if not found or context is None:
        return value
    settings = context.get("settings", {})
    if found[1] not in settings:
        known = ", ".join(sorted(settings)) or "this scenario declares none"
        raise Unreadable(
            f'"{found[1]}" is not a setting of this scenario',
            f"settings: {known}",
            code="E301",
        )
    return settings[found[1]]


class Reads(Mark, frozen=True):
    """Marks a field whose written form is read by a function."""

    read: Callable[[str], object]
    shape: str
    """A regular expression of the written form, for editors."""

    def accept(self, value: object) -> object:
        if not isinstance(value, str):
            raise Unreadable(
                f'"{value}" has no unit', "write its unit, as in 90s, 26m or 34%"
            )
        return self.read(value)

    def written_as(self) -> Mapping[str, Any]:
        return {"type": "string", "pattern": f"^({self.shape}|<[a-z][a-z0-9_]*>)$"}


class Switched(Mark, frozen=True):
    """Marks a true-or-false field that may be a setting."""

    def accept(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise Unreadable(
                f'"{value}" is neither true nor false', "write true or false"
            )
        return value

    def written_as(self) -> Mapping[str, Any]:
        return {"type": ["boolean", "string"]}


class Counted(Mark, frozen=True):
    """Marks a whole number that may be a setting."""

    least: int = 0
    most: int = 1_000_000

    def accept(self, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise Unreadable(
                f'"{value}" is not a whole number', "write a number, as in 3"
            )
        if not self.least <= value <= self.most:
            raise Unreadable(
                f"{value} is out of range",
                f"write {self.least} to {self.most}",
                code="E208",
            )
        return value

    def written_as(self) -> Mapping[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Means(Struct, frozen=True):
    """Marks what a plain text stands for: prose, a target, a name of something."""

    what: str


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        raise Unreadable(
            f'"{text}" cannot be an id',
            "use lower-case letters, digits, - and _, beginning with a letter",
            code="E211",
        )
    return text


_DURATION = r"\d+(\.\d+)? ?[a-z]+( \d+(\.\d+)? ?[a-z]+)*"
_SHARE = r"\d{1,3}(\.\d{1,2})? ?%"

type_of_id = Reads(_id, ID.pattern)

Duration = Annotated[int, Reads(units.duration, _DURATION)]
"""Milliseconds; written `90s`, `26m`, `1h 30m`, `3 days`."""
Share = Annotated[int, Reads(units.share, _SHARE)]
"""Hundredths of a percent; written `34%`."""
At = Annotated[Moment, Reads(units.moment, f"{_SHARE}|{_DURATION}")]
"""A share of a stretch, or a time after it began."""
Level = Annotated[int, Reads(units.level, f"{_SHARE}|{_DURATION}")]
"""A share or a duration, as a resource holds it."""
Draining = Annotated[Drain, Reads(units.drain, f"clock|{_SHARE}/{_DURATION}")]
"""How a resource runs down."""
TimeOfDay = Annotated[int, Reads(units.time_of_day, r"\d{1,2}:\d{2}")]
"""Milliseconds since midnight; written `10:00`."""
Switch = Annotated[bool, Switched()]
"""True or false, or a setting."""
Count = Annotated[int, Counted()]
"""A whole number, or a setting."""
Feeling = Annotated[int, Counted(-4, 4)]
"""A step of the affect grid, -4 to 4."""

Text = Annotated[str, Means("text")]
"""Words a person reads; `<name>` stands for a declared name."""
Id = Annotated[str, type_of_id]
"""An author's name for a thing."""
Target = Annotated[str, Means("target")]
"""A touchpoint of this scenario, or one of its exits."""
CauseId = Annotated[str, Means("cause")]
PromiseId = Annotated[str, Means("promise")]
FactId = Annotated[str, Means("fact")]
ResourceId = Annotated[str, Means("resource")]
FrictionCode = Annotated[str, Means("friction")]
DepartmentId = Annotated[str, Means("department")]
TouchpointId = Annotated[str, Means("touchpoint")]
StageId = Annotated[str, Means("stage")]
