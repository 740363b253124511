"""What a screen is for, and its keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Markdown, Static

from empathy_sim.tui.plain import plain

_DIGITS = "digits"
Key = tuple[str, str]
"""A key as it is printed, and what it does."""


class HelpScreen(ModalScreen[None]):
    """Lies over a screen and explains it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", key_display="esc")
    ]

    def __init__(self, explanation: str, keys: tuple[Key, ...]) -> None:
        """Explain.

        Args:
            explanation: Our own Markdown; never words from elsewhere.
            keys: What can be pressed now, in order of use.
        """
        super().__init__()
        self._explanation = explanation
        self._keys = keys

    @classmethod
    def about(cls, screen: Screen[object]) -> Self:
        """Explain a screen by its `HELP`, that of what is on it, and the keys now."""
        explained = (screen.HELP, *(each.HELP for each in screen.walk_children()))
        words = "\n\n".join(each.strip() for each in explained if each)
        return cls(words, tuple(_keys_of(screen)))

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page") as page:
            page.border_title = "Help"
            if self._explanation:
                yield Markdown(self._explanation, open_links=False)
            with Grid(id="keys"):
                for key, does in self._keys:
                    yield Static(plain(key), classes="key")
                    yield Static(plain(does), classes="does")
        yield Footer(show_command_palette=False)

    def action_close(self) -> None:
        self.dismiss(None)


def _keys_of(screen: Screen[object]) -> Iterator[Key]:
    told, digits = set[str](), _digits(screen)
    for node, binding, enabled, _ in screen.active_bindings.values():
        is_ours = binding.action in _own_actions(node)
        what = _DIGITS if binding.key.isdigit() else binding.action
        if enabled and is_ours and binding.description and what not in told:
            told.add(what)
            key = screen.app.get_key_display(binding)
            yield digits if what == _DIGITS else key, binding.description


def _digits(screen: Screen[object]) -> str:
    """The digits that can be pressed: `1 to 6`."""
    keys = sorted(each for each in screen.active_bindings if each.isdigit())
    return " to ".join(dict.fromkeys((keys[0], keys[-1]))) if keys else ""


def _own_actions(node: DOMNode) -> set[str]:
    """What our own classes bind; a text field alone has thirty keys of Textual's."""
    return {
        binding.action
        for kind in type(node).__mro__
        if not kind.__module__.startswith("textual.")
        for binding in Binding.make_bindings(kind.__dict__.get("BINDINGS", ()))
    }
