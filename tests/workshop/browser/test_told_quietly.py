"""What is told quietly arrives, or stays written."""

from __future__ import annotations

from tests.tui.failing_store import FailingStore
from tests.workshop.browser.in_browsers import IN_A_BROWSER, PHONE, browsers, opened
from tests.workshop.server.served import KEYS, served, until

pytestmark = IN_A_BROWSER
_SAID = "I would rather stop."


async def test_words_that_do_not_arrive_stay_written_and_can_be_sent_again() -> None:
    store = FailingStore()
    async with served(store=store) as here, browsers() as browser:
        page = await opened(browser, PHONE)
        await page.goto(f"{here.url}/j/{KEYS.of('join')}")
        await page.fill("#label", "Ines")
        await page.tap("button")
        await page.wait_for_selector("#quietly")
        store.is_full = True
        await page.tap("#quietly")
        await page.fill("#ask-words", _SAID)
        await page.get_by_role("button", name="Send").tap()
        await page.wait_for_selector("#unsent:not([hidden])")

        assert await page.input_value("#ask-words") == _SAID
        store.is_full = False
        await page.get_by_role("button", name="Send").tap()
        await until(lambda: here.room.seat(here.seat("Ines")).asked == _SAID)
        await page.wait_for_selector("#ask:not([open])", state="attached")
        assert await page.input_value("#ask-words") == ""
