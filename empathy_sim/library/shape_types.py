"""Values of the wrong type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from empathy_sim.library.problems import excerpt
from empathy_sim.library.shape_fault import Fault, Wording
from empathy_sim.library.yaml_traps import GLUED_KEY


def wrong_type(fault: Fault, kinds: Iterable[str]) -> Wording:
    """A value of the wrong type, where one of some others is possible."""
    *others, last = dict.fromkeys(_EXPECTED.get(kind, kind) for kind in kinds)
    expected = f"{', '.join(others)} or {last}" if others else last
    return Wording(
        "E203",
        fault.place,
        f"{fault.name} should be {expected}, not {described(fault.found)}",
        hint(fault) if (hint := _HINTS.get(fault.kind)) else "",
    )


_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "none_required": "nothing",
}


def described(value: object) -> str:
    """A value as a sentence names it."""
    match value:
        case None | list() | dict():
            return _NAMES[type(value)]
        case bool():
            return str(value).lower()
        case str():
            return f"the text {excerpt(value)}"
        case _:
            return f"the number {value}"


_NAMES = {type(None): "nothing", list: "a list", dict: "keys with values"}


def _text_hint(fault: Fault) -> str:
    match fault.found:
        case dict() | list():
            return "write text; put a text that begins with a bracket in quotes"
        case None:
            return "write text after the colon"
        case _:
            return "put it in quotes"


_TRUTHS = {"yes": "true", "on": "true", "true": "true", "y": "true"} | {
    "no": "false",
    "off": "false",
    "false": "false",
    "n": "false",
}


def _truth_hint(fault: Fault) -> str:
    return f"write {_TRUTHS.get(str(fault.found).lower(), 'true or false')}"


def _number_hint(fault: Fault) -> str:
    match fault.found:
        case str(text) if re.fullmatch(r"-?[0-9.]+", text):
            return "write it without quotes"
        case _:
            return f"write {_EXPECTED[fault.kind]}, as in 3"


def _mapping_hint(fault: Fault) -> str:
    needed = fault.shapes.needed(fault.spot.schema)[:3]
    match fault.found:
        case str(text) if glued := GLUED_KEY.fullmatch(text):
            spaced = excerpt(f"{glued['key']}: {glued['value']}")[1:-1]
            return f"leave a space after the colon: {spaced}"
        case list():
            return "leave out the dashes or brackets, and give each value a key"
        case _ if needed:
            return "write {" + ", ".join(f"{name}: ..." for name in needed) + "}"
        case _:
            return "write a key, a colon and a value for each entry"


def _list_hint(fault: Fault) -> str:
    match fault.found:
        case str() | int() | float() as only if len(str(only)) <= _SHORT:
            return f"write [{only}]"
        case _:
            return "put it in [ ], or begin each item with a dash and a space"


_SHORT = 20
_HINTS: dict[str, Callable[[Fault], str]] = {
    "string_type": _text_hint,
    "bool_type": _truth_hint,
    "int_type": _number_hint,
    "int_from_float": _number_hint,
    "float_type": _number_hint,
    "dict_type": _mapping_hint,
    "list_type": _list_hint,
    "tuple_type": _list_hint,
}
