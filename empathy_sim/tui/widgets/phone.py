"""A telephone: a display, keys, a way out."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.geometry import Size
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from empathy_sim.engine.moves import HangUp, Press
from empathy_sim.engine.scene import Scene
from empathy_sim.tui.device import Device
from empathy_sim.tui.widgets.phone_keypad import KEYS, Keypad
from empathy_sim.tui.widgets.phone_top import Dialled, PhoneTop, Signal

_UPRIGHT, _TALL, _LOW, _SLIM = 33, 28, 19, 62
"""Rows from which, rows and columns below which a phone is built differently."""
WHILE_SPEAKING_MS = 250
"""Between two ticks: a word appears as it is said, and nothing moves faster."""


class HangUpKey(Static):
    """The button that ends a call."""

    DEFAULT_CSS = """
    HangUpKey {
        width: 1fr;
        height: 3;
        content-align: center middle;
        text-align: center;
        border: round $error;
        background: $surface;
        color: $error;
        text-style: bold;
        pointer: pointer;
    }
    HangUpKey:hover { text-style: bold underline; }
    HangUpKey.-off {
        border: round $border-blurred;
        color: $text-disabled;
        text-style: none;
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    class Pressed(Message):
        """It was clicked."""

    def __init__(self) -> None:
        super().__init__("Hang up  F8", id="hang-up")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed())


class Phone(Device):
    """A handset; its heirs say what stands in its display, and whether it has keys.

    It keeps its shape while a call goes from a menu into a queue and to a person.
    """

    DEFAULT_CSS = """
    Phone {
        width: 1fr;
        height: 1fr;
        align: center middle;

        .handset {
            width: 1fr;
            max-width: 80;
            height: 1fr;
            max-height: 22;
            background: $surface;
            border: outer $border-blurred;
        }
        .inside { width: 1fr; height: 1fr; layout: horizontal; }
        .display { width: 1fr; height: 1fr; padding: 1 0 0 0; }
        .keys { width: 22; height: 1fr; padding: 0 1; align: center middle; }
        .keys Keypad { height: 12; }
    }
    Phone.-tall {
        .handset { max-height: 28; }
        .display { padding: 1 1 1 1; }
        .keys { width: 36; padding: 0 2; }
        .keys Keypad { height: 15; margin-bottom: 1; }
        PhoneTop { height: 4; padding: 1 3; }
    }
    Phone.-slim {
        .keys { width: 19; }
    }
    Phone.-low {
        .display { padding: 0; }
        .keys Keypad { height: 7; margin-bottom: 1; }
        .keypad--key, .keypad--name { background: $panel; }
        HangUpKey { height: 1; border: none; background: $panel; }
    }
    Phone.-low.-slim {
        .keys { width: 13; }
    }
    Phone.-upright {
        .handset { max-width: 52; max-height: 35; margin-top: 1; }
        .inside { layout: vertical; }
        .display { padding: 1; }
        .keys { width: 1fr; height: 16; padding: 0 3 1 3; }
        .keys Keypad { height: 12; margin: 0; }
    }
    Phone.-wordy {
        .inside { layout: vertical; }
        .foot { width: 1fr; height: 1; padding: 0 2; align-horizontal: right; }
        HangUpKey { width: 20; height: 1; border: none; background: $panel; }
    }
    Phone.-wordy.-tall {
        .foot { height: 4; padding: 0 3 1 3; }
        HangUpKey { width: 24; height: 3; border: round $error; background: $surface; }
    }
    Phone.-wordy.-upright HangUpKey { width: 1fr; }
    """
    HAS_KEYS: ClassVar[bool] = True

    top = query_one(PhoneTop)
    hang_up_key = query_one(HangUpKey)

    def __init__(self) -> None:
        super().__init__()
        self.set_class(not self.HAS_KEYS, "-wordy")
        self._is_speaking = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="handset"):
            yield PhoneTop()
            with Container(classes="inside"):
                with Vertical(classes="display"):
                    yield from self.display_parts()
                with Vertical(classes="keys" if self.HAS_KEYS else "foot"):
                    if self.HAS_KEYS:
                        yield Keypad()
                    yield HangUpKey()

    @abstractmethod
    def display_parts(self) -> ComposeResult:
        """What stands in the display, under its top."""

    @abstractmethod
    def draw(self, scene: Scene) -> Signal:
        """Bring a scene into the display; what the line is doing."""

    def show(self, scene: Scene) -> None:
        self.hang_up_key.set_class(not scene.may("hang_up"), "-off")
        self.tick(scene)

    def tick(self, scene: Scene) -> None:
        signal = self.draw(scene)
        began = scene.contact_since
        since = None if began is None else scene.story_ms - began
        if since is None:
            signal = "dead"
        self._is_speaking = signal in {"speaking", "recording"}
        called, number = self.dialled(scene)
        self.top.show(Dialled(called, number, since, signal))

    def dialled(self, scene: Scene) -> tuple[str, str]:
        """Whom the call is to, and under which number."""
        return scene.company.name, scene.company.phone or ""

    @property
    def grain_ms(self) -> int:
        return WHILE_SPEAKING_MS if self._is_speaking else 1_000

    def typed(self, key: str) -> bool:
        if self.HAS_KEYS and key in KEYS:
            self.press(key)
            return True
        return False

    def press(self, key: str) -> None:
        """Press a key of the phone."""
        self.query_one(Keypad).light_up(key)
        self.move(Press(key))

    def fit(self, size: Size) -> None:
        rows, columns = size.height, size.width
        upright, tall = rows >= _UPRIGHT, rows >= _TALL
        low, slim = rows < _LOW, columns < _SLIM
        self.take_shape(
            {"-upright": upright, "-tall": tall, "-low": low, "-slim": slim}
        )

    @on(Keypad.Pressed)
    def _press(self, pressed: Keypad.Pressed) -> None:
        pressed.stop()
        self.press(pressed.key)

    @on(HangUpKey.Pressed)
    def _hang_up(self, pressed: HangUpKey.Pressed) -> None:
        pressed.stop()
        if not self.hang_up_key.has_class("-off"):
            self.move(HangUp())
