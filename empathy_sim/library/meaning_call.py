"""Whether the turns of a call lead anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.journey.touchpoints.call import Call, Turn
from empathy_sim.library.meaning_graph import reached
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.places import Path


def wrong_call(call: Call, at: Path) -> Iterator[Wrong]:
    """Turns that do not exist, that nothing leads to, or that lead nowhere."""
    edges: dict[str, list[str]] = {}
    for name, turn in call.turns.items():
        here: Path = (*at, "turns", name)
        edges[name] = [then for _, then in _follows(turn)]
        for path, then in _follows(turn):
            if then not in call.turns:
                says = f'"{then}" is not a turn of this call'
                hint = nearest(then, call.turns, "its turns:")
                yield Wrong("E313", (*here, *path), says, hint)
        if turn.transfers and "transferred" not in call.leads:
            says = "this passes the caller on, and the call does not say where to"
            hint = "add transferred: ... to the leads of the call"
            yield Wrong("E320", (*here, "transfers"), says, hint, on_key=True)
    for name in call.turns.keys() - reached(edges, [call.starts]):
        says = f'nothing leads to the turn "{name}"'
        hint = "lead to it with then, or take it out"
        yield Wrong("E327", (*at, "turns", name), says, hint, on_key=True)


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
