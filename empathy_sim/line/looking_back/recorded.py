"""Two readings, and the report again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from empathy_sim.debrief.compared import value_told
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.grounds import marked
from empathy_sim.debrief.measures import KIT, Reading, by_id
from empathy_sim.debrief.opened import opened
from empathy_sim.debrief.pairs import Pair
from empathy_sim.debrief.phrases import capital, many, sentence
from empathy_sim.debrief.report_again import LineAgain
from empathy_sim.engine.wording import in_words
from empathy_sim.errors import MoveRefused
from empathy_sim.line.contract import metric_name
from empathy_sim.line.lines import Line, aside, heading, plain
from empathy_sim.line.looking_back.table import Table, Talk, ask, keep_thought, written

_HOW = re.compile(r"how(?: was)?(?: (\d{1,3}|.+?))?(?: counted)?\??", re.IGNORECASE)
_EVENTS_AT_MOST = 12


def two_readings(debrief: Debrief, pairs: Sequence[Pair]) -> Iterator[Line]:
    """Pairs of what was lived and how it was recorded, each with its number."""
    yield heading("Lived, and recorded")
    if not debrief.pairs:
        yield plain("Too little happened for the report to record any of it.")
    yield from beside(pairs)
    if debrief.pairs:
        yield aside(
            "These are your contacts, counted as such reports usually count them. "
            "One customer gives no percentages."
        )


def beside(pairs: Sequence[Pair], first: int = 1) -> Iterator[Line]:
    """Pairs with their numbers."""
    for at, pair in enumerate(pairs, first):
        yield Line(f"{at}. {pair.head}, lived", capital(pair.lived))
        yield Line(f"{at}. {pair.head}, recorded", capital(pair.recorded))


def all_pairs(debrief: Debrief) -> tuple[Pair, ...]:
    """Every pair, those of the first screen first."""
    return (*debrief.pairs, *debrief.more_pairs)


def report_lines(debrief: Debrief, pairs: Sequence[Pair]) -> Iterator[Line]:
    """The report again, beside what was lived.

    Args:
        debrief: with the report.
        pairs: those that have been told; what they say is not told twice.
    """
    if not debrief.report:
        return
    yield heading("The month's report, again")
    told = {pair.recorded: pair.head for pair in pairs}
    for each in debrief.report:
        if not _is_untouched(each):
            yield from _line_again(each, told)
    yield from _not_counted(debrief.report)
    yield plain(debrief.report_says)


def report_in_short(debrief: Debrief, pairs: Sequence[Pair]) -> Iterator[Line]:
    """The report again: why a line counts this journey; of the others, their names."""
    if not debrief.report:
        return
    yield heading("The month's report, again")
    told = {pair.recorded: pair.head for pair in pairs}
    for each in debrief.report:
        if not each.left_green:
            yield from _line_again(each, told)
    others = [each for each in debrief.report if each.left_green]
    if others:
        reads = (f"{metric_name(each.line)}, {marked(each.line)}" for each in others)
        yield plain(f"  Still green: {'; '.join(reads)}")
    yield plain(debrief.report_says)


def _line_again(again: LineAgain, told: Mapping[str, str]) -> Iterator[Line]:
    yield plain(f"  {_reads(again)}: {again.says}")
    above = told.get(capital(again.why))
    why = f"As above: {above}" if above else again.why
    yield aside(why.removesuffix("."))


def _not_counted(report: Sequence[LineAgain]) -> Iterator[Line]:
    """The lines that this journey is not in, under one sentence."""
    those = [each for each in report if _is_untouched(each)]
    if those:
        yield plain("Still green, since nothing in this journey counts against it:")
    for each in those:
        yield plain(f"  {_reads(each)}")


def _is_untouched(again: LineAgain) -> bool:
    """Whether it is green, and this journey is not in it."""
    return again.left_green and again.verdict == "not_counted"


def _reads(again: LineAgain) -> str:
    line = again.line
    return f"{metric_name(line)}: {marked(line)}, target {line.target}"


def recorded(table: Table) -> Talk[None]:
    """The second part: five pairs, how each was counted, and the report again."""
    debrief = table.debrief
    pairs = debrief.pairs
    table.say_all(two_readings(debrief, pairs))
    table.say_all(report_in_short(debrief, pairs))
    whole = tuple(report_lines(debrief, pairs))
    yield from counting(table, pairs, page="recorded", report=whole)


def counting(
    table: Table,
    pairs: Sequence[Pair],
    *,
    page: str,
    first: int = 1,
    report: Sequence[Line] = (),
) -> Talk[None]:
    """Say of any pair how it was counted, until one goes on.

    Args:
        table: whom it is said to.
        pairs: what has been told.
        page: its name; a thought is kept under it.
        first: the first pair's number.
        report: the whole of it, told where it is asked for; empty where it is not.
    """
    last = first + len(pairs) - 1
    hows = [f"Type how {first} to see how number {first} was counted"] * bool(pairs)
    whole = [f"{_REPORT} tells all its lines"] * bool(report)
    says = ". ".join(("; ".join((*hows, *whole)), _GO_ON)).removeprefix(". ")

    def taken(typed: str) -> str:
        if report and typed.casefold() == _REPORT:
            table.say_all(report)
            return "counted"
        found = _HOW.fullmatch(typed)
        if not found or not pairs:
            return "noted" if keep_thought(table, page, typed) else ""
        number = found[1] or ""
        if not number.isdecimal() or not first <= int(number) <= last:
            raise MoveRefused(says=f"Type how and a number from {first} to {last}.")
        table.say_all(how_counted(table, pairs[int(number) - first]))
        return "counted"

    table.say_all(written(table, page))
    while done := (yield from ask((aside(says),), taken)):
        says = "Noted. Enter goes on" if done == "noted" else _GO_ON


_GO_ON, _REPORT = "Enter goes on", "report"


def how_counted(table: Table, pair: Pair) -> Iterator[Line]:
    """The rules, the sources and the very events behind a pair."""
    debrief = table.debrief
    found = by_id((*debrief.lived, *debrief.recorded))
    yield plain(f'How "{pair.head}" was counted:')
    named = [
        *(("lived", each) for each in pair.lived_measures),
        *(("recorded", each) for each in pair.recorded_measures),
    ]
    readings = [(side, found[name]) for side, name in named if name in found]
    if not readings:
        yield plain("  It stands on your own marks, not on a measure.")
    seen: set[int] = set()
    for side, reading in readings:
        yield plain(f"  {capital(side)}, {rule(reading)}")
        yield from events_of(table, reading, seen)


def rule(reading: Reading) -> str:
    """A measure's name, its definition, and where that comes from."""
    measure = reading.measure
    source = "" if measure.source == KIT else f" Source: {sentence(measure.source)}"
    return f'"{measure.says}": {sentence(measure.definition)}{source}'


def value(reading: Reading) -> str:
    """A finding in its unit; `never` where it never happened."""
    if reading.value is None:
        return "never"
    if reading.measure.unit == "level":
        return in_words(reading.value, reading.of or reading.value)
    return value_told(reading.measure, reading.value)


def events_of(table: Table, reading: Reading, seen: set[int]) -> Iterator[Line]:
    """The very events, each once; of many, the first."""
    events = opened(table.account, reading)
    fresh = [each for each in events if each.seq not in seen]
    seen.update(each.seq for each in events)
    if not events:
        yield plain("    Counted from no event: it never happened.")
    elif not fresh:
        yield plain("    Counted from the same events.")
    for each in fresh[:_EVENTS_AT_MOST]:
        where = f" ({each.where})" if each.where else ""
        yield plain(f"    {each.when}: {each.says}{where}")
    more = len(fresh) - _EVENTS_AT_MOST
    if more > 0:
        yield plain(f"    And {many(more, 'more event')} of the kind.")
