"""The debrief, told in lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from empathy_sim.debrief.causes import CauseFound, FrictionFound
from empathy_sim.debrief.curve import Curve, Insight, Mark, Point
from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.pairs import Pair
from empathy_sim.debrief.phrases import capital, on_one_line, sentence, times
from empathy_sim.debrief.report_again import LineAgain
from empathy_sim.engine.events import Event
from empathy_sim.journey.script import Script
from empathy_sim.line.contract import metric_name
from empathy_sim.line.lines import Line, aside, command, heading, plain

_LEFTMOST = 4
"""Steps from the middle of the grid to its unpleasant edge."""
_IN_FULL = 5
"""Causes told whole; of the others, a line each."""
_TOLD_ON_THE_CURVE = {"kindnesses"}
"""Receipts of what stands beside the feelings already."""
_ONLY_REPEATS = {"lost"}
"""Pairs of which both sides have been told."""
_VERDICTS = {
    "green": "still green",
    "not_counted": "still green: nothing in this journey counts against it",
    "against": "this journey counts against it",
}


def debriefing(
    script: Script, log: tuple[Event, ...], *, resumed_by: str = ""
) -> Iterator[Line]:
    """A session's debrief, in the order in which it is told.

    Args:
        script: what was played.
        log: every event from the first.
        resumed_by: the command that goes on with it, where it is not finished.
    """
    debrief = debrief_of(script, log)
    if debrief.unfinished:
        yield plain(debrief.unfinished)
        if resumed_by:
            yield aside("It goes on where it was:")
            yield command(resumed_by)
    yield from told(debrief)


def told(debrief: Debrief) -> Iterator[Line]:
    """A debrief in lines: the curve, what it took, two readings, and why."""
    for says in debrief.headline:
        yield plain(says)
    yield heading("How it felt")
    yield from _curve(debrief.curve)
    yield heading("What it took")
    for receipt in debrief.receipts:
        if receipt.id not in _TOLD_ON_THE_CURVE:
            yield plain(receipt.says)
    yield from _predictions(debrief)
    yield from _readings(debrief)
    yield from _report(debrief)
    yield from _causes(debrief)
    yield from _asks(debrief)


def _curve(curve: Curve) -> Iterator[Line]:
    """Each mark on a line, further right where it was more pleasant."""
    if curve.service:
        yield plain(f'Before it began you wrote: "{on_one_line(curve.service)}"')
    if curve.points:
        yield aside("One mark a line, from -4 to 4; further right is more pleasant")
    else:
        yield plain("No feeling was marked.")
    marks: list[Point | Insight | Mark] = [
        *curve.points,
        *curve.insights,
        *_kept(curve),
    ]
    for mark in sorted(marks, key=lambda each: (each.at.story_ms, each.seq)):
        yield plain(_marked(mark))
    yield from _summary(curve)


def _kept(curve: Curve) -> tuple[Mark, ...]:
    """The heaviest frictions and the kindnesses, beside which feelings stand."""
    return tuple(each for each in curve.marks if each.weight in {0, 3})


def _marked(mark: Point | Insight | Mark) -> str:
    match mark:
        case Point():
            indent = "  " * (mark.pleasant + _LEFTMOST)
            aha = " An insight." if mark.aha else ""
            words = f' "{on_one_line(mark.words)}"' if mark.words else ""
            return (
                f"{indent}o {_signed(mark.pleasant)}, {mark.feels}. {mark.at.when}, "
                f"{mark.where}.{words}{aha}"
            )
        case Insight():
            words = f': "{on_one_line(mark.words)}"' if mark.words else "."
            return f"  an insight{words} {mark.at.when}, {mark.where}."
        case Mark(sort="kindness"):
            return f"  a kindness: {sentence(mark.says)} {mark.at.when}, {mark.where}."
        case Mark():
            return f"  against: {mark.says}. {mark.at.when}, {mark.where}."


def _signed(step: int) -> str:
    return f"{step:+d}" if step else "0"


def _summary(curve: Curve) -> Iterator[Line]:
    yield from _worst_and_last(curve)
    if curve.one_word:
        yield plain(f'Afterwards, one word: "{on_one_line(curve.one_word)}"')


def _worst_and_last(curve: Curve) -> Iterator[Line]:
    if not curve.joined or curve.worst is None or curve.end is None:
        if curve.points:
            yield aside("Fewer than four marks: points only, and no mean.")
        return
    yield plain(f"Worst: {curve.worst.feels}. {capital(curve.worst.where)}.")
    yield plain(f"Last: {curve.end.feels}. {capital(curve.end.where)}.")
    if curve.mean is not None:
        yield plain(
            f"Mean of {len(curve.points)} marks: {curve.mean.pleasant:+.1f}, from "
            "-4, unpleasant, to 4, pleasant."
        )


def _predictions(debrief: Debrief) -> Iterator[Line]:
    if not debrief.predictions:
        return
    yield heading("What you said before it began")
    for each in debrief.predictions:
        yield plain(each.asks)
        yield plain(f"  {each.says}")


def _readings(debrief: Debrief) -> Iterator[Line]:
    yield heading("Lived, and recorded")
    if not debrief.pairs:
        yield plain("Too little happened for the report to record any of it.")
    for pair in _pairs(debrief):
        yield Line(f"{pair.head}, lived", capital(pair.lived))
        yield Line(f"{pair.head}, recorded", capital(pair.recorded))
    if debrief.pairs:
        yield aside(
            "These are your contacts, counted as such reports usually count them. "
            "One customer gives no percentages."
        )


def _pairs(debrief: Debrief) -> tuple[Pair, ...]:
    both = (*debrief.pairs, *debrief.more_pairs)
    return tuple(pair for pair in both if pair.id not in _ONLY_REPEATS)


def _report(debrief: Debrief) -> Iterator[Line]:
    if not debrief.report:
        return
    yield heading("The month's report, again")
    told = {pair.recorded: pair.head for pair in _pairs(debrief)}
    for each in debrief.report:
        yield from _line_again(each, told)
    yield plain(debrief.report_says)


def _line_again(again: LineAgain, told: Mapping[str, str]) -> Iterator[Line]:
    line = again.line
    yield plain(
        f"  {metric_name(line)}: {line.reads} (target {line.target}), "
        f"{_VERDICTS[again.verdict]}"
    )
    if again.verdict != "not_counted":
        above = told.get(capital(again.why))
        why = f"As above: {above}" if above else again.why
        yield aside(why.removesuffix("."))


def _causes(debrief: Debrief) -> Iterator[Line]:
    yield heading("Behind it")
    if not debrief.frictions:
        yield plain("Nothing went against your customer.")
        return
    if debrief.mended:
        yield plain(debrief.mended)
    whole = sorted(debrief.causes, key=_weighs)[:_IN_FULL]
    for cause in debrief.causes:
        if cause in whole:
            yield from _cause(cause)
    others = (_in_short(each) for each in debrief.causes if each not in whole)
    for says in dict.fromkeys(others):
        yield plain(says)
    for friction in debrief.without_cause:
        yield plain(f"{_friction(friction)} Nobody has said why.")
    if debrief.causes:
        yield plain(debrief.closing)


def _weighs(cause: CauseFound) -> tuple[bool, int, int, int]:
    """The leader's own first, then by weight, minutes and times."""
    return not cause.yours, -cause.weight, -cause.cost_ms, -cause.times


def _in_short(cause: CauseFound) -> str:
    yours = ", which is yours" if cause.yours else ""
    did = "; ".join(friction.says for friction in cause.frictions)
    return f"- {capital(cause.department)}{yours}: {did}."


def _cause(cause: CauseFound) -> Iterator[Line]:
    yours = ", which is yours" if cause.yours else ""
    yield plain(
        f"- {capital(cause.department)}{yours}. Target: {sentence(cause.kept_by)}"
    )
    for friction in cause.frictions:
        yield plain(f"  {_friction(friction)}")
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
    yield plain(
        f"  What would mend it: {sentence(fix.change)} Who can: {fix.department}"
        f"{mine}. Cost: {fix.cost}."
    )


def _friction(friction: FrictionFound) -> str:
    says = capital(friction.says)
    if friction.times > 1:
        says += f", {times(friction.times)}"
    if friction.cost_says:
        says += f", {friction.cost_says}"
    return f"{says}. On the report: {friction.dashboard}."


def _asks(debrief: Debrief) -> Iterator[Line]:
    if not debrief.asks:
        return
    yield heading("Questions")
    for ask in debrief.asks:
        yield plain(ask)
