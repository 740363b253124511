"""A desk over a small room."""

from __future__ import annotations

from dataclasses import dataclass, field

from empathy_sim.errors import StoreUnwritable
from empathy_sim.workshop.desk import Desk, Invitation, Linked, Outside, WallPlace
from empathy_sim.workshop.kit.cues import Cue
from tests.workshop.room.rooms import Workshop

WAY_IN = Invitation("http://here:8040", "bcd fgh", "http://here:8040/j/secret")


@dataclass
class World:
    """What a desk asked of the program around it."""

    turned: list[int] = field(default_factory=list)
    saved: dict[str, str] = field(default_factory=dict)
    let_go: list[str] = field(default_factory=list)
    place: WallPlace | None = None
    refuses: StoreUnwritable | None = None
    turned_over: list[Linked] = field(default_factory=list)
    way_in: Invitation = WAY_IN

    def turns(self, purpose: Linked) -> str:
        """As a secret: another one each time."""
        return f"secret-{self.turned_over.count(purpose)}"

    def turn_over(self, purpose: Linked) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.turned_over.append(purpose)

    def save(self, name: str, text: str) -> str:
        if self.refuses is not None:
            raise self.refuses
        self.saved[name] = text
        return f"/there/{name}"

    async def end_screens(self, seat: str) -> None:
        self.let_go.append(seat)

    def outside(self) -> Outside:
        return Outside(
            invitation=lambda: self.way_in,
            link=lambda purpose: f"{WAY_IN.address}/{purpose}/{self.turns(purpose)}",
            turn_over=self.turn_over,
            link_of=lambda secret: f"{WAY_IN.address}/s/{secret}",
            turn_wall=self.turned.append,
            wall_place=lambda: self.place,
            save=self.save,
            let_go=self.end_screens,
        )


class Facilitated:
    """A room, whoever runs it, and the world around both."""

    def __init__(self, *cues: Cue, workshop: Workshop | None = None) -> None:
        self.workshop = workshop or Workshop()
        self.room = self.workshop.room
        self.world = World()
        self.desk = Desk(
            self.room, self.workshop.attendance, self.world.outside(), cues
        )

    def happened(self, kind: type) -> list[object]:
        """Every event of a kind that is kept of the room."""
        return [each for each in self.room.log if type(each) is kind]
