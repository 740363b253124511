"""What a friction is put down to, typed."""

from __future__ import annotations

import re
from typing import NamedTuple

from empathy_sim.debrief.backstage import BLAMES
from empathy_sim.engine.resolutions import Blame
from empathy_sim.errors import MoveRefused
from empathy_sim.line.looking_back.table import passes

_LISTED = ", ".join(f"{at} {says}" for at, says in enumerate(BLAMES.values(), 1))
CHOICES = f"{_LISTED}. A number, and a reason if you like"
"""What it may be put down to, with numbers, on one line."""
AS_ABOVE = "A number, as above"
"""The same, once it has been listed."""
_NUMBER = re.compile(r"(\d{1,2})(?:[.,:;) -]+(.*))?", re.DOTALL)


class Blamed(NamedTuple):
    """What somebody thinks, and why."""

    blames: Blame
    reason: str


def blamed(typed: str) -> Blamed | None:
    """What a line puts it down to, by its number or its words; None if it passes.

    Raises:
        MoveRefused: it is none of them.
    """
    if passes(typed):
        return None
    found = _NUMBER.fullmatch(typed)
    at = int(found[1]) if found else 0
    if found and 1 <= at <= len(BLAMES):
        return Blamed([*BLAMES][at - 1], (found[2] or "").strip())
    for blame, says in BLAMES.items():
        for words in (says, says.removeprefix("the ").removeprefix("a "), blame):
            if typed.casefold() == words:
                return Blamed(blame, "")
    raise MoveRefused(
        says=f"A number from 1 to {len(BLAMES)}, please, and a reason if you like. "
        "Enter passes it over."
    )
