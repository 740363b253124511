"""A journey is fitted in a form."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual import constants
from textual.pilot import Pilot
from textual.widgets import Static

from empathy_sim.journey.fit import Fit
from empathy_sim.library.compose import Composer
from empathy_sim.library.fit_doubts import Doubt
from empathy_sim.library.fit_fields import Field, fields_of
from empathy_sim.library.shelf import find_shelf
from empathy_sim.tui.fit_app import FitApp
from empathy_sim.tui.screens.fit import DOUBTED, NOT_SAVED, SAVED, SAVED_BESIDE
from empathy_sim.tui.widgets.fit_row import FitRow
from tests.library.fitted_parcel import write_parcel
from tests.rehearsal.shipped_scripts import shipped_script
from tests.tui.painted import painted


class KeptHere:
    """A desk that keeps what it is given."""

    title = "The parcel"
    kept_in = "~/fits/the-parcel.fit.yaml"
    is_named_to_play = False

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self._fields = fields
        self.saved: list[Sequence[Field]] = []
        self.refuses = ""
        self.doubtful: tuple[Doubt, ...] = ()

    def doubts(self) -> tuple[Doubt, ...]:
        return self.doubtful

    def fields(self) -> tuple[Field, ...]:
        return self._fields

    def save(self, fields: Sequence[Field]) -> str:
        if not self.refuses:
            self.saved.append(fields)
        return self.refuses


class Form:
    """The form, with hands on it."""

    def __init__(self, app: FitApp, pilot: Pilot[Any], desk: KeptHere) -> None:
        self.app, self.pilot, self.desk = app, pilot, desk

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        focused: Any = self.app.focused
        focused.value = text
        await self.pilot.pause()

    def field(self, *path: str) -> Field:
        return next(each for each in self.app.form.fields if each.path == path)

    def row(self, *path: str) -> FitRow:
        return next(
            each for each in self.app.form.query(FitRow) if each.field.path == path
        )

    async def go_to(self, *path: str) -> None:
        self.app.form._go_to(self.row(*path))
        await self.pilot.pause()

    def is_seen(self, words: str) -> bool:
        """Whether words are on the screen as it is drawn."""
        strips = self.app.screen._compositor.render_strips()
        return any(words in strip.text for strip in strips)

    @property
    def says(self) -> str:
        return str(self.app.form.query_one("#notice", Static).render())


@pytest.fixture(autouse=True)
def _in_a_plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def desk(tmp_path: Path) -> KeptHere:
    script = Composer(find_shelf([tmp_path])).compose(write_parcel(tmp_path)).script
    assert script is not None
    return KeptHere(fields_of(script, Fit(fit="the-parcel")))


@asynccontextmanager
async def opened(
    desk: KeptHere, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Form]:
    app = FitApp(desk)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Form(app, pilot, desk)


async def test_everything_is_reached_by_the_keyboard(desk: KeptHere) -> None:
    async with opened(desk) as form:
        reached = []
        for _ in desk.fields():
            reached += [
                row.field.path
                for row in form.app.form.query(FitRow)
                if row.has_focus_within
            ]
            await form.press("down")

        assert reached == [field.path for field in desk.fields()]
        assert form.app.form.query_one("#save").has_focus


async def test_what_is_typed_is_saved(desk: KeptHere) -> None:
    async with opened(desk) as form:
        await form.write("Northgate Home")
        await form.press("f2")

        assert form.says.startswith("Saved.")
        (saved,) = desk.saved
        assert saved[0].typed == "Northgate Home"


async def test_a_changed_number_is_ones_own_until_it_is_said_to_be_published(
    desk: KeptHere,
) -> None:
    wait = ("stages", "anruf", "wait")
    async with opened(desk) as form:
        await form.go_to(*wait)
        assert form.field(*wait).whose == "invented"
        await form.write("18m")
        assert form.field(*wait).whose == "yours"
        assert "18 minutes; the journey has 5m" in form.says

        await form.press("tab", "enter")
        assert form.field(*wait).whose == "published"
        assert "not said where" in form.field(*wait).wrong()
        await form.press("tab", "p", "8")

        assert form.field(*wait).source == "p8"
        assert form.field(*wait).wrong() == ""


async def test_what_is_wrong_is_said_below_its_line_and_nothing_is_lost(
    desk: KeptHere,
) -> None:
    wait = ("stages", "anruf", "wait")
    async with opened(desk) as form:
        await form.go_to(*wait)
        await form.write("soon")
        warning = form.row(*wait).query_one(".wrong", Static)
        assert '"soon" is not a duration' in str(warning.render())

        await form.go_to("company", "name")
        await form.press("f2")

        assert desk.saved == []
        assert form.says == NOT_SAVED
        assert form.row(*wait).has_focus_within
        assert form.is_seen('"soon" is not a duration')
        assert form.field(*wait).typed == "soon"


async def test_a_disk_that_refuses_is_said(desk: KeptHere) -> None:
    desk.refuses = "The disk is full."
    async with opened(desk) as form:
        await form.write("Ours")
        await form.press("ctrl+s")

        assert form.says == "Not saved. The disk is full."
        assert form.app.form.is_unsaved


async def test_closing_asks_where_something_is_not_saved(desk: KeptHere) -> None:
    async with opened(desk) as form:
        await form.write("Ours")
        await form.press("escape")
        assert len(form.app.screen_stack) == 3
        await form.press("n")
        assert len(form.app.screen_stack) == 2
        await form.press("ctrl+q", "y")

    assert form.app.return_value is False
    assert desk.saved == []


async def test_playing_now_saves_first(desk: KeptHere) -> None:
    async with opened(desk) as form:
        await form.write("Ours")
        await form.press("f5")

    assert form.app.return_value is True
    assert len(desk.saved) == 1


async def test_parts_follow_each_other(desk: KeptHere) -> None:
    async with opened(desk, (120, 40)) as form:
        seen = []
        for _ in range(6):
            seen.append(form.app.form.beside())
            await form.press("pagedown")

        assert seen[0] == "The company, 1 of 6"
        assert seen[-1] == "What a year is reckoned with, 6 of 6"
        assert form.app.form.beside() == seen[0]


async def test_what_stands_there_gives_way_to_what_is_typed(desk: KeptHere) -> None:
    async with opened(desk) as form:
        await form.press("O", "u", "r", "s", "down", "l", "a", "m", "p", "s")

        assert form.field("company", "name").typed == "Ours"
        assert form.field("company", "trade").typed == "lamps"

        await form.press("up", "end", "!")
        assert form.field("company", "name").typed == "Ours!"


async def test_where_it_is_kept_can_be_read_whole(desk: KeptHere) -> None:
    desk.kept_in = "~/.local/share/empathy-sim/library/fits/the-parcel.fit.yaml"
    async with opened(desk) as form:
        await form.press("f2")

        assert form.says == f"{SAVED} {desk.kept_in}"
        assert form.is_seen(desk.kept_in)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_another_fit_that_stays_in_force_is_told(
    size: tuple[int, int], desk: KeptHere
) -> None:
    desk.is_named_to_play = True
    desk.kept_in = "~/.local/share/empathy-sim/library/fits/the-parcel.fit.yaml"
    async with opened(desk, size) as form:
        await form.write("Ours")
        await form.press("f2")

        assert form.says == f"{SAVED_BESIDE} {desk.kept_in}"
        assert form.is_seen("Another fit stays in force; this one is played with --fit")
        assert form.is_seen(desk.kept_in)


async def test_that_something_is_not_saved_is_told_on_every_line(
    desk: KeptHere,
) -> None:
    async with opened(desk) as form:
        assert form.says == ""
        await form.write("Ours")
        await form.press("down", "down")
        assert form.says == "Not saved yet."

        await form.press("f2", "down")
        assert form.says == ""


async def test_what_is_doubtful_is_told_at_its_line_and_holds_a_play_up_once(
    desk: KeptHere,
) -> None:
    wait = ("stages", "anruf", "wait")
    desk.doubtful = (Doubt(wait, "26 hours on the telephone."),)
    async with opened(desk) as form:
        await form.go_to(*wait)
        await form.write("26h")
        await form.go_to("company", "name")
        await form.press("f5")

        assert form.says == DOUBTED
        assert form.row(*wait).has_focus_within
        assert form.is_seen("26 hours on the telephone.")
        assert form.app.return_value is None
        await form.press("f5")

    assert form.app.return_value is True


async def test_a_doubt_goes_with_what_it_was_about(desk: KeptHere) -> None:
    wait = ("stages", "anruf", "wait")
    desk.doubtful = (Doubt(wait, "26 hours on the telephone."),)
    async with opened(desk) as form:
        await form.go_to(*wait)
        await form.write("26h")
        await form.press("f2")
        desk.doubtful = ()
        await form.write("26m")

        assert not form.is_seen("26 hours on the telephone.")
        await form.press("f2")
        assert form.says.startswith(SAVED)


async def test_what_is_doubtful_in_all_of_it_is_told_beside_the_answers(
    desk: KeptHere,
) -> None:
    desk.doubtful = (Doubt(("stages",), "The waits take 9 minutes."),)
    async with opened(desk) as form:
        await form.press("f2")

        assert form.says == "Saved, and doubtful. The waits take 9 minutes."


async def test_where_it_is_published_is_written_where_that_is_lacking(
    desk: KeptHere,
) -> None:
    wait = ("stages", "anruf", "wait")
    async with opened(desk) as form:
        await form.go_to(*wait)
        await form.write("18m")
        await form.press("tab", "enter", "f2", "p", "8")

        assert form.field(*wait).typed == "18m"
        assert form.field(*wait).source == "p8"


async def test_a_row_far_down_comes_into_view() -> None:
    script = shipped_script("the-birthday-kettle")
    kettle = KeptHere(fields_of(script, Fit(fit="the-birthday-kettle")))
    lasts = [each for each in kettle.fields() if each.path[0] == "stages"]
    async with opened(kettle) as form:
        for field in reversed(lasts):
            await form.go_to("company", "name")
            await form.go_to(*field.path)
            assert form.is_seen(field.says[:20])


@pytest.mark.parametrize("theme", ["empathy-dark", "empathy-light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_looks_as_it_was_last_looked_at(
    size: tuple[int, int], theme: str, desk: KeptHere, snapshot: SnapshotAssertion
) -> None:
    wait = ("stages", "anruf", "wait")
    desk.doubtful = (Doubt(wait, "26 hours on the telephone."),)
    async with opened(desk, size) as form:
        await form.go_to(*wait)
        await form.write("26h")
        await form.press("f2")

        assert await painted(form.pilot, theme) == snapshot
