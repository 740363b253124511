"""What a rehearsal found, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from empathy_sim.rehearsal.rehearsed import FORMAT, Rehearsed

KIND = "empathy-sim rehearsal"


def to_plain(found: Rehearsed, walkthroughs: Sequence[str]) -> dict[str, Any]:
    """A rehearsal as plain values.

    Args:
        found: what was found.
        walkthroughs: of each of `found.lost`, the text of the way there.
    """
    plain: dict[str, Any] = msgspec.to_builtins(found)
    lost = zip(plain["lost"], walkthroughs, strict=True)
    plain["lost"] = [each | {"walkthrough": text} for each, text in lost]
    plain["never_reached"] = list(found.missed())
    plain["never_out"] = found.never_out
    plain["clean"] = found.is_clean
    return {"kind": KIND, "format": FORMAT, "rehearsal": plain}


def as_json(found: Rehearsed, walkthroughs: Sequence[str]) -> str:
    """The text of the file."""
    plain = to_plain(found, walkthroughs)
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
