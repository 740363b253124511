"""The story: a device in a calm frame."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.types import CSSPathType

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import OfferSort, Scene
from empathy_sim.errors import MoveRefused, StoreError
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.device import Device
from empathy_sim.tui.moving_on import move_on
from empathy_sim.tui.widgets.device_stand import DeviceStand
from empathy_sim.tui.widgets.foot import Foot
from empathy_sim.tui.widgets.notebook import NotebookPanel
from empathy_sim.tui.widgets.story_bar import StoryBar
from empathy_sim.tui.widgets.unsaved import Unsaved
from empathy_sim.tui.widgets.voice import FrameVoice

if TYPE_CHECKING:  # the story is there before anything is asked
    from empathy_sim.tui.screens.feeling import Felt

_SOONEST_MS = 10
_COMPACT = 80
"""Columns below which the keys at the foot stand closer."""
_WITH_KEYS: tuple[OfferSort, ...] = ("hang_up", "react", "pause")


def leave_question() -> Screen[bool]:
    """What is asked before a journey is left."""
    from empathy_sim.tui.screens.confirm import ConfirmScreen  # noqa: PLC0415 - later

    return ConfirmScreen(
        "Leave the journey here?",
        yes="Leave",
        no="Stay",
        consequence="It is an ending like any other, and leads to the debrief.",
    )


def feeling_question(aha: bool) -> Screen[Felt | None]:
    """Where a feeling is marked."""
    from empathy_sim.tui.screens.feeling import FeelingScreen  # noqa: PLC0415 - later

    return FeelingScreen(aha=aha)


def pause() -> Screen[None]:
    """What is shown while the story stands."""
    from empathy_sim.tui.screens.paused import PausedScreen  # noqa: PLC0415 - later

    return PausedScreen()


class PlayScreen(Screen[None]):
    """Shows the touchpoint's device, and the frame around it; over when it is."""

    CSS_PATH: ClassVar[CSSPathType | None] = "play.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (80, "-narrow"), (104, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012
    HELP = """
The middle is the company's: a phone, a page, a letter. Everything around it is ours.
Waits are real, and cut where they are long; when time jumps, the line below says so.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "feel(False)", "Feeling", id="journey.feel"),
        Binding("f3", "feel(True)", "Insight", id="journey.aha"),
        Binding("f4", "notebook", "Notes", id="journey.notebook"),
        Binding("f5", "retry", "Try to save again", id="journey.retry", show=False),
        Binding("f8", "hang_up", "Hang up", id="journey.hang-up", show=False),
        Binding("f9", "pause", "Pause", id="journey.pause"),
        Binding("f10", "leave", "Leave", id="journey.leave"),
    ]

    def __init__(self, port: SessionPort, kept_in: str) -> None:
        """Show a session's story.

        Args:
            port: the session; the screen is over when its phase has changed.
            kept_in: where it is kept, as a person would find it.
        """
        super().__init__()
        del kept_in
        self.bar, self.unsaved, self.stand = StoryBar(), Unsaved(), DeviceStand()
        self.book, self.voice = NotebookPanel(), FrameVoice()
        self.keys = Foot(show_command_palette=False)
        self._port, self._seen = port, 0
        self._scene: Scene = port.scene()
        self._turn = asyncio.Lock()
        self._timer: Timer | None = None
        self._is_asking = self._is_over = False
        self._stop_listening: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        yield self.bar
        yield self.unsaved
        with Horizontal(id="middle"):
            yield self.stand
            yield self.book
        yield self.voice
        yield self.keys

    async def on_mount(self) -> None:
        self._stop_listening = self._port.changes(self._heard)
        async with self._turn:
            await self._show(self._port.scene())
        self._schedule()
        if self._scene.paused is not None:
            self.action_pause()

    def on_unmount(self) -> None:
        if self._stop_listening is not None:
            self._stop_listening()

    async def on_screen_suspend(self) -> None:
        """The story stands under whatever is read meanwhile: help, the palette."""
        if not self._is_asking and self._port.scene().may("pause"):
            await self._submit(m.Pause("reading"))

    async def on_screen_resume(self) -> None:
        """Go on after reading; the story may also have ended under a question."""
        scene = self._port.scene()
        if scene.phase != "playing":
            self._over()
        elif scene.paused == "reading":
            await self._submit(m.Resume())

    def on_resize(self, event: events.Resize) -> None:
        """The notebook has a key only where it is not always there."""
        self.keys.compact = event.size.width < _COMPACT
        self.call_after_refresh(self.refresh_bindings)

    def on_key(self, event: events.Key) -> None:
        """Give the device the keys that no field took."""
        if self.stand.typed(event):
            event.stop()
            event.prevent_default()

    async def _submit(self, move: m.Move) -> bool:
        """Make a move, show what came of it; whether it was possible."""
        async with self._turn:
            try:
                scene = await self._port.submit(move)
            except MoveRefused as refused:
                await self._show(self._port.scene())
                if not self.stand.refused(refused):
                    self.voice.say(refused.says)
                return False
            except StoreError as error:
                self.unsaved.warn(str(error), move)
                await self._show(self._port.scene())
                return False
            self.unsaved.settle()
            await self._show(scene)
        self._schedule()
        return True

    async def _look(self) -> None:
        """Let happen what is due, and show the time."""
        async with self._turn:
            try:
                scene = await self._port.catch_up()
            except StoreError as error:
                self.unsaved.warn(str(error))
                scene = self._port.scene()
            else:
                if len(self._port.log) != self._seen:
                    self.unsaved.settle()
            if len(self._port.log) != self._seen:
                await self._show(scene)
            else:
                self._tick(scene)
        self._schedule()

    def _tick(self, scene: Scene) -> None:
        if scene.phase != "playing":
            return
        self._scene = scene
        self.bar.show(scene)
        self.stand.tick(scene)

    async def _show(self, scene: Scene) -> None:
        offered = self._offered()
        self._scene, self._seen = scene, len(self._port.log)
        if scene.phase != "playing":
            self._over()
            return
        self.bar.show(scene)
        self.book.show(scene.notebook)
        self.voice.ask(asked=scene.asks_feeling is not None)
        if self._offered() != offered:
            self.refresh_bindings()
        await self.stand.show(scene)

    def _offered(self) -> tuple[bool, ...]:
        return tuple(self._scene.may(sort) for sort in _WITH_KEYS)

    def _over(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self.is_active and not self._is_over:
            self._is_over = True
            self.dismiss(None)

    def _schedule(self) -> None:
        """Look again at the next whole tick, or sooner if something is due."""
        if self._timer is not None:
            self._timer.stop()
        if self._scene.phase != "playing":
            return
        grain = self.stand.grain_ms
        wait, due = grain - self._scene.story_ms % grain, self._port.due_in()
        wait = min(wait, due) if due is not None else wait
        goes_on = partial(move_on, self, self._look)
        self._timer = self.set_timer(max(wait, _SOONEST_MS) / 1_000, goes_on)

    def _heard(self, happened: tuple[e.Event, ...]) -> None:
        self.voice.hear(happened)
        if not self._turn.locked():
            self.call_later(self._look)

    @on(Device.Moved)
    async def _move(self, moved: Device.Moved) -> None:
        moved.stop()
        await self._submit(moved.move)

    @on(FrameVoice.Answered)
    def _answer(self, answered: FrameVoice.Answered) -> None:
        answered.stop()
        self.action_feel(False)

    @work(group="frame")
    async def action_feel(self, aha: bool) -> None:
        """Mark a feeling; the story's clock stands meanwhile."""
        if not await self._stands(m.Pause("feeling")):
            return
        felt: Felt | None = await self.app.push_screen_wait(feeling_question(aha))
        self._is_asking = False
        if felt is not None:
            marked = m.React(felt.pleasant, felt.aroused, felt.words, felt.aha)
            if await self._submit(marked):
                self.voice.say("Noted.")
        await self._go_on()

    @work(group="frame")
    async def action_pause(self) -> None:
        """Let the story stand until it is asked to go on; or stand on, where it does."""
        if not await self._stands(m.Pause("break")):
            return
        await self.app.push_screen_wait(pause())
        self._is_asking = False
        await self._go_on()

    @work(group="frame")
    async def action_leave(self) -> None:
        """Leave the journey, after asking once."""
        if not await self._stands(m.Pause("leaving")):
            return
        leaves = await self.app.push_screen_wait(leave_question())
        self._is_asking = False
        await (self._submit(m.Leave()) if leaves else self._go_on())

    async def _stands(self, pause: m.Pause) -> bool:
        """Stop the story's clock for a question, one at a time; whether it stands."""
        if self._is_asking or not self.is_active:
            return False
        self._is_asking = True
        stands = self._port.scene().paused is not None
        self._is_asking = stands or await self._submit(pause)
        return self._is_asking

    async def _go_on(self) -> None:
        if self._port.scene().paused is not None:
            await self._submit(m.Resume())

    @on(Unsaved.Retried)
    async def action_retry(self) -> None:
        """Make the move again that could not be saved."""
        pending = self.unsaved.pending
        self.unsaved.settle()
        await (self._submit(pending) if pending is not None else self._look())

    def action_notebook(self) -> None:
        """Open or close the notebook, where it is not always beside."""
        self.book.toggle_class("-open")

    async def action_hang_up(self) -> None:
        """Put the phone down."""
        await self._submit(m.HangUp())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the scene offers; hanging up only where there is a phone."""
        match action:
            case "hang_up":
                return self._scene.may("hang_up")
            case "notebook":
                return not self.has_class("-wide")
            case "retry":
                return self.unsaved.is_shown
            case _:
                return super().check_action(action, parameters)
