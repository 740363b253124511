"""The full-screen app, run over the house."""

from __future__ import annotations

from empathy_sim.cli.house import open_house
from empathy_sim.errors import EmpathySimError
from empathy_sim.session.clock import Clock
from empathy_sim.tui.app import EmpathyApp, Robot
from empathy_sim.tui.order import Choice


def run_app(
    start: Choice | None = None,
    *,
    seed: int | None = None,
    at_stage: str | None = None,
    robot: Robot | None = None,
    clock: Clock | None = None,
) -> int:
    """Run the app until it is left.

    Args:
        start: what to begin with; None is the home screen.
        seed: draws the same customer again.
        at_stage: the stage to begin at.
        robot: plays instead of a participant.
        clock: by default the computer's own.

    Returns:
        The exit code.
    """
    with open_house(clock) as house:
        house.seed, house.at_stage = seed, at_stage
        app = EmpathyApp(house, start, robot)
        code = app.run()
        if app.crash is not None:
            raise _behind(app.crash)
        return code or 0


def _behind(crash: Exception) -> Exception:
    """What a worker of the app ended with, where it was raised on purpose."""
    match getattr(crash, "error", None):
        case EmpathySimError() as raised:
            return raised
        case _:
            return crash
