"""What can be done with a room's links."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec import Struct

from empathy_sim.tui.screens.board_asked import ChooseScreen
from empathy_sim.tui.screens.board_deeds import Deed, Facing
from empathy_sim.tui.screens.board_invite import InviteScreen
from empathy_sim.tui.screens.confirm import ConfirmScreen
from empathy_sim.workshop.desk import Invitation, Linked
from empathy_sim.workshop.room.board import BoardRow


class Told(Struct, frozen=True, kw_only=True):
    """What is said of one link."""

    key: str
    title: str
    whom: str
    """For whom it is."""
    says: str
    """What it is for."""
    opens: str
    """What to do with it."""
    asks: str
    """Where another one is to be made."""
    then: str
    """What happens to whom where another one is made."""
    done: str


LINKS: Mapping[Linked, Told] = {
    "join": Told(
        key="c",
        title="How people come in",
        whom="for everybody in the room",
        says="For everybody in the room.",
        opens="",
        asks="Another way in?",
        then="The picture, the link and the code open nothing any more, at once; the "
        "wall and the board show new ones. Whoever has a seat keeps it. Whoever is "
        "just writing their name comes in again.",
        done="There is another way in. Every seat stays.",
    ),
    "wall": Told(
        key="w",
        title="The wall",
        whom="for the projector",
        says="It shows what everybody may see: how to come in, later the debrief.",
        opens="For the projector: open the link below in a browser of the computer that "
        "is joined to it.",
        asks="Another link for the wall?",
        then="Whatever shows the wall by the old link goes dark at once: open the new "
        "one on the projector. No seat changes.",
        done="The wall has another link: open it on the projector.",
    ),
    "poll": Told(
        key="f",
        title="The frontline's poll",
        whom="for people who talk with customers",
        says="They say why customers call most. Your room guesses it; the wall shows "
        "both.",
        opens="For people who talk with customers: send them the link below. It answers "
        "while this room is open.",
        asks="Another link for the frontline?",
        then="The old one opens nothing any more, at once. What was answered stays; "
        "whoever has not answered yet needs the new one.",
        done="The poll has another link.",
    ),
    "facilitator": Told(
        key="b",
        title="Your own board",
        whom="for you alone",
        says="Show it to nobody: whoever has it runs the room.",
        opens="For you alone: open the link below on a tablet or another computer, and "
        "run the room from there too.",
        asks="Another link for your board?",
        then="The old one is dead at once, and every other browser that shows a board "
        "is shut out. The board you sit at goes on. No seat changes.",
        done="Your board has another link. The old one is dead.",
    ),
}
"""Each link that was printed where the room was opened."""


async def _links(on: Facing, row: BoardRow | None) -> None:
    """Show a link as often as another one is made of it."""
    del row
    lines: dict[str, Linked] = {
        f"{told.key.upper()}  {told.title}, {told.whom}": purpose
        for purpose, told in LINKS.items()
    }
    keys = {LINKS[purpose].key: line for line, purpose in lines.items()}
    chosen = await on.ask_words(ChooseScreen("Which link?", tuple(lines), keys=keys))
    if chosen is not None:
        purpose = lines[chosen]
        says = LINKS[purpose].says
        while await on.ask_yes(_shown(on, purpose, says)):
            if await _turned_over(on, purpose):
                says = LINKS[purpose].done


def _shown(on: Facing, purpose: Linked, says: str) -> InviteScreen:
    def way() -> Invitation:
        way_in = on.desk.invitation()
        if purpose == "join":
            return way_in
        return Invitation(way_in.address, "", on.desk.link(purpose))

    told = LINKS[purpose]
    return InviteScreen(told.title, on.draw, way, says, opens=told.opens, renews=True)


async def _turned_over(on: Facing, purpose: Linked) -> bool:
    told = LINKS[purpose]
    asked = ConfirmScreen(told.asks, yes="Make it", no="Keep", consequence=told.then)
    return await on.ask_yes(asked) and on.do(partial(on.desk.turn_over, purpose))


LINKING: dict[str, Deed] = {
    "links": Deed(
        key="d",
        label="Links",
        says="Show a link: to come in, the wall, the frontline's poll, your board",
        may=lambda board, row: True,  # noqa: ARG005
        do=_links,
        is_shown=True,
    ),
}
"""What is done with the links."""
