"""What can be played, and could be better."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script
from empathy_sim.library.advice_causes import causes_of_nothing
from empathy_sim.library.advice_fairness import unfair
from empathy_sim.library.advice_forms import (
    unanswerable_in_journey,
    unanswerable_in_scenario,
)
from empathy_sim.library.advice_prompts import close_in_journey, close_in_scenario
from empathy_sim.library.advice_report import missed_by_fit, missed_in_journey
from empathy_sim.library.advice_texts import hard_to_read
from empathy_sim.library.advice_unused import in_vain, uncounted, unused_in_journey
from empathy_sim.library.advice_waits import (
    overlong_in_journey,
    overlong_in_scenario,
    unfit,
)
from empathy_sim.library.composed_files import Read
from empathy_sim.library.meaning import MOST
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.walks import walk_of


def advice(read: Read) -> Iterator[Wrong]:
    """What a reader who means well would say of a file in which no errors are.

    Of a file with errors nothing is said: first it should be playable.
    """
    if read.fitted is not None:
        yield from unfit(read.fitted, read.script)
        yield from missed_by_fit(read.fitted)
    elif read.script is not None:
        yield from islice(_on_journey(read.script), MOST)
    elif read.scenario is not None:
        yield from islice(_on_scenario(read.scenario), MOST)


def _on_scenario(scenario: Scenario) -> Iterator[Wrong]:
    seen = walk_of(scenario)
    yield from hard_to_read(seen.of("text"))
    yield from in_vain(scenario)
    yield from causes_of_nothing(scenario, seen)
    yield from unanswerable_in_scenario(scenario)
    yield from close_in_scenario(scenario)
    yield from overlong_in_scenario(scenario)


def _on_journey(script: Script) -> Iterator[Wrong]:
    seen = walk_of(script.journey)
    yield from hard_to_read(seen.of("text"))
    yield from unused_in_journey(script, seen)
    yield from uncounted(script.journey)
    yield from unanswerable_in_journey(script)
    yield from missed_in_journey(script.journey)
    yield from unfair(script)
    yield from close_in_journey(script)
    yield from overlong_in_journey(script)
