"""Chats as tests of the engine play them."""

from __future__ import annotations

from empathy_sim.engine import moves as m
from empathy_sim.engine.moves import Pace
from empathy_sim.engine.touchpoints.chat import ChatFace
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_scripts import begun

SAMPLES = (
    "chat-canned-empathy",
    "chat-closes-on-silence",
    "chat-hands-over",
    "chat-hands-over-out",
    "chat-hands-over-well",
    "chat-intent-loop",
    "chat-no-button-fits",
    "chat-that-works",
)


def face_of(chat: Playthrough) -> ChatFace:
    face = chat.scene.face
    assert isinstance(face, ChatFace)
    return face


def read(chat: Playthrough) -> None:
    """Let the other side send all that it is typing."""
    while chat.scene.place is not None and face_of(chat).typing:
        chat.tick()


def opened(name: str, pace: Pace = "workshop") -> Playthrough:
    """A chat in which everything that opens it has been read."""
    chat = begun(name, pace=pace)
    read(chat)
    return chat


def say(chat: Playthrough, *texts: str) -> None:
    """Write sentences, and read the answer to each."""
    for text in texts:
        chat.do(m.Say(text))
        read(chat)


def sentences(chat: Playthrough) -> list[tuple[str, str]]:
    return [(each.who, each.says) for each in face_of(chat).sentences]


def last_said(chat: Playthrough) -> str:
    return face_of(chat).sentences[-1].says


def handed_over(chat: Playthrough) -> None:
    """Ask for a person until one is fetched, and be told so."""
    say(chat, "a person", "a human, please", "I want a person")
