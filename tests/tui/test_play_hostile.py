"""Words from a pack are only words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from empathy_sim.engine import moves as m
from empathy_sim.journey.journey import Company, Like
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoints.call import Call, OnHold, Reply, Turn
from empathy_sim.journey.touchpoints.hold import Announcement, Hold
from empathy_sim.journey.touchpoints.menu import Menu, MenuOption
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.tui.widgets.line_input import LineInput
from tests.engine import made_scripts
from tests.engine.made_nouns import BATTERY, alone
from tests.tui.by_turns import by_turns
from tests.tui.hostile import HOSTILE
from tests.tui.seen import RecordingDriver, foreign_in, text_of
from tests.tui.sitting import Room, Seat, session_of

LEADS = {"hung_up": "done", "timed_out": "done", "answered": "call", "dropped": "done"}
KINDS = ("menu", "hold", "call", "away")
UNREADABLE = ("<name>", "\ud800")
"""What the library refuses, so that no script holds it."""
FOREIGN = tuple(t for t in HOSTILE if not any(each in t for each in UNREADABLE))


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    monkeypatch.setenv("COLORTERM", "truecolor")
    RecordingDriver.written.clear()
    yield RecordingDriver.written
    RecordingDriver.written.clear()


def menu(text: str) -> Menu:
    option = MenuOption(press="1", says=text, leads="done")
    return Menu(kind="menu", says=text, options=(option,), leads=LEADS)


def hold(text: str) -> Hold:
    said = Announcement(says=text, every=5 * SECOND)
    return Hold(kind="hold", lasts=MINUTE, music=text, announces=(said,), leads=LEADS)


def call(text: str) -> Call:
    reply = Reply(says=text, short=text, sharp=text, id="reply", then="away")
    away = OnHold(lasts=MINUTE, then="hello", music=text)
    turns = {
        "hello": Turn(says=text, replies=(reply,)),
        "away": Turn(says=text, on_hold=away),
    }
    return Call(
        kind="call", who=text, team=text, starts="hello", turns=turns, leads=LEADS
    )


def script_of(kind: str, text: str) -> Script:
    noun = {"menu": menu, "hold": hold}.get(kind, call)(text)
    touchpoints = {"first": noun, "call": call(text)}
    battery = replace(BATTERY, says=text[:20])
    script = alone(touchpoints, resources={"phone_battery": battery})
    journey = script.journey
    company = Company(name=text, trade="kettles", phone=text, colour="rose")
    customer = replace(
        journey.customer, goal=text, holds={"number": Like(like=text, says=text)}
    )
    stage = replace(script.stages["alone"], title=text)
    return replace(
        script,
        journey=replace(journey, company=company, customer=customer),
        stages={"alone": stage},
    )


async def _plays_through(kind: str, text: str) -> str:
    """Everything that was seen of a kind that says nothing but one text."""
    session, clock = session_of(script_of(kind, text), pace="real")
    app = Room(session)
    app.driver_class = RecordingDriver
    seen = []
    async with app.run_test(headless=False, size=(120, 40)) as pilot:
        seat = Seat(app, pilot, session, clock)
        await pilot.pause()
        for _ in range(3):
            await seat.wait(3_000)
            seen.append(text_of(app))
        if kind == "away":
            session.submit(m.Choose("reply"))
            await seat.wait(9_000)
            seen.append(text_of(app))
        assert app.is_running
    return "\n".join(seen)


@pytest.mark.parametrize(("kind", "text"), by_turns(KINDS, FOREIGN[:11:5]))
async def test_a_bracket_is_a_bracket(kind: str, text: str) -> None:
    assert text in await _plays_through(kind, text)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
async def test_nothing_of_a_text_acts_on_the_terminal(
    kind: str, written: list[str]
) -> None:
    mine = FOREIGN[KINDS.index(kind) + 11 :: 4]
    for pair in zip(mine[::2], mine[1::2], strict=False):
        await _plays_through(kind, " ".join(pair))

    assert written, "nothing was drawn"
    assert foreign_in("".join(written)) == []


async def test_whatever_is_typed_is_cleaned_before_it_is_said() -> None:
    session, clock = session_of(made_scripts.script_of("call-asks-again"), pace="real")
    app = Room(session)
    app.driver_class = RecordingDriver
    async with app.run_test(headless=False) as pilot:
        await pilot.pause()
        app.screen.query_one(LineInput).value = "\x1b]0;x\x07 AW-204711\u202e"
        await pilot.press("enter")
        seat = Seat(app, pilot, session, clock)
        await seat.wait(1_000)

    said = [event for event in session.log if getattr(event, "words", "")]
    assert [getattr(event, "words", "") for event in said] == [
        "\ufffd]0;x\ufffd AW-204711\ufffd"
    ]
    assert RecordingDriver.written, "nothing was drawn"
    assert foreign_in("".join(RecordingDriver.written)) == []
