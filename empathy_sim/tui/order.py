"""What can be chosen, and each phase's screen."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from textual.screen import Screen

if TYPE_CHECKING:
    from empathy_sim.engine.frame_events import Phase
    from empathy_sim.engine.moves import Pace
    from empathy_sim.session.port import SessionPort
    from empathy_sim.tui.house import House


class Play(Struct, frozen=True):
    """A new session of a journey, a scenario or a file."""

    wanted: str
    pace: Pace = "workshop"


class Resume(Struct, frozen=True):
    """A recorded session, to go on with."""

    session: str


class LookBack(Struct, frozen=True):
    """A recorded session, to see its debrief again."""

    session: str


class Quit(Struct, frozen=True):
    """Nothing more."""


Choice = Play | Resume | LookBack | Quit

SCREENS: Mapping[Phase, tuple[str, str]] = {
    "contract": ("contract", "ContractScreen"),
    "report": ("report", "ReportScreen"),
    "card": ("card", "CardScreen"),
    "predicting": ("predictions", "PredictionsScreen"),
    "playing": ("play", "PlayScreen"),
    "ending": ("ending", "EndingScreen"),
    "afterwards": ("afterwards", "AfterwardsScreen"),
    "resting": ("rest", "RestScreen"),
}
"""Each phase's screen, imported when it is first shown."""


def screen_for(port: SessionPort, house: House) -> Screen[None]:
    """The screen of the phase that a session is in.

    Args:
        port: the session; the screen is over when its phase has changed.
        house: where it is kept.
    """
    phase = port.scene().phase
    if phase == "debriefing":
        return debrief(port, house)
    module, name = SCREENS[phase]
    return _screen(module, name)(port, house.kept_in)


def debrief(port: SessionPort, house: House) -> Screen[None]:
    """The debrief of a session, whatever phase it is in.

    Args:
        port: the session; what can still be decided is asked where it is open.
        house: where it is kept.
    """
    return _screen("debrief", "DebriefScreen")(
        port, house.kept_in, house, house.forgetting
    )


def home(house: House) -> Screen[Choice]:
    """The screen on which a choice is made."""
    return cast("Screen[Choice]", _screen("home", "HomeScreen")(house))


def _screen(module: str, name: str) -> Callable[..., Screen[None]]:
    """A screen by its module and name, imported when it is first shown."""
    made = getattr(importlib.import_module(f"empathy_sim.tui.screens.{module}"), name)
    return cast("Callable[..., Screen[None]]", made)
