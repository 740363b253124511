"""The types of what authors write, marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from msgspec import Struct

from empathy_sim.journey import units
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.units import Drain, Moment, Unreadable

SETTING = re.compile(r"<([a-z][a-z0-9_]*)>")
A_SETTING = SETTING.pattern.replace("(", "").replace(")", "")
"""The same without a group, for editors."""
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
    examples: tuple[str, ...] = ()
    """Some that can be read."""

    def accept(self, value: object) -> object:
        if not isinstance(value, str):
            raise Unreadable(
                f'"{value}" has no unit', "write its unit, as in 90s, 26m or 34%"
            )
        return self.read(value)

    def written_as(self) -> Mapping[str, Any]:
        shape = {"type": "string", "pattern": f"^({self.shape}|{A_SETTING})$"}
        if not self.examples:
            return shape
        *others, last = self.examples
        says = f"Write it as {', '.join(others)} or {last}."
        return {
            **shape,
            "patternErrorMessage": says,
            "examples": [*self.examples],
        }


_NO_TRUTH = {"patternErrorMessage": "Write true or false."}


class Switched(Mark, frozen=True):
    """Marks a true-or-false field that may be a setting."""

    def accept(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise Unreadable(
                f'"{value}" is neither true nor false', "write true or false"
            )
        return value

    def written_as(self) -> Mapping[str, Any]:
        return {"type": ["boolean", "string"], "pattern": f"^{A_SETTING}$"} | _NO_TRUTH


_ANY = 1_000_000


class Counted(Mark, frozen=True):
    """Marks a whole number that may be a setting."""

    least: int = 0
    most: int = _ANY

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
        return {
            "type": ["integer", "string"],
            "minimum": self.least,
            "maximum": self.most,
            "pattern": f"^{A_SETTING}$",
            "patternErrorMessage": self._says,
        }

    @property
    def _says(self) -> str:
        if self.most == _ANY:
            return "Write a whole number, as in 3."
        return f"Write a whole number from {self.least} to {self.most}."


def mark_of(hint: Any) -> Mark:
    """The mark on a type of ours, such as `Duration`."""
    made: Mark = hint.__metadata__[0]
    return made


class Means(Struct, frozen=True):
    """Marks what a plain text stands for: prose, a target, a name of something."""

    what: str
    """What that is, in a word."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        shape: dict[str, Any] = handler(schema)
        if self.what == "friction":
            shape["enum"] = [*FRICTIONS]
        return shape


class SaidBy(Struct, frozen=True):
    """Marks words by who says them, where that is not whoever says what is around."""

    who: str


class ReadBy(Struct, frozen=True):
    """Marks words by who reads them, where that is not whoever plays."""

    who: Literal["debrief", "designer"]
    """`debrief` is read only afterwards, when what lay behind it is shown."""


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        raise Unreadable(
            f'"{text}" cannot be an id',
            "use lower-case letters, digits, - and _, beginning with a letter",
            code="E211",
        )
    return text


_PART = rf"\d+(\.\d+)? ?({'|'.join(units.UNITS)})"
_DURATION = rf"{_PART}(\s*{_PART})*"
_SHARE = r"(100(\.00?)?|0?\d{1,2}(\.\d{1,2})?) ?%"
_EITHER = f"{_SHARE}|{_DURATION}"
_DRAIN = rf"clock|({_EITHER})\s*/\s*{_DURATION}"
_TIME = r"([01]?\d|2[0-3]):[0-5]\d"

type_of_id = Reads(_id, ID.pattern, ("call-again", "order_number"))

Duration = Annotated[
    int, Reads(units.duration, _DURATION, ("90s", "26m", "1h 30m", "3 days"))
]
"""Milliseconds; written `90s`, `26m`, `1h 30m`, `3 days`."""
Share = Annotated[int, Reads(units.share, _SHARE, ("34%", "100%"))]
"""Hundredths of a percent; written `34%`."""
At = Annotated[Moment, Reads(units.moment, _EITHER, ("60%", "10s", "2 days"))]
"""A share of a stretch, or a time after it began."""
Level = Annotated[int, Reads(units.level, _EITHER, ("34%", "40m"))]
"""A share or a duration, as a resource holds it."""
Draining = Annotated[Drain, Reads(units.drain, _DRAIN, ("1%/2m", "clock"))]
"""How a resource runs down."""
TimeOfDay = Annotated[int, Reads(units.time_of_day, _TIME, ("10:00", "17:30"))]
"""Milliseconds since midnight; written `10:00`."""
Switch = Annotated[bool, Switched()]
"""True or false, or a setting."""
Count = Annotated[int, Counted()]
"""A whole number, or a setting."""
Feeling = Annotated[int, Counted(-4, 4)]
"""A step of the affect grid, -4 to 4."""

Text = Annotated[str, Means("text")]
"""Words a person reads; `<name>` stands for a declared name."""
OwnWords = Annotated[Text, SaidBy("the customer")]
"""What the customer chooses, presses or says."""
Backstage = Annotated[Text, ReadBy("debrief")]
"""Words about what lay behind it, which nobody reads before the debrief."""
Shelved = Annotated[Text, ReadBy("designer")]
"""Words for those who look for something to play, or change it."""
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
