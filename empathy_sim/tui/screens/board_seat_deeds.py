"""What can be done for one seat."""

from __future__ import annotations

from functools import partial
from typing import cast

from empathy_sim.tui.screens.board_asked import ChooseScreen
from empathy_sim.tui.screens.board_deeds import Deed, Facing
from empathy_sim.tui.screens.board_words import asking, is_long
from empathy_sim.tui.screens.confirm import ConfirmScreen
from empathy_sim.workshop.desk import NUDGES
from empathy_sim.workshop.room.board import Board, BoardRow


def _seated(board: Board, row: BoardRow | None) -> bool:
    return row is not None and board.phase != "ended"


def _plays(board: Board, row: BoardRow | None) -> bool:
    return board.phase == "playing" and row is not None and row.chair == "customer"


def _asks(board: Board, row: BoardRow | None) -> bool:
    return asking(board, row) is not None


async def _nudge(on: Facing, row: BoardRow | None) -> None:
    if row is None:
        return
    asked = ChooseScreen(
        f"What do you say to {row.label}? It stands above their story, and nobody else "
        "sees it.",
        NUDGES,
        own="Your own words",
    )
    words = await on.ask_words(asked)
    if words:
        on.do(partial(on.desk.nudge, row.seat, words), f"Said to {row.label}.")


async def _lead_on(on: Facing, row: BoardRow | None) -> None:
    if row is None:
        return
    asked = ConfirmScreen(
        f"Lead {row.label} on?",
        yes="Lead on",
        no="Not now",
        consequence="They leave this stage where it stands, and go on with the next; "
        "from the waiting room they go on into their journey. Their log says that you "
        "led them on.",
    )
    if await on.ask_yes(asked):
        on.do(partial(on.desk.lead_on, row.seat), f"{row.label} is led on.")


async def _answer(on: Facing, row: BoardRow | None) -> None:
    asks = asking(on.board, row)
    if asks is not None and (not is_long(asks) or await on.ask_yes(_read(asks))):
        on.mark(asks.seat)
        on.do(partial(on.desk.answer, asks.seat), f"Noted. Go to {asks.label}.")


def _read(asks: BoardRow) -> ConfirmScreen:
    return ConfirmScreen(
        f"{asks.label}, no {asks.number}, quietly:",
        yes="Seen",
        no="Not yet",
        consequence=asks.asked or "",
    )


async def _watch(on: Facing, row: BoardRow | None) -> None:
    if row is None:
        return
    offered = {
        f"{seat.number:>3}  {seat.label}": seat.id
        for seat in on.desk.players()
        if seat.id != row.seat
    }
    plays = "Nobody: they play themselves"
    also = (plays,) if row.chair == "observer" else ()
    asked = ChooseScreen(f"Whom does {row.label} watch?", (*offered, *also))
    chosen = await on.ask_words(asked)
    if chosen == plays:
        on.do(partial(on.desk.play, row.seat), f"{row.label} plays.")
    elif chosen is not None:
        on.do(partial(on.desk.watch, row.seat, offered[chosen]))


async def _new_link(on: Facing, row: BoardRow | None) -> None:
    if row is None:
        return
    asked = ConfirmScreen(
        f"A new link for {row.label}?",
        yes="New link",
        no="No",
        consequence="For another computer, or a lost one. What opens their seat now "
        "opens it no more; everything goes on where it is.",
    )
    if await on.ask_yes(asked):
        made: list[str] = []
        if on.do(lambda: made.append(on.desk.new_link(row.seat))):
            on.show_link(row, made[0])


async def _shut_out(on: Facing, row: BoardRow | None) -> None:
    if row is None:
        return
    asked = ConfirmScreen(
        f"Shut {row.label} out?",
        yes="Shut out",
        no="No",
        consequence="Their browser shows the room no more. What is kept of their seat "
        "stays; a new link lets them in again.",
    )
    if await on.ask_yes(asked):
        await on.wait_for(on.desk.shut_out(row.seat))


async def _forget(on: Facing, row: BoardRow | None) -> None:
    if row is None:
        return
    asked = ConfirmScreen(
        f"Forget {row.label}?",
        yes="Forget",
        no="No",
        consequence="Their journey, their name and every word of theirs are removed "
        "for good, from the wall too. Numbers of many stay as they were told.",
    )
    if await on.ask_yes(asked):
        files = await on.wait_for(on.desk.forget(row.seat))
        if files is not None:
            made = ", ".join(cast("tuple[str, ...]", files))
            left = f" These files were made before, and stay: {made}" if made else ""
            on.say(f"The seat is forgotten.{left}")


SEAT: dict[str, Deed] = {
    "answer": Deed(
        key="a",
        label="Seen",
        says="Take note of what was told quietly",
        may=_asks,
        do=_answer,
        is_shown=True,
    ),
    "nudge": Deed(
        key="n",
        label="Say a word",
        says="Say a word, which stands above their story",
        may=_seated,
        do=_nudge,
        is_shown=True,
    ),
    "lead_on": Deed(
        key="l",
        label="Lead on",
        says="Lead on to the next stage, or out of the waiting room",
        may=_plays,
        do=_lead_on,
        is_shown=True,
    ),
    "watch": Deed(
        key="w",
        label="Watch",
        says="Let them watch, or watch somebody else",
        may=_seated,
        do=_watch,
    ),
    "new_link": Deed(
        key="k",
        label="New link",
        says="A new link, for another computer",
        may=_seated,
        do=_new_link,
    ),
    "shut_out": Deed(
        key="x",
        label="Shut out",
        says="Shut out: their browser shows the room no more",
        may=_seated,
        do=_shut_out,
    ),
    "forget": Deed(
        key="f",
        label="Forget",
        says="Forget the seat, with everything kept of it",
        may=lambda board, row: row is not None,  # noqa: ARG005
        do=_forget,
    ),
}
"""What is done with the marked seat."""
