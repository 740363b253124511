"""A room behind TLS of any kind."""

from __future__ import annotations

import asyncio
import shutil
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http.cookies import SimpleCookie

import pytest
from aiohttp import (
    ClientConnectorCertificateError,
    ClientError,
    ClientSession,
    TCPConnector,
    WSMsgType,
    WSServerHandshakeError,
)

from empathy_sim.workshop.server.certificates import tls_with
from tests.workshop.server.authority import Authority, authority_in
from tests.workshop.server.proxy import proxy_with
from tests.workshop.server.served import KEYS, Here, Served, served, words_of

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="there is no openssl on this machine"
)
NAME = "workshop.example.org"
SCREEN = "/seat/screen?width=80&height=24"
WITHIN_S = 60.0


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority_in(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def tls(authority: Authority) -> ssl.SSLContext:
    return tls_with(*authority.signed("good", f"DNS:{NAME},IP:127.0.0.1"))


@asynccontextmanager
async def with_tls(authority: Authority, tls: ssl.SSLContext) -> AsyncIterator[Served]:
    """A room that speaks TLS itself."""
    async with served(tls=tls) as here:
        here.trusts = authority.trusting()
        yield here


@asynccontextmanager
async def behind_proxy(
    authority: Authority, tls: ssl.SSLContext
) -> AsyncIterator[tuple[Served, str]]:
    """A room behind a proxy that speaks TLS; and where it is without it."""
    async with (
        proxy_with(tls) as (proxy, port),
        served(public_url=f"https://{NAME}:{port}") as here,
    ):
        proxy.server = f"http://127.0.0.1:{here.port}"
        here.trusts = authority.trusting()
        yield here, proxy.server


def kept_by(browser: ClientSession) -> dict[str, str]:
    return {each.key: each.value for each in browser.cookie_jar}


async def is_shown(browser: ClientSession, origin: str) -> bool:
    async with browser.ws_connect(SCREEN, headers={"Origin": origin}) as screen:
        return (await screen.receive(timeout=WITHIN_S)).type == WSMsgType.BINARY


async def test_a_seat_is_taken_and_played_behind_tls(
    authority: Authority, tls: ssl.SSLContext
) -> None:
    async with with_tls(authority, tls) as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        assert here.url.startswith("https://127.0.0.1:")
        assert (await browser.get("/seat")).status == 200
        assert await is_shown(browser, here.url)


async def test_what_a_browser_holds_goes_nowhere_without_tls(
    authority: Authority, tls: ssl.SSLContext
) -> None:
    async with with_tls(authority, tls) as here:
        for path in (f"/j/{KEYS.of('join')}", f"/f/{KEYS.of('facilitator')}"):
            answer = await here.browser().get(path, allow_redirects=False)
            (cookie,) = SimpleCookie(answer.headers["Set-Cookie"]).values()
            assert cookie.key.startswith("__Host-")
            held = [cookie[each] for each in ("secure", "httponly", "samesite", "path")]
            assert held == [True, True, "Strict", "/"]
        assert all(each["secure"] for each in (await here.joined("Ines")).cookie_jar)


async def test_only_pages_of_the_same_scheme_name_and_port_may_do_anything(
    authority: Authority, tls: ssl.SSLContext
) -> None:
    async with with_tls(authority, tls) as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        port = here.url.rpartition(":")[2]
        for other in (
            f"http://127.0.0.1:{port}",
            "https://127.0.0.1",
            f"https://localhost:{port}",
            f"https://{NAME}:{port}",
        ):
            with pytest.raises(WSServerHandshakeError) as caught:
                await is_shown(browser, other)
            assert caught.value.status == 403
        answer = await browser.get("/seat", headers={"Host": NAME})
        assert answer.status == 421


async def test_nobody_is_answered_without_tls_or_without_trust(
    authority: Authority, tls: ssl.SSLContext
) -> None:
    async with with_tls(authority, tls) as here:
        plainly = here.url.replace("https", "http", 1)
        async with ClientSession() as browser:
            with pytest.raises(ClientError):
                await browser.get(plainly)
            with pytest.raises(ClientConnectorCertificateError):
                await browser.get(here.url)


async def test_a_room_is_reached_through_a_proxy_by_its_public_name(
    authority: Authority, tls: ssl.SSLContext
) -> None:
    async with behind_proxy(authority, tls) as (here, _):
        browser = await here.joined("Ines")
        here.workshop.begin()
        assert here.url.startswith(f"https://{NAME}:")
        assert all(name.startswith("__Host-") for name in kept_by(browser))
        assert await is_shown(browser, here.url)
        wall = here.browser()
        await wall.get(f"/w/{KEYS.of('wall')}")
        async with wall.get("/wall/events") as events:
            told = await asyncio.wait_for(events.content.readline(), WITHIN_S)
            assert b'"view":"playing"' in told
            events.close()


async def test_the_wall_shows_the_public_address(
    authority: Authority, tls: ssl.SSLContext
) -> None:
    async with behind_proxy(authority, tls) as (here, _):
        wall = here.browser()
        await wall.get(f"/w/{KEYS.of('wall')}")
        async with wall.get("/wall/events") as events:
            told = await asyncio.wait_for(events.content.readline(), WITHIN_S)
            events.close()
        assert here.url in told.decode()


async def test_whoever_goes_round_the_proxy_is_not_answered(
    authority: Authority, tls: ssl.SSLContext
) -> None:
    async with behind_proxy(authority, tls) as (here, site):
        secret = KEYS.of("facilitator")
        line = TCPConnector(resolver=Here())
        async with ClientSession(site, connector=line) as browser:
            assert (await browser.get(f"/f/{secret}")).status == 421
            forged = {"Host": f"{NAME}:1", "X-Forwarded-Host": here.url[8:]}
            assert (await browser.get(f"/f/{secret}", headers=forged)).status == 421
            assert kept_by(browser) == {}


async def test_a_proxys_word_on_where_somebody_comes_from_is_not_believed(
    authority: Authority, tls: ssl.SSLContext
) -> None:
    async with behind_proxy(authority, tls) as (here, _):
        statuses: list[int] = []
        said = ""
        for number in range(120):
            answer = await here.browser().post(
                "/",
                data={"code": "bcd fgh"},
                headers={**here.origin, "X-Forwarded-For": f"10.0.0.{number}"},
                allow_redirects=False,
            )
            statuses.append(answer.status)
            said = await words_of(answer)
        assert set(statuses) == {403, 429}
        assert statuses[-1] == 429
        assert "Too many tries" in said
