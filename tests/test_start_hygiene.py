"""What the first screens load, in a fresh process."""

from __future__ import annotations

from pathlib import Path

from benchmarks.prepared import prepared_session
from tests.test_import_hygiene import loaded_after

NEVER = {"click", "faker", "pydantic", "yaml"}
CARDS = {"composed", "places", "pressing", "pressing_cache", "problems", "shelf"}
"""Of the library, what says on the home screen what can be played."""
WIDGETS = {
    f"textual.widgets._{name}"
    for name in ("data_table", "markdown", "radio_set", "text_area", "toggle_button")
}
"""What Textual has, and a story's first screen has not."""
START = """
import asyncio, pathlib
from empathy_sim.cli.house import open_house
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.order import Resume
async def started():
    with open_house() as house:
        app = EmpathyApp(house, {start})
        async with app.run_test() as pilot:
            while not app.screen.query({shown!r}):
                await pilot.pause()
import os
os.environ["EMPATHY_SIM_DATA"] = {folder!r}
asyncio.run(started())
"""


def loaded_by(folder: Path, start: str, shown: str) -> set[str]:
    return loaded_after(START.format(start=start, shown=shown, folder=str(folder)))


def ours(loaded: set[str], room: str) -> set[str]:
    """Of the modules that are loaded, those of a room, by their names in it."""
    start = f"empathy_sim.{room}."
    return {name.removeprefix(start) for name in loaded if name.startswith(start)}


def test_home_needs_no_engine_and_no_library_but_its_cards(tmp_path: Path) -> None:
    prepared_session(tmp_path)

    loaded = loaded_by(tmp_path, "None", "Shelf")

    assert loaded & NEVER == set()
    assert ours(loaded, "engine") == set()
    assert ours(loaded, "debrief") == set()
    assert ours(loaded, "journey") == {"noun"}
    assert ours(loaded, "line") == set()
    assert ours(loaded, "session") == {"clock", "standing"}
    assert ours(loaded, "tui.screens") == {"home", "too_small"}
    assert ours(loaded, "library") <= CARDS
    assert "textual.widgets._markdown" not in loaded


def test_going_on_with_a_session_needs_neither_yaml_nor_casting(tmp_path: Path) -> None:
    name = prepared_session(tmp_path)

    loaded = loaded_by(tmp_path, f"Resume({name!r})", "HoldPhone")

    assert loaded & NEVER == set()
    assert ours(loaded, "library") == set()
    assert ours(loaded, "debrief") == set()
    assert "empathy_sim.journey.touchpoints.hold" in loaded
    assert "empathy_sim.journey.touchpoints.survey" not in loaded
    assert ours(loaded, "tui.screens") == {"play", "too_small"}
    assert ours(loaded, "tui.touchpoints") == {"hold"}
    assert loaded & WIDGETS == set()


def test_an_answer_without_words_needs_no_reader_of_words() -> None:
    loaded = loaded_after(
        "import empathy_sim.cli.main, empathy_sim.cli.home, empathy_sim.cli.straight"
    )

    assert loaded & {*NEVER, "textual"} == set()
