"""What an app keeps of Textual's own powers."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.command import CommandPalette
from textual.widgets import OptionList, Static

from empathy_sim.tui.guarded_app import BUILT_IN, KEPT, GuardedApp
from empathy_sim.tui.plain import plain
from tests.tui.seen import text_of


class Small(GuardedApp[None]):
    """Says one thing, and fails when asked to."""

    BINDINGS = [("f7", "fail", "Fail")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static("words")

    def action_fail(self) -> None:
        written = "what somebody typed"
        raise RuntimeError(len(written))


async def test_the_palette_offers_what_is_ours_and_no_screenshot() -> None:
    app = Small()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        offered = app.screen.query_one(OptionList)
        names = {str(option.prompt).partition("\n")[0] for option in offered.options}

    assert names == {"Colours, light or dark", "Help", "Quit"}


async def test_no_other_action_of_textuals_app_is_run() -> None:
    app = Small()
    async with app.run_test():
        allowed = {action for action in BUILT_IN if app.check_action(action, ())}

    assert allowed == KEPT


REFUSED = [
    "screenshot('taken.svg')",
    "app.screenshot('taken.svg')",
    "notify('[b]bold')",
    "app.simulate_key('ctrl+q')",
    "app.push_screen('other')",
    "app.add_class('Static', 'loud')",
    "link('http://localhost')",
]


async def test_an_action_that_words_might_ask_for_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Small()
    async with app.run_test() as pilot:
        for node, action in product((app, app.screen, app.query_one(Static)), REFUSED):
            assert await app.run_action(action, node) is False
        await pilot.pause()

        assert app.is_running
        assert len(app._notifications) == 0
    assert not any_file_in(tmp_path)


def any_file_in(folder: Path) -> bool:
    return any(folder.iterdir())


async def test_a_key_still_moves_the_focus_and_quits() -> None:
    app = Small()
    async with app.run_test():
        for action in ("app.focus_next", "app.focus_previous", "app.quit"):
            assert await app.run_action(action)


async def test_a_note_is_never_markup() -> None:
    app = Small()
    async with app.run_test(notifications=True) as pilot:
        app.notify("[b]3/5 [/", title="[red]x[/red]", markup=True)
        app.query_one(Static).notify("[/i] from a widget")
        app.notify(plain("[b]content"))
        await pilot.pause()
        seen = text_of(app)

    for words in ("[b]3/5 [/", "[red]x[/red]", "[/i] from a widget", "[b]content"):
        assert words in seen


async def test_ctrl_c_stops_nothing_and_says_what_does() -> None:
    app = Small()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()

        assert "Ctrl+Q closes the program" in text_of(app)


async def test_after_a_crash_nothing_that_was_typed_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = Small()
    with pytest.raises(RuntimeError):
        async with app.run_test() as pilot:
            await pilot.press("f7")

    assert isinstance(app.crash, RuntimeError)
    assert app.return_code == 1
    printed = capsys.readouterr()
    assert printed.out + printed.err == ""
