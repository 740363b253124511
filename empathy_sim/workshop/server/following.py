"""What an open page follows: server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress

from aiohttp import web

from empathy_sim.workshop.server.hosting import Hosting

HEARTBEAT_S = 10.0
"""A sign of life for those in between; a page that hears none connects anew."""


async def follow(
    request: web.Request,
    hosting: Hosting,
    told: Callable[[], Mapping[str, object] | None],
    *,
    every_s: float = HEARTBEAT_S,
) -> web.StreamResponse:
    """Send what a page shows, and again whenever it is different.

    Args:
        request: asks for it.
        hosting: the room.
        told: what the page shows now; None ends it.
        every_s: how long after the last look it is looked again at the latest.
    """
    response = web.StreamResponse(
        headers={
            "Content-Type": "text/event-stream",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
            "X-Content-Type-Options": "nosniff",
        }
    )
    await response.prepare(request)
    sent, changes = "", hosting.changes
    with suppress(ConnectionError, asyncio.CancelledError):
        while not hosting.is_closing and (now := told()) is not None:
            text = json.dumps(now, separators=(",", ":"))
            await response.write(b": \n\n" if text == sent else _event(text))
            sent = text
            await changes.wait(every_s)
    return response


def _event(text: str) -> bytes:
    return f"data: {text}\n\n".encode()
