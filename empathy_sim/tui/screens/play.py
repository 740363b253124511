"""The story: a device in a calm frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.getters import query_one
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused, StoreError
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.device import Device, device_of
from empathy_sim.tui.screens.confirm import ConfirmScreen
from empathy_sim.tui.screens.feeling import FeelingScreen, Felt
from empathy_sim.tui.widgets.notebook import NotebookPanel
from empathy_sim.tui.widgets.story_bar import StoryBar
from empathy_sim.tui.widgets.voice import FrameVoice

_STANDS_AT_MOST = 15.0
"""Seconds for which the story's clock stands while a feeling is marked."""


class PlayScreen(Screen[None]):
    """Shows the touchpoint's device, and the frame around it; over when it is."""

    CSS_PATH = "play.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (104, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012
    HELP = """
The middle is the company's: a phone, a page, a letter. Everything around it is ours.
Waits are real, and cut where they are long; when time jumps, the line below says so.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "feel(False)", "Feeling", id="journey.feel"),
        Binding("f3", "feel(True)", "Insight", id="journey.aha"),
        Binding("f4", "notebook", "Notebook", id="journey.notebook"),
        Binding("f8", "hang_up", "Hang up", id="journey.hang-up"),
        Binding("f9", "pause", "Pause", id="journey.pause"),
        Binding("f10", "leave", "Leave", id="journey.leave"),
    ]

    bar = query_one(StoryBar)
    voice = query_one(FrameVoice)
    book = query_one(NotebookPanel)
    stand = query_one("#device", Container)

    def __init__(self, port: SessionPort, kept_in: str) -> None:
        super().__init__()
        del kept_in
        self._port = port
        self._scene: Scene = port.scene()
        self._shown_at: tuple[str, str, int] | None = None
        self._device: Device | None = None
        self._timer: Timer | None = None
        self._not_heard = 0
        self._stop_listening: Callable[[], None] = port.changes(self._heard)

    def compose(self) -> ComposeResult:
        yield StoryBar()
        with Horizontal(id="middle"):
            yield Container(id="device")
            yield NotebookPanel()
        yield FrameVoice()
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        await self._show(self._port.scene())
        self._schedule()

    def on_unmount(self) -> None:
        self._stop_listening()

    async def _submit(self, move: m.Move) -> bool:
        """Make a move, show what came of it; whether it was possible."""
        try:
            scene = await self._port.submit(move)
        except MoveRefused as refused:
            await self._show(self._port.scene())
            device = self._device
            if device is None or not device.refused(refused.says, refused.field):
                self.voice.say(refused.says)
            return False
        except StoreError as error:
            self.voice.warn(f"{error} Nothing since then has been saved.")
            return False
        await self._show(scene)
        return True

    async def _show(self, scene: Scene) -> None:
        self._scene = scene
        if scene.phase != "playing":
            self._over()
            return
        self.bar.show(scene)
        self.book.show(scene.notebook)
        self.voice.ask(asked=scene.asks_feeling is not None)
        self.refresh_bindings()
        await self._show_device(scene)

    async def _show_device(self, scene: Scene) -> None:
        place = scene.place
        if place is None:
            return
        at = (place.stage, place.touchpoint, place.visit)
        if at != self._shown_at:
            self._shown_at = at
            device = device_of(place.kind)()
            with self.app.batch_update():
                await self.stand.remove_children()
                await self.stand.mount(device)
            self._device = device
        if self._device is not None:
            self._device.show(scene)

    def _over(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self.is_current:
            self.dismiss(None)

    def _schedule(self) -> None:
        """Look again at the next whole second, or sooner if something is due."""
        felt = self._port.scene().felt_ms
        due = self._port.due_in()
        wait = 1_000 - felt % 1_000
        wait = min(wait, due) if due is not None else wait
        self._timer = self.set_timer(max(wait, 10) / 1_000, self._look)

    async def _look(self) -> None:
        before = len(self._port.log)
        try:
            scene = await self._port.catch_up()
        except StoreError as error:
            self.voice.warn(f"{error} Nothing since then has been saved.")
            self._schedule()
            return
        if len(self._port.log) != before or scene.phase != "playing":
            await self._show(scene)
        else:
            self._scene = scene
            self.bar.show(scene)
            if self._device is not None:
                self._device.tick(scene)
        if scene.phase == "playing":
            self._schedule()

    def _heard(self, events: tuple[e.Event, ...]) -> None:
        for event in events:
            match event:
                case e.Announced(heard=False):
                    self._not_heard += 1
                case e.TimeCut(length_ms=length):
                    self.voice.jumped(length, self._not_heard)
                    self._not_heard = 0
                case e.ResourceCrossed(says=says) if says:
                    self.voice.say(says)
                case _:
                    pass

    @on(Device.Moved)
    async def _move(self, moved: Device.Moved) -> None:
        moved.stop()
        await self._submit(moved.move)

    @work(exclusive=True, group="frame")
    async def action_feel(self, aha: bool) -> None:
        """Mark a feeling; the story's clock stands meanwhile, for a while."""
        if not self.is_current or not await self._submit(m.Pause("feeling")):
            return
        going_on = self.set_timer(_STANDS_AT_MOST, self._go_on)
        felt: Felt | None = await self.app.push_screen_wait(FeelingScreen(aha=aha))
        going_on.stop()
        if felt is not None:
            marked = m.React(felt.pleasant, felt.aroused, felt.words, felt.aha)
            if await self._submit(marked):
                self.voice.say("Noted.")
        await self._go_on()

    async def _go_on(self) -> None:
        if self._port.scene().paused is not None:
            await self._submit(m.Resume())
            self._reschedule()

    def _reschedule(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._schedule()

    def action_notebook(self) -> None:
        """Open or close the notebook, where it is not always beside."""
        self.book.toggle_class("-open")

    async def action_hang_up(self) -> None:
        """Put the phone down."""
        await self._submit(m.HangUp())

    @work(exclusive=True, group="frame")
    async def action_pause(self) -> None:
        """Let the story's clock stand until it is asked to go on."""
        if not self.is_current or not await self._submit(m.Pause("break")):
            return
        await self.app.push_screen_wait(
            ConfirmScreen(
                "Paused. The clock in the story has stopped too.",
                yes="Go on",
                no="Go on",
            )
        )
        await self._go_on()

    @work(exclusive=True, group="frame")
    async def action_leave(self) -> None:
        """Leave the journey, after asking once."""
        if not self.is_current or not await self._submit(m.Pause("leaving")):
            return
        leaves = await self.app.push_screen_wait(
            ConfirmScreen(
                "Leave the journey here?",
                yes="Leave",
                no="Stay",
                consequence="It is an ending like any other, and leads to the debrief.",
            )
        )
        await (self._submit(m.Leave()) if leaves else self._go_on())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the scene offers; hanging up only where there is a phone."""
        if action == "hang_up":
            return self._scene.may("hang_up")
        if action == "notebook":
            return not self.has_class("-wide")
        return super().check_action(action, parameters)
