"""The command that opens an editor at a line."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from empathy_sim.errors import Usage

Words = tuple[str, ...]
_SET_ONE = "set EDITOR, as in: export EDITOR=nano"


class EditorCommand(NamedTuple):
    """Words to start without a shell."""

    words: Words
    takes_terminal: bool
    """Whether it needs the terminal to itself while it runs."""


def _whole(file: str, _line: int) -> Words:
    return (file,)


def _plus(file: str, line: int) -> Words:
    return f"+{line}", file


def _colon(file: str, line: int) -> Words:
    return (f"{file}:{line}",)


def _goto(file: str, line: int) -> Words:
    return "-g", f"{file}:{line}"


def _option(name: str) -> Callable[[str, int], Words]:
    return lambda file, line: (name, str(line), file)


_AT_LINE: Mapping[str, Callable[[str, int], Words]] = {
    **dict.fromkeys(("vi", "vim", "nvim", "view", "ex", "gvim", "mvim"), _plus),
    **dict.fromkeys(("nano", "pico", "micro", "joe", "jmacs", "mg", "ne"), _plus),
    **dict.fromkeys(("emacs", "emacsclient", "kak", "gedit"), _plus),
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "vscodium"), _goto),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor", "hx", "helix"), _colon),
    **dict.fromkeys(("idea", "pycharm", "webstorm"), _option("--line")),
    **dict.fromkeys(("kate", "kwrite", "mate", "bbedit"), _option("-l")),
}
"""How each editor is told the line; others are given the file alone."""

_WITH_WINDOW = frozenset(
    {"bbedit", "code", "code-insiders", "codium", "cursor", "gedit", "gvim", "idea"}
    | {"kate", "kwrite", "mate", "mvim", "notepad", "pycharm", "subl", "sublime_text"}
    | {"vscodium", "webstorm", "zed", "zeditor"}
)
"""Editors that open a window of their own, so that the preview goes on beside."""
_EITHER: Mapping[str, frozenset[str]] = {
    "emacs": frozenset({"-nw", "--no-window-system", "-t", "--tty"}),
    "emacsclient": frozenset({"-nw", "-t", "--tty", "--no-window-system"}),
}
"""Editors that take a window where there is a desktop, unless told one of these."""
_AS_WINDOW = frozenset({"-g", "--gui", "-n", "--no-wait"})
"""What makes an editor of the terminal one with a window, or one that returns."""


def editor_named(environ: Mapping[str, str]) -> str:
    """The editor that a person has chosen: `VISUAL`, else `EDITOR`.

    Raises:
        Usage: none is chosen.
    """
    for name in ("VISUAL", "EDITOR"):
        if chosen := environ.get(name, "").strip():
            return chosen
    raise Usage(says="No editor is chosen here.", try_=_SET_ONE)


def command_for(
    editor: str, file: str, line: int, *, has_desktop: bool
) -> EditorCommand:
    """How an editor is started at a line of a file.

    Args:
        editor: as it is chosen, with options of its own.
        file: a whole path, so that no editor takes it for an option.
        line: counted from 1.
        has_desktop: whether windows can be opened.

    Raises:
        Usage: what is chosen cannot be read as a command.
    """
    try:
        words = shlex.split(editor)
    except ValueError as wrong:
        raise _unreadable(editor) from wrong
    if not words:
        raise _unreadable(editor)
    name = PurePath(words[0]).name.lower().removesuffix(".exe")
    told = _AT_LINE.get(name, _whole)(file, line)
    with_window = _has_window(name, words[1:], has_desktop=has_desktop)
    return EditorCommand((*words, *told), takes_terminal=not with_window)


def _has_window(name: str, options: Sequence[str], *, has_desktop: bool) -> bool:
    if name in _WITH_WINDOW:
        return True
    if name in _EITHER:
        returns = name == "emacsclient" and bool(_AS_WINDOW.intersection(options))
        in_terminal = bool(_EITHER[name].intersection(options))
        return returns or (has_desktop and not in_terminal and name == "emacs")
    return name in {"vim", "nvim", "vi"} and "-g" in options


def _unreadable(editor: str) -> Usage:
    return Usage(
        says=f"What EDITOR says cannot be read as a command: {editor}", try_=_SET_ONE
    )
