"""How far a chat has come."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, cast

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.kinds import Fold
from empathy_sim.engine.transcript import CUSTOMER, Spoken, with_spoken

NOT_UNDERSTOOD = ("not_understood", "no_button")
"""Answers to what was not understood: without and with buttons on the screen."""


class Coming(NamedTuple):
    """A sentence that the other side has yet to send."""

    sort: str
    """Of the answer it belongs to: `opens`, `answer` (for the first time),
    `once_more`, `again` (the very same), `not_understood`, `no_button`, `refused`,
    `hand_over`, `joined`."""
    says: str
    """As written; its names stand for what they do when it is sent."""
    intent: str
    canned: bool
    first: bool
    """Whether the answer begins with it."""
    last: bool
    """Whether the answer ends with it."""


class Leaving(NamedTuple):
    """Where it goes on once the last sentence has been read."""

    at: int
    """The story instant."""
    exit: str
    target: str


class Chatting(Struct, frozen=True):
    """A window, and what goes on behind it."""

    spoken: tuple[Spoken, ...] = ()
    coming: tuple[Coming, ...] = ()
    typing_since: int = 0
    """The story instant at which the first of what comes was begun."""
    last: int = 0
    """The story instant of the last sentence, or of the beginning."""
    buttons_of: str = ""
    """The intent whose buttons are shown; those of the chat itself if empty."""
    answered: Mapping[str, int] = MappingProxyType({})
    """How often each intent was answered."""
    unhelpful: int = 0
    not_understood: int = 0
    refused: int = 0
    """How often a person was refused."""
    met: frozenset[str] = frozenset()
    """Frictions met at this visit, as `code` or `code/detail`."""
    queue_ends: int | None = None
    banner: str = ""
    warned: bool = False
    closed: bool = False
    leaving: Leaving | None = None
    person: str = ""
    """Who has joined, if anybody."""
    before: str = ""
    """The person that this contact goes on with, from a chat before."""

    @property
    def is_open(self) -> bool:
        """Whether the customer can write."""
        if self.queue_ends is not None or self.leaving is not None or self.closed:
            return False
        return not self.coming or not self.is_joining

    @property
    def is_joining(self) -> bool:
        """Whether somebody has come and is about to speak."""
        return any(each.sort == "joined" for each in self.coming)

    @property
    def is_quiet(self) -> bool:
        """Whether it is for the customer to say something."""
        return not self.coming and self.is_open


def taken_over(progress: Chatting, former: object) -> Chatting:
    """A chat in the window of the one before, with what was said there."""
    match former:
        case Chatting(spoken=spoken, person=person, before=before):
            return replace(progress, spoken=spoken, before=person or before)
        case _:
            return progress


def _said(progress: Chatting, event: e.Said | e.OptionChosen) -> Chatting:
    after = replace(
        progress,
        spoken=with_spoken(progress.spoken, event),
        last=event.story_ms,
        warned=False,
        banner="",
    )
    match event:
        case e.Said(speaker=speaker) if speaker != CUSTOMER:
            return replace(after, coming=after.coming[1:], typing_since=event.story_ms)
        case _:
            return after


def _stepped(progress: Chatting, event: e.StepTaken) -> Chatting:
    facts, after = event.facts, progress
    match event.step:
        case "replies":
            after = _replying(progress, event)
        case "shows":
            after = replace(progress, buttons_of=str(facts["buttons_of"]))
        case "warned" | "queued":
            warned = event.step == "warned"
            after = replace(progress, warned=warned, banner=str(facts["banner"]))
        case "joined":
            kept = () if facts["lost"] else progress.spoken
            after = replace(progress, person=str(facts["who"]), spoken=kept)
        case "closed":
            after = replace(progress, closed=True)
        case "goes_on":
            at = event.story_ms + int(str(facts["after"]))
            going = Leaving(at, str(facts["exit"]), str(facts["target"]))
            after = replace(progress, leaving=going)
        case _:
            pass
    return after


def _replying(progress: Chatting, event: e.StepTaken) -> Chatting:
    sort, intent = str(event.facts["sort"]), str(event.facts["intent"])
    says = cast("tuple[tuple[str, bool], ...]", event.facts["says"])
    last = len(says) - 1
    coming = tuple(
        Coming(sort, text, intent, canned, at == 0, at == last)
        for at, (text, canned) in enumerate(says)
    )
    return replace(
        progress,
        coming=(*progress.coming, *coming),
        typing_since=progress.typing_since if progress.coming else event.story_ms,
        answered=_counted(progress.answered, intent),
        unhelpful=progress.unhelpful + (not event.facts["helps"]),
        not_understood=progress.not_understood + (sort in NOT_UNDERSTOOD),
        refused=progress.refused + (sort == "refused"),
    )


def _counted(counts: Mapping[str, int], intent: str) -> Mapping[str, int]:
    return {**counts, intent: counts.get(intent, 0) + 1} if intent else counts


def _entered(progress: Chatting, event: e.TouchpointEntered) -> Chatting:
    return replace(progress, last=event.story_ms)


def _met(progress: Chatting, event: e.FrictionMet) -> Chatting:
    name = f"{event.code}/{event.detail}" if event.detail else event.code
    return replace(progress, met=progress.met | {name})


def _waiting(progress: Chatting, event: e.WaitBegan) -> Chatting:
    if event.wait != "queue":
        return progress
    return replace(progress, queue_ends=event.story_ms + event.length_ms)


def _waited(progress: Chatting, event: e.WaitEnded) -> Chatting:
    return replace(progress, queue_ends=None, banner="")


FOLDS: Mapping[type[e.Event], Fold] = {
    e.TouchpointEntered: _entered,
    e.Said: _said,
    e.OptionChosen: _said,
    e.StepTaken: _stepped,
    e.FrictionMet: _met,
    e.WaitBegan: _waiting,
    e.WaitEnded: _waited,
}
"""What each event makes of a chat."""
