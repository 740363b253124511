"""The verb that plays while one writes."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from empathy_sim.cli.preview_bench import FileBench
from empathy_sim.errors import Usage
from empathy_sim.library.file_stamps import Watched
from empathy_sim.library.shelf import shipped
from empathy_sim.library.wishes import Wishes
from empathy_sim.workbench.editor_command import EditorCommand
from tests.cli.command_run import Command
from tests.cli.drawn_screen import DrawnScreen
from tests.cli.pseudo_terminal import PseudoTerminal, terminal_running

EDITOR = """#!/bin/sh
echo "editor opened with $1 $2"
sed -i 's/It is warm/It is stone cold/' "$2"
"""
CTRL_O, CTRL_Q = "\x0f", "\x11"
F5, F6, F8 = "\x1b[15~", "\x1b[17~", "\x1b[19~"


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    file = tmp_path / "ours.yaml"
    shutil.copy(shipped() / "scenarios" / "slipping-hold.yaml", file)
    return file


@pytest.fixture
def previewing(
    scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PseudoTerminal]:
    editor = tmp_path / "nano"
    editor.write_text(EDITOR, "utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "kept"))
    command = (sys.executable, "-m", "empathy_sim", "preview", str(scenario))
    with terminal_running(*command, "--pace", "real") as terminal:
        terminal.until("PREVIEW")
        yield terminal


def seen(terminal: PseudoTerminal) -> str:
    screen = DrawnScreen((80, 24))
    screen.draw(terminal.output)
    return screen.words


def comes(terminal: PseudoTerminal, words: str) -> None:
    """Wait until some words stand on the screen."""
    while words not in seen(terminal):
        terminal.until(".", after=len(terminal.output))


def put_down(scenario: Path) -> int:
    lines = scenario.read_text("utf-8").splitlines()
    return next(at for at, line in enumerate(lines, 1) if line == "  put-down:")


def test_the_editor_borrows_the_terminal_and_what_it_saves_is_played(
    previewing: PseudoTerminal, scenario: Path, tmp_path: Path
) -> None:
    comes(previewing, "ours.yaml as saved")
    previewing.press(F8)
    comes(previewing, "You put the phone down. It is warm.")

    previewing.press(CTRL_O)
    previewing.until(rf"editor opened with \+{put_down(scenario)} ")

    comes(previewing, "It is stone cold.")
    comes(previewing, "step 1")
    renamed = scenario.read_text("utf-8").replace("put-down", "set-down")
    (tmp_path / "ours.new").write_text(renamed, "utf-8")
    (tmp_path / "ours.new").replace(scenario)
    comes(previewing, '"Hang up" no longer leads to put-down: you stand at set-down.')
    previewing.press(F6)
    comes(previewing, "step 0 of 1")
    previewing.press(CTRL_Q)

    assert previewing.until(r"left with (\d+)\r\n")[1] == b"0"
    assert previewing.gets_its_modes_back()
    assert not (tmp_path / "kept").exists()


def test_the_whole_of_it_is_seen_as_a_participant_has_it_and_nothing_is_kept(
    scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "kept"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "passing"))
    (tmp_path / "passing").mkdir()
    command = (sys.executable, "-m", "empathy_sim", "preview", str(scenario))
    with terminal_running(*command, "--whole") as terminal:
        comes(terminal, "Before you begin")
        comes(terminal, "is gone once you close the window")
        terminal.press(F5)
        comes(terminal, "Who you are")
        terminal.press(CTRL_Q)
        assert terminal.until(r"left with (\d+)\r\n")[1] == b"0"

    assert not (tmp_path / "kept").exists()
    assert list((tmp_path / "passing").iterdir()) == []


@pytest.mark.parametrize(
    "words", [("--with", "wait=2m"), ("--fact", "a=b"), ("--at", "alone.queue")]
)
def test_the_whole_of_it_is_played_as_it_is_written(
    words: tuple[str, str], command: Command
) -> None:
    ran = command("preview", "slipping-hold", "--whole", *words)

    assert ran.code == 2
    assert "--whole plays what stands in the file" in ran.err
    assert "try: leave --with and --fact out, and write --at STAGE" in ran.err


def test_without_a_terminal_it_says_what_does_without_one(command: Command) -> None:
    ran = command("preview", "slipping-hold")

    assert ran.code == 2
    assert "here there is none" in ran.err
    assert "empathy-sim check" in ran.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nobody-wrote-this"], 'called "nobody-wrote-this"'),
        (["slipping-hold", "--with", "wiat=2m"], "try: wait"),
        (["slipping-hold", "--at", "quue"], "try: --at queue"),
    ],
)
def test_what_cannot_be_had_is_said_on_a_free_terminal(
    words: list[str], says: str
) -> None:
    program = (sys.executable, "-m", "empathy_sim", "preview", *words)
    with terminal_running(*program) as terminal:
        assert terminal.until(r"left with (\d+)\r\n")[1] == b"2"

        assert says.encode() in terminal.output


def bench(file: Path, **environ: str) -> FileBench:
    return FileBench(file, file.parent / "own", Wishes(), environ)


def test_an_editor_that_is_not_there_gets_a_sentence(scenario: Path) -> None:
    there = bench(scenario, EDITOR="no-such-editor")

    command = there.editor("ours.yaml", 3)

    assert command.words == ("no-such-editor", str(Path("ours.yaml").absolute()))
    for takes_terminal in (True, False):
        with pytest.raises(Usage, match="no-such-editor cannot be started"):
            there.run(EditorCommand(command.words, takes_terminal))


def test_an_editor_with_a_window_is_not_waited_for(
    scenario: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")

    there = bench(scenario)
    there.run(EditorCommand(("sh", "-c", f"echo there > {tmp_path}/pipe"), False))

    assert (tmp_path / "pipe").read_text("utf-8") == "there\n"
    (editor,) = there.opened
    assert editor.wait() == 0


def test_a_library_that_is_named_and_gone_is_said_and_nothing_raised(
    scenario: Path, tmp_path: Path
) -> None:
    gone = bench(scenario, EMPATHY_SIM_LIBRARY=str(tmp_path / "gone"))

    version = gone.version()

    assert version.script is None
    assert "there is no such folder" in version.refused[0].says
    assert gone.stamps(Watched((scenario,)))
