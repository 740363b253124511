"""From pydantic's errors to problems at their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from empathy_sim.library.places import Path, Places
from empathy_sim.library.problems import MOST_PROBLEMS, Findings, Problem
from empathy_sim.library.shape_fault import Fault, Wording
from empathy_sim.library.shape_path import Schema, Shapes
from empathy_sim.library.shape_types import wrong_type
from empathy_sim.library.shape_words import word

_LONGEST = 300
"""How many characters a problem says at most."""


def shape_problems(
    error: ValidationError,
    places: Places,
    file: str,
    prefix: Path = (),
    *,
    shape: Schema,
) -> tuple[Problem, ...]:
    """Say where in a file a value does not have its shape, and what to try.

    Args:
        error: what validating the value raised.
        places: where the values and keys of the file stand.
        file: its name, as the problems give it.
        prefix: the path of the validated value in the file.
        shape: what the value was validated against, in pydantic's notation.
    """
    shapes = Shapes(shape)
    faults = [
        Fault(details, shapes.spot(details["loc"], prefix, places), shapes, places)
        for details in error.errors(include_url=False)[: 2 * MOST_PROBLEMS]
    ]
    findings = Findings(file)
    for wording in _without_echoes([*_worded(faults)]):
        says = wording.says[:_LONGEST] + "…" * (len(wording.says) > _LONGEST)
        findings.add(wording.code, wording.place, says, wording.hint)
    return findings.in_order()


def _worded(faults: Iterable[Fault]) -> Iterator[Wording]:
    """Word each fault; what one value cannot be of several types is one fault."""
    choices: dict[Path, dict[str, list[Fault]]] = defaultdict(lambda: defaultdict(list))
    for fault in faults:
        if fault.spot.union is None:
            yield word(fault)
        else:
            path, label = fault.spot.union
            choices[path][label].append(fault)
    for path, labels in choices.items():
        yield from _settled(path, list(labels.values()))


def _settled(path: Path, choices: list[list[Fault]]) -> Iterator[Wording]:
    """Word the choice that was closest to what was written, or all that failed."""
    close = [faults for faults in choices if not _is_other_type(path, faults)]
    if close:
        closest = min(close, key=len)
        yield from map(word, closest)
    else:
        kinds = [fault.kind for faults in choices for fault in faults]
        yield wrong_type(choices[0][0], kinds)


def _is_other_type(path: Path, faults: list[Fault]) -> bool:
    """Whether a value is not even of the type that a choice asks for."""
    return all(
        fault.spot.path == path and fault.kind.endswith("_type") for fault in faults
    )


def _without_echoes(wordings: list[Wording]) -> list[Wording]:
    """Leave out what is missing only because its key is misspelt."""
    misspelt = {wording.meant for wording in wordings if wording.code == "E201"}
    return [
        wording
        for wording in wordings
        if wording.code == "E201" or not wording.meant or wording.meant not in misspelt
    ]
