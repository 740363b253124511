"""Files that pages ask for, and how they keep."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from empathy_sim.workshop.server.assets import address_of
from tests.workshop.server.served import Served, served


class Got(NamedTuple):
    """An answer, read to its end."""

    status: int
    kind: str
    kept: str
    tag: str
    piece: str
    body: bytes


async def got(here: Served, path: str, **headers: str) -> Got:
    spelled = {each.replace("_", "-"): says for each, says in headers.items()}
    async with here.browser().get(path, headers=spelled) as answer:
        said = answer.headers
        return Got(
            answer.status,
            answer.content_type,
            said.get("Cache-Control", ""),
            said.get("ETag", ""),
            said.get("Content-Range", ""),
            await answer.read(),
        )


PAGES = ("/", "/join", "/seat", "/seat/lines", "/seat/terminal", "/wall", "/board")


async def asked_for(here: Served) -> set[str]:
    """Every address of a file on the pages of a room, for all who sit in it."""
    player, facilitator = await here.joined("Ines"), await here.facilitator()
    here.workshop.begin()
    found: set[str] = set()
    for browser in (player, facilitator, here.browser()):
        for path in PAGES:
            text = await (await browser.get(path)).text()
            found |= set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', text))
    return found


async def test_every_file_that_a_page_asks_for_is_kept_for_good_by_its_address() -> (
    None
):
    async with served() as here:
        addresses = await asked_for(here)
        names = {each.partition("?")[0].rpartition("/")[2] for each in addresses}
        answers = {each: await got(here, each) for each in addresses}

    assert {"room.css", "lines.js", "screen.js", "seat.js", "mark.svg"} <= names
    assert {each.status for each in answers.values()} == {200}
    assert all("immutable" in each.kept for each in answers.values())


@pytest.mark.parametrize("query", ["", "?v=of-before", "?v="])
async def test_a_file_asked_for_by_another_address_is_asked_for_again(
    query: str,
) -> None:
    async with served() as here:
        path = f"/assets/lines.js{query}"
        first = await got(here, path)
        again = await got(here, path, If_None_Match=first.tag)
        anew = await got(here, path, If_None_Match='"of-before"')

    assert first.kept == "no-cache"
    assert (first.status, again.status, anew.status) == (200, 304, 200)


async def test_the_font_is_kept_for_good_as_well() -> None:
    async with served() as here:
        style = (await got(here, address_of("room.css"))).body.decode()
        (font,) = re.findall(r'url\("([^"]+)"\)', style)
        answer = await got(here, font)

    assert font == address_of("mono.ttf")
    assert "immutable" in answer.kept


async def test_a_browser_that_looks_for_an_icon_gets_the_mark() -> None:
    async with served() as here:
        answer = await got(here, "/favicon.ico")

    assert (answer.status, answer.kind) == (200, "image/svg+xml")
    assert answer.body.startswith(b"<svg")


async def test_sound_can_be_had_in_parts() -> None:
    async with served() as here:
        address = address_of("hold.wav")
        whole = (await got(here, address)).body
        some = await got(here, address, Range="bytes=4-99")
        last = await got(here, address, Range="bytes=-8")
        none = await got(here, address, Range=f"bytes={len(whole)}-")

    assert (some.status, some.body) == (206, whole[4:100])
    assert some.piece == f"bytes 4-99/{len(whole)}"
    assert (last.status, last.body) == (206, whole[-8:])
    assert none.status == 416


async def test_there_is_nothing_else_to_be_asked_for() -> None:
    async with served() as here:
        assert (await got(here, "/assets/app.py")).status == 404
