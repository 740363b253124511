"""What was typed can come later."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.cli.house import open_house
from empathy_sim.session.session import words_gone
from tests.cli.command_run import Command

LEFT = "left behind when this was moved"
AGREED = "as agreed"


class Carried:
    """A session that was played elsewhere, in a file with words and one without."""

    def __init__(self, command: Command, folder: Path) -> None:
        self.name = command.play("1", "feel -2 2 canary").session
        self.without = str(folder / "without.sessions")
        self.with_words = str(folder / "with.sessions")
        command("sessions", "export", self.name, self.without)
        command("sessions", "export", self.name, self.with_words, "--with-words")


@pytest.fixture
def carried(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Carried:
    """The files; the command then has another, empty data folder."""
    files = Carried(command, tmp_path)
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "here"))
    return files


def test_a_session_without_its_words_says_that_they_were_left_behind(
    command: Command, carried: Carried
) -> None:
    said = command("sessions", "import", carried.without)

    assert "What was typed in it was left behind" in said.out
    assert "--with-words" in said.out
    told = command("debrief", carried.name, "--plain").out
    assert LEFT in told
    assert AGREED not in told


def test_words_come_later_by_a_second_file(command: Command, carried: Carried) -> None:
    command("sessions", "import", carried.without)

    said = command("sessions", "import", carried.with_words)

    assert said.out == (
        f"{carried.name} was here already; 1 text that was left behind is in it now.\n"
    )
    told = command("debrief", carried.name, "--plain").out
    assert LEFT not in told
    assert AGREED not in told
    assert '"canary"' in command("sessions", "show").out
    assert command("sessions", "verify").code == 0
    again = command("sessions", "import", carried.with_words)
    assert again.out == f"{carried.name} was here already.\n"


def test_words_that_were_removed_here_stay_away(
    command: Command, carried: Carried
) -> None:
    command("sessions", "import", carried.with_words)
    with open_house() as house:
        house.store.purge_words(carried.name)

    said = command("sessions", "import", carried.with_words)

    assert said.out == (
        f"{carried.name} was here already.\n"
        "  1 text in the file was removed here, as agreed, and stays away.\n"
    )
    assert AGREED in command("debrief", carried.name, "--plain").out
    assert "canary" not in command("sessions", "show").out


def test_words_that_are_older_than_words_are_kept_go_again_and_that_is_said(
    command: Command, carried: Carried
) -> None:
    command("sessions", "import", carried.without)
    command("sessions", "keep-words", "0")
    with open_house() as house:
        house.store.append(carried.name, [], phase="closed", summary={})

    said = command("sessions", "import", carried.with_words)

    assert "1 text is older than words are kept here, and have" not in said.out
    assert "  1 text is older than words are kept here, and has been" in said.out
    with open_house() as house:
        assert words_gone(house.store, carried.name) == {"removed"}


def test_everything_is_exported_at_once(command: Command, tmp_path: Path) -> None:
    first, second = (command.play("1").session for _ in range(2))
    out = tmp_path / "all.sessions"

    said = command("sessions", "export", "--all", str(out))

    assert said.code == 0
    assert first in said.out
    assert second in said.out
    for wrong in (
        ("--all", first, f"{out}-2"),
        (f"{out}-2",),
    ):
        refused = command("sessions", "export", *wrong)
        assert refused.code == 2
        assert "Which sessions" in refused.err
    command("sessions", "forget", "--all", "--yes")
    assert command("sessions", "import", str(out)).out.count("new entries") == 2


def test_of_nothing_nothing_is_exported(command: Command, tmp_path: Path) -> None:
    refused = command("sessions", "export", "--all", str(tmp_path / "x"))

    assert refused.code == 2
    assert "No session is recorded" in refused.err
