"""The call from its other end, told in turn."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.other_end import Line as Said
from empathy_sim.debrief.other_end import OtherEnd
from empathy_sim.debrief.phrases import capital, on_one_line
from empathy_sim.line.lines import Line, aside, plain
from empathy_sim.line.looking_back.table import Table, Talk, ask, one_of
from empathy_sim.line.wording import left_of


def the_other_end(table: Table) -> Talk[None]:
    """Choose a call, and hear it with what lay on the desk at that second."""
    ends = table.debrief.other_ends
    if not ends:
        table.say(plain("Nobody was spoken to whose desk is known."))
        return
    table.say(
        plain(
            "What was said, and what lay on the desk at that second. Each line begins "
            "with how long they had been talking."
        )
    )
    if len(ends) == 1:
        table.say_all(told(ends[0]))
        return
    for at, end in enumerate(ends, 1):
        table.say(plain(f"  {at}. {_head(end)}"))
    while True:
        picked = yield from ask(
            (aside("A number. Enter goes back to the list"),),
            lambda typed: one_of(typed, len(ends), otherwise="Enter goes back"),
        )
        if picked is None:
            return
        table.say_all(told(ends[picked]))


def told(end: OtherEnd) -> Iterator[Line]:
    """One call: who it was, their day, and both columns in turn."""
    yield plain(_head(end))
    for says in end.today:
        yield plain(f"  {says}")
    for each in end.lines:
        yield _said(each)
        if each.desk is not None:
            yield Line("      On the desk", on_one_line(" ".join(each.desk.says)))


def _head(end: OtherEnd) -> str:
    return f"{capital(end.who)}. {end.where}, {end.when}."


def _said(each: Said) -> Line:
    tone = f" ({each.tone})" if each.tone else ""
    who = on_one_line(each.speaker)
    return Line(f"{left_of(each.at_ms)} {who}{tone}", on_one_line(each.says))
