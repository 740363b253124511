"""The facilitator's board."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from empathy_sim.errors import EmpathySimError
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens import board_words as words
from empathy_sim.tui.screens.board_asked import ChooseScreen
from empathy_sim.tui.screens.board_deeds import Deed
from empathy_sim.tui.screens.board_invite import InviteScreen
from empathy_sim.tui.screens.board_link_deeds import LINKING
from empathy_sim.tui.screens.board_room_deeds import ROOM
from empathy_sim.tui.screens.board_seat_deeds import SEAT
from empathy_sim.tui.screens.board_sheet import SheetScreen
from empathy_sim.tui.widgets.board_foot import BoardFoot
from empathy_sim.tui.widgets.board_letters import large
from empathy_sim.tui.widgets.board_said import LASTS_S, BoardSaid
from empathy_sim.tui.widgets.board_table import BoardTable
from empathy_sim.workshop.desk import Desk, Invitation
from empathy_sim.workshop.room.board import Board, BoardRow

EVERY_S = 0.5
"""Seconds between two looks at the room."""
_BESIDE_PICTURE = 66
"""Columns that the table needs beside the picture."""
_ABOVE_AND_BELOW = 15
"""Rows that the picture leaves for everything else."""
_OF_ROOM = {**ROOM, **LINKING}
_DEEDS = {**_OF_ROOM, **SEAT}


def _bindings(deeds: Mapping[str, Deed]) -> Iterator[BindingType]:
    for name, deed in deeds.items():
        yield Binding(
            deed.key,
            f"deed('{name}')",
            deed.label,
            key_display=deed.key.upper(),
            show=deed.is_shown,
            id=name,
        )


_WHEN: Mapping[str, tuple[str, ...]] = {
    "turn": ("closed", "ended"),
    "order": ("playing", "closed", "ended"),
}
"""In which phases of a room a key means something."""
_KEYS: list[BindingType] = [
    *_bindings(ROOM),
    Binding("left", "turn(-1)", "The wall, back", key_display="←", show=False),
    Binding("right", "turn(1)", "Turn", key_display="→"),
    Binding("v", "sheet", "Run sheet", key_display="V"),
    *_bindings(LINKING),
    *_bindings(SEAT),
    Binding("enter", "menu('seat')", "This seat", key_display="⏎"),
    Binding("o", "order", "Order", key_display="O", tooltip="By need, or by number"),
    Binding("m", "menu('room')", "The room", key_display="M"),
    Binding("i", "invite", "Way in", key_display="I", show=False),
]
"""In the order in which the foot names them."""


class BoardScreen(Screen[None]):
    """Who is where, who needs somebody, and what can be done about it."""

    CSS_PATH = "board.tcss"
    AUTO_FOCUS = "BoardTable"
    HELP = """
