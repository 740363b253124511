"""Every route for every visitor, from everywhere."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal, get_args

import pytest

from empathy_sim.workshop.room.seating import change_secret, take_seat
from empathy_sim.workshop.server.app import WAYS
from empathy_sim.workshop.server.paces import Paces, Rate
from empathy_sim.workshop.server.ways import Way
from tests.workshop.server.raw_browser import HANDSHAKE, RawBrowser, raw_browser
from tests.workshop.server.served import Served, served

Identity = Literal[
    "nobody",
    "wrong",
    "joiner",
    "customer",
    "another",
    "observer",
    "facilitator",
    "wall",
    "revoked",
]
IDENTITIES: tuple[Identity, ...] = get_args(Identity)
EVERYBODY = frozenset(IDENTITIES)
PLAYERS = frozenset[Identity]({"customer", "another"})
SEATED = PLAYERS | frozenset[Identity]({"observer"})
JOINING = SEATED | frozenset[Identity]({"joiner"})
THE_FACILITATOR = frozenset[Identity]({"facilitator"})
THE_WALL = THE_FACILITATOR | frozenset[Identity]({"wall"})

MAY: Mapping[str, frozenset[Identity]] = {
    "GET /": EVERYBODY,
    "POST /": EVERYBODY,
    "GET /assets/{name}": EVERYBODY,
    "GET /j/{secret}": EVERYBODY,
    "GET /f/{secret}": EVERYBODY,
    "GET /w/{secret}": EVERYBODY,
    "GET /s/{secret}": EVERYBODY,
    "GET /poll/{secret}": EVERYBODY,
    "POST /poll/{secret}": EVERYBODY,
    "GET /back/{seat}/{secret}": EVERYBODY,
    "POST /back/{seat}/{secret}": EVERYBODY,
    "GET /wall": THE_WALL,
    "GET /wall/style.css": THE_WALL,
    "GET /wall/events": THE_WALL,
    "GET /board": THE_FACILITATOR,
    "GET /board/screen": THE_FACILITATOR,
    "GET /board/group.{kind}": THE_FACILITATOR,
    "GET /join": JOINING,
    "POST /join": JOINING,
    "GET /seat": SEATED,
    "GET /seat/events": SEATED,
    "GET /seat/here": SEATED,
    "POST /seat/quietly": SEATED,
    "POST /seat/face": SEATED,
    "GET /seat/missed": SEATED,
    "GET /seat/share": PLAYERS,
    "POST /seat/share": PLAYERS,
    "POST /seat/guess": PLAYERS,
    "POST /seat/promise": PLAYERS,
    "GET /seat/debrief": PLAYERS,
    "GET /seat/keep": PLAYERS,
    "GET /seat/forward": PLAYERS,
    "GET /seat/days": PLAYERS,
    "GET /seat/noted": frozenset({"observer"}),
    "GET /seat/observe": frozenset({"observer"}),
    "POST /seat/observe": frozenset({"observer"}),
    "POST /seat/watch": frozenset({"observer"}),
    "GET /seat/terminal": PLAYERS,
    "GET /seat/screen": PLAYERS,
    "GET /favicon.ico": EVERYBODY,
    "GET /seat/wait": PLAYERS,
    "POST /seat/wait": PLAYERS,
    "POST /seat/pace": PLAYERS,
    "GET /seat/lines": PLAYERS,
    "GET /seat/line": PLAYERS,
}
"""Who may go which way; written apart from the server's own table."""

REFUSALS = {"Not here", "Not from there", "Who are you?", "Not yours", "Too fast"}
UPGRADES = {"/seat/screen", "/seat/line", "/seat/here", "/board/screen"}
WRONG = "A" * 43


@dataclass(frozen=True, slots=True)
class From:
    """The name a request is made to, and the page that makes it."""

    says: str
    hosts: tuple[str, ...]
    origins: tuple[str, ...]
    stops: Literal["", "host", "page"] = ""
    """What about it is wrong."""


class Doors:
    """A served room, and every kind of visitor."""

    def __init__(self, here: Served) -> None:
        self.here, self.hosting = here, here.hosting
        self.answers: Counter[int] = Counter()
        self.port = int(here.url.rpartition(":")[2])
        self.right = From("right", (f"127.0.0.1:{self.port}",), (here.url,))
        self.hosting.paces = Paces(lambda: 0.0, Rate(at_once=1e12))
        room = here.room
        revoked, secret = take_seat(room, "Ruth")
        held = {"seat": secret}
        for purpose in ("join", "facilitator", "wall"):
            held[purpose] = self.hosting.keys.of(purpose)
            self.hosting.turn_over(purpose)
        change_secret(room, revoked.id)
        keys = self.hosting.keys
        seats = {
            "customer": take_seat(room, "Carla")[1],
            "another": take_seat(room, "Ann")[1],
            "observer": take_seat(room, "Olga", "observer")[1],
        }
        here.workshop.begin()
        self.cookies: dict[Identity, str] = {
            "nobody": "",
            "wrong": self._spelled(dict.fromkeys(held, WRONG)),
            "joiner": self._spelled({"join": keys.of("join")}),
            "facilitator": self._spelled({"facilitator": keys.of("facilitator")}),
            "wall": self._spelled({"wall": keys.of("wall")}),
            "revoked": self._spelled(held),
        }
        for name in ("customer", "another", "observer"):
            self.cookies[name] = self._spelled({"seat": seats[name]})

    def _spelled(self, held: Mapping[str, str]) -> str:
        return "; ".join(f"{self.hosting.cookie(k)}={v}" for k, v in held.items())

    async def ask(
        self, browser: RawBrowser, way: Way, identity: Identity, how: From
    ) -> tuple[int, str]:
        """Go a way; the status, and the title of what refuses it."""
        path = way.path.format(
            name="room.css", secret=WRONG, seat="0123456789", kind="json"
        )
        headers = [("Host", each) for each in how.hosts]
        headers += [("Origin", each) for each in how.origins]
        if self.cookies[identity]:
            headers.append(("Cookie", self.cookies[identity]))
        if path in UPGRADES:
            headers += HANDSHAKE
        answer = await browser.ask(way.method, path, headers)
        self.answers[answer.status] += 1
        assert b"aiohttp" not in answer.head.lower()
        return answer.status, answer.title


