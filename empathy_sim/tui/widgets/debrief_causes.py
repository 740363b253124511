"""A cause, told once it is open."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.debrief.causes import CauseFound, FrictionFound
from empathy_sim.debrief.phrases import capital, lasting, listed, sentence, times
from empathy_sim.journey.units import MINUTE
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_page import told

NO_CHOICE = "No choice of yours would have helped here."


def did(friction: FrictionFound) -> str:
    """What a friction did, in a sentence."""
    said = capital(friction.says)
    if friction.times > 1:
        said += f", {times(friction.times)}"
    if friction.where:
        said += f" ({listed(friction.where)})"
    if friction.cost_ms >= MINUTE:
        said += f": {lasting(friction.cost_ms)}"
    return f"{said}."


def told_cause(cause: CauseFound, *, with_fix: bool = True) -> Iterator[Widget]:
    """A cause in rows: a word or two, and what there is to say.

    Args:
        cause: what lay behind it.
        with_fix: whether its fix is told; who can mend it is told in any case.
    """
    target = plain(sentence(cause.kept_by)).stylize("bold")
    whose = _owned(cause.department, cause.yours)
    yield told("Target", Content.assemble(whose, plain(": "), target))
    since = f" Since {cause.since}." if cause.since else ""
    yield told("Why", plain(f"{sentence(cause.why)}{since}"))
    if cause.frontline_says:
        yield told("Frontline", plain(f"“{cause.frontline_says}”").stylize("italic"))
    if cause.known:
        yield told("Known", plain(sentence(cause.known)))
    if cause.no_good_option:
        yield told("A way round", plain(NO_CHOICE))
    fix = cause.fix
    if with_fix:
        yield told("The fix", plain(sentence(fix.change)))
    who = _owned(fix.department, fix.yours)
    yield told("Can mend it", Content.assemble(who, plain(f". Cost: {fix.cost}.")))


def all_told(cause: CauseFound) -> Iterator[Widget]:
    """A cause with everything it did."""
    for friction in cause.frictions:
        yield Static(plain(did(friction)), classes="did")
        for known in friction.known:
            yield Static(plain(f"Known: {sentence(known)}"), classes="known")
    yield from told_cause(cause)


def _owned(department: str, yours: bool) -> Content:
    mine = plain(", which is yours").stylize("bold $accent") if yours else plain("")
    return Content.assemble(plain(capital(department)), mine)
