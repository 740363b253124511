"""What a rehearsal found, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from empathy_sim.rehearsal.rehearsed import FORMAT, Rehearsed
from empathy_sim.workbench.rehearsal_besides import NOTHING, Besides
from empathy_sim.workbench.rehearsal_fixes import WithFix
from empathy_sim.workbench.rehearsal_fixes_words import remarks

KIND = "empathy-sim rehearsal"


def to_plain(
    found: Rehearsed, walkthroughs: Sequence[str], besides: Besides = NOTHING
) -> dict[str, Any]:
    """A rehearsal as plain values.

    Args:
        found: what was found.
        walkthroughs: of each of `found.lost`, the text of the way there.
        besides: what else is told.
    """
    plain: dict[str, Any] = msgspec.to_builtins(found)
    lost = zip(plain["lost"], walkthroughs, strict=True)
    plain["lost"] = [each | {"walkthrough": text} for each, text in lost]
    plain["never_reached"] = list(found.missed())
    plain["never_out"] = found.never_out
    plain["clean"] = found.is_clean
    return {
        "kind": KIND,
        "format": FORMAT,
        "rehearsal": plain,
        "mended": [each.id for each in besides.mended],
        "findings": msgspec.to_builtins(besides.findings),
        "minutes": _minutes(besides),
        "fixes": None if besides.fixes is None else [*map(_fix, besides.fixes)],
    }


def _minutes(besides: Besides) -> dict[str, Any] | None:
    if besides.minutes is None:
        return None
    plain: dict[str, Any] = msgspec.to_builtins(besides.minutes)
    return plain | {"differs": besides.minutes.differs}


def _fix(fixed: WithFix) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(fixed)
    return plain | {"says": [*remarks(fixed)]}


def as_json(
    found: Rehearsed, walkthroughs: Sequence[str], besides: Besides = NOTHING
) -> str:
    """The text of the file."""
    plain = to_plain(found, walkthroughs, besides)
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
