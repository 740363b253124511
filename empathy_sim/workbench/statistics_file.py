"""A script in numbers, as JSON."""

from __future__ import annotations

import json

import msgspec

from empathy_sim.workbench.statistics import FORMAT, Statistics

KIND = "empathy-sim stats"


def as_json(counted: Statistics) -> str:
    """The text of the file."""
    plain = {
        "kind": KIND,
        "format": FORMAT,
        "stats": msgspec.to_builtins(counted),
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
