"""Screens that move on by themselves, in turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.events import Callback
from textual.messages import InvokeLater
from textual.screen import Screen
from textual.types import CallbackType

from empathy_sim.tui.turns import Turns


class InTurn:
    """A program whose screens move on in turn."""

    turns: Turns
    """Programs of one process may share them."""
    shares_machine: bool = False
    """Whether many programs run in this process."""


def move_on(screen: Screen[Any], look: CallbackType) -> None:
    """Let a screen look what time it is, when its turn has come.

    Args:
        screen: the turn is over once it is drawn.
        look: brings it up to now.
    """
    match screen.app:
        case InTurn(turns=turns):
            turns.ask(screen, partial(_look, screen, look))
        case _:
            screen.call_later(look)


def _look(screen: Screen[Any], look: CallbackType, over: Callable[[], None]) -> None:
    # Not `call_later`, which reads the signature of what it is given every time.
    screen.post_message(Callback(callback=look))
    if not screen.post_message(InvokeLater(over)):
        over()
