"""Whose turn it is, and what goes on meanwhile."""

from __future__ import annotations

from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.call import CallFace
from empathy_sim.engine.touchpoints.chat import ChatFace

_ENDS = "Type hang up to end the call."
_HOLD = f"You are on hold, and nobody hears you. It goes on by itself. {_ENDS}"
_MEANWHILE = ("call", "counter")
"""Kinds at which something may be done while nothing is asked."""
_BY_KIND = {
    "hold": _HOLD,
    "menu": f"The recording is speaking. It hears keys at most. {_ENDS}",
    "counter": "Nothing is wanted of you until it is your turn. Type left to give it up.",
    "days": "Nothing is wanted of you just now. The days go on by themselves.",
}


def may_answer(scene: Scene) -> bool:
    """Whether the story waits, or somebody on the phone may be answered meanwhile."""
    if scene.asks:
        return True
    talks = scene.place is not None and scene.place.kind in _MEANWHILE
    return talks and (scene.may("choose") or scene.may("say"))


def searches(scene: Scene) -> bool:
    """Whether words that are typed are looked for, and said to nobody."""
    return scene.place is not None and scene.place.kind == "search"


def only_waits(scene: Scene) -> bool:
    """Whether nothing is asked, and whatever can be done is a way out of waiting."""
    at_a_counter = scene.place is not None and scene.place.kind == "counter"
    return at_a_counter and not scene.asks


def meanwhile(scene: Scene) -> str:
    """Why nothing typed is heard now, and what goes on instead."""
    match scene.face:
        case CallFace(on_hold=True):
            return _HOLD
        case CallFace(who=who):
            return f"{who} is busy for a moment, and does not hear you. It goes on. {_ENDS}"
        case ChatFace() if scene.waiting:
            return "You are in a queue, and nobody reads this. It goes on by itself."
        case ChatFace(who=who):
            return f"{who} is writing. You will be asked."
        case _:
            kind = scene.place.kind if scene.place else ""
            by_itself = "Nothing is wanted of you just now. It goes on by itself."
            return _BY_KIND.get(kind, by_itself)
