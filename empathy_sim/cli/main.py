"""The one funnel for exit codes and errors."""

from __future__ import annotations

import io
import os
import sys

from empathy_sim.errors import EmpathySimError, Usage
from empathy_sim.text.sinks import for_terminal

OK, PROBLEMS, USAGE, CRASH, INTERRUPTED = 0, 1, 2, 70, 130


def main() -> int:
    """Run the command line.

    Returns:
        0 done, 1 problems found, 2 wrong usage, 70 a fault of ours with a report,
        130 interrupted.
    """
    _print_anything()
    try:
        return _run()
    except Exception as error:  # noqa: BLE001
        from empathy_sim.cli.crash import say
        from empathy_sim.store.folder import data_folder

        say(error, data_folder(None, os.environ))
        return CRASH


def _print_anything() -> None:
    """What a terminal cannot write becomes a question mark, and stops nothing."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        match stream:
            case io.TextIOWrapper():
                stream.reconfigure(errors="replace")
            case _:
                pass


def _run() -> int:
    code: object = OK
    try:
        code = _answered()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except EmpathySimError as error:
        print(for_terminal(str(error)), file=sys.stderr)
        code = USAGE if isinstance(error, Usage) else PROBLEMS
    return code if isinstance(code, int) else OK


def _answered() -> object:
    # Most starts need no reader of words; it would take longer than what they say.
    match sys.argv[1:]:
        case []:
            from empathy_sim.cli.home import open_home

            return open_home()
        case ["play", wanted] if not wanted.startswith("-"):
            from empathy_sim.cli.straight import begin

            return begin(wanted)
        case ["resume", *names] if _is_one_at_most(names):
            from empathy_sim.cli.straight import go_on

            return go_on(*names)
        case _:
            from empathy_sim.cli.verbs import answer

            return answer()


def _is_one_at_most(names: list[str]) -> bool:
    return len(names) <= 1 and not any(name.startswith("-") for name in names)
