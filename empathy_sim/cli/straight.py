"""Straight into a story, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_sim.cli.terminal import require_terminal, run_in_child

if TYPE_CHECKING:
    from empathy_sim.cli.house import LocalHouse
    from empathy_sim.engine.moves import Pace
    from empathy_sim.library.shelf import WhichFit
    from empathy_sim.tui.order import Play, Resume

_INSTEAD = "add --plain"


def begin(
    wanted: str,
    *,
    pace: Pace = "workshop",
    seed: int | None = None,
    at_stage: str | None = None,
    which: WhichFit | None = None,
) -> int:
    """Play a journey, a scenario or a file until it is left.

    Raises:
        Usage: this is not a terminal.
    """

    def chosen(house: LocalHouse) -> Play:
        from empathy_sim.tui.order import Play

        house.script(wanted)  # what is wrong with it is said on a free terminal
        return Play(wanted, pace)

    def run() -> int:
        from empathy_sim.cli.screen import run_app

        return run_app(chosen, seed=seed, at_stage=at_stage, which=which)

    require_terminal(_INSTEAD)
    return run_in_child(run)


def go_on(session: str | None = None) -> int:
    """Go on with a session until it is left; without a name with the latest.

    Raises:
        Usage: this is not a terminal.
    """

    def chosen(house: LocalHouse) -> Resume:
        from empathy_sim.tui.order import Resume

        return Resume(house.unfinished(session))

    def run() -> int:
        from empathy_sim.cli.screen import run_app

        return run_app(chosen)

    require_terminal(_INSTEAD)
    return run_in_child(run)
