"""What lay behind it, told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from empathy_sim.debrief.causes import CauseFound, FrictionFound
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.headings import headings_of
from empathy_sim.debrief.phrases import capital, sentence, times
from empathy_sim.line.lines import Line, heading, plain

_IN_FULL = 5
"""Causes told whole where nobody is asked; of the others, a line each."""
_WHO = "Can mend it"


def behind_it(debrief: Debrief) -> Iterator[Line]:
    """Every cause, the heaviest whole."""
    yield heading("Behind it")
    if not debrief.frictions:
        yield plain("Nothing went against your customer.")
        return
    if debrief.mended:
        yield plain(debrief.mended)
    whole = sorted(debrief.causes, key=_weighs)[:_IN_FULL]
    for cause in debrief.causes:
        if cause in whole:
            yield from in_full(cause)
    yield from others(debrief, whole)
    if debrief.causes:
        yield plain(debrief.closing)


def others(debrief: Debrief, told: Iterable[CauseFound]) -> Iterator[Line]:
    """The causes that have not been told, and what nobody has named a cause for."""
    known = {each.id for each in told}
    headings = headings_of(debrief.causes)
    for each in debrief.causes:
        if each.id not in known:
            yield plain(in_short(each, headings[each.id]))
    for friction in debrief.without_cause:
        yield plain(f"{friction_told(friction)} Nobody has said why.")


def _weighs(cause: CauseFound) -> tuple[bool, int, int, int]:
    """The leader's own first, then by weight, minutes and times."""
    return not cause.yours, -cause.weight, -cause.cost_ms, -cause.times


def in_short(cause: CauseFound, did: str) -> str:
    """A cause, its target and its remedy, in a line.

    Args:
        cause: what lay behind it.
        did: what it did, as a clause.
    """
    yours = ", which is yours" if cause.yours else ""
    fix = cause.fix
    return (
        f"- {capital(cause.department)}{yours}: {did}. Target: "
        f"{sentence(cause.kept_by)} What would mend it: {sentence(fix.change)} "
        f"Who can: {fix.department}."
    )


def in_full(
    cause: CauseFound, *, without: str = "", with_fix: bool = True
) -> Iterator[Line]:
    """A cause with everything that is known of it.

    Args:
        cause: what lay behind it.
        without: the code of a friction that has been told already.
        with_fix: whether its fix is told; who can mend it is told in any case.
    """
    yours = ", which is yours" if cause.yours else ""
    yield plain(
        f"- {capital(cause.department)}{yours}. Target: {sentence(cause.kept_by)}"
    )
    for friction in cause.frictions:
        if friction.code != without:
            yield plain(f"  {friction_told(friction)}")
        for known in friction.known:
            yield plain(f"  Known: {sentence(known)}")
    since = f" Since {cause.since}." if cause.since else ""
    yield plain(f"  Why: {sentence(cause.why)}{since}")
    if cause.frontline_says:
        yield plain(f'  The frontline says: "{cause.frontline_says}"')
    if cause.known:
        yield plain(f"  Known: {sentence(cause.known)}")
    fix = cause.fix
    mine = ", which is yours" if fix.yours else ""
    what = f"What would mend it: {sentence(fix.change)} Who can" if with_fix else _WHO
    yield plain(f"  {what}: {fix.department}{mine}. Cost: {fix.cost}.")


def friction_told(friction: FrictionFound) -> str:
    """What happened, how often, what it cost, and what the report makes of it."""
    return f"{happened(friction)} On the report: {friction.dashboard}."


def happened(friction: FrictionFound) -> str:
    """What happened, how often, and what it cost, in a sentence."""
    says = capital(friction.says)
    if friction.times > 1:
        says += f", {times(friction.times)}"
    if friction.cost_says:
        says += f", {friction.cost_says}"
    return f"{says}."
