"""The last wall before text leaves the program."""

from __future__ import annotations

from empathy_sim.text.safe import Safe, shown

_BREAKS = str.maketrans("\n\t", "  ")


def for_terminal(text: str, *, one_line: bool = False) -> Safe:
    """Make text fit to be printed by the command line.

    Args:
        text: what is printed, from wherever it comes.
        one_line: whether line breaks and tabs become spaces, so that a name cannot
            forge a line of its own.
    """
    printed = shown(text)
    return Safe(printed.translate(_BREAKS)) if one_line else printed
