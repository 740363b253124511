"""A list says where the customer stands."""

from __future__ import annotations

from typing import get_args

import pytest

from empathy_sim.engine.frame_events import Phase
from empathy_sim.session.standing import standing

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
