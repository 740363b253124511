"""A file on this computer, and its editor."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from empathy_sim.errors import Usage
from empathy_sim.library.file_stamps import Stamps, Watched, stamps_of
from empathy_sim.library.previewing import version_of
from empathy_sim.library.saved_version import Version
from empathy_sim.library.shelf import library_folders
from empathy_sim.library.wishes import Wishes
from empathy_sim.workbench.editor_command import (
    EditorCommand,
    command_for,
    editor_named,
)

_DESKTOPS = ("DISPLAY", "WAYLAND_DISPLAY")


class FileBench:
    """Reads a file, looks whether it was saved, and opens it."""

    def __init__(
        self, file: Path, own: Path, wishes: Wishes, environ: Mapping[str, str]
    ) -> None:
        """Lay a file on the bench.

        Args:
            file: a journey or a scenario.
            own: the folder of a person's sessions, which may hold a library.
            wishes: where to begin, with what.
            environ: where libraries and the editor are named.
        """
        self.file = file
        self.opened: list[subprocess.Popen[bytes]] = []
        """Editors with a window that have not been seen to end."""
        self._own, self._wishes, self._environ = own, wishes, environ

    def version(self) -> Version:
        try:
            folders = library_folders(Path(), self._own, self._environ)
        except Usage as refused:
            return Version(refused=(refused,), watched=Watched((self.file,)))
        return version_of(self.file, folders, self._wishes)

    def stamps(self, watched: Watched) -> Stamps:
        return stamps_of(watched)

    def editor(self, file: str, line: int) -> EditorCommand:
        named = editor_named(self._environ)
        return command_for(
            named, str(Path(file).absolute()), line, has_desktop=self._has_desktop
        )

    @property
    def _has_desktop(self) -> bool:
        has_one = any(self._environ.get(each) for each in _DESKTOPS)
        return has_one or sys.platform in {"darwin", "win32"}

    def run(self, command: EditorCommand) -> None:
        try:
            if command.takes_terminal:
                with _not_interrupted():
                    subprocess.run(command.words, check=False)
            else:
                still = [each for each in self.opened if each.poll() is None]
                self.opened = [*still, _started(command)]
        except OSError as raised:
            why = raised.strerror or "the system refuses"
            raise Usage(
                says=f"{command.words[0]} cannot be started: {why}.",
                try_="set EDITOR to an editor that is installed",
            ) from raised


def _started(command: EditorCommand) -> subprocess.Popen[bytes]:
    """An editor with a window, which lives beside the preview, and after it."""
    return subprocess.Popen(
        command.words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
    )


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """What is pressed in the editor interrupts the editor, and not the preview."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
