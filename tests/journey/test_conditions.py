"""A condition has one subject and what it needs."""

from __future__ import annotations

from typing import Any

import pytest

from empathy_sim.journey.condition import SUBJECTS, Condition
from empathy_sim.journey.units import Unreadable

COMPLETE: dict[str, dict[str, Any]] = {
    "setting": {"setting": "drops"},
    "visits": {"visits": "queue", "at_least": 2},
    "asked_for": {"asked_for": "order_number"},
    "resource": {"resource": "phone_battery", "below": 1_000},
    "exit": {"exit": "ordering", "is_": "refused"},
    "promise": {"promise": "delivery", "is_": "broken"},
    "met": {"met": "line_dropped"},
    "chosen": {"chosen": "call-again"},
    "all_": {"all_": (Condition(met="jargon"),)},
    "any_": {"any_": (Condition(met="jargon"),)},
    "not_": {"not_": Condition(met="jargon")},
}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_can_be_asked_about(subject: str) -> None:
    condition = Condition(**COMPLETE[subject])

    assert getattr(condition, subject) is not None


@pytest.mark.parametrize("subject", SUBJECTS)
def test_two_subjects_are_one_too_many(subject: str) -> None:
    other = "met" if subject != "met" else "chosen"

    with pytest.raises(Unreadable, match="exactly one subject"):
        Condition(**{**COMPLETE[subject], **COMPLETE[other]})


def test_no_subject_is_one_too_few() -> None:
    with pytest.raises(Unreadable, match="exactly one subject") as wrong:
        Condition(at_least=2)

    assert "not_" not in wrong.value.hint


@pytest.mark.parametrize(
    ("subject", "says"),
    [
        ("resource", "needs a level"),
        ("exit", "needs an is"),
        ("promise", "needs an is"),
    ],
)
def test_a_subject_without_what_it_is_compared_with_is_refused(
    subject: str, says: str
) -> None:
    with pytest.raises(Unreadable, match=says):
        Condition(**{subject: COMPLETE[subject][subject]})
