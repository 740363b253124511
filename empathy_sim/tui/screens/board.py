"""The facilitator's board."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Static

from empathy_sim.engine.moves import Pace
from empathy_sim.errors import EmpathySimError
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.board_asked import ChooseScreen, WriteScreen
from empathy_sim.tui.screens.confirm import ConfirmScreen
from empathy_sim.tui.widgets.board_table import BoardTable
from empathy_sim.workshop.desk import NUDGES, Desk
from empathy_sim.workshop.room.board import Board, BoardRow

_EVERY = 0.5
"""Seconds between two looks at the room."""
_PHASES = {
    "lobby": "In the lobby",
    "playing": "Playing",
    "closed": "Looking back",
    "ended": "Over",
}
_PACES: dict[Pace, str] = {
    "workshop": "workshop: one long wait of three to four minutes, the others short",
    "brisk": "brisk: ten seconds of each wait",
    "real": "real: nothing is cut",
}
_CLOSES = (
    "Whoever is still in the story ends as still waiting, with a full debrief. "
    "Whoever has not begun does not begin any more."
)
_LEADS = (
    "They leave this stage where it stands, and go on with the next. Their log says "
    "that you led them on."
)
_SHUTS = "Their browser shows the room no more. What is kept of their seat stays."


class BoardScreen(Screen[None]):
    """Who is where, who needs somebody, and what can be done about it."""

    CSS_PATH = "board.tcss"
    AUTO_FOCUS = "BoardTable"
    HELP = """
