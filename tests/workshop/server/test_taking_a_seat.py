"""What is asked, and told, before somebody sits down."""

from __future__ import annotations

import re

import pytest
from aiohttp import ClientResponse, ClientSession
from msgspec.structs import replace

from tests.workshop.room.rooms import SCRIPT
from tests.workshop.server.served import KEYS, Served, served, words_of

LASTING = replace(SCRIPT, journey=replace(SCRIPT.journey, minutes=18))
UNWATCHED, WATCHED = "Nobody watches them yet", "Somebody watches them already"


async def at_the_form(here: Served) -> ClientSession:
    """Somebody who is in, and has not sat down."""
    browser = here.browser()
    await browser.get(f"/j/{KEYS.of('join')}")
    return browser


async def sends(here: Served, browser: ClientSession, **fields: str) -> ClientResponse:
    """The form as it is filled in; what came of it."""
    return await browser.post(
        "/join", data=fields, headers=here.origin, allow_redirects=False
    )


async def test_nobody_is_chosen_to_be_watched_before_somebody_chooses() -> None:
    async with served() as here:
        await here.joined("Ines")
        browser = await at_the_form(here)
        form = await (await browser.get("/join")).text()

        assert '<option value="">Choose whom</option>' in form
        assert " selected" not in form


async def test_whoever_watches_says_whom_and_what_was_typed_stays() -> None:
    async with served() as here:
        await here.joined("Ines")
        browser = await at_the_form(here)
        answer = await sends(here, browser, label="Omar", chair="observer", about="")
        form = await words_of(answer)

        assert answer.status == 409
        assert "Choose whom you watch." in form
        assert 'value="Omar"' in form
        assert 'value="observer" checked' in form
        assert len(here.room.state.seats) == 1


async def test_what_was_chosen_stays_where_the_name_is_refused() -> None:
    async with served() as here:
        await here.joined("Ines")
        await here.joined("Lin")
        browser, lin = await at_the_form(here), here.seat("Lin")
        form = await words_of(
            await sends(here, browser, label="ines", chair="observer", about=lin)
        )

        assert "Somebody sits here as ines already." in form
        assert f'<option value="{lin}" selected>Lin' in form


async def test_whoever_nobody_watches_comes_first() -> None:
    async with served() as here:
        for label in ("Ines", "Lin"):
            await here.joined(label)
        await here.joined("Omar", "observer", here.seat("Ines"))
        browser = await at_the_form(here)
        form = await words_of(await browser.get("/join"))
        offered = form[form.index("Choose whom") : form.index("</select>")]

    order = [UNWATCHED, ">Lin<", WATCHED, ">Ines<"]
    assert sorted(order, key=offered.index) == order
    assert ">Omar<" not in offered


async def test_who_plays_is_asked_nothing_of_watching() -> None:
    async with served() as here:
        await here.joined("Ines")
        browser = await at_the_form(here)
        sent = {"label": "Omar", "chair": "customer", "about": here.seat("Ines")}
        answer = await sends(here, browser, **sent)

        assert answer.status == 303
        assert here.room.seat(here.seat("Omar")).about == ""


async def test_of_a_list_of_names_none_is_chosen_for_anybody() -> None:
    async with served(labels=("Ines", "Omar")) as here:
        browser = await at_the_form(here)
        form = await words_of(await browser.get("/join"))
        refused = await sends(here, browser, label="", chair="customer")

        assert '<option value="">Choose your name</option>' in form
        assert " selected" not in form
        assert "Choose your name from the list." in await words_of(refused)
        assert here.room.state.seats == {}


@pytest.mark.parametrize("least", [5, 8])
async def test_who_sees_what_is_told_before_the_button_by_the_rooms_own_numbers(
    least: int,
) -> None:
    async with served(smallest=least, smallest_words=2 * least) as here:
        browser = await at_the_form(here)
        form = await words_of(await browser.get("/join"))

    told = form[form.index("Who sees what") : form.index("Take my seat")]
    assert f"at least {least} people" in told
    assert f"if {2 * least} or more wrote the same one" in told
    example = re.search(r"“For (\d+) of (\d+),", told)
    assert example is not None
    counted, of = map(int, example.groups())
    assert min(counted, of - counted) >= least


@pytest.mark.parametrize(("pace", "says"), [("workshop", True), ("brisk", False)])
async def test_the_front_page_says_how_long_it_takes_where_that_is_known(
    pace: str, says: bool
) -> None:
    async with served(script=LASTING, pace=pace) as here:
        front = await words_of(await here.browser().get("/"))

    assert ("for about 18 minutes" in front) == says
    assert "nothing is installed" in front
