"""What an error of pydantic means, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable

from empathy_sim.journey.units import Unreadable
from empathy_sim.library.places import Place
from empathy_sim.library.problems import excerpt
from empathy_sim.library.shape_fault import Fault, Wording, closest, one_of
from empathy_sim.library.shape_types import described, wrong_type


def word(fault: Fault) -> Wording:
    """Say in plain words what an error means, and what to try."""
    if wording := _WORDINGS.get(fault.kind):
        return wording(fault)
    for pattern, wording in _FAMILIES:
        if re.fullmatch(pattern, fault.kind):
            return wording(fault)
    return _other(fault)


def _other(fault: Fault) -> Wording:
    says = fault.details["msg"]
    return Wording(
        "E209", fault.place, f"{fault.name}: {says[:1].lower()}{says[1:]}", ""
    )


def _unknown(fault: Fault) -> Wording:
    path = fault.spot.path
    key = str(path[-1])
    known = fault.shapes.fields(fault.spot.around)
    unused = [name for name in known if (*path[:-1], name) not in fault.places.keys]
    meant = closest(key, unused) or closest(key, known)
    return Wording(
        "E201",
        fault.places.key(path),
        f"{excerpt(key)} is not a key here",
        meant or one_of(unused) or "leave it out",
        meant=(*path[:-1], meant) if meant else (),
    )


def _missing(fault: Fault) -> Wording:
    path = fault.spot.path
    match path[-1]:
        case str(key):
            says, hint = f"{excerpt(key)} is missing here", f"add {key}: and its value"
        case index:
            says, hint = f"item {index + 1} of this list is missing", "add it"
    return Wording("E202", fault.places.value(path[:-1]), says, hint, meant=path)


def _type(fault: Fault) -> Wording:
    return wrong_type(fault, [fault.kind])


def _literal(fault: Fault) -> Wording:
    match fault.spot.schema:
        case {"type": "literal", "expected": expected}:
            names = [str(name) for name in expected]
        case _:
            names = re.findall(r"'([^']*)'", str(fault.fact("expected")))
    found = fault.found
    if not isinstance(found, str) and str(found) in names:
        hint = f'put it in quotes: "{found}"'
    else:
        hint = closest(str(found), names) or one_of(names)
    cited = excerpt(found) if isinstance(found, str) else described(found)
    return Wording("E204", fault.place, f"{fault.name} cannot be {cited}", hint)


def _unknown_kind(fault: Fault) -> Wording:
    names = re.findall(r"'([^']*)'", str(fault.fact("expected_tags")))
    tag = str(fault.fact("tag"))
    key = str(fault.fact("discriminator")).strip("'")
    return Wording(
        "E205",
        fault.places.value((*fault.spot.path, key)),
        f"there is no {key} {excerpt(tag)}",
        closest(tag, names) or one_of(names),
    )


def _no_kind(fault: Fault) -> Wording:
    key = str(fault.fact("discriminator")).strip("'")
    known = fault.shapes.fields_of_all(fault.spot.schema)
    written = [str(name) for name in fault.found if str(name) not in known]
    if misspelt := closest(key, written):
        place = fault.places.key((*fault.spot.path, misspelt))
        return Wording("E201", place, f"{excerpt(misspelt)} is not a key here", key)
    match fault.spot.schema:
        case {"choices": choices}:
            hint = f"add {key}: and {one_of(choices)}"
        case _:
            hint = f"add {key}: and its value"
    return Wording("E206", fault.place, f'"{key}" is missing here', hint)


def _length(fault: Fault) -> Wording:
    most, least = fault.fact("max_length"), fault.fact("min_length")
    unit = "characters" if fault.kind.startswith("string") else "entries"
    if most != "":
        says, hint = f"{fault.name} is too long", f"write {most} or fewer {unit}"
    else:
        says, hint = f"{fault.name} is too short", f"write {least} or more {unit}"
    return Wording("E207", fault.place, says, hint)


_BOUNDS = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}


def _range(fault: Fault) -> Wording:
    hint = ", ".join(
        f"write {words} {fault.fact(name)}"
        for name, words in _BOUNDS.items()
        if fault.fact(name) != ""
    )
    says = f"{fault.name} cannot be {described(fault.found)}"
    return Wording("E208", fault.place, says, hint)


def _raised(fault: Fault) -> Wording:
    match fault.fact("error"):
        case Unreadable(code=code, says=says, hint=hint):
            return Wording(code, _place_named(says, fault), says, hint)
        case error:
            return Wording("E209", fault.place, f"{fault.name}: {error}", "")


def _place_named(says: str, fault: Fault) -> Place:
    """The value of a key that a sentence about a mapping names; else the mapping."""
    for name in re.findall(r"\w+", says):
        if place := fault.places.values.get((*fault.spot.path, name)):
            return place
    return fault.place


def _custom(fault: Fault) -> Wording:
    """An error raised with a code of ours."""
    says, hint = fault.details["msg"], str(fault.fact("hint"))
    return Wording(fault.kind, fault.place, says, hint)


_WORDINGS: dict[str, Callable[[Fault], Wording]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _literal,
    "union_tag_invalid": _unknown_kind,
    "union_tag_not_found": _no_kind,
    "value_error": _raised,
    "assertion_error": _raised,
    "int_from_float": _type,
    "none_required": _type,
}
_FAMILIES: tuple[tuple[str, Callable[[Fault], Wording]], ...] = (
    (r"\w+_type", _type),
    (r"too_(short|long)|string_too_(short|long)", _length),
    (r"(greater|less)_than(_equal)?", _range),
    (r"[EW]\d{3}", _custom),
)
