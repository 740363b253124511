"""What a browser sends, taken in turn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import WSMsgType, web

A_QUESTION = 1.0
"""What it costs, in keys, to be asked whether somebody is there."""


async def listened(
    socket: web.WebSocketResponse,
    *,
    take: Callable[[str], Awaitable[bool]],
    pace: Callable[[float], Awaitable[bool]],
    heard: Callable[[], None],
) -> bool:
    """Take what a browser sends, as fast as it is allowed to, until it goes.

    Args:
        socket: what it sends over.
        take: takes a text; whether that keeps to the rules.
        pace: waits until so many keys' worth may be asked for.
        heard: is told of each sign of life.

    Returns:
        Whether it kept to the rules to the end.
    """
    while True:
        message = await socket.receive()
        match message.type:
            case WSMsgType.TEXT:
                if not await take(str(message.data)):
                    return False
            case WSMsgType.PING:
                await pace(A_QUESTION)
                await socket.pong(message.data)
            case WSMsgType.PONG:
                heard()
            case WSMsgType.BINARY:
                return False
            case _:
                return True
