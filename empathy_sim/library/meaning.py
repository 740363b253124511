"""What a reader who knows the rules finds wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from empathy_sim.journey.journey import Journey
from empathy_sim.journey.scenario import Scenario
from empathy_sim.library.meaning_doubt import CERTAIN, Doubt
from empathy_sim.library.meaning_journey import wrong_in_journey
from empathy_sim.library.meaning_played import Known
from empathy_sim.library.meaning_scenario import wrong_in_scenario
from empathy_sim.library.meaning_wrong import Wrong

MOST = 200
"""How many things of one file are listed."""


def meaning_of_scenario(
    scenario: Scenario, written: object, doubt: Doubt = CERTAIN
) -> Iterator[Wrong]:
    """Everything wrong in a scenario, taken by itself, up to `MOST`.

    Args:
        scenario: with its default settings, as far as it is understood.
        written: the plain value it was read from, in which settings keep their names.
        doubt: what of it is not understood.
    """
    return islice(wrong_in_scenario(scenario, written, doubt), MOST)


def meaning_of_journey(
    journey: Journey, scenarios: Mapping[str, Known | None], doubt: Doubt = CERTAIN
) -> Iterator[Wrong]:
    """Everything wrong in a journey, with what it plays, up to `MOST`.

    Args:
        journey: as it is written, as far as it is understood.
        scenarios: all it could play; None for those not read, or not readable.
        doubt: what of the journey is not understood.
    """
    return islice(wrong_in_journey(journey, scenarios, doubt), MOST)
