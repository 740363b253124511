"""How the server listens to a port."""

from __future__ import annotations

import asyncio
import logging
import ssl

from aiohttp import web

from empathy_sim.workshop.server.app import make_app
from empathy_sim.workshop.server.hosting import Hosting
from empathy_sim.workshop.server.pages import hush, page, security_headers

IDLE_S = 20.0
"""Seconds within which a request's head has to be there, and the next one begun."""
LINGER_S = 2.0
"""Seconds for which the rest of a refused request is read."""
LONGEST_LINE = 4_096
"""Bytes of an address."""
MOST_HEADERS = 48
GOODBYE_S = 2.0
"""Seconds that open connections have when the server stops."""
_SILENT = logging.getLogger("empathy_sim.unsaid")
_SILENT.disabled = True
"""What the library would tell goes nowhere: it holds what people sent."""
_FAULT = 500


class Line(web.RequestHandler):
    """One connection: counted, hurried, and told nothing of what went wrong."""

    __slots__ = ("_hosting", "_own")

    def __init__(self, hosting: Hosting, server: web.Server) -> None:
        """Begin for a server of a room."""
        super().__init__(
            server,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=IDLE_S,
            lingering_time=LINGER_S,
            max_line_size=LONGEST_LINE,
            max_headers=MOST_HEADERS,
            auto_decompress=False,
            access_log=None,  # type: ignore[arg-type]
            logger=_SILENT,
        )
        self._hosting = hosting
        self._own: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let it be counted."""
        super().connection_made(transport)
        self._own = self.transport
        if self._own is not None:
            self._hosting.doorkeeper.came(self._own)

    def data_received(self, data: bytes) -> None:
        """Take what came; what is no request is not held for long."""
        super().data_received(data)
        for message, _ in self._messages:
            _forget_where(getattr(message, "exc", None))

    def connection_lost(self, exc: BaseException | None) -> None:
        """Let it be counted no more."""
        if self._own is not None:
            self._hosting.doorkeeper.went(self._own)
            self._own = None
        super().connection_lost(exc)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = _FAULT,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer a fault, or what is no request, with a calm page."""
        del message
        says = "That was no request that this server knows."
        if status >= _FAULT:
            name = self._hosting.fault(exc) if exc is not None else ""
            says = f"What was kept is safe. The fault is reported as {name}."
        if request.writer.output_size > 0:
            raise ConnectionError
        title = "That went wrong" if status >= _FAULT else "Not understood"
        response = page("refused.html.jinja", status=status, title=title, says=says)
        security_headers(request, response)
        hush(response)
        response.force_close()
        return response


def _forget_where(error: BaseException | None) -> None:
    """Let go of what was read where an error arose: it would hold it, and be held."""
    if error is not None:
        error.__traceback__ = error.__context__ = None


async def listening(
    hosting: Hosting, bound: str, port: int, tls: ssl.SSLContext | None = None
) -> web.AppRunner:
    """Serve a room at an address; the runner's `cleanup` stops it.

    Raises:
        OSError: the system refuses the port.
    """
    runner = web.AppRunner(
        make_app(hosting),
        access_log=None,
        handle_signals=False,
        shutdown_timeout=GOODBYE_S,
        logger=_SILENT,
    )
    await runner.setup()
    try:
        await _Site(runner, hosting, bound, port, tls).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner


class _Site(web.BaseSite):
    """A port whose connections are lines of a room."""

    __slots__ = ("_at", "_hosting", "_tls")

    def __init__(
        self,
        runner: web.AppRunner,
        hosting: Hosting,
        bound: str,
        port: int,
        tls: ssl.SSLContext | None,
    ) -> None:
        super().__init__(runner, ssl_context=tls)
        self._hosting, self._at, self._tls = hosting, (bound, port), tls

    @property
    def name(self) -> str:
        return f"{self._at[0]}:{self._at[1]}"

    async def start(self) -> None:
        await super().start()
        server = self._runner.server
        if server is None:
            raise RuntimeError
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: Line(self._hosting, server), *self._at, ssl=self._tls
        )
