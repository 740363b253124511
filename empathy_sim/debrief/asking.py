"""What the customer was asked for, and asked again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from empathy_sim.debrief.placed import Log
from empathy_sim.engine import events as e


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact, over a session."""

    fact: str
    times: int = 0
    again: int = 0
    """How many of these came after it had been given rightly."""
    given: int = 0
    """How often it was given, rightly or not."""
    identity: int = 0
    """How many of these were to prove who is there."""
    again_by: tuple[str, ...] = ()
    """Who asked for what had been given, each once."""
    evidence: tuple[int, ...] = ()
    """The events of being asked."""
    again_evidence: tuple[int, ...] = ()
    identity_evidence: tuple[int, ...] = ()


def asked_of(log: Log) -> tuple[Asked, ...]:
    """Every fact that was asked for, in the order in which they first were."""
    found: dict[str, Asked] = {}
    held: set[str] = set()
    for each in log.of(e.AskedFor, e.FactGiven):
        match each.event:
            case e.AskedFor(fact=fact) as event:
                known = found.get(fact) or Asked(fact)
                found[fact] = _asked(known, event, each.seq, again=fact in held)
            case e.FactGiven(fact=fact, right=right):
                known = found.get(fact) or Asked(fact)
                found[fact] = replace(known, given=known.given + 1)
                held |= {fact} if right else set()
            case _:
                pass
    return tuple(found.values())


def _asked(known: Asked, event: e.AskedFor, seq: int, *, again: bool) -> Asked:
    more = replace(known, times=known.times + 1, evidence=(*known.evidence, seq))
    if event.identity:
        proofs = (*more.identity_evidence, seq)
        more = replace(more, identity=more.identity + 1, identity_evidence=proofs)
    if again:
        by = dict.fromkeys((*more.again_by, event.by))
        seqs = (*more.again_evidence, seq)
        more = replace(
            more, again=more.again + 1, again_by=tuple(by), again_evidence=seqs
        )
    return more