@asynccontextmanager
async def doors() -> AsyncIterator[Doors]:
    async with served() as here:
        yield Doors(here)


def elsewhere(port: int) -> Iterator[From]:
    """Twenty-two names and pages that are not this server's, exactly."""
    own, origin = f"127.0.0.1:{port}", f"http://127.0.0.1:{port}"
    hosts: dict[str, tuple[str, ...]] = {
        "no host": (),
        "an empty host": ("",),
        "two hosts": (own, f"evil.example:{port}"),
        "a host's suffix": (f"evil127.0.0.1:{port}",),
        "a host's prefix": (f"127.0.0.1.evil.example:{port}",),
        "a host without its port": ("127.0.0.1",),
        "a host with another port": (f"127.0.0.1:{port + 1}",),
        "a host with a name before it": (f"ann@{own}",),
        "a host with a dot behind it": (f"localhost.:{port}",),
        "a host as a number": (f"2130706433:{port}",),
        "a host as IPv6": (f"[::ffff:127.0.0.1]:{port}",),
    }
    for says, names in hosts.items():
        yield From(says, names, (origin,), "host")
    origins: dict[str, tuple[str, ...]] = {
        "a page of nowhere": ("null",),
        "two pages": (origin, "http://evil.example"),
        "a page's suffix": (f"http://evil127.0.0.1:{port}",),
        "a page's prefix": (f"http://127.0.0.1:{port}.evil.example",),
        "a page at another port": (f"http://127.0.0.1:{port + 1}",),
        "a page without a port": ("http://127.0.0.1",),
        "a page of another scheme": (f"https://127.0.0.1:{port}",),
        "a page in other letters": (f"HTTP://127.0.0.1:{port}",),
        "a page with a name before it": (f"http://ann@{own}",),
        "a page of IPv6": (f"http://[::1]:{port}",),
        "a page of another name of ours": (f"http://localhost:{port}",),
    }
    for says, pages in origins.items():
        yield From(says, (own,), pages, "page")


def named(way: Way) -> str:
    return f"{way.method} {way.path}"


async def go(
    here: Doors, ways: Iterable[Way], identities: Iterable[Identity], hows: list[From]
) -> list[str]:
    """Go ways from everywhere at once; what was not as it should be."""

    async def gone(identity: Identity) -> list[str]:
        wrong: list[str] = []
        async with raw_browser(here.port) as browser:
            for way in ways:
                for how in hows:
                    found = await here.ask(browser, way, identity, how)
                    if not fits(way, identity, how, *found):
                        wrong.append(f"{named(way)}, {identity}, {how.says}: {found}")
        return wrong

    return [
        each for some in await asyncio.gather(*map(gone, identities)) for each in some
    ]


def fits(way: Way, identity: Identity, how: From, status: int, title: str) -> bool:
    """Whether an answer is what was declared for it."""
    if how.stops == "host":
        return (status, title) in {(421, "Not here"), (400, "Not understood")}
    needs_page = way.method == "POST" or way.path in UPGRADES
    if how.stops == "page" or (needs_page and not how.origins):
        return (status, title) == (403, "Not from there")
    if identity in MAY.get(named(way), frozenset()):
        return status < 500 and title not in REFUSALS
    return status in {401, 403} and title in {"Who are you?", "Not yours"}


def test_whoever_adds_a_way_says_here_who_may_go_it() -> None:
    missing = [named(way) for way in WAYS if named(way) not in MAY]

    assert missing == []
    assert all(way.inner for way in WAYS if way.path in UPGRADES)


async def test_every_way_is_open_to_those_who_may_go_it_and_to_nobody_else() -> None:
    async with doors() as here:
        nameless = From("no page", here.right.hosts, ())
        wrong = await go(here, WAYS, IDENTITIES, [here.right, nameless])

    assert wrong == []


async def test_a_page_of_another_site_can_do_nothing() -> None:
    some = [way for way in WAYS if way.path in {*UPGRADES, "/join", "/seat/events"}]
    async with doors() as here:
        hows = list(elsewhere(here.port))
        wrong = await go(here, some, ("customer", "facilitator"), hows)

    assert len(hows) == 22
    assert wrong == []


@pytest.mark.long
async def test_every_way_for_everybody_from_everywhere() -> None:
    async with doors() as here:
        hows = [here.right, From("no page", here.right.hosts, ())]
        hows += elsewhere(here.port)
        wrong = await go(here, WAYS, IDENTITIES, hows)

    asked = len(WAYS) * len(IDENTITIES) * len(hows)
    print(f"ways {len(WAYS)}, visitors {len(IDENTITIES)}, from {len(hows)}: {asked}")
    print(f"answers {dict(sorted(here.answers.items()))}, wrong {len(wrong)}")
    assert here.answers.total() == asked
    assert wrong == []
