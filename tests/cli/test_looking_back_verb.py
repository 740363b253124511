"""At a terminal a debrief asks; elsewhere it tells."""

from __future__ import annotations

import pytest

from empathy_sim.cli import looking_back
from tests.cli.command_run import Command

ASKED = "what do you think caused this?"


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking_back, "_is_terminal", lambda: True)


@pytest.fixture
def over(command: Command) -> Command:
    """A command, with a session that is over: given up once the line went dead."""
    command.play("2", *[""] * 40, options=("--at", "holding"))
    return command


def test_on_a_pipe_it_is_told_and_nothing_is_asked(over: Command) -> None:
    told = over("debrief", "--plain", typed="3\n")

    assert told.code == 0
    assert "== How it felt ==" in told.out
    assert ASKED not in told.out


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_what_was_left_open_can_be_decided(over: Command) -> None:
    typed = ["", "", "3 the figures", *[""] * 40]
    talked = over("debrief", "--plain", typed="\n".join(typed))

    assert talked.code == 0
    assert ASKED in talked.out
    assert "You thought of a rule or a target. " in talked.out
    again = over("debrief", "--read")
    assert "== What you decided ==" in again.out
    assert 'Your reason: "the figures"' in again.out


@pytest.mark.usefixtures("at_a_terminal")
def test_it_may_only_be_read(over: Command) -> None:
    read = over("debrief", "--read", typed="3\n")

    assert read.code == 0
    assert ASKED not in read.out
    assert read.out == over("debrief", "--read").out


@pytest.mark.usefixtures("at_a_terminal")
def test_what_is_stopped_goes_on_with_the_debrief(over: Command) -> None:
    stopped = over("debrief", "--plain", typed="\nquit\n")

    assert stopped.code == 0
    assert "Stopped here." in stopped.out
    assert "  empathy-sim debrief the-birthday-kettle-" in stopped.out
    assert "empathy-sim resume" not in stopped.out


@pytest.mark.usefixtures("at_a_terminal")
def test_what_is_not_over_is_only_told(command: Command) -> None:
    command.play("1")

    told = command("debrief", "--plain", typed="3\n")

    assert told.out.startswith("This journey is not finished.")
    assert ASKED not in told.out


def test_a_session_that_was_only_looked_at_hides_no_debrief(over: Command) -> None:
    over("play", "slipping-hold", "--plain", typed="")

    told = over("debrief", "--plain")

    assert "== How it felt ==" in told.out
    assert "has not begun" not in told.out
