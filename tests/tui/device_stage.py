"""A device on a stage, over a real session."""

from __future__ import annotations

from typing import TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.tui.device import Device, device_of
from empathy_sim.tui.guarded_app import GuardedApp
from tests.engine.made_scripts import facts_of, script_of

K = TypeVar("K", bound=e.Event)


class Stage(GuardedApp[None]):
    """Shows the device of each scene of a session, and makes its moves."""

    def __init__(self, sample: str) -> None:
        super().__init__()
        script = script_of(sample)
        self.clock = ManualClock()
        self.session = Session.begin(
            script,
            plain_cast(facts_of(script)),
            store=MemoryStore(),
            clock=self.clock,
        )
        self.session.submit(m.Consent())
        while self.session.state.phase != "playing":
            self.session.submit(m.Proceed())
        self.said: list[str] = []
        """What was refused, and the device did not show itself."""
        self.moves: list[m.Move] = []
        """What was tried."""
        self._device: Device | None = None
        self._at: object = None

    def compose(self) -> ComposeResult:
        yield Container(id="stage")

    @on(events.Mount)
    async def begin(self) -> None:
        await self.show(self.session.scene())

    @property
    def device(self) -> Device:
        assert self._device is not None
        return self._device

    async def show(self, scene: Scene) -> None:
        place = scene.place
        if scene.phase != "playing" or place is None:
            return
        at = (place.stage, place.touchpoint, place.visit)
        if at != self._at:
            self._at = at
            device = device_of(place.kind)()
            stage = self.query_one("#stage")
            await stage.remove_children()
            await stage.mount(device)
            self._device = device
        self.device.show(scene)

    async def put(self, kind: str, scene: Scene) -> None:
        """Show a scene that was made up, on the device of its kind."""
        device = device_of(kind)()
        stage = self.query_one("#stage")
        await stage.remove_children()
        await stage.mount(device)
        self._device = device
        device.show(scene)

    @on(Device.Moved)
    async def move(self, moved: Device.Moved) -> None:
        self.moves.append(moved.move)
        try:
            self.session.submit(moved.move)
        except MoveRefused as refused:
            await self.show(self.session.scene())
            if not self.device.refused(refused.says, refused.field):
                self.said.append(refused.says)
        else:
            await self.show(self.session.scene())

    async def pass_time(self, milliseconds: int) -> None:
        """Let time pass, and what is due happen."""
        self.clock.advance(milliseconds)
        happened = self.session.catch_up()
        scene = self.session.scene()
        await (self.show(scene) if happened else self.tick(scene))

    async def tick(self, scene: Scene) -> None:
        self.device.tick(scene)

    def chosen(self) -> list[str]:
        """The options that were taken, by id."""
        return [
            each.option for each in self.session.log if isinstance(each, e.OptionChosen)
        ]

    def filled(self) -> list[tuple[str, str]]:
        """The fields that were filled in, and with what."""
        return [
            (each.field, each.words)
            for each in self.session.log
            if isinstance(each, e.FieldFilled)
        ]

    def of(self, sort: type[K]) -> list[K]:
        """The events of a sort."""
        return [each for each in self.session.log if isinstance(each, sort)]
