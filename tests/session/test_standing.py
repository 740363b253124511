"""A list says where the customer stands."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.state import before
from empathy_sim.journey.journey import Ending
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import DAY
from empathy_sim.session.standing import came_to, standing
from empathy_sim.session.summary import summary_of
from empathy_sim.store.rows import Json

ON_HOLD = {"doing": "on hold with Hearth & Vale", "when": "Tuesday 10:41"}


def test_in_the_story_it_is_what_the_customer_does_and_when() -> None:
    assert standing("playing", ON_HOLD) == "on hold with Hearth & Vale, Tuesday 10:41"
    assert standing("playing", {"doing": "", "stage": "A week"}) == "A week"
    assert standing("playing", {}) == "in the story"


@pytest.mark.parametrize("phase", sorted({*get_args(Phase)} - {"playing"}))
def test_outside_the_story_it_is_said_in_words_of_its_own(phase: str) -> None:
    told = standing(phase, ON_HOLD)

    assert told
    assert "hold" not in told
    assert told.split()[-1] not in {"contract", "card", "predicting", "afterwards"}


def summed(script: Script, ending: str | None, *, alone: bool) -> dict[str, Json]:
    endings = {"out": Ending(outcome="partly", says="On."), **script.journey.endings}
    journey = replace(script.journey, endings=endings)
    state = before(replace(script, journey=journey, alone=alone))
    state.ending, state.phase = ending, "debriefing"
    return dict(summary_of(state))


@pytest.mark.parametrize(
    ("ending", "alone", "outcome", "told"),
    [
        ("out", True, "stopped", "one episode by itself"),
        ("out", False, "partly", "partly solved"),
        ("solved", True, "solved", "solved"),
        ("", True, "still_waiting", "still waiting"),
        (None, True, None, ""),
    ],
)
def test_a_list_says_of_an_ending_what_the_debrief_says(
    script: Script, ending: str | None, alone: bool, outcome: str | None, told: str
) -> None:
    summary = summed(script, ending, alone=alone)

    assert summary["outcome"] == outcome
    assert came_to(summary) == told
    assert came_to({**summary, "left": True}) == "left on the way"


def test_a_list_says_the_date_once_a_day_of_the_week_has_come_twice(
    script: Script,
) -> None:
    state = before(script)
    state.phase = "playing"
    whens = []
    for state.story_ms in (6 * DAY, 7 * DAY):
        whens.append(summary_of(state)["when"])

    assert whens == ["Monday 10:00", "Tuesday 17 June, 10:00"]
