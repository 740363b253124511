"""What happened, told in lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from empathy_sim.engine import events as e
from empathy_sim.journey.script import Script
from empathy_sim.line.lines import Line, aside, heading, plain
from empathy_sim.line.wording import later

_ARRIVED = {
    "email": "An e-mail from",
    "text": "A text message from",
    "letter": "A letter from",
    "card": "A card from",
}
_CONTACT = {
    "phone": "You are on the phone.",
    "web": "You are on the company's website.",
    "chat": "A chat window opens.",
}
_ENDED = {
    "hung_up": "You hang up.",
    "dropped": "The line is dead.",
    "timed_out": "They have hung up.",
    "closed": "The chat has been closed.",
    "battery": "The telephone is dead.",
}


class Teller:
    """Turns events into lines; remembers only what was not heard."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._not_heard = 0

    def tell(self, events: Iterable[e.Event]) -> Iterator[Line]:
        """The lines of what happened, in order."""
        for event in events:
            yield from self._one(event)

    def _one(self, event: e.Event) -> Iterator[Line]:
        match event:
            case e.StageEntered(stage=stage):
                yield heading(self._script.stages[stage].title)
            case e.Announced(heard=False):
                self._not_heard += 1
            case e.Announced(says=says):
                yield Line("Recording", says)
            case e.TimeCut(length_ms=length):
                yield aside(later(length, self._not_heard))
                self._not_heard = 0
            case e.Said(speaker=speaker, says=says, words=words):
                who = "You" if speaker == "customer" else speaker
                yield Line(who, words or says)
            case e.OptionChosen(says=says):
                yield aside(f"You: {says}")
            case e.InputRefused(says=says):
                yield Line("The page", says)
            case _:
                yield from self._rarer(event)

    def _rarer(self, event: e.Event) -> Iterator[Line]:
        match event:
            case e.MessageArrived():
                yield from _message(event)
            case e.ContactBegan(channel=channel) if channel in _CONTACT:
                yield aside(_CONTACT[channel])
            case e.ContactEnded(how=how) if how in _ENDED:
                yield aside(_ENDED[how])
            case e.ResourceCrossed(says=says) if says:
                yield plain(says)
            case e.ReactionAsked():
                yield aside("How does it feel? feel -3 2, or just go on")
            case e.Paused():
                yield aside("Paused. The clock in the story has stopped too.")
            case e.JourneyLeft():
                yield plain("You have left. Thank you for the time you gave it.")
            case _:
                return


def _message(event: e.MessageArrived) -> Iterator[Line]:
    kind = _ARRIVED.get(event.looks_like)
    if kind is None:
        yield plain(event.says)
        return
    subject = f": {event.subject}" if event.subject else ""
    yield Line(f"{kind} {event.sender}{subject}", event.says)
