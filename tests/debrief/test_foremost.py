"""What is told first, and what unfolds."""

from __future__ import annotations

import pytest

from empathy_sim.debrief.curve import Curve
from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.foremost import FIRST, foremost, marks_first, notes_on
from empathy_sim.debrief.receipt import Receipt
from empathy_sim.engine import events as e
from tests.debrief.told_by_hand import SCRIPT, begun


def receipts(*names: str) -> list[Receipt]:
    return [Receipt(name, f"{name}.", "neither", (), ()) for name in names]


def told(*names: str) -> list[str]:
    return [each.id for each in foremost(receipts(*names))]


def curve(*pleasant: int, insight_at: int = -1) -> Curve:
    log = begun()
    for at, each in enumerate(pleasant):
        log.sec(at * 10, at * 10)
        log.write(e.ReactionRecorded, each, 0, aha=at == insight_at)
    return debrief_of(SCRIPT, log.log).curve


def test_six_receipts_are_told_first_in_the_order_of_telling() -> None:
    assert told(
        *("waiting", "apologies", "help", "contacts", "needless", "cut_off"),
        *("people", "asked.order", "promises", "resource.phone", "in_all"),
    ) == ["waiting", "contacts", "needless", "asked.order", "promises", "in_all"]


def test_what_nobody_has_weighed_is_told_last() -> None:
    assert "warmth" not in told("warmth", *(f"asked.{at}" for at in range(FIRST + 1)))


@pytest.mark.parametrize("count", [0, 1, FIRST, FIRST + 1])
def test_one_more_receipt_is_not_folded(count: int) -> None:
    names = [f"asked.{at}" for at in range(count)]

    assert told(*names) == names


def test_needless_contacts_are_never_told_without_how_many_there_were() -> None:
    names = ("left", "waiting", "contacts", "needless", "promises", "in_all")
    for more in range(4):
        first = told(*names, "people", "help", *(f"asked.{at}" for at in range(more)))
        assert "contacts" in first or "needless" not in first


def test_of_many_marks_the_worst_the_last_and_the_insights_come_first() -> None:
    drawn = curve(1, -4, 0, 2, 3, -1, insight_at=3)

    assert [each.pleasant for each in marks_first(drawn)] == [-4, 2, -1]
    assert [notes_on(each, drawn) for each in marks_first(drawn)] == [
        ("The worst.",),
        ("An insight.",),
        ("The last.",),
    ]


@pytest.mark.parametrize("count", [0, 1, 4])
def test_few_marks_are_all_told(count: int) -> None:
    drawn = curve(*range(count))

    assert marks_first(drawn) == drawn.points


def test_under_four_marks_none_is_called_the_worst_or_the_last() -> None:
    drawn = curve(1, -1)

    assert [notes_on(each, drawn) for each in drawn.points] == [(), ()]
