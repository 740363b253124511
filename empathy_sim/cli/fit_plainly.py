"""Fitting, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from empathy_sim.cli.fit_asking import HOW, Asking, say, told
from empathy_sim.cli.fit_desk import FitDesk
from empathy_sim.cli.options import data_given
from empathy_sim.cli.written import typed as as_typed
from empathy_sim.library.fit_doubts import Doubt
from empathy_sim.library.fit_fields import Field


def shown(desk: FitDesk) -> Iterator[str]:
    """What is fitted in a journey, a line each."""
    fields = [field for field in desk.fields() if field.is_set]
    if not fields:
        yield f"{desk.title}: nothing is fitted. It is played as its author wrote it."
        return
    yield f"{desk.title}, as fitted in {desk.reads}"
    for section, those in groupby(fields, lambda field: field.section):
        yield section
        for field in those:
            yield f"  {field.says}: {told(field)}"


def ask(desk: FitDesk) -> int:
    """Ask for everything that can be set, and save it.

    Returns:
        The exit code.
    """
    say(f"{desk.title}: make it yours")
    say(HOW)
    asking = Asking(desk.fields())
    if not asking.is_saved():
        say("Nothing was saved.")
        return 0
    fields = asking.fields
    if asking.left_out:
        say(asking.left_out)
    if wrong := desk.save(fields):
        say(f"Not saved. {wrong}")
        return 1
    say(f"Saved: {desk.file}")
    for doubt in desk.doubts():
        say(_doubted(doubt, fields))
    for line in how_played(desk):
        say(line)
    return 0


def _doubted(doubt: Doubt, fields: Sequence[Field]) -> str:
    """What is doubtful, with the line of the form that it is about."""
    about = (each.says for each in fields if each.path == doubt.path)
    together = _TOGETHER.get(doubt.path, "the waits together")
    return f"Doubtful: {next(about, together)}. {doubt.says}"


_TOGETHER: Mapping[tuple[str, ...], str] = {("story",): "the story"}


def how_played(desk: FitDesk) -> Iterator[str]:
    """How what was saved is played, a line each."""
    yield f"To play it: {_command(desk)}"
    if desk.is_named_to_play and desk.in_force is not None:
        there = as_typed(desk.in_force)
        yield f"Without --fit, {desk.in_force} stays in force; it was not changed."
        yield f"To change that one: empathy-sim fit {desk.shipped.id} --to {there}"


def _command(desk: FitDesk) -> str:
    given = data_given()
    data = f" --data {as_typed(given)}" if given else ""
    named = f" --fit {as_typed(desk.file)}" if desk.is_named_to_play else ""
    return f"empathy-sim play {desk.shipped.id}{named}{data}"
