"""No text looks like the program, or acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import (
    Button,
    Checkbox,
    DataTable,
    Footer,
    Input,
    Label,
    OptionList,
    Select,
    Static,
)
from textual.widgets._footer import FooterKey
from textual.widgets.option_list import Option

from empathy_sim.text.cleaning import clean_person
from empathy_sim.text.safe import shown
from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.line_input import LineInput
from tests.tui.hostile import HOSTILE
from tests.tui.seen import RecordingDriver, foreign_in, rows_of, text_of


class Shop(GuardedApp[None]):
    """Shows each text in each kind of widget."""

    CSS = """
    VerticalScroll > * { height: auto; }
    .titled { border: solid red; }
    DataTable, .titled { width: 50; }
    """

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self.texts = texts
        self.driver_class = RecordingDriver

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for text in self.texts:
                yield from self.shelf(text)

    def shelf(self, text: str) -> ComposeResult:
        words = plain(text)
        yield Static(words)
        yield Label(words)
        yield Button(words)
        yield OptionList(Option(words))
        yield LineInput(text)
        yield Checkbox(words)
        yield Select([(words, 1)], value=1)
        titled = Static("within", classes="titled")
        titled.border_title = words
        yield titled
        table = DataTable[Content]()
        table.add_column("What they said", width=45)
        table.add_row(words)
        yield table

    def on_mount(self) -> None:
        for text in self.texts:
            self.notify(text, title=text)


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    monkeypatch.setenv("COLORTERM", "truecolor")
    RecordingDriver.written.clear()
    yield RecordingDriver.written
    RecordingDriver.written.clear()


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 10))
async def test_every_kind_of_widget_shows_letters_and_sends_nothing_else(
    first: int, written: list[str]
) -> None:
    texts = HOSTILE[first : first + 10]
    app = Shop(texts)
    async with app.run_test(
        headless=False, size=(120, 300), notifications=True
    ) as pilot:
        await pilot.pause()
        on_screen = text_of(app)

    assert foreign_in("".join(written)) == []
    for text in texts:
        as_shown, as_typed = shown(text).rstrip(), clean_person(text).rstrip()
        assert as_typed in on_screen
        assert on_screen.count(as_shown) == (11 if as_shown == as_typed else 10)


class Careless(GuardedApp[None]):
    """Shows texts as no screen should: as they came."""

    CSS = "Input { height: 1; border: none; }"

    def __init__(self) -> None:
        super().__init__()
        self.driver_class = RecordingDriver

    def compose(self) -> ComposeResult:
        for text in HOSTILE:
            yield Static(text, markup=False)
            yield Input(text)
        yield Label("[link='http://localhost']a link[/link]")
        yield Footer()


async def test_the_last_wall_holds_when_the_others_were_forgotten(
    written: list[str],
) -> None:
    app = Careless()
    async with app.run_test(headless=False, size=(80, 90)) as pilot:
        await pilot.pause()
        on_screen = text_of(app)
        widths = {Content(row).cell_length for row in rows_of(app)}

    assert foreign_in("".join(written)) == []
    assert "a link" in on_screen
    assert on_screen.count("titled") == 4
    assert widths == {80}


def test_what_is_foreign_is_found() -> None:
    for text in HOSTILE[13:36]:
        assert foreign_in(f"\x1b[1;38;2;1;2;3m{text}\x1b[0m")


class Clickable(GuardedApp[None]):
    """Has words that would like to be buttons."""

    CSS = "#long { height: 4; overflow-y: scroll; }"
    BINDINGS = [("f5", "count", "Count")]  # noqa: RUF012

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.counted = 0

    def compose(self) -> ComposeResult:
        yield Static(f"[@click=app.screenshot('{self.path}')]look[/]", id="look")
        yield Static("[@click=app.quit]leave[/]", id="leave")
        yield Static("[@click=app.count]count[/]", id="count")
        with VerticalScroll(id="long"):
            yield Static("\n".join(map(str, range(40))))
        yield Footer()

    def action_count(self) -> None:
        self.counted += 1


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_a_click_on_words_runs_nothing(tmp_path: Path) -> None:
    app = Clickable(tmp_path / "taken.svg")
    async with app.run_test() as pilot:
        for words in ("#look", "#leave", "#count"):
            await pilot.click(words, offset=(1, 0))

        assert app.is_running
        assert app.counted == 0
    assert files_in(tmp_path) == []


async def test_the_footer_can_be_clicked(tmp_path: Path) -> None:
    app = Clickable(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        (count,) = (key for key in app.query(FooterKey) if key.action == "count")
        await pilot.click(count)

        assert app.counted == 1


async def test_a_scroll_bar_can_be_pressed_and_dragged(tmp_path: Path) -> None:
    app = Clickable(tmp_path)
    async with app.run_test() as pilot:
        long = app.query_one("#long", VerticalScroll)
        bar = (long.region.right - 1, long.region.bottom - 1)
        await pilot.click(offset=bar)
        assert long.scroll_y > 0

        await pilot.mouse_down(offset=(bar[0], long.region.y + 1))
        await pilot.hover(offset=(bar[0], long.region.bottom))
        await pilot.mouse_up(offset=(bar[0], long.region.bottom))
        assert long.scroll_y > 4
