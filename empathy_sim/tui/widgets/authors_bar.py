"""The bar that only authors see."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from empathy_sim.tui.plain import plain

KEYS: tuple[tuple[str, str, str], ...] = (
    ("F6", "Back", "step_back"),
    ("F7", "Forward", "step_forward"),
    ("^n", "Next", "run_on('next')"),
    ("^g", "Run on", "run_on('asked')"),
    ("^t", "Pace", "pace"),
    ("^o", "Edit", "edit"),
    ("^l", "Problems", "problems"),
)
"""Keys, what they do, and the action of the app that does it."""
SPARE = ("^r", "Again", "again")
"""Told where there is room."""
_ALL_KEYS = 84
"""Columns in which all of them have room."""


class AuthorsKey(Static):
    """A key of the preview, which can be clicked too."""

    ALLOW_SELECT = False

    def __init__(self, key: str, does: str, action: str, *, classes: str = "") -> None:
        words = Content.assemble((key, "bold $accent"), " ", plain(does))
        super().__init__(words, markup=False, classes=classes)
        self._action = action

    async def on_click(self, event: events.Click) -> None:
        event.stop()
        await self.app.run_action(self._action)


class AuthorsBar(Vertical):
    """Says that this is a preview, how its file stands, and what an author can do."""

    DEFAULT_CSS = """
    AuthorsBar {
        dock: top;
        height: auto;
        padding: 0 1;
        background: $block-cursor-blurred-background;
        color: $block-cursor-blurred-foreground;

        Horizontal { height: 1; }
        #preview { width: auto; text-style: bold; padding-right: 2; }
        #kept { width: auto; padding-right: 2; }
        #file {
            width: 1fr;
            text-align: right;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        #file.-wrong { color: $warning; text-style: bold; }
        #note { display: none; height: auto; max-height: 3; text-style: bold; }
        #note.-said { display: block; }
        AuthorsKey { width: auto; padding-right: 2; pointer: pointer; }
        AuthorsKey:hover { text-style: underline; }
        &.-slim .spare { display: none; }
    }
    """
    ALLOW_SELECT = False
    can_focus = False

    @dataclass
    class Resized(Message):
        """It takes another number of rows now."""

        rows: int

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, str, bool] | None = None
        self._file = Static("", id="file", markup=False)
        self._note = Static("", id="note", markup=False)

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("PREVIEW", id="preview")
            yield Static("Nothing is kept.", id="kept")
            yield self._file
        with Horizontal():
            for each in KEYS:
                yield AuthorsKey(*each)
            yield AuthorsKey(*SPARE, classes="spare")
        yield self._note

    def on_resize(self, event: events.Resize) -> None:
        """Leave out the last key where there is no room for it."""
        self.set_class(event.size.width < _ALL_KEYS, "-slim")
        self.post_message(self.Resized(self.outer_size.height))

    def show(self, file: str, note: str, *, wrong: bool) -> None:
        """Show how the file stands.

        Args:
            file: its name, and what is said of it.
            note: what is to be said besides; empty for nothing.
            wrong: whether what is played is not what was saved.
        """
        if (file, note, wrong) == self._shown:
            return
        self._shown = file, note, wrong
        self._file.update(plain(file))
        self._file.set_class(wrong, "-wrong")
        self._note.update(plain(note))
        self._note.set_class(bool(note), "-said")
