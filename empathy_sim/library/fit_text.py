"""A fit, written as a file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

_SAYS = (
    "# What is set in this journey; all else is as its author wrote it.\n"
    "# Whose each number is: yours, published (with its source) or invented.\n"
)
_INDENT = "  "


def fit_text(value: Mapping[str, Any], first_line: str = "") -> str:
    """The text of a fit's file; texts in quotes.

    Args:
        value: its plain value.
        first_line: what tells an editor of its schema; empty where none is told.
    """
    head = f"{first_line}\n" if first_line else ""
    return head + _SAYS + "".join(_lines(value, ""))


def _lines(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, held in value.items():
        match held:
            case {"is": _} | {"whose": _}:
                parts = ", ".join(f"{name}: {_scalar(v)}" for name, v in held.items())
                yield f"{indent}{key}: {{{parts}}}\n"
            case dict():
                yield f"{indent}{key}:\n"
                yield from _lines(held, indent + _INDENT)
            case _ if key in {"fit", "whose"}:
                yield f"{indent}{key}: {held}\n"
            case _:
                yield f"{indent}{key}: {_scalar(held)}\n"


def _scalar(value: object) -> str:
    """A value as YAML and JSON both write it."""
    return json.dumps(value, ensure_ascii=False)
