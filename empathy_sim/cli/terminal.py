"""The terminal that the full-screen app borrows."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from empathy_sim.errors import Usage


def require_terminal(instead: str = "") -> None:
    """Go on only where there are keys to press and a screen to draw on.

    Args:
        instead: What does without a terminal, as a hint; empty for none.

    Raises:
        Usage: keys, screen or messages come from or go to something else.
    """
    if not all(os.isatty(stream) for stream in (0, 1, 2)):
        raise Usage(
            says="This fills the screen of a terminal, and here there is none.",
            try_=instead,
        )


def run_in_child(main: Callable[[], int]) -> int:
    """Run the app in a child, and put the terminal back however it ends.

    Call it before anything heavy is imported: the parent stays as small as the
    program is at this moment. In the child this never returns: it ends in a
    `SystemExit`, or in what `main` raises, on the way out through its callers.

    Args:
        main: The app; what it returns is the exit code.

    Returns:
        The app's exit code, or 128 + n when signal n ended it.
    """

    def app() -> int:
        from empathy_sim.cli.garbage import put_off

        put_off()
        return main()

    if sys.platform == "win32":
        return app()
    from empathy_sim.cli.terminal_parent import run

    return run(app)
