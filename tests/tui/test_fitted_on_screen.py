"""What was fitted is said wherever it counts."""

from __future__ import annotations

from msgspec.structs import replace

from empathy_sim.debrief.grounds import REST, TITLE
from empathy_sim.journey.fit import Fit, FitAmount, FitCompany, FitLine, FitVolumes
from empathy_sim.journey.script import Script
from empathy_sim.library.pressing import Card
from empathy_sim.tui.order import Play, Resume
from empathy_sim.tui.widgets.debrief_more import MoreList
from tests.tui.frame_house import CARD, FakeHouse, desk
from tests.tui.frame_story import story
from tests.tui.test_frame_more import open_more

SOURCE = "The annual report"


def fitted_story() -> Script:
    """The story of the frame, with a line of its report and a number fitted."""
    script = story()
    journey = script.journey
    first, *others = journey.report
    line = replace(first, reads="91%", source="published")
    company = replace(journey.company, name="Northgate Home")
    fit = Fit(
        fit=journey.journey,
        company=FitCompany(name="Northgate Home"),
        report={
            first.metric: FitLine(reads="91%", whose="published", source=SOURCE),
        },
        volumes=FitVolumes(customers=FitAmount(is_=12_345)),
    )
    report = (line, *others)
    return replace(
        script,
        journey=replace(journey, company=company, report=report),
        fitted=fit,
    )


async def test_the_contract_and_the_report_say_it() -> None:
    house = FakeHouse(script=fitted_story())
    async with desk(house, Play("a", "instant"), size=(120, 40)) as at:
        await at.until(lambda seat: "Before you begin" in seat.seen)
        assert "Northgate Home" in at.seen
        assert "fitted" in at.seen
        await at.press("f5")
        await at.until(lambda seat: "The month's report" in seat.seen)

        assert "91% (published)" in at.seen
        assert "A figure without a mark is invented" in " ".join(at.seen.split())


def missed_story() -> Script:
    """The story of the frame, whose first figure misses its target."""
    script = story()
    first, *others = script.journey.report
    report = (replace(first, reads="42%"), *others)
    return replace(script, journey=replace(script.journey, report=report))


async def test_a_figure_that_misses_its_target_is_shown_so() -> None:
    house = FakeHouse(script=missed_story())
    async with desk(house, Play("a", "instant"), size=(120, 40)) as at:
        await at.until(lambda seat: "Before you begin" in seat.seen)
        await at.press("f5")
        await at.until(lambda seat: "The month's report" in seat.seen)

        assert at.seen.count("▾ off target (80%)") == 1
        assert at.seen.count("● on target (80%)") == 5


async def test_the_debrief_calls_no_missed_figure_green() -> None:
    house = FakeHouse(script=missed_story())
    async with desk(
        house, Resume(house.stopped_in("debriefing")), size=(120, 60)
    ) as at:
        at.screen.set_focus(None)
        await at.press("2")
        await at.until(lambda seat: "The month's report, again" in seat.seen)

        assert "misses its target" in at.seen
        assert "still green" in at.seen
        assert "all six stay green" not in at.seen


async def test_the_debrief_lists_whose_the_numbers_are() -> None:
    house = FakeHouse(script=fitted_story())
    async with desk(
        house, Resume(house.stopped_in("debriefing")), size=(110, 60)
    ) as at:
        await open_more(at, "grounds")

        assert TITLE in at.seen
        assert f"91%  published: {SOURCE}" in at.seen
        assert "Customers on this path: 12,345  yours" in at.seen
        assert REST in at.seen


async def test_a_year_begins_with_what_was_fitted() -> None:
    house = FakeHouse(script=fitted_story())
    async with desk(
        house, Resume(house.stopped_in("debriefing")), size=(110, 60)
    ) as at:
        await open_more(at, "year")

        assert "12,345" in at.seen


async def test_where_nothing_was_fitted_there_is_no_such_page() -> None:
    house = FakeHouse()
    async with desk(
        house, Resume(house.stopped_in("debriefing")), size=(110, 60)
    ) as at:
        at.screen.set_focus(None)
        await at.press("6")

        assert "grounds" not in [
            each.id for each in at.screen.query_one(MoreList).options
        ]


async def test_a_card_says_what_it_is_fitted_to() -> None:
    card: Card = replace(CARD, company="Northgate Home", is_fitted=True)
    async with desk(FakeHouse(shelf=(card,)), size=(120, 40)) as at:
        await at.until(lambda seat: "Fitted: Northgate Home." in seat.seen)
