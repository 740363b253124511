"""An outline, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from empathy_sim.engine.moves import Pace
from empathy_sim.workbench import outline_words as words
from empathy_sim.workbench.lines import Look, Row, heading, title
from empathy_sim.workbench.outline import Contact, Outline, StageAtAGlance
from empathy_sim.workbench.setting_out import clipped, cut, folded, lasting, percent

_PACES: tuple[Pace, ...] = ("real", "workshop", "brisk")
_COLUMNS = (
    ("robots", 6),
    ("story", 11),
    ("felt: real", 10),
    ("workshop", 9),
    ("brisk", 7),
)
_RIGHT = sum(width + 1 for _, width in _COLUMNS)
_INDENT = " " * 7


def report(outline: Outline, width: int, opened: Collection[str]) -> Iterator[Row]:
    """The outline, folded but for some stages.

    Args:
        outline: what is told.
        width: columns of a line at most.
        opened: the ids of the stages that are told whole.
    """
    yield from title(outline.title, width)
    for line in folded(words.opening(outline), width=width):
        yield Row(line)
    clean = "Everybody gets out, and everything is reached."
    for line in folded(outline.verdict, width=width):
        yield Row(line, "plain" if outline.verdict == clean else "bad")
    yield Row()
    yield _table("", [name for name, _ in _COLUMNS], width, "quiet")
    for number, stage in enumerate(outline.stages, 1):
        is_open = stage.id in opened
        yield from _stage(outline, stage, number, width, is_open=is_open)
        if is_open:
            yield from _opened(outline, stage, width)
    yield from _endings(outline, width)


def _table(head: str, cells: list[str], width: int, look: Look) -> Row:
    right = "".join(
        f" {cell:>{room}}" for cell, (_, room) in zip(cells, _COLUMNS, strict=True)
    )
    left = width - _RIGHT
    return Row(f"{cut(head, left).ljust(left)}{right}", look)


def _stage(
    outline: Outline, stage: StageAtAGlance, number: int, width: int, *, is_open: bool
) -> Iterator[Row]:
    mark = "▾" if is_open else "▸"
    cells = [
        words.came(stage.reach, outline.plays),
        lasting(stage.lasting.story),
        *(lasting(stage.lasting.felt(pace)) for pace in _PACES),
    ]
    yield _table(f"{mark} {number:>2} {stage.title}", cells, width, "title")
    name = "" if outline.alone else f"{stage.id} plays "
    gist = f"{name}{words.gist(stage, alone=outline.alone)}"
    for line in folded(gist, "     ", width=width):
        yield Row(line, "quiet")
    for missed in stage.missed:
        for line in folded(f"Never reached: {missed}", "     ", "       ", width):
            yield Row(line, "bad")
    for contact in stage.contacts:
        if contact.lost:
            says = f"Nobody gets out of {contact.name}: {contact.lost}"
            for line in folded(says, "     ", width=width):
                yield Row(line, "bad")


def _opened(outline: Outline, stage: StageAtAGlance, width: int) -> Iterator[Row]:
    if stage.settings:
        listed = ", ".join(f"{name}: {value}" for name, value in stage.settings.items())
        for line in folded(f"with {listed}", "     ", width=width):
            yield Row(line, "quiet")
    for contact in stage.contacts:
        yield Row()
        yield from _contact(outline, stage, contact, width)
    if stage.causes:
        yield Row()
        yield Row("     Why")
        for name, cause in stage.causes.items():
            yield from _lines(words.fixed_by(name, cause), width)
    yield Row()


def _contact(
    outline: Outline, stage: StageAtAGlance, contact: Contact, width: int
) -> Iterator[Row]:
    came = words.came_of(contact.reach, outline.plays)
    head = f"     {contact.name} ({contact.kind}, {contact.channel})"
    room = width - len(came) - 1
    look: Look = "bad" if came == "never" or contact.lost else "title"
    yield Row(f"{cut(head, room).ljust(room)} {came}", look)
    if contact.says:
        yield Row(f"{_INDENT}{clipped(contact.says, width - len(_INDENT))}")
    if contact.feels is not None:
        yield from _lines(f"meant to feel: {words.felt(contact.feels)}", width)
    for codes, cause in words.pains_in_words(contact.pains, stage.causes):
        because = f", because of {cause}" if cause else ""
        yield from _lines(f"can go wrong: {codes}{because}", width)
    for each in contact.onward:
        to = words.where(each.to, stage.id, outline)
        when = f" (when {each.way.when})" if each.way.when else ""
        shut = ", shut by the settings" if each.way.shut else ""
        look = "quiet" if each.way.shut else "plain"
        yield from _lines(f"{each.way.label}{when} → {to}{shut}", width, look)


def _lines(text: str, width: int, look: Look = "plain") -> Iterator[Row]:
    for line in folded(text, _INDENT, f"{_INDENT}  ", width):
        yield Row(line, look)


def _endings(outline: Outline, width: int) -> Iterator[Row]:
    yield from heading("How it ends", width)
    left = width - _RIGHT
    for each in outline.endings:
        share = percent(each.plays, outline.plays) if outline.plays else ""
        name = f"  {each.title}"
        outcome = words.outcome_of(each)
        yield Row(f"{cut(name, left).ljust(left)} {share:>7}   {outcome}"[:width])
