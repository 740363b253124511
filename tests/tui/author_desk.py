"""An author at a preview, without files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from empathy_sim.engine.moves import Pace
from empathy_sim.errors import Usage
from empathy_sim.journey.script import Script
from empathy_sim.library.file_stamps import Stamps, Watched
from empathy_sim.library.problems import Problem
from empathy_sim.library.saved_version import Line, Version
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.tui.preview_app import PreviewApp
from empathy_sim.workbench.editor_command import EditorCommand
from tests.tui.seen import text_of

WRONG = Problem("E302", "ours.yaml", 7, 3, '"qeue" is not there [/]', "queue")
DOUBTFUL = Problem("W401", "ours.yaml", 9, 1, "that is not used")


def version(script: Script, **more: Any) -> Version:
    return Version(script=script, cast=plain_cast(), **more)


def broken(*problems: Problem) -> Version:
    return Version(problems=problems or (WRONG,))


@dataclass
class FakeBench:
    """A file that says whatever it is given, and an editor that notes its calls."""

    says: Version
    file: Path = Path("/there/ours.yaml")
    saves: int = 0
    reads: int = 0
    opened: list[Line] = field(default_factory=list)
    refuses: str = ""
    takes_terminal: bool = False

    def save(self, says: Version) -> None:
        self.says, self.saves = says, self.saves + 1

    def version(self) -> Version:
        self.reads += 1
        return self.says

    def stamps(self, watched: Watched) -> Stamps:
        del watched
        return {"ours.yaml": self.saves}

    def editor(self, file: str, line: int) -> EditorCommand:
        if self.refuses:
            raise Usage(says=self.refuses, try_="export EDITOR=nano")
        self.opened.append(Line(file, line))
        return EditorCommand(("edit",), self.takes_terminal)

    def run(self, command: EditorCommand) -> None:
        assert command.words == ("edit",)


@dataclass
class Desk:
    """An author, the screen, and the file."""

    app: PreviewApp
    pilot: Pilot[Any]
    bench: FakeBench
    clock: ManualClock

    @property
    def seen(self) -> str:
        return text_of(self.app)

    @property
    def at(self) -> str:
        """Where the story stands."""
        story = self.app.drafts.story
        return ".".join(story.place) if story else ""

    @property
    def screen(self) -> str:
        return type(self.app.screen).__name__

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.rest()

    async def rest(self) -> None:
        """Let the app come to rest."""
        for _ in range(2):
            await self.pilot.pause()

    async def save(self, says: Version) -> None:
        """Save the file, and wait until it was read."""
        reads = self.bench.reads
        self.bench.save(says)
        while self.bench.reads == reads and self.app.is_running:
            await self.pilot.pause(0.1)
        await self.rest()


@asynccontextmanager
async def previewing(
    says: Version, *, size: tuple[int, int] = (120, 40), pace: Pace = "real"
) -> AsyncIterator[Desk]:
    bench, clock = FakeBench(says), ManualClock()
    app = PreviewApp(bench, clock, pace)
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot, bench, clock)
        while not bench.reads:
            await pilot.pause(0.1)
        await desk.rest()
        yield desk
