"""What there is more in the debrief."""

from __future__ import annotations

from empathy_sim.debrief.cards import MORE
from empathy_sim.engine import events as e
from empathy_sim.journey.fixes import Fixes
from empathy_sim.session.read_only import ReadPort
from empathy_sim.tui.order import Resume
from empathy_sim.tui.widgets.debrief_more import PAGES, MoreList
from empathy_sim.tui.widgets.debrief_page import Record
from tests.tui.frame_house import Desk, FakeHouse, desk

WIDE = (110, 60)


async def open_more(at: Desk, name: str) -> None:
    """Open a page of the list, by keys."""
    at.screen.set_focus(None)
    await at.press("6")
    shown = at.screen.query_one(MoreList)
    shown.focus()
    names = [each.id for each in shown.options]
    await at.strike("home", *["down"] * names.index(name))
    await at.press("enter")
    await at.worked_out()


async def test_each_page_opens_and_closes_and_adds_nothing() -> None:
    house = FakeHouse()
    stopped = house.stopped_in("debriefing")
    length = len(house.log())
    async with desk(house, Resume(stopped), size=WIDE) as at:
        for name, page in PAGES.items():
            if name == "grounds":
                continue  # nothing was fitted
            await open_more(at, name)
            assert page.says in at.seen
            assert "Back to the list" in at.seen
            await at.press("escape")
            assert "Back to the list" not in at.seen
    assert len(house.log()) == length


async def test_numbers_are_the_leaders_own_once_they_are_changed() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await open_more(at, "year")
        lines = [*at.screen.query("FigureView LineInput")]
        lines[1].focus()
        await at.press("end", "backspace", *"7.5", "enter")
        assert "(•) yours" in at.seen
        at.screen.query("FigureView Chips").first().focus()
        await at.press("left", "enter")
        lines[2].focus()
        await at.press("end", "x", "enter")

        assert "A number, please" in at.seen
    given = [(each.figure, each.value, each.ground) for each in at_last(house)]
    assert given == [
        ("contact_cost", 7_50, "yours"),
        ("customers", 10_000, "published"),
    ]


def at_last(house: FakeHouse) -> list[e.FigureGiven]:
    return house.happened(e.FigureGiven)


async def test_cards_keep_each_answer_by_its_question() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        for card in MORE:
            await open_more(at, card.id)
            at.screen.query("CardPage LineInput").first().focus()
            for ask in card.asks:
                await at.type(ask.id[:3])
                await at.strike("enter")
            await at.press("escape")

    kept = {each.question: each.words for each in house.happened(e.Reflected)}
    assert kept == {ask.id: ask.id[:3] for card in MORE for ask in card.asks}


async def test_what_stands_in_the_competitors_way_begins_the_commitment() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await open_more(at, "nightmare")
        [*at.screen.query("CardPage LineInput")][-1].focus()
        await at.type("finance")
        await at.press("enter", "escape")
        at.screen.set_focus(None)
        await at.press("5")

        assert "finance" in at.seen


async def test_other_ways_are_tried_beside_the_screen_and_told() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await open_more(at, "ways")

        assert "nobody was asked for" in at.seen.casefold()


async def test_customers_with_less_are_labelled_as_simulated() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await open_more(at, "less")

        assert "Simulated: nobody lived this." in at.seen
        assert "One try" in at.seen


async def test_nothing_is_simulated_from_words_that_were_removed() -> None:
    house = FakeHouse()
    house.stopped_in("closed")
    log = [*house.log()]
    entered = next(
        at for at, each in enumerate(log) if isinstance(each, e.TouchpointEntered)
    )
    at = (log[entered].story_ms, log[entered].felt_ms)

    for words, follows in (("Nan", True), ("", False)):
        filled = e.FieldFilled(*at, field="who", length=3, words=words)
        lived = (*log[: entered + 1], filled, *log[entered + 1 :])
        port = ReadPort("a-call", house.script, lived, Fixes())
        assert Record(port, live=False).can_be_followed is follows
