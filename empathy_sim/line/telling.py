"""What happened, told in lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeGuard

from empathy_sim.engine import events as e
from empathy_sim.engine.voices import SEEN
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.line.lines import Line, aside, heading, plain
from empathy_sim.line.wording import PAUSED, later, on_one_line

_ARRIVED = {
    "email": "An e-mail from",
    "text": "A text message from",
    "letter": "A letter from",
    "card": "A card from",
}
_CONTACTS = {
    "phone": "You are on the phone.",
    "web": "You are on the company's website.",
    "counter": "You go in.",
    "chat": "A chat window opens.",
    "hung_up": "You hang up.",
    "dropped": "The line is dead.",
    "timed_out": "They have hung up.",
    "closed": "The chat has been closed.",
    "battery": "The telephone is dead.",
}
_WAITS = {
    "hold": "You are on hold. Nothing is wanted of you. Type hang up to end the call",
    "queue": "You are in a queue",
    "supervisor": "You are put on hold",
}
_ANNOUNCING = {"number": "The board", "called": "The board", "bell": ""}
_CUSTOMER = "customer"
_A_BREATH = 15 * SECOND
"""What nobody tells of, in a conversation."""
_CONVERSATIONS = ("call", "chat")


class Teller:
    """Turns events into lines; remembers where they happen, and what was not heard."""

    def __init__(
        self, script: Script, worded: Callable[[str], str] = lambda text: text
    ) -> None:
        """Tell the events of a script.

        Args:
            script: what is played.
            worded: puts what stands for a name in its place, in a title.
        """
        self._script = script
        self._worded = worded
        self._calendar = Calendar.of(script.journey.begins)
        self._not_heard = 0
        self._kind = ""
        self._wait = ""
        self._pressed: list[e.KeyPressed] = []

    @property
    def days_pass(self) -> bool:
        """Whether what is waited for is days."""
        return self._wait == "days"

    def told_at(self, event: e.Event) -> int:
        """The story instant that is told of an event; days end on the full minute."""
        ends_days = _is_cut(event) and self.days_pass
        return event.story_ms + (MINUTE - 1 if ends_days else 0)

    def tell(self, events: Iterable[e.Event]) -> Iterator[Line]:
        """The lines of what happened, in order; keys in a row are one line."""
        for event in _in_order(events):
            match event:
                case e.KeyPressed():
                    self._pressed.append(event)
                case _:
                    lines = tuple(self._one(event))
                    if lines:
                        yield from self._keys()
                    yield from lines
        yield from self._keys()

    def _keys(self) -> Iterator[Line]:
        if self._pressed:
            keys = " ".join(each.key for each in self._pressed)
            missed = not all(each.heard for each in self._pressed)
            yield aside(f"You press {keys}." + (" Nothing changes." * missed))
            self._pressed.clear()

    def _one(self, event: e.Event) -> Iterator[Line]:
        match event:
            case e.StageEntered() | e.TouchpointEntered():
                yield from self._entering(event)
            case e.Announced(heard=False, sort=sort):
                self._not_heard += sort not in SEEN
            case e.Announced(says=says, sort=sort):
                yield Line(_ANNOUNCING.get(sort, "Recording"), says)
            case e.Said(words=words) if self._kind == "search":
                yield aside(f"You search for: {on_one_line(words) or '…'}")
            case e.Said(speaker=speaker, says=says, words=words):
                who = "You" if speaker == _CUSTOMER else speaker
                yield Line(who, words or says or "…")
            case e.OptionChosen(says=says):
                yield from self._chosen(says)
            case e.TimeCut() | e.WaitBegan() | e.WaitEnded():
                yield from self._waiting(event)
            case _:
                yield from self._rarer(event)

    def _entering(self, event: e.StageEntered | e.TouchpointEntered) -> Iterator[Line]:
        match event:
            case e.StageEntered(stage=stage):
                yield heading(self._worded(self._script.stages[stage].title))
                yield aside(self._when(event.story_ms))
            case e.TouchpointEntered(kind=kind):
                self._kind = kind

    def _when(self, story_ms: int) -> str:
        return f"{self._calendar.says_date(story_ms)}, {self._calendar.time(story_ms)}."

    def _chosen(self, says: str) -> Iterator[Line]:
        """A menu's option has been pressed or said, and that is told already."""
        if self._kind in _CONVERSATIONS:
            yield Line("You", says)
        elif self._kind != "menu":
            yield aside(f"You choose: {on_one_line(says)}")

    def _waiting(self, event: e.TimeCut | e.WaitBegan | e.WaitEnded) -> Iterator[Line]:
        match event:
            case e.WaitBegan(wait=wait):
                self._wait, self._not_heard = wait, 0
                if wait in _WAITS:
                    yield aside(_WAITS[wait])
            case e.TimeCut() if self._wait == "days":
                yield aside(self._when(self.told_at(event)))
            case e.TimeCut(length_ms=length):
                yield from self._jumped(length, event.story_ms)
            case e.WaitEnded():
                self._wait = ""

    def _jumped(self, length: int, story_ms: int) -> Iterator[Line]:
        """How far the clock went on; of a breath between two sentences, nothing."""
        if length >= MINUTE:
            time = self._calendar.time(story_ms)
            yield aside(f"{later(length, self._not_heard)} It is {time}.")
        elif length >= _A_BREATH or self._not_heard:
            yield aside(later(length, self._not_heard))
        self._not_heard = 0

    def _rarer(self, event: e.Event) -> Iterator[Line]:
        match event:
            case e.InputRefused(says=says):
                yield Line("The page", says)
            case e.MessageArrived():
                yield from _message(event)
            case e.ContactEnded(channel="phone", by="customer", how="finished"):
                yield aside(_CONTACTS["hung_up"])
            case e.ContactBegan(channel=named) | e.ContactEnded(how=named):
                if named in _CONTACTS:
                    yield aside(_CONTACTS[named])
            case e.ResourceCrossed(says=says) if says:
                yield plain(says)
            case _:
                yield from _frame(event)


