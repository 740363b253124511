"""What was marked and decided, told from a record."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.cards import ASSIGNMENTS
from empathy_sim.debrief.if_then import if_then
from empathy_sim.engine import events as e
from empathy_sim.engine.moves import React
from empathy_sim.line.feelings import marked
from empathy_sim.line.lines import Line, aside, plain
from empathy_sim.line.looking_back.decided import blame_told
from empathy_sim.line.wording import listed, on_one_line


def kept(event: e.Event) -> Iterator[Line]:
    """The line of what somebody marked, typed or decided; none of all else."""
    match event:
        case e.ReactionRecorded(pleasant=pleasant, aroused=aroused, words=words):
            felt = React(pleasant, aroused, words, event.aha, felt=event.felt)
            yield aside(marked(felt))
        case e.Reflected(words=words) if words:
            yield plain(f'You wrote: "{on_one_line(words)}"')
        case e.Attributed(blames=blames, reason=reason):
            why = f': "{on_one_line(reason)}"' if reason else "."
            yield plain(f"You put it down to {blame_told(blames)}{why}")
        case e.GoalShared(departments=departments, wanted=wanted):
            to = f', to come to "{on_one_line(wanted)}"' if wanted else ""
            yield plain(f"You gave {listed(departments)} one goal{to}.")
        case e.Committed(cue=cue, act=act) if cue or act:
            yield plain(f"You decided: {if_then(cue, act)}")
        case e.AssignmentTaken(assignment=name, due=due):
            by = f", by {due}" if due else ""
            titles = {each: card.title.lower() for each, card in ASSIGNMENTS.items()}
            yield plain(f"You took on: {titles.get(name, name)}{by}.")
        case _:
            return
