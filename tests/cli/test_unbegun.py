"""A contract only looked at leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
from contextlib import closing

import pytest

from empathy_sim.cli.house import LocalHouse, open_house
from empathy_sim.engine import moves as m
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.port import SessionPort
from empathy_sim.store.folder import data_folder
from empathy_sim.store.sqlite_store import SqliteStore
from tests.cli.command_run import Command

KETTLE = "the-birthday-kettle"
DAY_MS = 86_400_000


@pytest.fixture(autouse=True)
def _elsewhere(command: Command) -> None:
    """A data folder of its own."""


def kept() -> list[str]:
    with open_house(ManualClock()) as house:
        return [head.session for head in house.sessions()]


async def leave(port: SessionPort) -> None:
    await port.submit(m.Leave())


@pytest.mark.parametrize("leaves", [False, True], ids=["closed", "not now"])
def test_a_contract_that_was_closed_is_not_kept(leaves: bool) -> None:
    with open_house(ManualClock()) as house:
        port = house.begin(KETTLE, pace="instant")
        if leaves:
            asyncio.run(leave(port))
        house.close(port)
        assert house.sessions() == ()
    assert kept() == []


def test_the_program_that_is_closed_at_a_contract_keeps_nothing_of_it() -> None:
    with open_house(ManualClock()) as house:
        house.begin_session(KETTLE, pace="instant")
    assert kept() == []


def test_who_agreed_finds_the_session_again() -> None:
    with open_house(ManualClock()) as house:
        house.begin_session(KETTLE, pace="instant").submit(m.Consent())
    assert len(kept()) == 1


def test_what_was_typed_is_never_lost_with_a_contract() -> None:
    with open_house(ManualClock()) as house:
        session = house.begin_session(KETTLE, pace="instant")
        session.submit(m.Consent(service="a canary in the mine"))
        session.submit(m.Leave())
    assert len(kept()) == 1


def test_a_story_that_began_at_a_stage_and_was_left_is_kept() -> None:
    with open_house(ManualClock()) as house:
        house.at_stage = "holding"
        session = house.begin_session(KETTLE, pace="instant")
        while session.scene().phase != "playing":
            session.submit(
                m.Consent() if session.scene().phase == "contract" else m.Proceed()
            )
        session.submit(m.Leave())
    assert len(kept()) == 1


def begun_and_killed() -> str:
    """A session at its contract whose program ended without a word; its name."""
    folder = data_folder(None, os.environ)
    with closing(SqliteStore(folder)) as store:
        house = LocalHouse(store, folder, ManualClock())
        session = house.begin_session(KETTLE, pace="instant")
        session.suspend()
    return session.name


def test_a_contract_left_by_a_killed_program_goes_after_a_day() -> None:
    name = begun_and_killed()
    assert kept() == [name]

    late = ManualClock()
    late.advance(2 * DAY_MS)
    with open_house(late):
        pass
    assert kept() == []


def test_a_contract_that_somebody_has_open_elsewhere_is_left_alone() -> None:
    name = begun_and_killed()
    late = ManualClock()
    late.advance(2 * DAY_MS)

    with (
        closing(SqliteStore(data_folder(None, os.environ))) as window,
        window.lease(name),
        open_house(late),
    ):
        pass
    assert kept() == [name]


def test_on_a_pipe_nothing_is_promised_that_cannot_be_gone_on_with(
    command: Command,
) -> None:
    ran = command("play", "--plain", typed="")

    assert "nothing of it is kept" in ran.out
    assert "empathy-sim resume" not in ran.out
    assert kept() == []
