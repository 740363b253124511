"""Names of choices that a kind keeps for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path

KEPT: Mapping[str, tuple[str, ...]] = {
    "call": ("hang_up",),
    "chat": ("say", "left", "closed"),
    "counter": ("stay", "go", "fill-in", "new-ticket"),
    "days": ("go-on", "reply"),
    "form": ("submit", "stay", "left"),
    "hold": ("hang_up",),
    "menu": ("hang_up", "misheard", "number", "other", "say"),
    "notice": (),
    "order": ("left",),
    "search": (
        *("say", "left", "back", "home", "on", "ring", "sign-in"),
        *("answered", "helpful", "not-helpful", "way-out"),
    ),
    "survey": ("send", "skip", "close"),
}
"""The choices that a kind offers by itself, beside its exits."""


def wrong_choices(touchpoint: Touchpoint, at: Path) -> Iterator[Wrong]:
    """Choices of an author that go by the name of one of the kind's own, or an exit."""
    kind = type(touchpoint)
    exits = (*kind.EXITS, *kind.MAY_EXIT)
    taken = {*KEPT.get(touchpoint.kind, ()), *exits}
    for path, choice in _choices(touchpoint):
        name = getattr(choice, "name", None) or choice.id
        if name in taken:
            says = f'every {touchpoint.kind} keeps the name "{name}" for itself'
            key = "id" if getattr(choice, "id", None) else _SAID_IN[path[-2]]
            hint = f"write id: {name}-2, or other words" if _has_id(choice) else ""
            where = (*at, *path, key)
            yield Wrong("E331", where, says, hint or "write other words")


def _has_id(choice: Any) -> bool:
    return hasattr(choice, "id")


_SAID_IN: Mapping[str | int, str] = {
    "options": "says",
    "actions": "says",
    "links": "says",
    "buttons": "says",
    "replies": "says",
    "hears": "words",
    "questions": "id",
    "tickets": "says",
    "meanwhile": "says",
    "categories": "says",
    "contacts": "says",
    "did_you_mean": "says",
}

_CHOSEN_IN = (
    *("options", "actions", "links", "buttons", "questions"),
    *("tickets", "meanwhile"),
)


def _choices(touchpoint: Any) -> Iterator[tuple[Path, Any]]:
    """Everything of an author's that is chosen by a name, with its path."""
    for field in _CHOSEN_IN:
        if touchpoint.kind != "menu":
            yield from _listed((field,), getattr(touchpoint, field, ()))
    for number, intent in enumerate(getattr(touchpoint, "intents", ())):
        yield from _listed(("intents", number, "buttons"), intent.buttons or ())
    turns: Mapping[str, Any] = getattr(touchpoint, "turns", {})
    for name, turn in turns.items():
        yield from _listed(("turns", name, "replies"), turn.replies)
    if touchpoint.kind == "search":
        yield from _of_a_help_centre(touchpoint)
    if speech := getattr(touchpoint, "speech", None):
        yield from _listed(("speech", "hears"), speech.hears)


def _of_a_help_centre(search: Any) -> Iterator[tuple[Path, Any]]:
    yield from _listed(("categories",), search.categories)
    yield from _listed(("contacts",), search.contacts)
    yield from _listed(("nothing", "did_you_mean"), search.nothing.did_you_mean)
    for name, article in search.articles.items():
        yield from _listed(("articles", name, "links"), article.links)


def _listed(path: Path, choices: Any) -> Iterator[tuple[Path, Any]]:
    for index, choice in enumerate(choices):
        yield (*path, index), choice
