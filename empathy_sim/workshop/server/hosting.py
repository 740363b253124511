"""Everything that the server of a room knows."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web

from empathy_sim.workshop.practice.robots import Practice
from empathy_sim.workshop.room.presence import Attendance
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.server.changes import Changes
from empathy_sim.workshop.server.doorkeeping import Doorkeeper
from empathy_sim.workshop.server.keys import Purpose, RoomKeys
from empathy_sim.workshop.server.paces import Paces, Rate
from empathy_sim.workshop.server.standing import Standing
from empathy_sim.workshop.server.tabs import Tabs
from empathy_sim.workshop.server.tries import Tries
from empathy_sim.workshop.views.collecting import Collecting
from empathy_sim.workshop.views.door import Door
from empathy_sim.workshop.views.view import Maker
from empathy_sim.workshop.views.viewing import SeatView

CODE_TRIES = 5
"""From one address within a minute."""
CODE_TRIES_TOGETHER = 100
SECRET_TRIES = 10
JOINS = 60
"""Seats taken from one address within a minute."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is reached: only by these names, exactly."""

    scheme: str
    """`http` or `https`."""
    hosts: frozenset[str]
    """`192.168.1.20:8040`, in lower case; the port is left out where it is usual."""
    shown: str
    """The address on the wall: `http://192.168.1.20:8040`."""
    proxied: bool = False
    """Whether everybody comes by one address: that of the proxy in front."""

    def origin_of(self, host: str) -> str:
        """The origin of a page that was reached by a name."""
        return f"{self.scheme}://{host}"


@dataclass(slots=True)
class Hosting:
    """One room, its doors and its views."""

    room: Room
    attendance: Attendance
    keys: RoomKeys
    address: Address
    makers: Callable[[str], Maker]
    """Makes what shows a seat, by the seat's id."""
    warming: Maker | None = None
    """Makes what is shown to nobody once, before the first seat is."""
    board_maker: Maker | None = None
    """Makes the facilitator's board."""
    failed: Callable[[BaseException], None] = lambda raised: None  # noqa: ARG005
    """Is told of a screen or a page that failed; it may keep no local values."""
    blocked: Callable[[str, float], None] = lambda seat, ms: None  # noqa: ARG005
    """Is told of a screen that kept all others waiting, and for how long."""
    keep_keys: Callable[[RoomKeys], None] = lambda keys: None  # noqa: ARG005
    capacity: int = 200
    views: dict[str, SeatView] = field(default_factory=dict)
    """By the seat's id; the board's is under an empty one."""
    leavers: list[Callable[[str], None]] = field(default_factory=list)
    """Each ends another face of a seat, where it shows one."""
    tries: dict[str, Tries] = field(default_factory=dict)
    practice: Practice | None = None
    """Robots that fill the room, where somebody practises."""
    is_closing: bool = False
    wall_at: tuple[int, int] = (-1, 0)
    """The step and the piece of it that stand on the wall, from 0."""
    changes: Changes = field(default_factory=Changes)
    standing: Standing = field(default_factory=Standing)
    doorkeeper: Doorkeeper = field(default_factory=Doorkeeper)
    paces: Paces = field(default_factory=lambda: Paces(_seconds, Rate()))
    collecting: Collecting = field(default_factory=Collecting)
    door: Door = field(default_factory=Door)
    tabs: Tabs = field(init=False)

    def __post_init__(self) -> None:
        self.tabs = Tabs(self.room.utc)

    def tries_of(self, what: str, each: int, together: int) -> Tries:
        """How often something was tried lately."""
        if what not in self.tries:
            each = together if self.address.proxied else each
            self.tries[what] = Tries(self.room.at_ms, each=each, together=together)
        return self.tries[what]

    def happened(self) -> None:
        """Let every page look again, and end what may be open no more."""
        self.changes.happened()
        self.standing.look()

    def fault(self, raised: BaseException) -> str:
        """Have a fault reported; the name by which it is found again."""
        name = f"fault-{secrets.token_hex(3)}"
        raised.add_note(name)
        self.failed(raised)
        return name

    def turn_over(
        self, purpose: Purpose, first: Callable[[], None] = lambda: None
    ) -> None:
        """Make another secret for a purpose; what the old one opened is shut at once.

        Args:
            purpose: what it opens.
            first: is called once the new one counts, before anything is shut.

        Raises:
            StoreError: the new one cannot be kept, and the old one stays.
        """
        turned = self.keys.turned_over(purpose)
        self.keep_keys(turned)
        self.keys = turned
        first()
        self.happened()

    def cookie(self, name: str) -> str:
        """A cookie's name for this room: another port of this computer has another.

        Behind TLS no other server of the same name can set it (RFC 6265bis, 4.1.3).
        """
        guarded = "__Host-" if self.address.scheme == "https" else ""
        return f"{guarded}empathy-{name}-{self.room.name[-6:]}"


def _seconds() -> float:
    return asyncio.get_running_loop().time()


HOSTING = web.AppKey("hosting", Hosting)


def hosting_of(request: web.Request) -> Hosting:
    """The room that a request is made to."""
    return request.app[HOSTING]


def answered(values: Mapping[str, object]) -> web.Response:
    """Plain values, as JSON."""
    return web.json_response(dict(values))
