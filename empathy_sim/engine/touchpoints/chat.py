"""What a chat does: it types, hears, hands over."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.chat_replies import (
    LONGEST_SAID,
    buttons,
    fall_silent,
    hear,
    join,
    press,
    say_next,
    send,
    speaker,
)
from empathy_sim.engine.chatting import FOLDS, Chatting, taken_over
from empathy_sim.engine.going import leave
from empathy_sim.engine.hearing import unheard
from empathy_sim.engine.kinds import Kind
from empathy_sim.engine.scene import Offer, Told
from empathy_sim.engine.transcript import Sentence, shown
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.chat import Chat

_NOT_HEARD = ("It is about something else.", "Perhaps tomorrow.", "Hm.", "?")
_CHAT = Turn[Chat, Chatting]
_VIEW = View[Chat, Chatting]


class ChatButton(Struct, frozen=True):
    """A ready answer; it is taken by `Choose(id)`."""

    id: str
    says: str


class ChatFace(Struct, frozen=True):
    """A chat window."""

    who: str
    """The name at the top."""
    person: bool
    """Whether that is a person."""
    sentences: tuple[Sentence, ...]
    """Everything said in this window, oldest first."""
    typing: bool
    """Whether three dots are shown."""
    buttons: tuple[ChatButton, ...]
    input_open: bool
    """Whether the customer can write."""
    banner: str
    """Above the input: the queue, or that the chat will be closed."""
    closed: bool
    """Whether the company has closed it."""
    kind: str = "chat"

    def told(self) -> tuple[Told, ...]:
        return (Told("", self.banner),)


class ChatKind(Kind[Chat, Chatting]):
    """Rules of the chat."""

    folds = FOLDS

    def begin(self, noun: Chat) -> Chatting:
        return Chatting()

    def take_over(self, progress: Chatting, former: object) -> Chatting:
        return taken_over(progress, former)

    def enter(self, turn: _CHAT) -> None:
        who = turn.words(turn.noun.who)
        if turn.noun.is_ == "person" and turn.progress.before != who:
            turn.emit(e.PersonAnswered(*turn.at, who, turn.noun.able))
        send(turn, "opens", turn.noun.opens)

    def next_at(self, view: _VIEW) -> int | None:
        progress, silence = view.progress, view.noun.silence
        if progress.leaving is not None:
            return progress.leaving.at
        if progress.queue_ends is not None:
            return progress.queue_ends
        if progress.coming:
            return progress.typing_since + view.noun.types_for
        if silence is None or progress.closed:
            return None
        warns = not progress.warned and silence.warns < silence.closes
        return progress.last + (silence.warns if warns else silence.closes)

    def due(self, turn: _CHAT) -> None:
        progress = turn.progress
        if progress.leaving is not None:
            leave(turn, progress.leaving.exit, progress.leaving.target)
        elif progress.queue_ends is not None:
            join(turn)
        elif progress.coming:
            say_next(turn)
        else:
            fall_silent(turn)

    def face(self, view: _VIEW) -> ChatFace:
        progress = view.progress
        return ChatFace(
            who=speaker(view),
            person=view.noun.is_ == "person" or bool(progress.person),
            sentences=shown(progress.spoken, view.state.calendar),
            typing=bool(progress.coming),
            buttons=tuple(
                ChatButton(each.name, view.words(each.says)) for each in buttons(view)
            ),
            input_open=progress.is_open,
            banner=progress.banner,
            closed=progress.closed,
        )

    def offers(self, view: _VIEW) -> tuple[Offer, ...]:
        progress = view.progress
        if progress.closed:
            return (_choice("closed", "Close the window"),)
        left = _choice("left", "Close the chat")
        if not progress.is_open:
            return (left,)
        if progress.coming:
            return (_writing(()), left)
        ready = [_choice(each.name, view.words(each.says)) for each in buttons(view)]
        return (_writing(_examples(view)), *ready, left)

    def is_busy(self, view: _VIEW) -> bool:
        progress = view.progress
        return not (progress.closed or progress.is_quiet)

    def answer(self, turn: _CHAT, move: m.Move) -> None:
        match move:
            case m.Choose(option="closed") if turn.progress.closed:
                leave(turn, "closed")
            case m.Say() | m.Choose() if turn.progress.closed:
                raise MoveRefused(says="This chat is closed; its window can be closed.")
            case m.Choose(option="left"):
                turn.end_wait("left")
                turn.end_contact("customer", "left")
                leave(turn, "left")
            case m.Choose(option=option):
                press(turn, option)
            case m.Say(text=text):
                hear(turn, text.strip())
            case _:
                raise MoveRefused(says="In a chat one writes, or closes it.")


@lru_cache(maxsize=1_024)
def _choice(option: str, label: str) -> Offer:
    return Offer("choose", option, label, (m.Choose(option),))


@lru_cache(maxsize=256)
def _writing(examples: tuple[str, ...]) -> Offer:
    said = tuple(map(m.Say, examples))
    return Offer("say", "say", "Write something", said, limit=LONGEST_SAID)


def _examples(view: _VIEW) -> tuple[str, ...]:
    """A phrase for each intent, one that asks for a person, one for nothing."""
    noun = view.noun
    known = [each.hears for each in view.open(noun.intents) if each.hears]
    if noun.hand_over:
        known.append(noun.hand_over.hears)
    return _phrases(tuple(known))


@lru_cache(maxsize=256)
def _phrases(known: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The first of each, and one that is none of them."""
    every = tuple(chain.from_iterable(known))
    return (*[phrases[0] for phrases in known if phrases], unheard(_NOT_HEARD, every))


KIND = ChatKind()
