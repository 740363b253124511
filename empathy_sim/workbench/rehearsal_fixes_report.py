"""What each fix does to a journey, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from empathy_sim.workbench import rehearsal_fixes_words as words
from empathy_sim.workbench.rehearsal_fixes import WithFix
from empathy_sim.workbench.setting_out import columns, folded

_WIDTHS = (10, -9, -7, -7, -6, -6, -7, -9)


def report_of_fixes(every: Sequence[WithFix]) -> Iterator[str]:
    """A table, and below each fix what is to be said of it."""
    yield "Each fix by itself"
    yield "──────────────────"
    yield from folded(words.verdict(every), "  ")
    for number, each in enumerate(every):
        if number == 0:
            yield ""
            yield from _numbers("", words.HEAD)
            yield from _numbers("as it is", words.told(each.before))
        yield ""
        yield from _fix(each)
    if every:
        yield ""
        yield from folded(words.rule(every[0].before.plays), "  ")


def _fix(each: WithFix) -> Iterator[str]:
    fix = each.fix
    yield from folded(f"{fix.id}: {fix.change} ({fix.department})", "  ", "      ")
    after = words.row(each).after
    if after:
        yield from _numbers("  with it", after)
    for remark in words.remarks(each):
        yield from folded(remark, "      ")


def _numbers(name: str, cells: Sequence[str]) -> Iterator[str]:
    yield from columns([(name, *cells)], _WIDTHS)
