"""How it felt, and what it took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from empathy_sim.debrief.curve import Curve, Insight, Intended, Mark, Point
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.foremost import foremost, notes_on
from empathy_sim.debrief.phrases import listed, many, on_one_line, sentence
from empathy_sim.debrief.receipt import Receipt
from empathy_sim.line.lines import Line, aside, heading, plain
from empathy_sim.line.looking_back.table import Table, Talk, turn, wants, written

_LEFTMOST = 4
"""Steps from the middle of the grid to its unpleasant edge."""
_TOLD_ON_THE_CURVE = frozenset({"kindnesses"})
"""Receipts of what stands beside the feelings already."""
_MORE = "more"
_FAR_OFF = 3
"""Steps between what was meant and what was felt, from which it is worth a line."""


def felt_and_took(debrief: Debrief) -> Iterator[Line]:
    """The numbers that matter, how it felt, and what it took; all of it."""
    told = [each for each in debrief.receipts if each.id not in _TOLD_ON_THE_CURVE]
    yield from _told(debrief, _kept(debrief.curve), told)


def felt(table: Table) -> Talk[None]:
    """The first part: what matters most, and the rest where it is wanted."""
    debrief = table.debrief
    first = foremost(debrief.receipts)
    table.say_all(_told(debrief, (), first))
    met = _kept(debrief.curve)
    on_the_curve = _TOLD_ON_THE_CURVE if met else frozenset[str]()
    rest = [
        each
        for each in debrief.receipts
        if each not in first and each.id not in on_the_curve
    ]
    more = len(met) + len(rest)
    if not more:
        yield from turn(table, "felt", table.kept)
        return
    table.say_all(written(table, "felt"))
    says = f"{_MORE} tells {many(more, 'other thing')}"
    if (yield from wants(table, "felt", says, _MORE, first=table.kept)):
        table.say_all(plain(_marked(each, debrief.curve)) for each in met)
        table.say_all(plain(each.says) for each in rest)
        yield from turn(table, "felt")


def _told(
    debrief: Debrief, met: Sequence[Mark], receipts: Iterable[Receipt]
) -> Iterator[Line]:
    """How it felt, with some of what was met beside it, and some receipts."""
    for says in debrief.headline:
        yield plain(says)
    yield heading("How it felt")
    yield from _curve(debrief.curve, met)
    yield heading("What it took")
    for receipt in receipts:
        yield plain(receipt.says)


def foretold(debrief: Debrief) -> Iterator[Line]:
    """What was guessed before it began, beside what it was."""
    if not debrief.predictions:
        return
    yield heading("What you said before it began")
    for each in debrief.predictions:
        yield plain(each.asks)
        yield plain(f"  {each.says}")


def _curve(curve: Curve, met: Sequence[Mark]) -> Iterator[Line]:
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
        *met,
    ]
    for mark in sorted(marks, key=lambda each: (each.at.story_ms, each.seq)):
        yield plain(_marked(mark, curve))
    yield from _summary(curve)


def _kept(curve: Curve) -> tuple[Mark, ...]:
    """The heaviest frictions and the kindnesses, beside which feelings stand."""
    return tuple(each for each in curve.marks if each.weight in {0, 3})


def _marked(mark: Point | Insight | Mark, curve: Curve) -> str:
    match mark:
        case Point():
            indent = "  " * (mark.pleasant + _LEFTMOST)
            notes = "".join(f" {note}" for note in notes_on(mark, curve))
            words = f' "{on_one_line(mark.words)}"' if mark.words else ""
            return (
                f"{indent}o {_signed(mark.pleasant)}, {mark.feels}. {mark.at.when}, "
                f"{mark.where}.{words}{notes}"
            )
        case Insight():
            words = f': "{on_one_line(mark.words)}"' if mark.words else "."
            return f"  an insight{words} {mark.at.when}, {mark.where}."
        case Mark(sort="kindness"):
            return f"  a kindness: {sentence(mark.says)} {mark.at.when}, {mark.where}."
        case Mark():
            return f"  a setback: {mark.says}. {mark.at.when}, {mark.where}."


def _signed(step: int) -> str:
    return f"{step:+d}" if step else "0"


def _summary(curve: Curve) -> Iterator[Line]:
    yield from _mean(curve)
    yield from _otherwise(curve)
    if curve.one_word:
        yield plain(f'Afterwards, one word: "{on_one_line(curve.one_word)}"')


def _mean(curve: Curve) -> Iterator[Line]:
    if curve.points and not curve.joined:
        yield aside("Fewer than four marks: points only, and no mean.")
    if curve.mean is not None:
        yield plain(
            f"Mean of {len(curve.points)} marks: {curve.mean.pleasant:+.1f}, from "
            "-4, unpleasant, to 4, pleasant."
        )


def _otherwise(curve: Curve) -> Iterator[Line]:
    """Where it felt quite unlike what its designer meant."""
    far = [each for each in curve.intended if _gap(each) >= _FAR_OFF]
    places = dict.fromkeys(each.where for each in far)
    if places:
        yield plain(f"Meant to feel quite otherwise: {listed(places)}.")


def _gap(meant: Intended) -> int:
    return abs(meant.felt.pleasant - meant.pleasant) if meant.felt else 0
