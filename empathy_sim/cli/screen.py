"""The full-screen app, run over the house."""

from __future__ import annotations

from collections.abc import Callable

from empathy_sim.cli.ahead import Ahead, needed_from_home, needed_in_a_story
from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.errors import EmpathySimError
from empathy_sim.library.shelf import WhichFit
from empathy_sim.session.clock import Clock
from empathy_sim.tui.app import EmpathyApp, Robot
from empathy_sim.tui.order import Choice


def run_app(
    start: Choice | Callable[[LocalHouse], Choice] | None = None,
    *,
    seed: int | None = None,
    at_stage: str | None = None,
    which: WhichFit | None = None,
    robot: Robot | None = None,
    clock: Clock | None = None,
) -> int:
    """Run the app until it is left.

    Args:
        start: what to begin with, or what finds it in the house; None is the home
            screen.
        seed: draws the same customer again.
        at_stage: the stage to begin at.
        which: with what it is played; by default with what was fitted.
        robot: plays instead of a participant.
        clock: by default the computer's own.

    Returns:
        The exit code.
    """
    with open_house(clock) as house:
        house.seed, house.at_stage, house.which = seed, at_stage, which
        chosen = start(house) if callable(start) else start
        needed = needed_from_home() if chosen is None else needed_in_a_story()
        with Ahead(needed) as ahead:
            app = EmpathyApp(house, chosen, robot, once_shown=ahead.begin)
            code = app.run()
        if app.crash is not None:
            raise behind(app.crash)
        return code or 0


def behind(crash: Exception) -> Exception:
    """What a worker of the app ended with, where it was raised on purpose."""
    match getattr(crash, "error", None):
        case EmpathySimError() as raised:
            return raised
        case _:
            return crash
