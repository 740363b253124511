"""Where the exits of a touchpoint lead."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path


def leads_by(touchpoint: Touchpoint, exit_: str) -> bool:
    """Whether an exit leads anywhere, also where its name is misspelt."""
    if exit_ in touchpoint.leads:
        return True
    exits = _exits(touchpoint)
    return any(
        near(name, exits) == exit_ for name in touchpoint.leads if name not in exits
    )


def wrong_exits(touchpoint: Touchpoint, at: Path) -> Iterator[Wrong]:
    """Exits that its kind does not have, and those that lead nowhere."""
    exits = _exits(touchpoint)
    for exit_ in touchpoint.leads:
        if exit_ not in exits:
            says = f'no {touchpoint.kind} can be left by "{exit_}"'
            hint = nearest(exit_, exits) or "lead there with an option instead"
            yield Wrong("E306", (*at, "leads", exit_), says, hint, on_key=True)
    needed = type(touchpoint).EXITS
    missing = [exit_ for exit_ in needed if not leads_by(touchpoint, exit_)]
    if missing:
        says = f"nothing says where {' and '.join(missing)} leads"
        hint = f"add {missing[0]}: ... to leads"
        here = (*at, "leads") if touchpoint.leads else at
        yield Wrong("E320", here, says, hint, on_key=True)


def _exits(touchpoint: Touchpoint) -> tuple[str, ...]:
    kind = type(touchpoint)
    return (*kind.EXITS, *kind.MAY_EXIT)
