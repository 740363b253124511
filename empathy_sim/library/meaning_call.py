"""Whether the turns of a call lead anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.journey.touchpoints.call import Call, Turn
from empathy_sim.library.meaning_exits import leads_by
from empathy_sim.library.meaning_graph import Edges, first_parts, reached
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path


def wrong_call(call: Call, at: Path) -> Iterator[Wrong]:
    """Turns that do not exist, that nothing leads to, or that lead nowhere."""
    edges: dict[str, list[str]] = {}
    for name, turn in call.turns.items():
        here: Path = (*at, "turns", name)
        edges[name] = [_meant(call, then) for _, then in _follows(turn)]
        for path, then in _follows(turn):
            if then not in call.turns:
                says = f'"{then}" is not a turn of this call'
                hint = nearest(then, call.turns, "its turns:")
                yield Wrong("E313", (*here, *path), says, hint, name=then)
    passes_on = any(turn.transfers for turn in call.turns.values())
    if passes_on and not leads_by(call, "transferred"):
        says = "this call passes the caller on, and does not say where to"
        hint = "add transferred: ... to its leads"
        yield Wrong("E320", (*at, "leads"), says, hint, on_key=True)
    if not any("" in targets for targets in edges.values()):
        yield from _unreached(call, edges, at)


def _unreached(call: Call, edges: Edges, at: Path) -> Iterator[Wrong]:
    found = reached(edges, [call.starts])
    unreached = [name for name in call.turns if name not in found]
    for name, *_ in first_parts(edges, unreached):
        says = f'nothing leads to the turn "{name}"'
        hint = "lead to it with then, or take it out"
        yield Wrong("E327", (*at, "turns", name), says, hint, on_key=True, name=name)


def _meant(call: Call, then: str) -> str:
    """The turn that follows, also where it is misspelt; empty where none is near."""
    return then if then in call.turns else near(then, call.turns)


def _follows(turn: Turn) -> Iterator[tuple[Path, str]]:
    """Each turn that can follow, with the path at which it is named."""
    if turn.then is not None:
        yield ("then",), turn.then
    if turn.asks is not None:
        yield ("asks", "then"), turn.asks.then
    if turn.on_hold is not None:
        yield ("on_hold", "then"), turn.on_hold.then
    for index, reply in enumerate(turn.replies):
        if reply.then is not None:
            yield ("replies", index, "then"), reply.then
