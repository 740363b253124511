"""A story played while it is being written."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType

from empathy_sim.engine.moves import Pace
from empathy_sim.errors import Usage
from empathy_sim.library.file_stamps import Watched
from empathy_sim.rehearsal.course import Lapse
from empathy_sim.session.authors_clock import AuthorsClock
from empathy_sim.session.clock import Clock
from empathy_sim.tui.bench import Bench
from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.screens.previewed import Staged, staged
from empathy_sim.tui.widgets.problem_list import ProblemList
from empathy_sim.workbench.drafts import Drafts
from empathy_sim.workbench.preview_words import said_in_one
from empathy_sim.workbench.watching import Stamps, Watch

if TYPE_CHECKING:
    from empathy_sim.library.saved_version import Version

_EVERY = 0.25
"""Seconds between two looks at the files."""
_NO_TERMINAL = "This terminal cannot be lent to an editor."


class PreviewApp(GuardedApp[int]):
    """Plays the last version that can be played, and follows its files."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "step_back", "One step back", show=False, priority=True),
        Binding("f7", "step_forward", "One step forward", show=False, priority=True),
        Binding("ctrl+n", "run_on('next')", "Next happening", False, priority=True),
        Binding("ctrl+g", "run_on('asked')", "Until asked", False, priority=True),
        Binding("ctrl+t", "pace", "Change the pace", show=False, priority=True),
        Binding("ctrl+o", "edit", "Edit what you see", show=False, priority=True),
        Binding("ctrl+l", "problems", "Problems", show=False, priority=True),
        Binding("ctrl+r", "again", "From the beginning", show=False, priority=True),
    ]

    def __init__(self, bench: Bench, clock: Clock, pace: Pace = "workshop") -> None:
        """Open a preview.

        Args:
            bench: the file, and an editor for it.
            clock: by which the story is lived.
            pace: how much of its waits is lived.
        """
        super().__init__()
        self._bench, self._watched = bench, Watched((bench.file,))
        self.drafts = Drafts(bench.file, AuthorsClock(clock), pace)
        self._staging = asyncio.Lock()
        self._staged: Staged | None = None

    def on_mount(self) -> None:
        self.follow()

    @work
    async def follow(self) -> None:
        """Take each version of the file as it is saved."""
        watch = Watch(await self._stamps())
        while True:
            await self._read(watch)
            is_new = False
            while not is_new:
                await asyncio.sleep(_EVERY)
                is_new = watch.saw(await self._stamps())

    async def _read(self, watch: Watch) -> None:
        version = await asyncio.to_thread(self._bench.version)
        self._watched = version.watched
        watch.follow(await self._stamps())
        await self._take(version)

    async def _stamps(self) -> Stamps:
        return await asyncio.to_thread(self._bench.stamps, self._watched)

    async def _take(self, version: Version) -> None:
        async with self._staging:
            if self.drafts.take(version) or self._staged is None:
                await self._stage()
            self._tell()

    async def _stage(self) -> None:
        """Put the story on the screen, where it stands now."""
        if self.drafts.story is not None:
            self.company = self.drafts.story.script.journey.company.colour
        before, screen = self._staged, staged(self.drafts)
        if before is not None and before.wants_problems:
            screen.wants_problems = before.is_desk or None
        self._staged = screen
        if self.drafts.story is not None:
            self.drafts.story.port.changes(self._heard)
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self.push_screen(screen, lambda _: self._go_on(screen))
        self._tell()

    def _heard(self, _: object) -> None:
        self.call_later(self._tell)

    def _go_on(self, screen: Staged) -> None:
        """The phase that a screen showed is over."""
        if screen is self._staged:
            self.show_anew()

    @work
    async def show_anew(self) -> None:
        """Put the story on the screen as it stands."""
        async with self._staging:
            await self._stage()

    def _tell(self) -> None:
        if self._staged is not None:
            self._staged.tell(self.drafts)

    def _after(self, *, is_seen: bool) -> None:
        if is_seen:
            self.show_anew()
        else:
            self._tell()

    def action_step_back(self) -> None:
        """Take the last step back."""
        self._after(is_seen=self.drafts.back())

    def action_step_forward(self) -> None:
        """Do again what was taken back last."""
        self._after(is_seen=self.drafts.forward())

    def action_again(self) -> None:
        """Stand at the beginning."""
        self._after(is_seen=self.drafts.again())

    def action_pace(self) -> None:
        """Live the same at the next pace."""
        self._after(is_seen=self.drafts.next_pace())

    def action_run_on(self, until: Literal["next", "asked"]) -> None:
        """Pass over waiting."""
        self.drafts.run_on(Lapse(until))
        self._tell()

    def action_problems(self) -> None:
        """Show the problems and move in them, or put them away."""
        if self._staged is not None:
            self._staged.toggle_problems()

    def action_edit(self) -> None:
        """Open the editor where what is on the screen is written."""
        here = self.drafts.line_here()
        self._edit(here.file, here.line)

    @on(ProblemList.Chosen)
    def _edit_problem(self, chosen: ProblemList.Chosen) -> None:
        self._edit(chosen.problem.file, chosen.problem.line)

    def _edit(self, file: str, line: int) -> None:
        """Open the editor; what it needs the terminal for, the story stands for."""
        try:
            command = self._bench.editor(file, line)
            with self.drafts.clock.standing():
                if command.takes_terminal:
                    with self.suspend():
                        self._bench.run(command)
                else:
                    self._bench.run(command)
        except SuspendNotSupported:
            self.drafts.say(_NO_TERMINAL)
        except Usage as refused:
            self.drafts.say(said_in_one(refused))
        self._tell()
