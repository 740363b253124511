"""The frame: calm, exact, never in the way."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.journey.touchpoint import AsksReaction
from empathy_sim.journey.units import MINUTE, SECOND, Moment
from empathy_sim.line.wording import PAUSED
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.tui.device import Device
from empathy_sim.tui.screens.feeling import FEELING, INSIGHT
from empathy_sim.tui.screens.play import PlayScreen
from empathy_sim.tui.touchpoints.call import CallPhone
from empathy_sim.tui.touchpoints.notice import NoticeDevice
from empathy_sim.tui.widgets.device_stand import DeviceStand
from tests.engine.made_nouns import BATTERY, alone, hold, notice
from tests.engine.made_scripts import script_of
from tests.tui.by_turns import by_turns
from tests.tui.seen import faint_in
from tests.tui.sitting import at, seated, session_of

HOLD = alone({"queue": hold(lasts=20 * MINUTE)})
LEAVES = "Leave the journey here?"


async def test_a_feeling_is_marked_while_the_story_stands() -> None:
    async with at(HOLD) as seat:
        await seat.press("f2")
        assert FEELING in seat.seen
        await seat.wait(5_000)
        assert seat.session.scene().story_ms == 0

        await seat.press("left", "up", "enter")
        [marked] = seat.happened(e.ReactionRecorded)
        assert (marked.pleasant, marked.aroused, marked.aha) == (-1, 1, False)
        assert [each.why for each in seat.happened(e.Paused)] == ["feeling"]
        assert len(seat.happened(e.Resumed)) == 1
        assert "Noted." in seat.seen


async def test_an_insight_is_marked_as_one() -> None:
    async with at(HOLD) as seat:
        await seat.press("f3")
        assert INSIGHT in seat.seen
        await seat.press("enter")

        assert [each.aha for each in seat.happened(e.ReactionRecorded)] == [True]


async def test_a_feeling_may_be_left_unmarked() -> None:
    async with at(HOLD) as seat:
        await seat.press("f2", "escape")

        assert seat.happened(e.ReactionRecorded) == []
        assert len(seat.happened(e.Resumed)) == 1
        await seat.wait(2_000)
        assert seat.session.scene().story_ms == 2_000


async def test_the_story_stands_for_as_long_as_the_grid_is_open() -> None:
    async with at(HOLD) as seat:
        await seat.press("f2")
        before = seat.session.scene().story_ms
        await seat.wait(60_000)
        assert FEELING in seat.seen
        assert seat.session.scene().story_ms == before

        await seat.press("enter")
        await seat.wait(3_000)
        assert seat.session.scene().story_ms == before + 3_000
        assert len(seat.happened(e.ReactionRecorded)) == 1
        assert len(seat.happened(e.Resumed)) == 1


async def test_a_story_that_is_closed_under_the_grid_is_over_when_it_closes() -> None:
    async with at(HOLD) as seat:
        await seat.press("f2")
        seat.session.submit(m.Close())
        await seat.wait(1_000)
        assert seat.session.scene().phase == "ending"
        assert FEELING in seat.seen
        await seat.press("escape")

    assert seat.app.return_value == "over"


async def test_impatient_keys_ask_once() -> None:
    async with at(HOLD) as seat:
        for key in ("f2", "f2", "f10", "f9"):
            seat.strike(key)
        await seat.pilot.pause()
        assert len(seat.app.screen_stack) == 3
        await seat.press("escape")

        assert len(seat.happened(e.Paused)) == len(seat.happened(e.Resumed)) == 1
        assert len(seat.app.screen_stack) == 2


async def test_a_pause_lasts_until_it_is_over() -> None:
    async with at(HOLD) as seat:
        await seat.press("f9")
        assert PAUSED in seat.seen
        await seat.wait(60 * MINUTE)
        assert seat.session.scene().story_ms == 0

        await seat.press("enter")
        assert [each.why for each in seat.happened(e.Paused)] == ["break"]
        assert len(seat.happened(e.Resumed)) == 1


@pytest.mark.parametrize("answer", ["escape", "n", "enter"])
async def test_leaving_is_asked_once_and_can_be_taken_back(answer: str) -> None:
    async with at(HOLD) as seat:
        await seat.press("f10")
        assert LEAVES in seat.seen
        await seat.press(answer)

        assert seat.happened(e.JourneyLeft) == []
        assert len(seat.happened(e.Resumed)) == 1


async def test_leaving_ends_the_story() -> None:
    async with at(HOLD) as seat:
        await seat.press("f10", "y")

    assert len(seat.happened(e.JourneyLeft)) == 1
    assert seat.app.return_value == "over"


async def test_what_was_not_possible_is_said_in_the_frames_line() -> None:
    async with at(script_of("call-kind-but-powerless")) as seat:
        before = len(seat.session.log)
        seat.screen.query_one(CallPhone).move(m.Press("1"))
        await seat.pilot.pause()

        assert "Choose what to say." in seat.seen
        assert len(seat.session.log) == before


async def test_a_session_left_in_a_pause_goes_on_when_it_is_resumed() -> None:
    store = MemoryStore()
    session, clock = session_of(HOLD, store=store)
    async with seated(session, clock) as seat:
        await seat.wait(4_000)
        await seat.press("f9")
    session.suspend()

    clock.advance(60 * MINUTE)
    again = Session.resume(session.name, store=store, clock=clock)
    async with seated(again, clock) as seat:
        assert PAUSED not in seat.seen
        assert "0:04" in seat.seen
        await seat.wait(3_000)
        assert "0:07" in seat.seen


async def test_a_screen_that_opens_on_a_pause_stands_in_it() -> None:
    session, clock = session_of(HOLD)
    session.submit(m.Pause("break"))
    async with seated(session, clock) as seat:
        assert PAUSED in seat.seen
        await seat.press("enter")

        assert len(seat.happened(e.Resumed)) == 1
        assert "on hold" in seat.seen


async def test_how_it_feels_is_asked_quietly_and_a_click_answers() -> None:
    asks = AsksReaction(at=Moment(after=10 * SECOND))
    async with at(alone({"queue": hold(asks_reaction=asks)}), pace="real") as seat:
        await seat.wait(11_000)
        assert "How does it feel? F2 marks it; or go on." in seat.seen

        await seat.click("FrameVoice")
        await seat.press("enter")
        assert len(seat.happened(e.ReactionRecorded)) == 1
        await seat.press("1")
        assert "How does it feel?" not in seat.seen


async def test_what_runs_low_is_told_and_its_gauge_says_so_in_a_word() -> None:
    script = alone({"queue": hold()}, resources={"phone_battery": BATTERY})
    async with at(script, pace="real") as seat:
        assert "10%" in seat.seen
        assert "low" not in seat.seen
        await seat.wait(10 * MINUTE)

        assert "The phone shows a red bar." in seat.seen
        assert "5% low" in seat.seen


async def test_the_notebook_has_a_key_where_there_is_no_room_for_it() -> None:
    async with at(script_of("menu-asks-number")) as seat:
        assert "HV-104233-QK" not in seat.seen
        assert "F4" in seat.seen
        await seat.press("f4")
        assert "HV-104233-QK" in seat.seen
        await seat.press("1", "f4")
        assert "HV-104233-QK" not in seat.seen
        assert len(seat.happened(e.KeyPressed)) == 1


async def test_the_key_of_the_notebook_comes_and_goes_with_the_room() -> None:
    async with at(script_of("menu-asks-number")) as seat:
        for size, is_there in (((120, 40), False), ((80, 24), True)):
            await seat.pilot.resize_terminal(*size)
            await seat.pilot.pause()
            await seat.pilot.pause()
            assert ("F4" in seat.seen) is is_there


async def test_the_notebook_lies_beside_it_where_there_is() -> None:
    async with at(script_of("menu-asks-number"), size=(120, 40)) as seat:
        assert "HV-104233-QK" in seat.seen
        assert "F4" not in seat.seen


async def test_a_fact_is_copied_by_hand_and_not_by_the_mouse() -> None:
    async with at(script_of("menu-asks-number"), size=(120, 40)) as seat:
        for widget in seat.screen.query("NotebookPanel, NotebookPanel *"):
            assert not widget.allow_select


async def test_names_and_promises_are_noted_as_they_are_given() -> None:
    async with at(script_of("call-contradicts"), size=(120, 40)) as seat:
        await seat.wait(1_000)
        assert "Spoken to" in seat.seen
        assert "Thursday 12 June" in seat.seen
        await seat.wait_until("not kept")
        assert "Dani, Ade" in seat.seen


async def test_what_another_hand_does_is_seen() -> None:
    async with at(script_of("call-kind-but-powerless")) as seat:
        seat.session.submit(m.Choose("where", "short"))
        await seat.pilot.pause()

        assert "You   Where is it?" in seat.seen


async def test_the_frames_keys_work_inside_a_field() -> None:
    async with at(script_of("call-asks-again")) as seat:
        await seat.type("AW-2")
        await seat.press("f2", "enter", "f9", "enter", "f10", "escape")
        await seat.type("04711")
        await seat.press("enter")

        assert len(seat.happened(e.ReactionRecorded)) == 1
        assert [each.why for each in seat.happened(e.Paused)] == [
            "feeling",
            "break",
            "leaving",
        ]
        assert [each.right for each in seat.happened(e.FactGiven)] == [True]


async def test_nothing_is_left_of_a_story_that_is_over() -> None:
    async with at(alone({"queue": hold(lasts=10 * SECOND)}), pace="real") as seat:
        await seat.wait(10_000)

    assert seat.app.return_value == "over"
    assert seat.session.scene().phase == "ending"


@pytest.mark.parametrize(
    ("name", "dress"),
    by_turns(
        ["menu-mishears", "hold-slips", "call-kind-but-powerless"],
        [("empathy-dark", "slate"), ("empathy-light", "amber")],
    ),
)
async def test_every_word_can_be_read(
    name: str, dress: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    async with at(script_of(name), size=(120, 40)) as seat:
        seat.app.theme, seat.app.company = dress
        await seat.pilot.pause()
        faint = set(faint_in(seat.app))
        await seat.wait(4_000)
        await seat.press("3")
        faint |= set(faint_in(seat.app))

        assert faint == set()


async def test_the_story_stands_while_help_is_read() -> None:
    async with at(HOLD) as seat:
        await seat.press("f1")
        await seat.wait(60_000)
        assert seat.session.scene().story_ms == 0

        await seat.press("escape")
        assert [each.why for each in seat.happened(e.Paused)] == ["reading"]
        assert len(seat.happened(e.Resumed)) == 1
        await seat.wait(2_000)
        assert "0:02" in seat.seen


async def test_help_over_the_grid_stops_nothing_twice() -> None:
    async with at(HOLD) as seat:
        await seat.press("f2", "f1", "escape", "escape")

        assert [each.why for each in seat.happened(e.Paused)] == ["feeling"]
        assert len(seat.happened(e.Resumed)) == 1


async def test_what_comes_late_from_a_device_that_is_gone_moves_nothing() -> None:
    twice = {"first": notice("second"), "second": notice("second", "done")}
    async with at(alone(twice)) as seat:
        gone = seat.screen.query_one(NoticeDevice)
        await seat.press("enter")
        late = Device.Moved(m.Choose("second"), gone)
        seat.screen.query_one(DeviceStand).post_message(late)
        await seat.pilot.pause()

        assert [each.option for each in seat.happened(e.OptionChosen)] == ["second"]
        [there] = seat.screen.query(NoticeDevice)
        assert there is not gone


async def test_a_story_that_another_hand_has_ended_is_over_however_often_one_looks() -> (
    None
):
    async with at(script_of("survey-that-works")) as seat:
        screen = seat.screen
        assert isinstance(screen, PlayScreen)
        await seat.app.port.submit(m.Choose("skip"))
        for _ in range(3):
            screen.call_later(screen._look)
        await seat.pilot.pause()

    assert seat.session.scene().phase == "ending"
    assert seat.app.crash is None
    assert seat.app.return_value == "over"
