"""What can be done with the whole room."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from empathy_sim.line.wording import many
from empathy_sim.tui.screens.board_asked import ChooseScreen, WriteScreen
from empathy_sim.tui.screens.board_deeds import Deed, Facing, May
from empathy_sim.tui.screens.board_words import PACES
from empathy_sim.tui.screens.confirm import ConfirmScreen
from empathy_sim.workshop.room.board import BoardRow
from empathy_sim.workshop.room.swapping import Swap


def _in(*phases: str) -> May:
    return lambda board, row: board.phase in phases  # noqa: ARG005


async def _begin(on: Facing, row: BoardRow | None) -> None:
    del row
    board = on.board
    watching = sum(each.chair == "observer" for each in board.rows)
    playing, away = len(board.rows) - watching, len(board.rows) - board.here
    missing = f" {away} of them are not here now." if away else ""
    asked = ConfirmScreen(
        "Let them begin?",
        yes="Begin",
        no="Not yet",
        consequence=f"{playing} play, {watching} watch.{missing} "
        "Whoever comes later can still join.",
    )
    if await on.ask_yes(asked):
        on.do(on.desk.begin, "They may begin.")


async def _breathe(on: Facing, row: BoardRow | None) -> None:
    del row
    if not on.do(on.desk.breathe):
        return
    closing = on.board.closing
    if closing is not None and closing.later and not closing.stands:
        on.say(f"{closing.says}.")


async def _close_at(on: Facing, row: BoardRow | None) -> None:
    del row
    asked = WriteScreen(
        "When does the room close by itself?",
        "10:40, or +15 for minutes from now",
        "An empty line takes it back: then it closes when you say so.",
    )
    typed = await on.ask_words(asked)
    if typed is None:
        return
    at: list[str] = []
    if on.do(lambda: at.append(on.desk.close_at(typed))):
        on.say(_closes(at[0], breathing=on.board.breathing))


def _closes(at: str, *, breathing: bool) -> str:
    if not at:
        return "Closes when you say so."
    later = "; later by as long as the breath still lasts" if breathing else ""
    return f"Closes by itself at {at}{later}."


async def _close(on: Facing, row: BoardRow | None) -> None:
    del row
    still = on.board.playing
    verb = "is" if still == 1 else "are"
    asked = ConfirmScreen(
        f"Close the room now? {still} {verb} still in the story.",
        yes="Close",
        no="Not yet",
        consequence="Whoever is still in the story ends as still waiting, with a full "
        "debrief. Whoever has not begun does not begin any more.",
    )
    if await on.ask_yes(asked):
        on.do(on.desk.close_play, "The room is closed. Debriefs come first.")


async def _pace(on: Facing, row: BoardRow | None) -> None:
    del row
    asked = ChooseScreen(
        "How much of each wait is lived, from the next one on? Whoever plays is asked "
        "before it is more, and may say no; you learn how many said yes. Less is not "
        "asked for.",
        tuple(PACES.values()),
    )
    chosen = await on.ask_words(asked)
    for pace, says in PACES.items():
        if says == chosen:
            on.do(partial(on.desk.set_pace, pace), f"Pace {says}.")


async def _swap(on: Facing, row: BoardRow | None) -> None:
    del row
    found = on.desk.swap()
    count = len(found.pairs)
    if not count:
        on.say("No pair is left to swap: nobody who watched somebody has yet to play.")
        return
    asked = ConfirmScreen(
        f"A second sitting: swap {many(count, 'pair')}?",
        yes="Swap",
        no="Not yet",
        consequence=" ".join(_of_swap(found)),
    )
    if await on.ask_yes(asked):
        on.do(on.desk.swap_pairs, "Who watched plays now. C closes the room again.")


def _of_swap(found: Swap) -> Iterator[str]:
    yield "Who watched plays the same journey from its beginning; who played watches."
    yield "Journeys, forms and ticks of before stay with whom they belong to."
    if found.debriefing:
        verb = "is" if found.debriefing == 1 else "are"
        yield f"{found.debriefing} {verb} still in a debrief, and may end it first."
    if found.alone:
        yield f"{found.alone} played with nobody to swap with, and only look on."
    yield "The wall is empty meanwhile."


async def _reveal(on: Facing, row: BoardRow | None) -> None:
    del row
    on.do(on.desk.reveal)


async def _bring_up(on: Facing, row: BoardRow | None) -> None:
    del row
    on.do(on.desk.bring_up, "What may be told of latecomers is on the wall.")


async def _export(on: Facing, row: BoardRow | None) -> None:
    del row
    saved: list[str] = []
    if on.do(lambda: saved.append(on.desk.export())):
        on.say(
            "The room's page is saved, where only you can read it. It has what stood on "
            f"the wall, and may be passed on: {saved[0]}"
        )


async def _end(on: Facing, row: BoardRow | None) -> None:
    del row
    asked = ConfirmScreen(
        "End the workshop?",
        yes="End it",
        no="Not yet",
        consequence="Nobody can sit down any more. Everything kept stays kept.",
    )
    if await on.ask_yes(asked):
        on.do(on.desk.end)


ROOM: dict[str, Deed] = {
    "begin": Deed(
        key="s",
        label="Start",
        says="Let them begin",
        may=_in("lobby"),
        do=_begin,
        is_shown=True,
    ),
    "breathe": Deed(
        key="b",
        label="Breathe",
        says="Give everyone a breath: every clock stands, the closing too",
        may=lambda board, row: board.phase == "playing" and not board.breathing,  # noqa: ARG005
        do=_breathe,
        is_shown=True,
    ),
    "go_on": Deed(
        key="b",
        label="Go on",
        says="Go on: the breath is over",
        may=lambda board, row: board.breathing,  # noqa: ARG005
        do=_breathe,
        is_shown=True,
    ),
    "reveal": Deed(
        key="r",
        label="Reveal",
        says="Put the next step on the wall",
        may=_in("closed", "ended"),
        do=_reveal,
        is_shown=True,
    ),
    "close_at": Deed(
        key="t",
        label="Close at",
        says="Close the room by itself at a time",
        may=_in("lobby", "playing"),
        do=_close_at,
        is_shown=True,
    ),
    "close": Deed(
        key="c",
        label="Close now",
        says="Close the room now",
        may=_in("playing"),
        do=_close,
        is_shown=True,
    ),
    "pace": Deed(
        key="p",
        label="Pace",
        says="Another pace: more of the waits after a yes, or less of them",
        may=_in("lobby", "playing"),
        do=_pace,
        is_shown=True,
    ),
    "swap": Deed(
        key="y",
        label="Swap pairs",
        says="A second sitting: swap the pairs, who watched plays",
        may=_in("closed"),
        do=_swap,
        is_shown=True,
    ),
    "bring_up": Deed(
        key="u",
        label="Latecomers",
        says="Add latecomers to what stands on the wall",
        may=_in("closed", "ended"),
        do=_bring_up,
    ),
    "export": Deed(
        key="g",
        label="Save page",
        says="Save the room's page, as it stands on the wall",
        may=_in("closed", "ended"),
        do=_export,
        is_shown=True,
    ),
    "end": Deed(
        key="e",
        label="End",
        says="End the workshop",
        may=_in("lobby", "playing", "closed"),
        do=_end,
    ),
}
"""What is done with the whole room."""
