"""Nobody sees every screen once."""

from __future__ import annotations

from textual.screen import Screen

from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.hosting.hosted import hosted
from empathy_sim.tui.hosting.walked import walk
from empathy_sim.tui.order import Play
from empathy_sim.workshop.views.warming import warm_up
from tests.tui.frame_house import FakeHouse


async def test_a_walk_goes_from_the_contract_past_the_debrief_and_ends() -> None:
    seen: list[str] = []

    def noted(screen: Screen[object]) -> None:
        seen.append(type(screen).__name__)

    class Watched(EmpathyApp):
        def on_mount(self) -> None:
            self.screen_change_signal.subscribe(self, noted)
            super().on_mount()

    await warm_up(hosted(lambda: Watched(FakeHouse(), Play("a-call"), walk)))

    assert seen[0] == "ContractScreen"
    assert {"PlayScreen", "DebriefScreen"} <= set(seen)
