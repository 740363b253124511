"""A fit, written as a file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from empathy_sim.library.fit_remarks import Remarks
from empathy_sim.library.places import Path
from empathy_sim.library.schema_names import schema_file

_SAYS = (
    "# What is set in this journey; all else is as its author wrote it.",
    "# Whose each number is: yours, published (with its source) or invented.",
)
_INDENT = "  "
_FOR_EDITORS = "# yaml-language-server:"
_FIRST: Final = ("fit",)
"""The key with which every fit begins."""
_NOTHING_NOTED = Remarks()


def fit_text(
    value: Mapping[str, Any], first_line: str = "", remarks: Remarks = _NOTHING_NOTED
) -> str:
    """The text of a fit's file; texts in quotes.

    What was noted in it stays where it stood, and so does the order of its keys.

    Args:
        value: its plain value.
        first_line: what tells an editor of its schema; empty where none is told.
        remarks: what was noted in the file that it was read from.
    """
    kept = remarks.kept_in(value)
    head, noted = _head(first_line, kept.above.get(_FIRST, ()))
    above = {**kept.above, _FIRST: noted}
    writing = _Writing(kept, above, kept.has_inside)
    lines = [*head, *writing.lines(value, ()), *kept.last]
    return "".join(f"{line}\n" for line in lines)


def _head(first_line: str, noted: Sequence[str]) -> tuple[list[str], list[str]]:
    """What the program writes above a fit, and what a person noted there."""
    ours = f"/{schema_file('fit')}"
    own = [
        line
        for line in noted
        if line not in _SAYS
        and not (line.startswith(_FOR_EDITORS) and line.endswith(ours))
    ]
    while own and not own[0]:
        del own[0]
    is_told = not first_line or any(line.startswith(_FOR_EDITORS) for line in own)
    return [*([] if is_told else [first_line]), *_SAYS], own


@dataclass(frozen=True, slots=True)
class _Writing:
    """A fit on its way to lines."""

    remarks: Remarks
    above: Mapping[Path, Sequence[str]]
    open: frozenset[Path]
    """Mappings that are written over several lines, whatever they hold."""

    def lines(self, value: Mapping[str, Any], within: Path) -> Iterator[str]:
        """The lines of a mapping, with what is noted at each key."""
        indent = _INDENT * len(within)
        for key in self._in_order(value, within):
            path, held = (*within, key), value[key]
            for noted in self.above.get(path, ()):
                yield f"{indent}{noted}" if noted else ""
            is_open = self._is_open(held, path)
            says = "" if is_open else f" {held if path == _FIRST else _said(held)}"
            beside = self.remarks.beside.get(path)
            yield f"{indent}{key}:{says}" + (f"  {beside}" if beside else "")
            if is_open:
                yield from self.lines(held, path)

    def _in_order(self, value: Mapping[str, Any], within: Path) -> Sequence[str]:
        """Its keys: those that were there as they stood, and then what is new."""
        depth = len(within)
        was = [
            str(path[depth])
            for path in self.remarks.order
            if len(path) == depth + 1 and path[:depth] == within
        ]
        return [
            *(key for key in was if key in value),
            *(k for k in value if k not in was),
        ]

    def _is_open(self, held: object, path: Path) -> bool:
        match held:
            case {"is": _} | {"whose": _}:
                return path in self.open
            case dict() if held:
                return path not in self.remarks.on_one_line
            case _:
                return False


def _said(value: object) -> str:
    """A value on one line, as YAML and JSON both write it."""
    match value:
        case dict():
            parts = ", ".join(f"{name}: {_said(held)}" for name, held in value.items())
            return f"{{{parts}}}"
        case _:
            return json.dumps(value, ensure_ascii=False)
