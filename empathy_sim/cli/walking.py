"""Walkthroughs, run and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec.structs import replace

from empathy_sim.engine.state import State
from empathy_sim.errors import EmpathySimError, NotSeen
from empathy_sim.journey.script import Script
from empathy_sim.journey.walkthrough import Step, Walkthrough
from empathy_sim.library.casting import cast_for
from empathy_sim.line.lines import Line
from empathy_sim.line.walkthrough import names_of, typed_of, walk
from empathy_sim.rehearsal.getting_out import gets_out
from empathy_sim.rehearsal.rehearsing import Failing, begun
from empathy_sim.rehearsal.transcribing import steps_of_moves
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.workbench.walkthrough_file import SOMEHOW

_LONGEST_SEEN = 60
_MOST_WITH_SEEN = 200
"""Of a longer walkthrough only what is done is told."""


class Walked(NamedTuple):
    """How a walkthrough went."""

    state: State
    diverged: str = ""
    """Where it could not go on, in words."""
    error: str = ""
    """What a rule failed with."""


@dataclass
class _Heard:
    """Takes in the lines, parted by what was typed."""

    parts: list[tuple[str, list[str]]] = field(default_factory=lambda: [("", [])])

    def write(self, line: Line) -> None:
        if line.text.startswith("> ") and not line.speaker:
            self.parts.append((line.text.removeprefix("> "), []))
        elif line.weight == "plain":
            self.parts[-1][1].append(line.written())


def walked(walkthrough: Walkthrough, script: Script) -> Walked:
    """Run a walkthrough on a script."""
    return _walked(walkthrough, script, _Heard())


def _walked(walkthrough: Walkthrough, script: Script, heard: _Heard) -> Walked:
    clock = ManualClock()
    session = Session.begin(
        script, cast_for(script, walkthrough.seed), store=MemoryStore(), clock=clock
    )
    try:
        walk(walkthrough, session, clock, heard.write)
    except NotSeen as lost:
        return Walked(session.state, diverged=str(lost))
    except EmpathySimError:
        raise
    except Exception as error:  # noqa: BLE001
        return Walked(session.state, error=repr(error))
    return Walked(session.state)


def what_is_wrong(walkthrough: Walkthrough, went: Walked) -> str:
    """Why a walkthrough does not hold, in words; empty where it does.

    Without `ends` it holds where the journey ends, and also where the walkthrough
    stops at a place from which somebody gets out.
    """
    state, ends = went.state, walkthrough.ends
    if went.error:
        return f"A rule failed at {state.path}: {went.error}"
    if went.diverged:
        return went.diverged
    if state.is_over:
        return _wrong_ending(state, ends)
    last = _last_line(walkthrough)
    if ends is not None:
        wanted = "an ending" if ends == SOMEHOW else f'the ending "{ends}"'
        return f"It stops at {state.path}, and has not come to {wanted}.{last}"
    return "" if gets_out(state) else f"Nobody gets out of {state.path}.{last}"


def _last_line(walkthrough: Walkthrough) -> str:
    """Where its steps ran out; empty where they stand in no file yet."""
    line = walkthrough.steps[-1].line if walkthrough.steps else 0
    return f" Its last step stands on line {line}." if line else ""


def _wrong_ending(state: State, ends: str | None) -> str:
    if ends in {None, SOMEHOW, state.ending}:
        return ""
    came = "was left" if state.ending is None else f'ended at "{state.ending}"'
    return f'The journey {came}, and not at "{ends}".'


def kept(failing: Failing, script: Script, plays: str, seed: int) -> Walkthrough:
    """The walkthrough of a way on which nobody gets out, with what is seen on it.

    Args:
        failing: the way.
        script: what was played.
        plays: the id or file of it.
        seed: whom it was played as.
    """
    steps = steps_of_moves(begun(script, cast_for(script, seed)), failing.moves)
    bare = Walkthrough(
        title=f"{failing.place}: {failing.how}",
        plays=plays,
        steps=steps,
        seed=seed,
        ends=SOMEHOW if failing.how == "endless" else None,
    )
    if len(steps) > _MOST_WITH_SEEN:
        return bare
    heard = _Heard()
    _walked(bare, script, heard)
    told = replace(bare, steps=tuple(_with_seen(bare, heard, script)))
    return bare if walked(told, script).diverged else told


def _with_seen(bare: Walkthrough, heard: _Heard, script: Script) -> Iterator[Step]:
    """The steps, each after a line that was there before it."""
    names: Mapping[str, str] = names_of(cast_for(script, bare.seed))
    at, typed = 0, [words for words, _ in heard.parts]
    for step in bare.steps:
        wanted = typed_of(step.text, names)
        if wanted in typed[at + 1 :]:
            then = typed.index(wanted, at + 1)
            yield from _seen(
                line for _, those in heard.parts[at:then] for line in those
            )
            at = then
        yield step
    yield from _seen(line for _, those in heard.parts[at:] for line in those)


def _seen(lines: Iterator[str]) -> Iterator[Step]:
    """The last line that says something, or as much of it as is enough."""
    said = ""
    for line in lines:
        text = line.strip().partition("\n")[0]
        if text and not text[0].isdecimal():
            said = text
    if said:
        short = said if len(said) <= _LONGEST_SEEN else _cut(said)
        yield Step("sees", short, 0)


def _cut(text: str) -> str:
    """The beginning of a text, at the end of a word."""
    return text[:_LONGEST_SEEN].rpartition(" ")[0] or text[:_LONGEST_SEEN]
