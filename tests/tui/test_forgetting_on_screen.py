"""A session is forgotten where it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.engine import moves as m
from empathy_sim.rehearsal.ways import Ways
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.rows import Export
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.order import LookBack
from empathy_sim.tui.widgets.shelf import Shelf
from tests.tui.frame_house import Desk, FakeHouse, desk
from tests.tui.seen import text_of

CANARY = "a canary in the mine"
NO_WAYS = Ways(0, True, (), (), None, None, None, (), 0, 0)


def flat(at: Desk) -> str:
    return " ".join(at.seen.replace("│", " ").split())


def marked(at: Desk) -> str:
    return str(at.screen.query_one(Shelf).highlighted_option.prompt)  # type: ignore[union-attr]


async def test_only_a_session_can_be_forgotten() -> None:
    house = FakeHouse()
    house.stopped_in("playing")

    async with desk(house) as at:
        await at.until_at("HomeScreen")
        await at.until(lambda seat: "resume" in marked(seat))
        assert "F8 Forget" in flat(at)
        await at.press("down")
        assert "F8 Forget" not in flat(at)
        await at.press("f8")
        assert at.at == "HomeScreen"


async def test_it_is_asked_once_what_goes_and_what_stays_is_named() -> None:
    house = FakeHouse()
    name = house.stopped_in("closed")
    path = "/home/somebody/pages/to-keep.html"
    house.store.note_export(name, Export(path=path, what="page", made_utc="t"))

    async with desk(house) as at:
        await at.until_at("HomeScreen")
        await at.press("end", "f8")
        await at.until_at("ConfirmScreen")
        assert "Everything in it goes" in flat(at)
        assert path in flat(at)
        await at.press("enter")
        await at.until_at("HomeScreen")
        assert [head.session for head in house.sessions()] == [name]

        await at.press("f8")
        await at.until_at("ConfirmScreen")
        await at.press("y")
        await at.until(lambda _seat: not house.sessions())
        await at.until_at("HomeScreen")
        await at.until(lambda seat: "debrief:" not in marked(seat))
        assert "Look back" not in at.seen


async def test_the_mouse_forgets_as_well() -> None:
    house = FakeHouse()
    house.stopped_in("playing")

    async with desk(house) as at:
        await at.until(lambda seat: "F8 Forget" in flat(seat))
        (key,) = (
            each
            for each in at.screen.query("FooterKey")
            if "Forget" in str(each.render())
        )
        await at.pilot.click(key)
        await at.until_at("ConfirmScreen")
        await at.click("#yes")
        await at.until(lambda _seat: not house.sessions())


async def test_what_somebody_else_has_open_is_not_forgotten_and_that_is_said() -> None:
    house = FakeHouse(held_elsewhere=True)
    house.stopped_in("playing")

    async with desk(house) as at:
        await at.until(lambda seat: "F8 Forget" in flat(seat))
        await at.press("f8")
        await at.until_at("ConfirmScreen")
        await at.press("y")
        await at.until(lambda seat: "Nothing was forgotten" in flat(seat))
        assert house.sessions()


async def test_with_the_last_thing_gone_home_says_that_nothing_is_here() -> None:
    house = FakeHouse(shelf=())
    house.stopped_in("playing")

    async with desk(house) as at:
        await at.until(lambda seat: "F8 Forget" in flat(seat))
        await at.press("f8")
        await at.until_at("ConfirmScreen")
        await at.press("y")
        await at.until(lambda seat: "There is nothing here to play" in flat(seat))
        await at.press("f6")
        assert at.at == "HomeScreen"


@pytest.mark.parametrize("phase", ["debriefing", "closed"])
async def test_more_forgets_the_session_that_is_looked_at(phase: str) -> None:
    house = FakeHouse()
    name = house.stopped_in(phase)  # type: ignore[arg-type]
    choice = LookBack(name)

    async with desk(house, choice) as at:
        await at.until_at("DebriefScreen")
        await at.press("6")
        await at.until(lambda seat: "Forget this session" in flat(seat))
        await at.press("end", "enter")
        await at.until_at("ConfirmScreen")
        await at.press("y")
        await at.until(lambda _seat: not house.sessions())
        await at.until(lambda seat: seat.app.return_value == 0)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHouse]:
    """A house on a disk."""
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "kept"))
    with open_house(ManualClock()) as opened:
        yield opened


def bytes_in(folder: Path) -> bytes:
    files = (path for path in folder.rglob("*") if path.is_file())
    return b"".join(path.name.encode() + path.read_bytes() for path in files)


def in_the_debrief(house: LocalHouse) -> Session:
    """A session with something typed in it, left for its debrief."""
    session = house.begin_session("the-birthday-kettle", pace="instant")
    session.submit(m.Consent(service=CANARY))
    while session.scene().phase != "playing":
        session.submit(m.Proceed())
    session.submit(m.Leave())
    while session.scene().phase != "debriefing":
        session.submit(m.Proceed())
    return session


@pytest.mark.parametrize("looking", [False, True], ids=["home", "debrief"])
async def test_of_what_is_forgotten_on_the_screen_no_byte_is_left(
    house: LocalHouse, looking: bool
) -> None:
    session = in_the_debrief(house)
    name = session.name
    session.suspend()
    house.keep_ways("tried", NO_WAYS)
    assert CANARY.encode() in bytes_in(house.folder)

    app = EmpathyApp(house, LookBack(name) if looking else None)
    async with app.run_test(size=(80, 24)) as pilot:
        at = Desk(app, pilot, FakeHouse())
        if looking:
            await at.until_at("DebriefScreen")
            await at.press("6")
            await at.until(lambda seat: "Forget this session" in flat(seat))
            await at.press("end", "enter")
        else:
            await at.until(lambda seat: "The birthday kettle" in flat(seat))
            while "debrief:" not in marked(at):
                await at.press("down")
            await at.press("f8")
        await at.until_at("ConfirmScreen")
        assert "No file was made of it" in " ".join(text_of(app).split())
        await at.press("y")
        await at.until(lambda _seat: not house.sessions())
        house.keep_ways("tried", NO_WAYS)

        left = bytes_in(house.folder)
        assert CANARY.encode() not in left
        assert name.encode() not in left
        assert not (house.folder / "cache" / "tried.json").exists()
