"""A device: what a touchpoint is met through."""

from __future__ import annotations

import importlib
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from empathy_sim.engine.moves import Move
from empathy_sim.engine.scene import Scene


class Device(Widget):
    """A phone, a page, a chat window, a letter: looks and behaves like its kind.

    It never knows the session: it is shown scenes, and what the participant does on
    it goes up as `Device.Moved`. A kind's device lives in `tui/touchpoints/NAME.py`
    as `DEVICE`.
    """

    HELP: ClassVar[str] = ""
    """What can be done here, in Markdown; the frame's help shows it."""

    @dataclass
    class Moved(Message):
        """The participant did something."""

        move: Move
        device: Device

    @abstractmethod
    def show(self, scene: Scene) -> None:
        """Show a scene of this kind; called when anything has changed.

        The same touchpoint's scenes come to the same device, so that what is being
        typed, the focus and the scroll stay. Nothing is laid out anew for what only
        changes its words.
        """

    def tick(self, scene: Scene) -> None:
        """A second has passed: timers and captions go on; cheaper than `show`."""
        del scene

    def fit(self, size: Size) -> None:
        """Be built for so many columns and rows; called before it is there as well."""
        del size

    def take_shape(self, classes: Mapping[str, bool]) -> None:
        """Have some classes and others not; all rules are looked up once."""
        has = {name for name, is_so in classes.items() if is_so}
        self.classes = (self.classes - classes.keys()) | has

    def on_resize(self, event: events.Resize) -> None:
        """Be built for the room there is."""
        self.fit(event.size)

    @property
    def grain_ms(self) -> int:
        """Felt milliseconds between two ticks, 250 at least: less where words run."""
        return 1_000

    def typed(self, key: str) -> bool:
        """A key that no field took, as a character or by its name; whether it is used.

        It comes wherever the focus is, so that a device works without one.
        """
        del key
        return False

    def refused(self, says: str, field: str | None) -> bool:
        """Show beside its place why a move was not possible; whether it could."""
        del says, field
        return False

    def move(self, move: Move) -> None:
        """Send a move up."""
        self.post_message(self.Moved(move, self))


@cache
def device_of(kind: str) -> type[Device]:
    """The device of a kind of touchpoint, by its name."""
    module = importlib.import_module(f"empathy_sim.tui.touchpoints.{kind}")
    device: type[Device] = module.DEVICE
    return device
