"""What the frontline says, from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.cli.host_room import poll_of, take_poll
from empathy_sim.workshop.room.reasons import REASONS
from tests.workshop.room.rooms import Workshop


def take(workshop: Workshop, file: Path, text: str | bytes) -> None:
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    read = poll_of(file)
    assert read is not None
    take_poll(workshop.room, file, read)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "poll.csv"


def test_reasons_that_nobody_can_choose_are_named(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop = Workshop()
    take(workshop, file, f"{REASONS[5]},Refund,Lost,Late,Broken\nGone,Cold,Refund\n")
    said = capsys.readouterr().err

    assert len(workshop.room.state.polled) == 2
    assert "Refund; Lost; Late; Broken; Gone, and one more" in said
    assert REASONS[5] not in said


def test_of_reasons_that_are_offered_nothing_is_said(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take(Workshop(), file, ";".join(REASONS[3:8]).upper())

    assert capsys.readouterr().err == ""


def test_a_file_given_again_counts_only_what_is_new_in_it(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop = Workshop()
    three = f"{REASONS[1]},{REASONS[2]}\n{REASONS[1]},{REASONS[2]}\n{REASONS[3]}\n"
    take(workshop, file, three)
    assert capsys.readouterr().err == ""
    workshop.again()
    take(workshop, file, three)
    again = capsys.readouterr().err
    take(workshop, file.with_name("more.csv"), f"{REASONS[4]}\n{three}")
    more = capsys.readouterr().err

    assert f"{file}: three lines are kept already, and are not counted again." in again
    assert "three lines are kept already" in more
    kept = [each.reasons for each in workshop.room.state.polled]
    both = f"{REASONS[1]}\n{REASONS[2]}"
    assert kept == [both, both, REASONS[3], REASONS[4]]


def test_what_a_browser_said_is_no_line_of_a_file(file: Path) -> None:
    workshop = Workshop()
    take(workshop, file, REASONS[1])
    take(workshop, file, f"{REASONS[1]}\n{REASONS[1]}")

    assert len(workshop.room.state.polled) == 2


def test_what_spreadsheets_save_as_unicode_text_is_read(file: Path) -> None:
    workshop = Workshop()
    take(workshop, file, f"{REASONS[1]}\t{REASONS[2]}\r\n".encode("utf-16"))

    assert workshop.room.state.polled[0].reasons == f"{REASONS[1]}\n{REASONS[2]}"


def test_of_many_lines_with_a_problem_some_are_told_and_the_rest_counted(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take(Workshop(), file, 'a,"b\n' * 9)
    said = capsys.readouterr().err.splitlines()

    assert len(said) == 6
    assert said[-1] == f"{file}: 4 more lines have a problem."
