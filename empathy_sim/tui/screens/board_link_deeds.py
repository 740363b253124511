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
    says: str
    asks: str
    """Where another one is to be made."""
    then: str
    """What happens to whom where another one is made."""
    done: str


LINKS: Mapping[Linked, Told] = {
    "join": Told(
        key="c",
        title="How people come in",
        says="For everybody in the room.",
        asks="Another way in?",
        then="The picture, the link and the code open nothing any more, at once; the "
        "wall and the board show new ones. Whoever has a seat keeps it. Whoever is "
        "just writing their name comes in again.",
        done="There is another way in. Every seat stays.",
    ),
    "wall": Told(
        key="w",
        title="The wall",
        says="For the projector. It shows what everybody may see.",
        asks="Another link for the wall?",
        then="Whatever shows the wall by the old link goes dark at once: open the new "
        "one on the projector. No seat changes.",
        done="The wall has another link: open it on the projector.",
    ),
    "poll": Told(
        key="f",
        title="The frontline's poll",
        says="To send to those who talk with customers.",
        asks="Another link for the frontline?",
        then="The old one opens nothing any more, at once. What was answered stays; "
        "whoever has not answered yet needs the new one.",
        done="The poll has another link.",
    ),
    "facilitator": Told(
        key="b",
        title="Your own board",
        says="Yours alone: whoever has it runs the room.",
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
        f"{told.key}  {told.title}": purpose for purpose, told in LINKS.items()
    }
    keys = {told.key: f"{told.key}  {told.title}" for told in LINKS.values()}
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

    return InviteScreen(LINKS[purpose].title, on.draw, way, says, renews=True)


async def _turned_over(on: Facing, purpose: Linked) -> bool:
    told = LINKS[purpose]
    asked = ConfirmScreen(told.asks, yes="Make it", no="Keep", consequence=told.then)
    return await on.ask_yes(asked) and on.do(partial(on.desk.turn_over, purpose))


LINKING: dict[str, Deed] = {
    "links": Deed(
        key="d",
        label="Links",
        says="Show a link again, or make another where one got out",
        may=lambda board, row: True,  # noqa: ARG005
        do=_links,
    ),
}
"""What is done with the links."""
