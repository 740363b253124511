"""Whether a chat's buttons and ways out mean something."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.journey.touchpoints.chat import Button, Chat
from empathy_sim.library.meaning_exits import leads_by
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path


def wrong_chat(chat: Chat, at: Path) -> Iterator[Wrong]:
    """Buttons for intents that do not exist, intents nobody can find, lost exits."""
    intents = dict.fromkeys(intent.id for intent in chat.intents)
    meant: set[str] = set()
    for path, button in _buttons(chat):
        if button.means is None:
            continue
        meant.add(button.means)
        if button.means not in intents:
            meant.add(near(button.means, intents))
            says = f'"{button.means}" is not an intent of this chat'
            hint = nearest(button.means, intents, "its intents:")
            where: Path = (*at, *path, "means")
            yield Wrong("E314", where, says, hint, name=button.means)
    for index, intent in enumerate(chat.intents if "" not in meant else ()):
        if not intent.hears and intent.id not in meant:
            says = f'nothing leads to the intent "{intent.id}"'
            hint = "let it hear some words, or let a button mean it"
            here: Path = (*at, "intents", index)
            yield Wrong("E327", here, says, hint, name=intent.id)
    yield from _exits(chat, at)


def _exits(chat: Chat, at: Path) -> Iterator[Wrong]:
    needed = {"hand_over": "handed_over", "silence": "closed"}
    for field, exit_ in needed.items():
        if getattr(chat, field) is not None and not leads_by(chat, exit_):
            says = f"this chat can end by {exit_}, and does not say where that leads"
            hint = f"add {exit_}: ... to its leads"
            yield Wrong("E320", (*at, "leads"), says, hint, on_key=True)


def _buttons(chat: Chat) -> Iterator[tuple[Path, Button]]:
    for index, button in enumerate(chat.buttons):
        yield ("buttons", index), button
    for number, intent in enumerate(chat.intents):
        for index, button in enumerate(intent.buttons or ()):
            yield ("intents", number, "buttons", index), button
