"""A counter says what was chosen."""

from __future__ import annotations

import pytest

from empathy_sim.tui.widgets.bubble import Bubble
from empathy_sim.tui.widgets.pocket_phone import PocketPhone
from tests.tui.device_stage import Stage
from tests.tui.seen import text_of


async def test_what_is_done_out_of_earshot_reads_as_a_choice_and_as_no_order() -> None:
    stage = Stage("counter-rings-while-away")
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        offered = {each.id: each.label for each in stage.session.scene().offers}
        await pilot.press("2")
        await pilot.pause()
        seen = text_of(stage)

    label = offered[stage.chosen()[-1]]
    assert f"You chose: {label}. The door is hard to hear from here." in seen


@pytest.mark.parametrize("size", [(120, 40)])
async def test_a_message_at_home_is_read_whole_in_a_window_of_some_size(
    size: tuple[int, int],
) -> None:
    stage = Stage("counter-card-at-home")
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()
        phone = stage.query_one(PocketPhone)
        newest = list(phone.query(Bubble))[-1]

        assert newest.region.bottom <= phone.content_region.bottom
