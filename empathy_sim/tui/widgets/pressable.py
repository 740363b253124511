"""A button, a link, a way on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static


class Pressable(Static, can_focus=True):
    """Something to press, by `enter`, the space bar or the mouse.

    Its looks are classes: `-main` is the company's button, `-plain` another one,
    `-link` underlined words, `-choice` a row to choose, `-chip` a ready answer,
    `-bar` a word in a window's title.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Pressable {
        width: auto;
        max-width: 100%;
        height: auto;
        pointer: pointer;

        &:hover { text-style: underline; }
        &:focus { text-style: bold underline; }

        &.-main {
            padding: 0 3;
            background: $company-fill;
            color: $company-on-fill;
            text-style: bold;
            &:focus {
                text-style: bold underline;
                background-tint: $foreground 14%;
            }
        }
        &.-plain {
            padding: 0 2;
            background: $panel;
            color: $foreground;
            &:focus {
                background: $company-quiet;
                border-left: outer $company;
                border-right: outer $company;
                padding: 0 1;
            }
        }
        &.-link {
            color: $company;
            text-style: underline;
            &:focus { text-style: bold reverse; }
        }
        &.-choice {
            width: 1fr;
            padding: 0 1 0 2;
            color: $foreground;
            &:hover { background: $company-quiet; }
            &:focus {
                background: $company-quiet;
                border-left: outer $company;
                padding: 0 1;
                text-style: bold;
            }
        }
        &.-chip {
            padding: 0 2;
            background: $panel;
            color: $company;
            &:focus {
                background: $company-fill;
                color: $company-on-fill;
                text-style: bold underline;
            }
        }
        &.-bar {
            padding: 0 1;
            color: $text-muted;
            &:hover { color: $foreground; }
            &:focus { color: $foreground; text-style: bold reverse; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "Press", show=False)
    ]

    @dataclass
    class Pressed(Message):
        """It was pressed."""

        pressable: Pressable
        option: str

        @property
        def control(self) -> Pressable:
            """What was pressed."""
            return self.pressable

    def __init__(
        self,
        label: Content,
        option: str,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make one.

        Args:
            label: what stands on it.
            option: what it stands for.
            id: its name on the screen.
            classes: its looks.
        """
        super().__init__(label, markup=False, id=id, classes=classes)
        self.option = option

    def on_click(self, event: events.Click) -> None:
        """A click is a press."""
        event.stop()
        self.action_press()

    def action_press(self) -> None:
        """Press it."""
        self.post_message(self.Pressed(self, self.option))
