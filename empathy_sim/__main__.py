"""The way in."""

from __future__ import annotations

import os
import sys

from empathy_sim.version import VERSION


def main() -> int | None:
    """Answer `--version`, or hand the words after the command to a verb.

    Returns:
        The exit code, or None where a verb has nothing to say about it.
    """
    if sys.argv[1:] == ["--version"]:
        print(f"empathy-sim {VERSION}")
        return 0
    # Textual reads it once, at import: a key then waits one short frame.
    os.environ.setdefault("TEXTUAL_FPS", "250")
    from empathy_sim.cli.main import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
