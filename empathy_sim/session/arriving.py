"""Whether a session from elsewhere can be lived with."""

from __future__ import annotations

import json
from pathlib import Path

from empathy_sim.engine.evolving import fold
from empathy_sim.engine.frame_events import JourneyBegan
from empathy_sim.engine.state import State, before
from empathy_sim.errors import ImportRefused
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.freezing import digest, thaw
from empathy_sim.session.spelling import event_of
from empathy_sim.store.chain import restored
from empathy_sim.store.packing import Packed

_NOT_OURS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError),
    *(RecursionError, TypeError, ValueError),
)
"""What a record raises that was made by hand, or by another version."""


def refuse_what_cannot_be_told(pack: Packed, path: Path) -> None:
    """Read a session as a debrief would, before anything of it is kept.

    Raises:
        ImportRefused: its script is not the one it names, or it cannot be told.
    """
    line = pack.kept.line
    try:
        if digest(pack.script.json) != line.script_digest:
            why = f"the script of {line.session} is not the one it names"
            raise ImportRefused(path=path, why=why)
        is_told = _told(pack).phase == line.phase and _has_fixes(pack)
    except _NOT_OURS as raised:
        raise ImportRefused(path=path, why=_says(line.session)) from raised
    if not is_told:
        raise ImportRefused(path=path, why=_says(line.session))


def _told(pack: Packed) -> State:
    """Where its events lead; the first of them must be a beginning."""
    script = thaw(json.loads(pack.script.json))
    log = tuple(event_of(restored(event, ())) for event in pack.kept.events)
    match log:
        case (JourneyBegan(script=named), *_) if named == pack.script.digest:
            return fold(before(script), log)
        case _:
            raise ValueError("it does not begin with its own script")


def _has_fixes(pack: Packed) -> bool:
    """Whether what came with the script are fixes, where anything did."""
    if pack.fixes is None:
        return True
    match thaw(json.loads(pack.fixes.json)):
        case Fixes():
            return True
        case _:
            return False


def _says(session: str) -> str:
    return f"{session} says something that this version does not understand"
