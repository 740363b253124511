"""Editors are opened at a line, without a shell."""

from __future__ import annotations

import pytest

from empathy_sim.errors import Usage
from empathy_sim.workbench.editor_command import command_for, editor_named

FILE = "/there/our journeys/ours.yaml"


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim", ("vim", "+14", FILE)),
        ("nvim -p", ("nvim", "-p", "+14", FILE)),
        ("/usr/bin/nano", ("/usr/bin/nano", "+14", FILE)),
        ("emacs -nw", ("emacs", "-nw", "+14", FILE)),
        ("hx", ("hx", f"{FILE}:14")),
        ("micro", ("micro", "+14", FILE)),
        ("ed", ("ed", FILE)),
        ("'/opt/my editors/vi'", ("/opt/my editors/vi", "+14", FILE)),
    ],
)
def test_an_editor_of_the_terminal_takes_it(editor: str, words: tuple[str]) -> None:
    assert command_for(editor, FILE, 14, has_desktop=True) == (words, True)


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("code", ("code", "-g", f"{FILE}:14")),
        ("code --wait", ("code", "--wait", "-g", f"{FILE}:14")),
        ("CODE.EXE", ("CODE.EXE", "-g", f"{FILE}:14")),
        ("subl -n", ("subl", "-n", f"{FILE}:14")),
        ("gvim", ("gvim", "+14", FILE)),
        ("vim -g", ("vim", "-g", "+14", FILE)),
        ("emacs", ("emacs", "+14", FILE)),
        ("emacsclient -n", ("emacsclient", "-n", "+14", FILE)),
        ("kate", ("kate", "-l", "14", FILE)),
        ("pycharm", ("pycharm", "--line", "14", FILE)),
    ],
)
def test_an_editor_with_a_window_leaves_the_terminal(
    editor: str, words: tuple[str]
) -> None:
    assert command_for(editor, FILE, 14, has_desktop=True) == (words, False)


def test_without_a_desktop_emacs_takes_the_terminal() -> None:
    assert command_for("emacs", FILE, 1, has_desktop=False).takes_terminal


def test_nothing_of_a_name_reaches_a_shell() -> None:
    command = command_for("vim; rm -rf $HOME", "/a;b`c`", 1, has_desktop=False)

    assert command.words == ("vim;", "rm", "-rf", "$HOME", "/a;b`c`")


@pytest.mark.parametrize("editor", ["vim '", "", "''\\"])
def test_what_is_no_command_is_said(editor: str) -> None:
    with pytest.raises(Usage, match="cannot be read as a command"):
        command_for(editor, FILE, 1, has_desktop=True)


def test_visual_goes_before_editor() -> None:
    assert editor_named({"EDITOR": "nano", "VISUAL": "vim"}) == "vim"
    assert editor_named({"EDITOR": "nano", "VISUAL": " "}) == "nano"


def test_without_an_editor_it_is_said_how_one_is_chosen() -> None:
    with pytest.raises(Usage, match="export EDITOR=nano"):
        editor_named({})
