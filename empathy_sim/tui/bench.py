"""What a preview asks of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from empathy_sim.library.file_stamps import Stamps, Watched
    from empathy_sim.library.saved_version import Version
    from empathy_sim.workbench.editor_command import EditorCommand


class Bench(Protocol):
    """A file that is being written, and an editor to write it with."""

    @property
    def file(self) -> Path:
        """The file that is previewed."""
        ...

    def version(self) -> Version:
        """The file as it is now, with all that it plays; nothing is raised."""
        ...

    def stamps(self, watched: Watched) -> Stamps:
        """How files and folders stand now; nothing is raised."""
        ...

    def editor(self, file: str, line: int) -> EditorCommand:
        """How the person's editor is started at a line.

        Raises:
            Usage: none is chosen, or it cannot be read.
        """
        ...

    def run(self, command: EditorCommand) -> None:
        """Start an editor; return when it ends where it needs the terminal.

        Raises:
            Usage: it cannot be started.
        """
        ...
