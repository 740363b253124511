"""What stands on the shelf stands there whole."""

from __future__ import annotations

import pytest

from empathy_sim.library.pressing import Card, cards
from empathy_sim.library.pressing_cache import Cache
from empathy_sim.library.shelf import find_shelf, shipped
from empathy_sim.tui.widgets.shelf import Entry, Shelf
from tests.tui.frame_house import FakeHouse, desk


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Card, ...]:
    """Everything that ships."""
    return cards(find_shelf([shipped()]), Cache(tmp_path_factory.mktemp("cache")))


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (104, 30), (120, 40)])
async def test_every_sentence_on_the_shelf_is_whole(
    shelf: tuple[Card, ...], size: tuple[int, int]
) -> None:
    async with desk(FakeHouse(shelf=shelf), size=size) as at:
        await at.until(lambda seat: "The birthday kettle" in seat.seen)
        options = at.screen.query_one(Shelf).options
        written = [" ".join(str(each.prompt).split()) for each in options]

        for card in shelf:
            assert any(" ".join(card.about.split()) in each for each in written)
        assert not any("…" in each for each in written)
        assert at.screen.query_one(Shelf).virtual_size.width <= size[0]


async def test_a_contract_is_not_what_a_person_reads() -> None:
    house = FakeHouse()
    house.stopped_in("card")

    async with desk(house) as at:
        await at.until(lambda seat: "resume:" in seat.seen)
        assert "resume: before the story, at who you are" in at.seen


def test_a_session_is_known_by_what_it_opens() -> None:
    assert Entry("A call", (), "", (), "begins it").session == ""
