"""What an editor is told of a fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from empathy_sim.journey.fit import LONGEST

Shape = dict[str, Any]
_ONE_LINE = r"^[^\n\r]*\S[^\n\r]*$"
_SOURCED = ("FitLine", "FitNumber", "FitAmount")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "FitCompany": ("name", "trade", "site", "phone"),
    "FitLine": ("reads", "target", "source"),
    "FitNumber": ("source",),
    "FitAmount": ("source",),
}
_NAMED = {"departments": "department", "promises": "promise"}


def with_limits(shape: Shape) -> Shape:
    """The schema of a fit, with what its values check themselves.

    Args:
        shape: the schema as it follows from the types; it is changed.
    """
    parts, keys = shape["$defs"], shape["properties"]
    for noun, names in _TEXTS.items():
        for name in names:
            parts[noun]["properties"][name] |= _text(name)
    for key, text in _NAMED.items():
        keys[key]["additionalProperties"] |= _text(text)
    for noun in _SOURCED:
        parts[noun]["allOf"] = [_PUBLISHED]
    for each in parts["FitAmount"]["properties"]["is"]["anyOf"]:
        if each["type"] != "string":
            each["minimum"] = 0
    return shape


def _text(name: str) -> Shape:
    """A text on one line that fits its place."""
    return {
        "maxLength": LONGEST[name],
        "pattern": _ONE_LINE,
        "patternErrorMessage": "Write it on one line, or leave it out.",
    }


_PUBLISHED: Shape = {
    "if": {"properties": {"whose": {"const": "published"}}, "required": ["whose"]},
    "then": {"required": ["source"]},
    "else": {"properties": {"source": False}},
}
"""What is published has a source, and nothing else has one."""
