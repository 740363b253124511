"""Moves, as a walkthrough tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from empathy_sim.engine import moves as m
from empathy_sim.engine.deciding import advance
from empathy_sim.engine.scene import Offer
from empathy_sim.engine.state import State
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.units import SECOND
from empathy_sim.journey.walkthrough import Step
from empathy_sim.rehearsal.sight import Glimpse
from empathy_sim.rehearsal.watched_play import Made

_TAKEN_OTHERWISE = frozenset(
    {
        "?",
        "again",
        "aha",
        "exit",
        "feel",
        "hang up",
        "help",
        "leave",
        "notebook",
        "notes",
        "pause",
        "quit",
        "resume",
        "time",
        "wait",
    }
)
"""Words that the plain mode would not take for an option's."""


def steps_of_moves(start: State, moves: Sequence[Made]) -> tuple[Step, ...]:
    """What is done in a walkthrough that makes these moves.

    What can be typed only once something is asked is typed then, where a robot did
    it while a recording was still speaking.

    Args:
        start: where the first of them is made, at a touchpoint.
        moves: with their instants; waiting among them.
    """
    texts = _pressed_together(_texts(start, moves))
    return tuple(Step("does", text, at) for at, text in enumerate(texts, 1))


def _texts(start: State, moves: Sequence[Made]) -> Iterator[str]:
    state, did_at = start, start.story_ms
    asked_at: int | None = None
    for move, at in moves:
        glimpse = Glimpse(state)
        if glimpse.asks and asked_at is None:
            asked_at = state.story_ms
        if type(move) is not m.Wait:
            since = asked_at if glimpse.asks else did_at
            if since is not None and (glimpse.asks or type(move) is m.HangUp):
                yield from _wait(at - since)
            yield _typed(glimpse, move)
            did_at, asked_at = at, None
        after = _after(state, move, at)
        if after is None:
            return
        state = after
    if asked_at is None and moves and type(moves[-1].move) is m.Wait:
        yield from _wait(moves[-1].story_ms - did_at)


def _after(state: State, move: m.Move, at: int) -> State | None:
    """The state after a move; None where a rule fails."""
    try:
        return advance(state, move, m.Instant(at, state.felt_at(at)))[1]
    except MoveRefused:
        return state
    except Exception:  # noqa: BLE001
        return None


def _wait(milliseconds: int) -> Iterator[str]:
    if milliseconds > 0:
        yield f"wait {milliseconds / SECOND:.3f}".rstrip("0").rstrip(".") + "s"


def _typed(glimpse: Glimpse, move: m.Move) -> str:
    match move:
        case m.Choose(option=option, tone=tone):
            text = _chosen(glimpse, option, tone)
        case m.Press(key=key):
            text = f"press {key}"
        case m.Say(text=words):
            text = f"say {words}"
        case m.FillIn(field=name, text=words):
            text = f"type {name} = {words}".rstrip()
        case m.Rate(question=name, value=value):
            text = f"answer {name} = {value}"
        case m.HangUp():
            text = "hang up"
        case _:
            text = "wait"
    return text


def _chosen(glimpse: Glimpse, option: str, tone: m.Tone | None) -> str:
    offer = glimpse.offer("choose", option)
    label = "" if offer is None else " ".join(offer.label.split())
    toned = tone is not None and tone != "civil"
    if not _says_it(glimpse, offer, label):
        return f"choose: {tone}: {option}" if toned else f"choose: {option}"
    return f"choose {tone}: {label}" if toned else f"choose {label}"


def _says_it(glimpse: Glimpse, offer: Offer | None, label: str) -> bool:
    """Whether its words are enough to know an option by."""
    if offer is None or not label:
        return False
    same = [each for each in glimpse.own if " ".join(each.label.split()) == label]
    plain = label.casefold()
    is_number = plain.rstrip(".").isdecimal()
    for_the_frame = plain in _TAKEN_OTHERWISE or plain.startswith(("wait ", "feel "))
    return len(same) == 1 and not is_number and not for_the_frame


def _pressed_together(texts: Iterator[str]) -> Iterator[str]:
    """Keys pressed one after the other are one thing that is done."""
    keys = ""
    for text in texts:
        verb, _, key = text.partition(" ")
        if verb == "press":
            keys += key
            continue
        if keys:
            yield f"press {keys}"
            keys = ""
        yield text
    if keys:
        yield f"press {keys}"
