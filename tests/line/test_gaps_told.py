"""A jump of the clock is told humanly."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.journey.units import HOUR, MINUTE, SECOND
from empathy_sim.line.wording import later
from tests.line.typed_play import typed


@pytest.mark.parametrize(
    ("length", "says"),
    [
        (6 * SECOND, "A moment later."),
        (44 * SECOND, "A moment later."),
        (58 * SECOND, "One minute later."),
        (11 * MINUTE, "Eleven minutes later."),
        (8 * HOUR, "Eight hours later."),
    ],
)
def test_nobody_counts_seconds(length: int, says: str) -> None:
    assert later(length) == says


def test_what_was_spared_in_a_moment_is_still_told() -> None:
    assert later(30 * SECOND, 1) == (
        "A moment later. The recording spoke once in between; we spared you that."
    )


def test_a_breath_between_two_sentences_is_not_told_as_a_jump() -> None:
    done = typed("call-gets-tones", "1", pace="instant")

    cuts = done.events(e.TimeCut)
    assert all(cut.length_ms < 15 * SECOND for cut in cuts)
    assert " later." not in done.text