def _in_order(events: Iterable[e.Event]) -> Iterator[e.Event]:
    """The events by the story's clock, cuts of it in pieces where something came.

    What is asked comes after the whole cut: nobody can answer in the midst of it.
    """
    happened = tuple(events)
    cuts = [(at, each) for at, each in enumerate(happened) if _is_cut(each)]
    asked: list[e.Event] = []
    since: int | None = None
    for at, event in enumerate(happened):
        cut = next((each for where, each in cuts if where > at), None)
        match event:
            case e.ReactionAsked() if cut is not None and _within(event, cut):
                asked.append(event)
            case e.ResourceCrossed() if cut is not None and _within(event, cut):
                since = _begin_of(cut) if since is None else since
                yield _cut_short(event, since)
                yield event
                since = event.story_ms
            case e.TimeCut():
                yield event if since is None else _cut_short(event, since)
                yield from asked
                asked.clear()
                since = None
            case _:
                yield event


def _is_cut(event: e.Event) -> TypeGuard[e.TimeCut]:
    return type(event) is e.TimeCut


def _begin_of(cut: e.TimeCut) -> int:
    return cut.story_ms - cut.length_ms


def _within(event: e.Event, cut: e.TimeCut) -> bool:
    return event.story_ms > _begin_of(cut)


def _cut_short(until: e.Event, since: int) -> e.TimeCut:
    """The piece of a cut that reaches from an instant to an event."""
    return e.TimeCut(until.story_ms, until.felt_ms, until.story_ms - since)


def _frame(event: e.Event) -> Iterator[Line]:
    match event:
        case e.ReactionAsked():
            yield aside("How does it feel? Type feel to mark it, or take no notice")
        case e.Paused(why="break"):
            yield aside(PAUSED)
        case e.LedOn():
            yield aside("Whoever runs the workshop leads you on from here")
        case e.JourneyLeft():
            yield plain("You have left. Thank you for the time you gave it.")
        case _:
            return


def _message(event: e.MessageArrived) -> Iterator[Line]:
    kind = _ARRIVED.get(event.looks_like)
    if kind is not None:
        subject = f": {on_one_line(event.subject)}" if event.subject else ""
        yield plain(f"{kind} {on_one_line(event.sender)}{subject}")
    yield plain(event.says)