Who sits where, how long they have been in a stage, and who needs somebody. It shows
nothing of what anybody feels or writes. Enter, or a double click, says what can be done
for the marked seat; M what can be done with the room. B lets every clock stand.
"""
    BINDINGS: ClassVar[list[BindingType]] = _KEYS

    def __init__(self, desk: Desk, draw: Callable[[str], str]) -> None:
        """Show a room.

        Args:
            desk: what is seen and done.
            draw: makes a picture of half blocks that holds a link.
        """
        super().__init__()
        self.desk, self.draw = desk, draw
        self._way = desk.invitation()
        self.board: Board = desk.board()
        self._stop: Callable[[], None] | None = None
        self._head, self._state = Static(id="head"), Static(id="state")
        self._quietly, self._below = Static(id="quietly"), Static(id="below")
        self._breath = Static("The room takes a breath. B goes on.", id="breath")
        self.table, self.said = BoardTable(), BoardSaid()
        self._shown: tuple[str, ...] = ()
        self._can: tuple[str, ...] = ()
        self._heights: dict[Static, int] = {}

    def compose(self) -> ComposeResult:
        yield self._head
        yield self._state
        yield self._quietly
        yield self._breath
        with Horizontal(id="way"):
            yield Static(classes="code")
            yield Static(id="typed")
        with Horizontal(id="middle"):
            with Vertical(id="invite"):
                yield Static(id="picture")
                yield Static(classes="code")
                yield Static(plain(self._way.address), id="address")
            yield self.table
        yield self.said
        yield self._below
        yield BoardFoot(show_command_palette=False)

    def on_mount(self) -> None:
        self._stop = self.desk.listen(lambda _: self.call_next(self._look))
        self.set_interval(EVERY_S, self._look)
        self._show_way()
        self._fit()
        self._look()

    def on_unmount(self) -> None:
        if self._stop is not None:
            self._stop()

    def on_resize(self) -> None:
        self._fit()
        self._look()

    def _show_way(self) -> None:
        """Say how to come in, as it is now."""
        code, address = large(self._way.code), self._way.address
        says = f"Come in:  {address}\nand type the letters.\nI shows the picture."
        self.query_one("#typed", Static).update(plain(says))
        self.query_one("#picture", Static).update(plain(self.draw(self._way.link)))
        for each in self.query(".code").results(Static):
            each.update(plain(code))

    def _fit(self) -> None:
        """The picture where it has room, or else the code in large letters."""
        rows = self.draw(self._way.link).rstrip("\n").split("\n")
        width, height = self.app.size
        wide = width >= max(map(len, rows)) + _BESIDE_PICTURE
        has_room = wide and height >= len(rows) + _ABOVE_AND_BELOW
        lobby = self.board.phase == "lobby"
        self.set_class(self.board.phase in {"closed", "ended"}, "-looking-back")
        self.set_class(lobby, "-lobby")
        self.query_one("#invite").display = lobby and has_room
        self.query_one("#way").display = lobby and not has_room

    def _look(self) -> None:
        before, self.board = self.board, self.desk.board()
        board = self.board
        self.table.show(board.rows)
        if before.phase != board.phase:
            self._fit()
        if (way := self.desk.invitation()) != self._way:
            self._way = way
            self._show_way()
        self._breath.display = board.breathing
        shown = tuple(self._lines(board))
        if shown != self._shown:
            self._show(shown)
        can = tuple(name for name, each in _DEEDS.items() if self._may(each))
        can = (*can, *(["sheet"] if self.desk.prompt(board) else []))
        if can != self._can:
            self._can = can
            self.refresh_bindings()

    def _show(self, shown: tuple[str, ...]) -> None:
        """Put other words into those lines only that say something else."""
        before = self._shown or ("",) * len(shown)
        self._shown = shown
        widgets = (self._head, self._state, self._quietly, self._below)
        for widget, line, old in zip(widgets, shown, before, strict=True):
            if line != old:
                text = plain(line)
                widget.update(text, layout=False)
                self._make_room(widget, text)
        self._quietly.display = bool(shown[2])

    def _make_room(self, widget: Static, text: Content) -> None:
        """Lay out anew only where a text needs more or fewer lines than before."""
        needs = text.get_height({}, max(1, self.app.size.width - 2))
        if needs != self._heights.get(widget):
            self._heights[widget] = needs
            widget.refresh(layout=True)

    def _lines(self, board: Board) -> Iterator[str]:
        width, row = max(40, self.app.size.width - 2), self.table.chosen
        yield words.head(board.title, self.desk.invitation(), width)
        yield words.state(board, width, solo=self.desk.is_solo)
        yield words.quietly(board, row)
        yield "\n".join(words.below(self.desk, board, row, width))

    def _may(self, deed: Deed) -> bool:
        return deed.may(self.board, self.table.chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        match action, parameters:
            case "deed", (str() as name,):
                return self._may(_DEEDS[name])
            case ("turn" | "order") as what, _:
                return self.board.phase in _WHEN[what]
            case "sheet", _:
                return self.desk.prompt(self.board) is not None
            case "menu", ("seat",):
                return self.table.chosen is not None
            case _:
                return super().check_action(action, parameters)

    @on(BoardTable.Chosen)
    def _chosen(self) -> None:
        self._look()

    @on(BoardTable.Opened)
    def _opened(self) -> None:
        self.action_menu("seat")

    @work
    async def action_deed(self, name: str) -> None:
        """Do something with the room, or for the marked seat."""
        await _DEEDS[name].do(self, self.table.chosen)

    @work
    async def action_menu(self, of: str) -> None:
        """Say what can be done, and do what is chosen."""
        row = self.table.chosen
        deeds = (SEAT if of == "seat" else _OF_ROOM).values()
        offered = {
            f"{each.key.upper()}  {each.says}": each
            for each in deeds
            if self._may(each)
        }
        label = row.label if row is not None else ""
        question = f"For {label}:" if of == "seat" else "The room:"
        keys = {each.key: line for line, each in offered.items()}
        asked = ChooseScreen(question, tuple(offered), keys=keys)
        chosen = await self.ask_words(asked)
        if chosen is not None:
            await offered[chosen].do(self, row)

    def action_turn(self, by: int) -> None:
        """Turn the wall a piece on, or back."""
        self.do(lambda: self.desk.turn_wall(by))

    def action_sheet(self) -> None:
        """Show the run sheet, at this moment."""
        prompts, now = self.desk.sheet(self.board)
        if prompts:
            self.app.push_screen(SheetScreen(prompts, now))

    def action_order(self) -> None:
        """Let whoever needs somebody stand first, or go by the numbers."""
        self.table.put_in_order(by_need=not self.table.is_by_need)

    def action_invite(self) -> None:
        """Show the way in, as large as it gets."""
        way_in = self.desk.invitation
        self.app.push_screen(InviteScreen(self.board.title, self.draw, way_in))

    def show_link(self, row: BoardRow, link: str) -> None:
        """Show one seat's private link."""
        way = Invitation(self._way.address, "", link)
        says = "Whoever opens it sits there. It is shown this once."
        title = f"For {row.label} alone"
        self.app.push_screen(InviteScreen(title, self.draw, lambda: way, says))

    async def ask_yes(self, asked: ModalScreen[bool]) -> bool:
        """Whether something is agreed to."""
        return await self.app.push_screen_wait(asked)

    async def ask_words(self, asked: ModalScreen[str | None]) -> str | None:
        """What is chosen or written; None where nothing is."""
        return await self.app.push_screen_wait(asked)

    def do(self, deed: Callable[[], object], said: str = "") -> bool:
        """Do something; where it cannot be done, say why."""
        try:
            deed()
        except EmpathySimError as refused:
            self.notify(str(refused), markup=False, severity="warning")
            return False
        if said:
            self.notify(said, markup=False)
        self._look()
        return True

    async def wait_for(self, deed: Awaitable[object]) -> object | None:
        """Do something that takes a moment; None where it cannot be done."""
        try:
            done = await deed
        except EmpathySimError as refused:
            self.notify(str(refused), markup=False, severity="warning")
            return None
        self._look()
        return done

    def mark(self, seat: str) -> None:
        """Mark a seat's line."""
        self.table.mark(seat)

    def say(self, said: str) -> None:
        """Say something long enough to be read."""
        self.notify(said, markup=False, timeout=LASTS_S)
