"""Which keys of a phone a frame draws."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

LOOKS = re.compile(rb"\x1b\[[0-9;]*m")
NAMES = re.compile(rb"[0-9*#]")


def keys_drawn(left: int, middles: Sequence[int]) -> Callable[[bytes], list[str]]:
    """What tells the keys that a frame draws because they changed.

    A change is drawn from the left of all keys to the right end of the key that it is
    about; so of each line it is the last.

    Args:
        left: the column where the keys begin.
        middles: the lines on which their names stand.
    """
    lines = "|".join(str(each + 1) for each in middles).encode()
    begins = rb"\x1b\[(?:%s);%dH" % (lines, left + 1)
    drawn = re.compile(begins + rb"((?:\x1b\[[0-9;]*m|[^\x1b\n])*)")

    def found(frame: bytes) -> list[str]:
        names = (NAMES.findall(LOOKS.sub(b"", each)) for each in drawn.findall(frame))
        return [each[-1].decode() for each in names if each]

    return found
