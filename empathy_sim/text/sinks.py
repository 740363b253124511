"""The last wall before text leaves the program."""

from __future__ import annotations

import re

from empathy_sim.text.safe import Safe, shown

_BREAKS = str.maketrans("\n\t", "  ")
_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20\u2212"
_BEGINS_A_FORMULA = re.compile(rf"(?:^|(?<=[;\t\r\n]))(?=[\s\"']*[{_FORMULA}])")
"""Where a cell begins, also for a reader that parts cells by other signs."""
_CONTROLS = re.compile(r"^[\t\r\n\x00]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#$@]|&(?=#?\w+;))|(?<=:)(?=//)|(?<=www)(?=\.)")
"""An ampersand means something only where it begins a character's name."""
_BEGINS_A_BLOCK = re.compile(r"^(\d{1,9})([.)])|^([-+=])")
_NOT_IN_MERMAID = re.compile(r"[^\w .'()/?!+-]|[\ufb02\u00b0\u00b6]")
_WORDS_OF_MERMAID = re.compile(r"(?i)\b(https?|javascript|data|click|href|init)\b")


def for_terminal(text: str, *, one_line: bool = False) -> Safe:
    """Make text fit to be printed by the command line.

    Args:
        text: what is printed, from wherever it comes.
        one_line: whether line breaks and tabs become spaces, so that a name cannot
            forge a line of its own.
    """
    printed = shown(text)
    return Safe(printed.translate(_BREAKS)) if one_line else printed


def for_cell(text: str) -> Safe:
    """Make text fit for a cell of a table, where a program may look for formulas.

    What would begin one gets an apostrophe before it; all else stays as it is.
    """
    led = _BEGINS_A_FORMULA.sub("'", text)
    if _CONTROLS.match(text) and not led.startswith("'"):
        led = f"'{led}"
    return shown(led.replace("\r\n", "\n").replace("\r", "\n"))


def for_markdown(text: str) -> Safe:
    """Make text fit to stand in a line of Markdown and to say there what it says."""
    line = " ".join(shown(text).split())
    escaped = _MARKDOWN.sub(lambda found: f"\\{found[1] or ''}", line)
    return Safe(_BEGINS_A_BLOCK.sub(_no_block, escaped))


def _no_block(found: re.Match[str]) -> str:
    if found[3]:
        return f"\\{found[3]}"
    return f"{found[1]}\\{found[2]}"


def for_mermaid(text: str) -> Safe:
    """Make text fit to be a label of a Mermaid diagram; never empty.

    What the language could take for its own is written by its number.
    """
    line = " ".join(shown(text).split())
    said = _NOT_IN_MERMAID.sub(_by_number, line)
    return Safe(_WORDS_OF_MERMAID.sub(_broken_word, said) or "-")


def _by_number(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"


def _broken_word(found: re.Match[str]) -> str:
    """With its first letter by its number: read the same, and taken for nothing."""
    return f"#{ord(found[0][0])};{found[0][1:]}"
