"""The catalogue of problem codes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_READING = {
    "E101": "the file is not UTF-8 text",
    "E102": "the file is too large",
    "E103": "the file is empty",
    "E104": "a character that may not reach a screen",
    "E105": "lists and mappings are nested too deeply",
    "E106": "the file holds too many values",
    "E107": "a text is too long",
    "E108": "the file holds more than one document",
    "E109": "there are more problems than are listed",
    "E110": "a line cannot be read",
    "E111": "a tab stands where spaces are expected",
    "E112": "the indentation of a line fits none above it",
    "E113": "a text with a colon in it is not in quotes",
    "E114": "a space is missing after a colon or a dash",
    "E115": "a key or its colon is missing",
    "E116": "a quote is never closed",
    "E117": "a bracket is never closed, or a comma is missing",
    "E118": "something stands after a closing quote",
    "E119": "a text that begins with a sign of YAML is not in quotes",
    "E120": "a backslash in double quotes means nothing",
    "E121": "a sentence inside { } is cut at its comma or colon",
    "E122": "a key inside { } has no value",
    "E123": "a list item and a key stand side by side",
    "E124": "a bracket or comma stands where a value is expected",
    "E130": "an anchor or an alias",
    "E131": "a tag",
    "E132": "a merge key",
    "E133": "a key is not text",
    "E134": "a key is written twice",
    "W101": "a text may have been cut at a #",
}
_SHAPE = {
    "E201": "an unknown key",
    "E202": "a key is missing",
    "E203": "a value is of the wrong type",
    "E204": "a value is not one of those possible",
    "E205": "an unknown kind",
    "E206": "the kind is missing",
    "E207": "a text or a list is too short or too long",
    "E208": "a number is out of range",
    "E209": "a value does not fit",
    "E210": "a value is not written as its unit asks",
    "E211": "an id holds what an id cannot hold",
    "E212": "keys of one thing do not go together",
    "E213": "values of one thing do not go together",
}

CODES: Mapping[str, str] = MappingProxyType(_READING | _SHAPE)
"""What each code means, in one line."""
