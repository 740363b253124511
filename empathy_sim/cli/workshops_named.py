"""A workshop by the beginning of its name."""

from __future__ import annotations

from empathy_sim.cli.house import LocalHouse
from empathy_sim.errors import Usage
from empathy_sim.store.rows import SessionHead

_NAMED = 5
"""Names that are told of many."""
_AT = len("2026-11-22T10:40")


def short(head: SessionHead) -> str:
    """The name that is typed."""
    return head.session.rpartition("/")[2]


def workshop_named(
    house: LocalHouse, wanted: str | None, *, none: str, unknown: str
) -> str:
    """The full name of a workshop; without a wish that of the latest.

    Args:
        house: keeps them.
        wanted: its name, or a beginning that no other has.
        none: what is said where none is kept.
        unknown: what is said where none begins so.

    Raises:
        Usage: there is none, or more than one begins so; it names them.
    """
    heads = house.store.workshops()
    if not heads:
        says = unknown if wanted else none
        raise Usage(says=says, try_="empathy-sim host the-birthday-kettle")
    if wanted is None:
        return heads[0].session
    found = [head for head in heads if short(head).startswith(wanted)]
    whole = [head for head in found if short(head) == wanted]
    if len(whole or found) == 1:
        return (whole or found)[0].session
    if found:
        raise Usage(
            says=f'{len(found)} workshops begin with "{wanted}".', try_=_one_of(found)
        )
    raise Usage(says=unknown, try_="empathy-sim workshops")


def _one_of(found: list[SessionHead]) -> str:
    """Which they are, with their day and time: the latest first."""
    named = [
        f"{short(head)} ({head.started_utc[:_AT].replace('T', ' ')})"
        for head in found[:_NAMED]
    ]
    more = len(found) - _NAMED
    return f"one of {', '.join(named)}" + (f" and {more} more" if more > 0 else "")
