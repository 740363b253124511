"""Every word can be read in every colour."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import VerticalScroll
from textual.widgets import (
    Button,
    Checkbox,
    DataTable,
    Footer,
    Input,
    Label,
    Markdown,
    OptionList,
    ProgressBar,
    RadioSet,
    Static,
    TabbedContent,
    TabPane,
)

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.themes import (
    COMPANY_COLOURS,
    THEMES,
    UNCHOSEN,
    company_variables,
)
from empathy_sim.tui.widgets.tick import Tick
from tests.tui.seen import contrast_of, faint_in, text_of

OURS = ("empathy-dark", "empathy-light")
TOKENS = ("text", "text-muted", "foreground", "text-primary", "text-secondary")
MOODS = ("text-accent", "text-success", "text-warning", "text-error")
SURFACES = ("background", "surface", "panel")


class Gallery(GuardedApp[None]):
    """Everything that has words, on every surface."""

    CSS = (
        "VerticalScroll > *, .surface { height: auto; }"
        + "".join(f".{name} {{ background: ${name}; }}" for name in SURFACES)
        + "".join(f".token-{name} {{ color: ${name}; }}" for name in (*TOKENS, *MOODS))
    )

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for surface in SURFACES:
                for token in (*TOKENS, *MOODS):
                    yield Static("words", classes=f"{surface} token-{token}")
            yield Input(placeholder="an empty line")
            yield Input("a line")
            yield OptionList("one", "two")
            for variant in ("default", "primary", "success", "warning", "error"):
                yield Button(variant, variant=variant)
                yield Button(variant, variant=variant, flat=True)
            yield Checkbox("box", value=True)
            yield Tick("tick", value=True)
            yield RadioSet("these", "those")
            yield Label("label")
            yield Markdown("# One\n\nwords\n\n## Two\n\n- *words* `code`\n\n> said")
            yield ProgressBar(10)
            with TabbedContent():
                yield TabPane("first")
                yield TabPane("second")
            table = DataTable[str](cursor_type="row")
            table.add_columns("name", "time")
            table.add_row("Dani", "11")
            table.add_row("Rosa", "9")
            yield table
        yield Footer()


@pytest.mark.parametrize("theme", OURS)
async def test_every_word_stands_out_from_what_is_behind_it(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    app = Gallery()
    app.theme = theme
    async with app.run_test(size=(80, 170), notifications=True) as pilot:
        app.notify("a note", title="its title", severity="warning")
        await pilot.pause()
        faint = set(faint_in(app))
        for kind in (Input, OptionList, Button, Tick, RadioSet, DataTable):
            app.query(kind).first().focus()
            await pilot.pause()
            faint |= set(faint_in(app))

        assert app.screen.max_scroll_y == 0
    assert faint == set()


@pytest.mark.parametrize("name", COMPANY_COLOURS)
@pytest.mark.parametrize("dark", [True, False])
def test_a_companys_words_can_be_read_wherever_they_stand(
    name: str, dark: bool
) -> None:
    theme = THEMES["empathy-dark" if dark else "empathy-light"]
    colours = {
        **theme.to_color_system().generate(),
        **company_variables(name, dark),
    }
    read_on = [("company", surface) for surface in SURFACES]
    read_on += [
        ("company-on-fill", "company-fill"),
        ("foreground", "company-quiet"),
        ("company", "company-quiet"),
        ("text-muted", "company-quiet"),
    ]

    for front, back in read_on:
        pair = [Color.parse(colours[key]).rich_color.triplet for key in (front, back)]
        assert pair[0] is not None
        assert pair[1] is not None
        assert contrast_of(pair[0], pair[1]) >= 4.5, (front, back)


def test_a_company_colour_nobody_knows_is_drawn_as_unchosen() -> None:
    assert company_variables("ultraviolet", True) == company_variables(UNCHOSEN, True)


async def test_the_company_colour_follows_the_company_and_the_theme() -> None:
    app = GuardedApp[None]()
    async with app.run_test() as pilot:
        app.company = "moss"
        for name, theme in THEMES.items():
            app.theme = name
            await pilot.pause()
            variables = app.get_css_variables()
            if theme.ansi:
                assert variables["company"] == "ansi_green"
            else:
                ours = company_variables("moss", theme.dark)
                assert variables.items() >= ours.items()


async def test_only_our_themes_and_the_terminals_own_colours_are_offered() -> None:
    app = GuardedApp[None]()
    async with app.run_test():
        assert set(app.available_themes) == {*OURS, "ansi-dark", "ansi-light"}
        assert app.theme == "empathy-dark"


async def test_without_colour_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Gallery()
    async with app.run_test(size=(80, 120)) as pilot:
        await pilot.pause()
        colours = {
            colour.triplet
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour
        }
        assert "[x]" in text_of(app)

    assert {c for c in colours if c and len({c.red, c.green, c.blue}) > 1} == set()
