"""Where a touchpoint's device stands."""

from __future__ import annotations

from textual import events, on
from textual.containers import Container
from textual.geometry import Size

from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.tui.device import Device, device_of

_EACH_SECOND = 1_000
_FRAME = 5
"""Rows that are not the device's, at least."""


class DeviceStand(Container):
    """Holds one device, and puts another in its place when the touchpoint changes."""

    DEFAULT_CSS = """
    DeviceStand {
        width: 1fr;
        height: 1fr;
        align: center middle;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="device")
        self._at: tuple[str, str, int] | None = None
        self._device: Device | None = None

    @property
    def grain_ms(self) -> int:
        """Felt milliseconds between two ticks of the device."""
        return self._device.grain_ms if self._device is not None else _EACH_SECOND

    @on(Device.Moved)
    def _stop_what_is_late(self, moved: Device.Moved) -> None:
        """Let nothing pass from a device in whose place another stands."""
        if moved.device is not self._device:
            moved.stop()

    async def show(self, scene: Scene) -> None:
        """Show a scene on its device; the same visit keeps the same one.

        While the story stands, so does the device: what is being typed stays.
        """
        place = scene.place
        if place is None:
            return
        at = (place.stage, place.touchpoint, place.visit)
        if at == self._at and self._device is not None:
            if scene.paused is None:
                self._device.show(scene)
            return
        device = device_of(place.kind)()
        device.fit(self.content_size or self._likely_size())
        with self.app.batch_update():
            await self.remove_children()
            await self.mount(device)
            device.show(scene)
        self._at, self._device = at, device

    def _likely_size(self) -> Size:
        """About the size there will be, where nothing is laid out yet."""
        width, height = self.app.size
        return Size(width, max(0, height - _FRAME))

    def tick(self, scene: Scene) -> None:
        """Let the device's timers and captions go on."""
        if self._device is not None and scene.paused is None:
            self._device.tick(scene)

    def typed(self, event: events.Key) -> bool:
        """Give the device a key that no field took; whether it used it."""
        key = event.character if event.is_printable else event.key
        return self._device is not None and bool(key) and self._device.typed(key or "")

    def refused(self, refused: MoveRefused) -> bool:
        """Show on the device why a move was not possible; whether it could."""
        device = self._device
        return device is not None and device.refused(refused.says, refused.field)
