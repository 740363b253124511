"""A code in letters that carry far."""

from __future__ import annotations

_DRAWN = {
    "b": "####. #...# ####. #...# ####.",
    "c": ".#### #.... #.... #.... .####",
    "d": "####. #...# #...# #...# ####.",
    "f": "##### #.... ####. #.... #....",
    "g": ".#### #.... #..## #...# .####",
    "h": "#...# #...# ##### #...# #...#",
    "j": "..### ....# ....# #...# .###.",
    "k": "#...# #..#. ###.. #..#. #...#",
    "m": "#...# ##.## #.#.# #...# #...#",
    "n": "#...# ##..# #.#.# #..## #...#",
    "p": "####. #...# ####. #.... #....",
    "q": ".###. #...# #.#.# #..#. .##.#",
    "r": "####. #...# ####. #..#. #...#",
    "s": ".#### #.... .###. ....# ####.",
    "t": "##### ..#.. ..#.. ..#.. ..#..",
    "v": "#...# #...# #...# .#.#. ..#..",
    "w": "#...# #...# #.#.# ##.## #...#",
    "x": "#...# .#.#. ..#.. .#.#. #...#",
    "y": "#...# .#.#. ..#.. ..#.. ..#..",
    "z": "##### ...#. ..#.. .#... #####",
    " ": ".. .. .. .. ..",
}
_HALVES = {"##": "█", "#.": "▀", ".#": "▄", "..": " "}


def large(code: str) -> str:
    """A code, three rows high; what is no letter of a code is left out."""
    drawn = [_DRAWN[each].split() for each in code.lower() if each in _DRAWN]
    lines = [".".join(rows) for rows in zip(*drawn, strict=True)]
    lines.append("." * len(lines[0]) if lines else "")
    return "\n".join(
        "".join(_HALVES[up + low] for up, low in zip(upper, lower, strict=True))
        for upper, lower in zip(lines[::2], lines[1::2], strict=True)
    )
