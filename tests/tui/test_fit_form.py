"""A journey is fitted in a form."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from empathy_sim.journey.fit import Fit
from empathy_sim.library.compose import Composer
from empathy_sim.library.fit_fields import Field, fields_of
from empathy_sim.library.shelf import find_shelf
from empathy_sim.tui.fit_app import FitApp
from empathy_sim.tui.widgets.fit_row import FitRow
from tests.library.fitted_parcel import write_parcel


class KeptHere:
    """A desk that keeps what it is given."""

    title = "The parcel"
    kept_in = "~/fits/the-parcel.fit.yaml"
    is_named_to_play = False

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self._fields = fields
        self.saved: list[Sequence[Field]] = []
        self.refuses = ""

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

    @property
    def says(self) -> str:
        return str(self.app.form.query_one("#notice", Static).render())


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
        assert form.row(*wait).has_focus_within
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
