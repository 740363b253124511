"""A proxy in front of a server."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web

_OF_ONE_LINE = {"connection", "transfer-encoding", "content-length", "keep-alive"}


class Proxy:
    """Takes TLS for a server that speaks none, and passes everything else on."""

    def __init__(self, session: ClientSession) -> None:
        self._session = session
        self.server = ""
        """Where the server is; it is there after the proxy."""

    async def passed(self, request: web.Request) -> web.StreamResponse:
        headers = [(k, v) for k, v in request.headers.items() if not _is_lines_own(k)]
        headers += [("X-Forwarded-For", request.remote or "")]
        url = f"{self.server}{request.path_qs}"
        if request.headers.get("Upgrade"):
            kept = [each for each in headers if not each[0].startswith("Sec-WebSocket")]
            async with self._session.ws_connect(url, headers=kept) as behind:
                return await _joined(request, behind)
        # As the notes have nginx: of every page, whether it is upgraded or not.
        headers += [("Connection", "upgrade")]
        async with self._session.request(
            request.method,
            url,
            headers=headers,
            data=await request.read(),
            allow_redirects=False,
        ) as answer:
            response = web.StreamResponse(status=answer.status)
            for name, value in answer.headers.items():
                if not _is_lines_own(name):
                    response.headers.add(name, value)
            await response.prepare(request)
            async for piece in answer.content.iter_any():
                await response.write(piece)
            return response


def _is_lines_own(name: str) -> bool:
    return name.lower() in _OF_ONE_LINE


async def _joined(
    request: web.Request, behind: ClientWebSocketResponse
) -> web.WebSocketResponse:
    front = web.WebSocketResponse()
    await front.prepare(request)

    async def outwards() -> None:
        async for message in behind:
            if message.type is WSMsgType.BINARY:
                await front.send_bytes(message.data)
            else:
                await front.send_str(message.data)
        await front.close(code=behind.close_code or 1000)

    back = asyncio.create_task(outwards())
    async for message in front:
        await behind.send_str(message.data)
    back.cancel()
    return front


@asynccontextmanager
async def proxy_with(tls: ssl.SSLContext) -> AsyncIterator[tuple[Proxy, int]]:
    """A proxy on a free port, and which one."""
    async with ClientSession(auto_decompress=False) as session:
        proxy = Proxy(session)
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", proxy.passed)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
        try:
            yield proxy, runner.addresses[0][1]
        finally:
            await runner.cleanup()
