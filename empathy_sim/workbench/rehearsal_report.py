"""What a rehearsal found, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from empathy_sim.rehearsal.rehearsed import FeelingSlice, Rehearsed
from empathy_sim.rehearsal.spread import Spread
from empathy_sim.workbench import rehearsal_words as words
from empathy_sim.workbench.rehearsal_besides import NOTHING, Besides
from empathy_sim.workbench.rehearsal_findings import Finding, PromisedMinutes
from empathy_sim.workbench.rehearsal_fixes_report import report_of_fixes
from empathy_sim.workbench.setting_out import (
    WIDTH,
    bar,
    clipped,
    columns,
    folded,
    many,
    percent,
)

_MOST_HITS = 24
"""Rows of what is reached least; the whole list is in the files."""
_MOST_FRICTIONS = 12
_STEPS = range(4, -5, -1)


def report(found: Rehearsed, besides: Besides = NOTHING) -> Iterator[str]:
    """The report, a line of at most 80 columns each.

    Args:
        found: what was counted.
        besides: what else is told. Where each fix was tried, of the journey as it is
            only the verdict is told.
    """
    yield clipped(found.title, WIDTH)
    yield "═" * min(WIDTH, max(20, len(found.title)))
    for fix in words.mended(besides.mended):
        yield from folded(fix)
    yield from folded(words.verdict(found))
    yield ""
    yield from folded(words.tried(found))
    yield from _findings(besides.findings)
    if besides.fixes is None:
        yield from _counts(found, besides)
    else:
        yield ""
        yield from report_of_fixes(besides.fixes)


def _counts(found: Rehearsed, besides: Besides) -> Iterator[str]:
    yield from _lost(found)
    yield from _never_reached(found)
    if found.plays:
        yield from _endings(found)
        yield from _how_long(found, besides.minutes)
        yield from _repeats(found)
        yield from _frictions(found)
        yield from _feelings(found.feelings)
    yield from _hits(found)


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield text
    yield "─" * len(text)


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield from _heading("To look at")
    for each in findings:
        place = f"{each.place}: " if each.place else ""
        yield from folded(f"{place}{each.says} Try: {each.hint}.", "  ", "      ")


def _lost(found: Rehearsed) -> Iterator[str]:
    if not found.lost:
        return
    yield from _heading(words.lost_heading(found))
    for lost in found.lost:
        yield from folded(f"{lost.place}: {words.how_lost(lost)}.", "  ")
        if lost.error:
            yield from folded(lost.error, "    ")
        if refusal := words.refusal(lost):
            yield from folded(refusal, "    ")
        parts = [f"shortest way {many(lost.steps, 'step')}"]
        if lost.plays:
            of = f"{many(lost.plays, 'play')} ({percent(lost.plays, found.plays)})"
            parts.append(f"{of}, the first by the robot {lost.robot}")
        yield from folded("; ".join(parts), "    ")


def _never_reached(found: Rehearsed) -> Iterator[str]:
    missed = tuple(words.never_reached(found))
    yield from _heading("Never reached")
    if missed:
        for place, what in missed:
            yield from folded(f"{place}: {what}", "  ", "      ")
    else:
        yield "  Nothing: every touchpoint, option and side of a condition is reached."
    by_settings = words.settled(found)
    if by_settings:
        says = (
            f"{many(by_settings, 'other')} left out: settings decide them beforehand."
        )
        yield from folded(says, "  ")


def _endings(found: Rehearsed) -> Iterator[str]:
    yield from _heading("How it ends")
    rows = [
        (each.ending, words.OUTCOMES.get(each.outcome, each.outcome), each.plays)
        for each in found.endings
    ]
    if found.never_out:
        rows.append(("", "never get out", found.never_out))
    lines = (
        (
            name,
            says,
            bar(plays / found.plays),
            percent(plays, found.plays),
            f"{plays:,}",
        )
        for name, says, plays in rows
    )
    yield from columns(tuple(lines), (18, 14, 24, -4, -7))
    share = percent(found.helped, found.plays)
    yield from folded(
        f"Somebody able to help was reached in {share} of the plays.", "  "
    )


def _how_long(found: Rehearsed, minutes: PromisedMinutes | None) -> Iterator[str]:
    yield from _heading("How long it takes")
    head = ("", "quickest", "half within", "9 of 10 within", "longest")
    rows = [head]
    for each in words.how_long(found):
        spread = each.spread
        if spread.plays:
            points = (spread.least, spread.median, spread.at(0.9), spread.most)
            a, b, c, d = map(each.told, points)
            rows.append((each.what, a, b, c, d))
    yield from columns(rows, (14, -14, -14, -14, -14))
    if help_means := words.what_help_means(found):
        yield from folded(help_means, "  ")
    if minutes is not None:
        yield from folded(words.promised(minutes), "  ")
    yield from _histogram(
        "Minutes felt at the pace of a workshop", found.minutes.workshop
    )


def _histogram(title: str, spread: Spread) -> Iterator[str]:
    if spread.plays == 0 or spread.most == spread.least:
        return
    yield ""
    yield f"  {title}"
    bands = tuple(_banded(spread))
    highest = max(plays for _, plays in bands)
    rows = [
        (says, bar(plays / highest, 40), percent(plays, spread.plays))
        for says, plays in bands
    ]
    yield from columns(rows, (-12, 40, -5))


def _banded(spread: Spread, bands: int = 8) -> Iterator[tuple[str, int]]:
    """Plays by bands of one size; what few go over is one band, the last."""
    top = max(spread.at(0.98), spread.least)
    size = -(-(top - spread.least + 1) // bands)
    first = spread.least
    while first <= top:
        last = first + size - 1
        plays = sum(count for number, count in spread.counts if first <= number <= last)
        yield (f"{first}" if size == 1 else f"{first}-{last}"), plays
        first += size
    over = sum(count for number, count in spread.counts if number >= first)
    if over:
        yield f"{first} on", over


def _repeats(found: Rehearsed) -> Iterator[str]:
    yield from _heading("Again and again")
    rows = [("", "plays", "half within", "9 of 10 within", "most")]
    contacts = ("contacts", found.contacts)
    facts = ((f"asked: {each.fact}", each.times) for each in found.repeats)
    frictions = ("frictions", found.frictions_a_play)
    for what, spread in (contacts, *facts, frictions):
        numbers = (spread.plays, spread.median, spread.at(0.9), spread.most)
        a, b, c, d = (f"{number:,}" for number in numbers)
        rows.append((what, a, b, c, d))
    yield from columns(rows, (26, -8, -12, -14, -8))


def _frictions(found: Rehearsed) -> Iterator[str]:
    if not found.frictions:
        return
    yield from _heading("What goes wrong most")
    rows = [
        (
            each.code,
            bar(each.plays / found.plays),
            percent(each.plays, found.plays),
            f"{each.times:,} times",
        )
        for each in found.frictions[:_MOST_FRICTIONS]
    ]
    yield from columns(rows, (26, 24, -4, -14))
    left = len(found.frictions) - len(rows)
    if left:
        yield f"  and {many(left, 'other')}"


def _feelings(slices: Sequence[FeelingSlice]) -> Iterator[str]:
    if not any(each.plays for each in slices):
        return
    yield from _heading("How it is meant to feel, from beginning to end")
    for step in _STEPS:
        edge = {4: "pleasant", 0: "", -4: "unpleasant"}.get(step, "")
        drawn = "".join(_drawn(each, step) for each in slices)
        axis = "┼" if step == 0 else "│"
        yield f"  {edge:>10} {axis}{drawn}".rstrip()
    yield from folded(
        "Each column is a sixteenth of a play; the average of what touchpoints are "
        "meant to feel like.",
        "  ",
    )


def _drawn(each: FeelingSlice, step: int) -> str:
    if each.plays and round(each.pleasant) == step:
        return " ●  "
    return "────" if step == 0 else "    "


def _hits(found: Rehearsed) -> Iterator[str]:
    rows = tuple(words.hits(found))
    yield from _heading("How often each thing was reached, the least first")
    shown = [(row.place, row.what, row.times) for row in rows[:_MOST_HITS]]
    yield from columns(shown, (26, 31, -16))
    left = len(rows) - len(shown)
    if left > 0:
        yield f"  and {left:,} more; --json and --html list all"
