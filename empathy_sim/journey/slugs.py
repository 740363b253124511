"""Ids made from words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LONGEST = 40


@lru_cache(maxsize=4_096)
def slug(text: str) -> str:
    """A stable id of what is said: `Call again` is `call-again`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", plain.lower())
    return "-".join(parts)[:_LONGEST].rstrip("-") or "option"
