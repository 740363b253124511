"""Lines that are saying goodbye."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

PARTS: web.RequestKey[Callable[[], bool]] = web.RequestKey("parts")
"""Whether a line is ending by itself, takes nothing more and tells nothing more."""


def is_parting(request: web.Request) -> bool:
    """Whether a line that stays open is saying goodbye: it need not be cut."""
    return PARTS in request and request[PARTS]()