Who sits where, how long they have been in a stage, and who needs somebody. It shows
nothing of what anybody feels or writes. B lets every clock in the room stand.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "begin", "Start"),
        Binding("b", "breathe", "Breathe"),
        Binding("n", "nudge", "Say a word"),
        Binding("l", "lead_on", "Lead on"),
        Binding("a", "answer", "Answer"),
        Binding("t", "close_at", "Close at"),
        Binding("c", "close_play", "Close"),
        Binding("p", "pace", "Pace", show=False),
        Binding("r", "reveal", "Reveal"),
        Binding("right", "turn(1)", "Next piece", show=False),
        Binding("left", "turn(-1)", "Piece before", show=False),
        Binding("u", "bring_up", "Add latecomers", show=False),
        Binding("i", "invite", "Way in", show=False),
        Binding("x", "shut_out", "Shut out", show=False),
        Binding("e", "end", "End", show=False),
    ]

    def __init__(self, desk: Desk, picture: str) -> None:
        """Show a room.

        Args:
            desk: what is seen and done.
            picture: the way in, as a picture of half blocks.
        """
        super().__init__()
        self._desk = desk
        self._board: Board = desk.board()
        self._stop: Callable[[], None] | None = None
        self.title_line, self.where = Static(id="title"), Static(id="where")
        self.breath = Static("The room takes a breath. B goes on.", id="breath")
        self.table, self.told = BoardTable(), Static(id="told")
        self.invite = Static(plain(picture), id="invite")
        self._head: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield self.title_line
        yield self.where
        yield self.breath
        with Horizontal(id="middle"):
            yield self.invite
            yield self.table
        yield self.told
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._stop = self._desk.listen(lambda _: self.call_next(self._look))
        self.set_interval(_EVERY, self._look)
        self.invite.set_class(self._board.phase == "lobby", "-on")
        self._look()

    def on_unmount(self) -> None:
        if self._stop is not None:
            self._stop()

    def _look(self) -> None:
        before, self._board = self._board, self._desk.board()
        board = self._board
        if before.phase != board.phase:
            self.invite.set_class(board.phase == "lobby", "-on")
            self.refresh_bindings()
        self.table.show(board.rows)
        self.breath.set_class(board.breathing, "-on")
        head = tuple(self._lines(board))
        if head != self._head:
            self._head = head
            shown = zip((self.title_line, self.where, self.told), head, strict=True)
            for widget, line in shown:
                widget.update(plain(line))

    def _lines(self, board: Board) -> Iterator[str]:
        invitation = self._desk.invitation()
        yield f"{board.title}   {invitation.address}   code {invitation.code}"
        yield "   ".join(_state(board))
        yield "\n".join(self._about(board))

    def _about(self, board: Board) -> Iterator[str]:
        row = self.table.chosen
        if row is not None:
            yield from _told_of(row)
        if board.phase in {"closed", "ended"}:
            yield from self._next()
        elif not board.rows:
            yield "Nobody has sat down yet. S begins when you are ready."

    def _next(self) -> Iterator[str]:
        if cue := self._desk.cue():
            yield f"Say: {cue}"
        heading = self._desk.next_heading()
        yield f"R puts on the wall: {heading}" if heading else "All is on the wall."

    @on(BoardTable.Chosen)
    def _chosen(self) -> None:
        self._head = ()
        self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done in this phase."""
        phase = self._board.phase
        match action:
            case "begin":
                return phase == "lobby"
            case "breathe" | "lead_on" | "close_play" | "close_at":
                return phase == "playing"
            case "reveal" | "turn" | "bring_up":
                return phase in {"closed", "ended"}
            case _:
                return super().check_action(action, parameters)

    def _do(self, deed: Callable[[], object], said: str = "") -> None:
        """Do something; where it cannot be done, say why."""
        try:
            deed()
        except EmpathySimError as refused:
            self.notify(plain(str(refused)), severity="warning")
            return
        if said:
            self.notify(plain(said))
        self._look()

    def _seat(self) -> BoardRow | None:
        row = self.table.chosen
        if row is None:
            self.notify("Nobody has sat down yet.", severity="warning")
        return row

    def action_begin(self) -> None:
        """Let whoever is in the lobby begin."""
        self._do(self._desk.begin, "They may begin.")

    def action_breathe(self) -> None:
        """Let every clock stand, or go on."""
        self._do(self._desk.breathe)

    @work
    async def action_nudge(self) -> None:
        """Say a word to one seat."""
        row = self._seat()
        if row is not None:
            question = f"What do you say to {row.label}?"
            asked = ChooseScreen(question, NUDGES, own="Your own words")
            words = await self.app.push_screen_wait(asked)
            if words:
                self._do(lambda: self._desk.nudge(row.seat, words), "It is said.")

    @work
    async def action_lead_on(self) -> None:
        """Lead one who is stuck on to the next stage."""
        row = self._seat()
        if row is None:
            return
        asked = ConfirmScreen(
            f"Lead {row.label} on?", yes="Lead on", no="Not now", consequence=_LEADS
        )
        if await self.app.push_screen_wait(asked):
            self._do(lambda: self._desk.lead_on(row.seat))

    def action_answer(self) -> None:
        """Take note of what was told quietly."""
        row = self._seat()
        if row is None or row.asked is None:
            self.notify("Nobody on this line has told you anything.")
            return
        self._do(lambda: self._desk.answer(row.seat), "Noted. Go to them.")

    @work
    async def action_close_at(self) -> None:
        """Close the room by itself at a time."""
        asked = WriteScreen(
            "When does the room close by itself?", "10:40, or +15 for minutes from now"
        )
        typed = await self.app.push_screen_wait(asked)
        if typed is not None:
            self._do(lambda: self._desk.close_at(typed))

    @work
    async def action_close_play(self) -> None:
        """Close the room now."""
        still = self._board.playing
        asked = ConfirmScreen(
            f"Close the room now? {still} are still in the story.",
            yes="Close",
            no="Not yet",
            consequence=_CLOSES,
        )
        if await self.app.push_screen_wait(asked):
            self._do(self._desk.close_play, "The room is closed. Debriefs come first.")

    @work
    async def action_pace(self) -> None:
        """Change how much of the waiting is lived by whoever begins later."""
        asked = ChooseScreen(
            "How much of the waiting is lived by whoever has not begun?",
            tuple(_PACES.values()),
        )
        chosen = await self.app.push_screen_wait(asked)
        for pace, says in _PACES.items():
            if says == chosen:
                self._do(partial(self._desk.set_pace, pace))

    def action_reveal(self) -> None:
        """Put the next step on the wall."""
        self._do(self._desk.reveal)

    def action_bring_up(self) -> None:
        """Add to the wall whoever came later."""
        self._do(self._desk.bring_up, "What may be told of them is on the wall.")

    def action_turn(self, by: int) -> None:
        """Turn the wall a piece on, or back."""
        self._do(lambda: self._desk.turn_wall(by))

    def action_invite(self) -> None:
        """Show the way in, or hide it."""
        self.invite.toggle_class("-on")

    @work
    async def action_shut_out(self) -> None:
        """Let a seat's browser in no more."""
        row = self._seat()
        if row is None:
            return
        asked = ConfirmScreen(
            f"Shut {row.label} out?", yes="Shut out", no="No", consequence=_SHUTS
        )
        if await self.app.push_screen_wait(asked):
            self._do(lambda: self._desk.shut_out(row.seat))

    @work
    async def action_end(self) -> None:
        """End the workshop."""
        asked = ConfirmScreen(
            "End the workshop?",
            yes="End it",
            no="Not yet",
            consequence="Nobody can sit down any more. Everything kept stays kept.",
        )
        if await self.app.push_screen_wait(asked):
            self._do(self._desk.end)


def _told_of(row: BoardRow) -> Iterator[str]:
    here = "" if row.here else "; not here now"
    doing = f": {row.doing}" if row.doing else ""
    yield f"{row.label}: {row.where}{doing}{here}"
    if row.observers:
        yield f"Watched by {', '.join(row.observers)}."
    if row.asked is not None:
        yield f"Told you quietly: {row.asked or 'nothing in words; please come'}"


def _state(board: Board) -> Iterator[str]:
    yield _PHASES[board.phase]
    yield f"{len(board.rows)} seats, {board.here} here"
    if board.phase != "lobby":
        yield f"{board.playing} in the story, {board.over} through it"
    if board.began_ms >= 0:
        yield f"minute {(board.at_ms - board.began_ms) // 60_000}"
    if board.closes_in_s is not None:
        minutes, seconds = divmod(board.closes_in_s, 60)
        yield f"closes in {minutes}:{seconds:02}"
    if board.pace != "workshop":
        yield f"pace {board.pace}"
