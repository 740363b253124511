"""What a request may carry, and what failure tells."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

import pytest
from aiohttp import FormData

from empathy_sim.cli.crash import report
from empathy_sim.errors import StoreBusy
from empathy_sim.workshop.server import seats
from tests.workshop.server.raw_browser import raw_browser
from tests.workshop.server.served import KEYS, Served, served, words_of

FORM = "application/x-www-form-urlencoded"
CANARY = "mein-geheimes-wort"


def port_of(here: Served) -> int:
    return int(here.url.rpartition(":")[2])


def own(here: Served) -> list[tuple[str, str]]:
    return [("Host", f"127.0.0.1:{port_of(here)}"), ("Origin", here.url)]


async def test_only_a_form_of_text_is_taken() -> None:
    async with served() as here:
        browser = here.browser()
        multipart = FormData({"code": "bbbbbb"})
        multipart.add_field("file", b"x" * 100, filename="x")
        found = [
            (await browser.post("/", data=data, headers={**here.origin, **more})).status
            for data, more in (
                (multipart, {}),
                (b'{"code": 1}', {"Content-Type": "application/json"}),
                (b"code=x", {"Content-Type": f"{FORM}; charset=punycode"}),
                (b"code=x", {"Content-Type": f"{FORM}; charset=nowhere"}),
                (b"code=\xff\xfe", {"Content-Type": FORM}),
                (b"code=" + b"x" * 70_000, {"Content-Type": FORM}),
                (
                    gzip.compress(b"code=" + b"x" * 9_000_000),
                    {"Content-Type": FORM, "Content-Encoding": "gzip"},
                ),
                (b"code=bbbbbb", {"Content-Type": f"{FORM}; charset=UTF-8"}),
            )
        ]

    assert found == [415, 415, 415, 415, 415, 413, 415, 403]


@pytest.mark.parametrize(
    "line",
    [
        "GET /seat/%ED%A0%80 HTTP/1.1",
        "GET /f/%ED%A0%80 HTTP/1.1",
        "GET /s/%FF%00 HTTP/1.1",
        "GET //board HTTP/1.1",
        "GET /./board HTTP/1.1",
        "GET /seat/../board HTTP/1.1",
        "GET /seat/%2e%2e/board HTTP/1.1",
        "GET /seat%2f..%2fboard HTTP/1.1",
        "GET /BOARD HTTP/1.1",
        "GET /board/ HTTP/1.1",
        "GET /board;x HTTP/1.1",
        "GET /assets/..%2froom.css HTTP/1.1",
        "GET /assets/%2e%2e/templates/room.css HTTP/1.1",
        "GET http://evil.example/board HTTP/1.1",
        "HEAD /board HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "OPTIONS /board HTTP/1.1",
        "TRACE / HTTP/1.1",
        "PUT /seat HTTP/1.1",
        "DELETE /seat HTTP/1.1",
        "CONNECT evil.example:443 HTTP/1.1",
        "PROPFIND / HTTP/1.1",
        "NONSENSE / HTTP/1.1",
        "GET /" + "a" * 9_000 + " HTTP/1.1",
        "GET / HTTP/9.9",
        "\x16\x03\x01\x02",
    ],
)
async def test_no_trick_with_a_path_or_a_verb_opens_anything(line: str) -> None:
    async with served() as here, raw_browser(port_of(here)) as browser:
        reader, writer = await browser.line()
        host = f"Host: 127.0.0.1:{port_of(here)}\r\nConnection: close\r\n"
        writer.write(f"{line}\r\n{host}\r\n".encode("latin-1"))
        answer = (await reader.read()).decode()
        refused = answer.split(" ", 2)[1] in {"400", "401", "403", "404", "405"}

        assert refused, answer
        for told in ("aiohttp", "Python", "Traceback", "empathy_sim", "evil"):
            assert told not in answer


async def test_what_is_no_text_in_a_cookie_is_nobody() -> None:
    async with served() as here, raw_browser(port_of(here)) as browser:
        for name in ("seat", "join", "facilitator", "wall"):
            cookie = f"{here.hosting.cookie(name)}=\udcff\udcfe" + "x" * 300
            answer = await browser.ask("GET", "/seat", [*own(here), ("Cookie", cookie)])
            assert answer.status == 401


@pytest.mark.parametrize(
    "headers",
    [
        [("X-Long", "x" * 9_000)],
        [(f"X-{number}", "x") for number in range(100)],
        [("Content-Length", "5"), ("Transfer-Encoding", "chunked")],
        [("Content-Length", "-1")],
    ],
)
async def test_headers_are_few_and_short(headers: list[tuple[str, str]]) -> None:
    async with served() as here, raw_browser(port_of(here)) as browser:
        answer = await browser.ask("GET", "/", [*own(here), *headers])

    assert answer.status == 400
    assert answer.title == "Not understood"


@pytest.mark.parametrize(
    "told", [("X-Forwarded-For", "10.9.9.9"), ("X-Forwarded-Host", "evil.example")]
)
async def test_what_a_proxy_would_say_is_not_believed(told: tuple[str, str]) -> None:
    async with served() as here:
        browser = here.browser()
        more: Mapping[str, str] = {**here.origin, told[0]: told[1]}
        for _ in range(5):
            await browser.post("/", data={"code": "bbbbbb"}, headers=more)
        answer = await browser.post("/", data={"code": "bbbbbb"}, headers=here.origin)

        assert answer.status == 429
        assert "evil" not in await answer.text()


async def test_a_fault_is_told_by_a_name_and_by_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[BaseException] = []

    def broken(*_: object) -> object:
        what = CANARY
        raise ValueError(what)

    async with served() as here:
        here.hosting.failed = kept.append
        browser = await here.joined("Ines")
        monkeypatch.setattr(seats, "page_of", broken)
        answer = await browser.get("/seat")
        said = await words_of(answer)

    assert answer.status == 500
    assert "That went wrong" in said
    assert CANARY not in said
    assert "Error" not in said
    name = "fault-" + said.partition("fault-")[2][:6]
    assert name in report(kept[0])
    assert CANARY not in report(kept[0])


async def test_a_store_that_refuses_is_told_without_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> object:
        raise StoreBusy(holder=CANARY)

    async with served() as here:
        browser = await here.joined("Ines")
        monkeypatch.setattr(seats, "page_of", refuse)
        answer = await browser.get("/seat")

    assert answer.status == 503
    assert CANARY not in await answer.text()


async def test_cookies_are_a_rooms_own_and_behind_tls_nobody_elses() -> None:
    async with served() as here:
        plain = (await here.browser().get(f"/j/{KEYS.of('join')}")).headers
        address = here.hosting.address
        here.hosting.address = type(address)("https", address.hosts, address.shown)
        behind = (await here.browser().get(f"/j/{KEYS.of('join')}")).headers

    assert here.room.name[-6:] in plain["Set-Cookie"]
    assert "Secure" not in plain["Set-Cookie"]
    assert behind["Set-Cookie"].startswith("__Host-empathy-join-")
    for word in ("Secure", "HttpOnly", "SameSite=Strict", "Path=/"):
        assert word in behind["Set-Cookie"]


async def test_no_secret_is_on_any_page_it_opens() -> None:
    async with served() as here:
        for purpose, path in (("join", "j"), ("facilitator", "f"), ("wall", "w")):
            secret = here.hosting.keys.of(purpose)  # type: ignore[arg-type]
            browser = here.browser()
            told = await browser.get(f"/{path}/{secret}")
            after = await browser.get("/join" if path == "j" else "/wall")
            assert told.headers["Referrer-Policy"] == "no-referrer"
            assert after.status in {200, 401}
            for page in (told, after):
                assert secret not in await page.text()
