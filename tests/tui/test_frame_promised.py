"""What is promised on the last page."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.order import Resume
from empathy_sim.tui.widgets.line_input import LineInput
from tests.tui.frame_house import Desk, FakeHouse, desk

WIDE = (120, 80)


async def turn_to(at: Desk, page: str) -> None:
    """Turn to a page by its number, whatever has the keys."""
    at.screen.set_focus(None)
    await at.press(page)


async def test_a_commitment_is_read_as_it_is_written_and_then_kept() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "5")
        at.screen.query_one("#to-cue").focus()
        for words in ("figures are read", "ask who rang twice", "me", "finance"):
            await at.type(words)
            await at.press("enter")
        assert "By when: Monday 14 July" in at.seen
        at.screen.query_one("#to-due", LineInput).value = ""
        await at.type("friday")
        reads = "If figures are read, then I will ask who rang twice."
        assert f"{reads} Seen to by: me. With: Finance. By when: Friday 13" in at.seen
        assert not house.happened(e.Committed)
        await at.press("enter", "enter")

        assert "Promised, and kept" in at.seen
        assert "empathy-sim routine --ics" in at.seen
    (committed,) = house.happened(e.Committed)
    assert committed.cue == "figures are read"
    assert committed.act == "ask who rang twice"
    assert (committed.owner, committed.counterpart) == ("me", "finance")
    assert committed.due == "2025-06-13"


async def test_words_that_name_no_day_are_kept_and_set_no_reminder() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "5")
        for name, words in (("cue", "it rings"), ("act", "answer"), ("due", "soon")):
            at.screen.query_one(f"#to-{name}", LineInput).value = words
        at.screen.query_one(".promise").focus()
        await at.press("enter")

        assert "By when: soon." in at.seen
        assert "names no one day" in at.seen
        assert "on 10 July 2025 and on 8 September" in at.seen
    (committed,) = house.happened(e.Committed)
    assert committed.due == "soon"


async def test_a_commitment_that_is_written_and_not_promised_holds_done_back_once() -> (
    None
):
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing"))) as at:
        await turn_to(at, "5")
        for name, words in (("cue", "it rings"), ("act", "answer")):
            at.screen.query_one(f"#to-{name}", LineInput).value = words
        await at.press("f5")
        assert "Written, and not promised yet" in at.seen
        await at.press("f5")
        assert at.at != "DebriefScreen"
    assert not house.happened(e.Committed)


async def test_the_page_of_a_commitment_says_how_to_come_back_to_it() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing"))) as at:
        await turn_to(at, "5")
        assert "another day: empathy-sim debrief comes back here, to page 5." in at.seen


async def test_in_a_room_it_names_the_page_that_a_guest_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(EmpathyApp, "shares_machine", True)
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing"))) as at:
        await turn_to(at, "5")
        assert "the page with your ticks leads back here" in at.seen
        assert "empathy-sim debrief" not in at.seen


@pytest.mark.parametrize(
    ("cue", "due", "says"),
    [
        ("", "", "Both halves, please"),
        ("it rings", "2025-06-09", "9 June 2025 is past. A day to come"),
    ],
)
async def test_half_a_commitment_is_none(cue: str, due: str, says: str) -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "5")
        for name, words in (("cue", cue), ("act", "answer"), ("due", due)):
            at.screen.query_one(f"#to-{name}", LineInput).value = words
        at.screen.query_one(".promise").focus()
        await at.press("enter")

        assert says in at.seen
    assert not house.happened(e.Committed)


async def test_an_assignment_is_taken_on_with_its_guesses_first() -> None:
    house = FakeHouse()
    async with desk(house, Resume(house.stopped_in("debriefing")), size=WIDE) as at:
        await turn_to(at, "5")
        at.screen.query_one("AssignmentView Chips").focus()
        await at.press("enter")
        assert "First, what do you expect?" in at.seen
        for words in ("20", "2", "1"):
            await at.type(words)
            await at.press("enter")
        await at.press("enter", "enter")

        assert "Taken on." in at.seen
    (taken,) = house.happened(e.AssignmentTaken)
    assert taken.assignment == "own_customer"
    assert taken.guesses == ("20", "2", "1")
    assert taken.due == "2025-07-14"
