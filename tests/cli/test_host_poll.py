"""What the frontline says, from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.cli.host_room import take_poll
from empathy_sim.workshop.room.reasons import REASONS
from tests.workshop.room.rooms import Workshop


def test_reasons_that_nobody_can_choose_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "poll.csv"
    file.write_text(f"{REASONS[5]},Refund,Lost,Late,Broken\nGone,Cold,Refund\n")
    workshop = Workshop()
    take_poll(workshop.room, file)
    said = capsys.readouterr().err

    assert len(workshop.room.state.polled) == 2
    assert "Refund; Lost; Late; Broken; Gone, and one more" in said
    assert REASONS[5] not in said


def test_of_reasons_that_are_offered_nothing_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "poll.csv"
    file.write_text(";".join(REASONS[3:8]).upper())
    take_poll(Workshop().room, file)

    assert capsys.readouterr().err == ""
