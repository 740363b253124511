"""How far a form has been filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from msgspec import Struct, field
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.kinds import Fold

Closed = Literal["", "accepted", "locked", "expired"]
"""Why a page takes nothing more; empty while it does."""


class Filling(Struct, frozen=True):
    """Where a form stands."""

    page: int = 1
    claimed: int = 0
    """The most steps that it has claimed there are; 0 before it claims any."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What stands in each field; of a secret one only its shape."""
    judged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The rules that each secret answer breaks and that its shape does not show."""
    fresh: frozenset[str] = frozenset()
    """The fields filled since the page was last sent."""
    errors: tuple[tuple[str, str], ...] = ()
    """Field, none for an error far away, and what the page says."""
    revealed: tuple[tuple[str, str], ...] = ()
    """The rules named so far, by field."""
    met: frozenset[str] = frozenset()
    """Frictions met at this visit, with what they were about."""
    refusals: int = 0
    """As far as they count."""
    began: int = 0
    """The story instant at which the company's session began."""
    warned: str = ""
    expiries: int = 0
    notice: str = ""
    """What stands on top of the page until it is sent."""
    closed: Closed = ""
    closing: str = ""


def met_as(code: str, detail: str = "") -> str:
    """How a friction is remembered at one visit."""
    return f"{code} {detail}".rstrip()


def _filled(filling: Filling, event: e.FieldFilled) -> Filling:
    return replace(
        filling,
        values={**filling.values, event.field: event.words},
        fresh=filling.fresh | {event.field},
    )


def _refused(filling: Filling, event: e.InputRefused) -> Filling:
    named = (event.field, event.rule)
    known = named in filling.revealed
    return replace(
        filling,
        errors=(*filling.errors, (event.field, event.says)),
        revealed=filling.revealed if known else (*filling.revealed, named),
    )


def _stepped(filling: Filling, event: e.StepTaken) -> Filling:
    facts = event.facts
    match event.step:
        case "page":
            after = _opened(filling, event)
        case "judged":
            broken = cast("tuple[str, ...]", facts["broken"])
            judged = {**filling.judged, str(facts["field"]): broken}
            after = replace(filling, judged=judged)
        case "refused":
            most = cast("int", facts["locks_after"])
            after = replace(filling, refusals=min(filling.refusals + 1, most))
        case "wiped":
            after = _without(filling, cast("tuple[str, ...]", facts["fields"]))
        case _:
            after = _ended_or_not(filling, event)
    return after


def _ended_or_not(filling: Filling, event: e.StepTaken) -> Filling:
    """The form after what concerns the company's session."""
    facts = event.facts
    match event.step:
        case "warned":
            after = replace(filling, warned=str(facts["says"]))
        case "stayed":
            after = replace(filling, began=event.story_ms, warned="")
        case "expired":
            after = _expired(filling, facts)
        case "closed":
            closed = cast("Closed", facts["how"])
            after = replace(filling, closed=closed, closing=str(facts["says"]))
        case _:
            after = filling
    return after


def _opened(filling: Filling, event: e.StepTaken) -> Filling:
    claims = cast("int", event.facts["claims"])
    return replace(
        filling,
        page=cast("int", event.facts["number"]),
        claimed=max(filling.claimed, claims),
        errors=(),
        began=event.story_ms,
        warned="",
    )


def _without(filling: Filling, fields: tuple[str, ...]) -> Filling:
    gone = set(fields)
    return replace(
        filling,
        values={
            name: held for name, held in filling.values.items() if name not in gone
        },
        fresh=filling.fresh - gone,
    )


def _expired(filling: Filling, facts: e.Facts) -> Filling:
    kept = cast("tuple[str, ...]", facts["kept"])
    gone = tuple(name for name in filling.values if name not in kept)
    return replace(
        _without(filling, gone),
        expiries=filling.expiries + 1,
        notice=str(facts["says"]),
        errors=(),
    )


def _chosen(filling: Filling, event: e.OptionChosen) -> Filling:
    if event.option == "submit":
        return replace(filling, errors=(), notice="", fresh=frozenset())
    return filling


def _met(filling: Filling, event: e.FrictionMet) -> Filling:
    met = {met_as(event.code), met_as(event.code, event.detail)}
    return replace(filling, met=filling.met | met)


FOLDS: Mapping[type[e.Event], Fold] = {
    e.FieldFilled: _filled,
    e.OptionChosen: _chosen,
    e.InputRefused: _refused,
    e.FrictionMet: _met,
    e.StepTaken: _stepped,
}
"""What each event makes of a form."""
