"""What a form may send."""

from __future__ import annotations

import asyncio

from aiohttp import web

from empathy_sim.workshop.server.pages import refused

_FORM = "application/x-www-form-urlencoded"
_TEXT, _TEXTS = "utf-8", frozenset({"utf-8", "UTF-8"})
_IN_S = 10.0
"""Seconds in which all of it has to come."""


async def unfit(request: web.Request) -> web.Response | None:
    """What is answered to a body that no form of ours sends; None where one does.

    It is read here, so that whoever takes the form need not wait, or doubt it.
    """
    if request.method != "POST" or not request.can_read_body:
        return None
    try:
        async with asyncio.timeout(_IN_S):
            is_form = await _is_form(request)
    except TimeoutError:
        return refused(408, "Too slow", "It did not all come. Send it again, please.")
    except web.HTTPRequestEntityTooLarge:
        return refused(413, "Too long", "That is more than this page takes.")
    if is_form:
        return None
    return refused(415, "Not a form", "That is nothing this page takes.")


async def _is_form(request: web.Request) -> bool:
    if request.content_type != _FORM or (request.charset or _TEXT) not in _TEXTS:
        return False
    try:
        (await request.read()).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
