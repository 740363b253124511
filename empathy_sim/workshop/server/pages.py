"""The server's pages, and the rules they keep."""

from __future__ import annotations

from functools import cache

from aiohttp import web

from empathy_sim.text.html import Pages
from empathy_sim.workshop.server.assets import address_of

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_REFUSED = 400
TERMINAL = {"style-src": "'self' 'unsafe-inline'"}
"""What a terminal drawn by a script needs beside: it makes its own styles."""


def policy(changed: dict[str, str] | None = None, **more: str) -> str:
    """The rules of a page, with some of them changed."""
    rules = {**_POLICY, **(changed or {}), **more}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


@cache
def _pages() -> Pages:
    filters = {"asset": address_of}
    return Pages("empathy_sim.workshop.server", "room.css", filters)


def page(template: str, *, status: int = 200, **values: object) -> web.Response:
    """A page made of one of our templates; whatever is put into it is text."""
    text = _pages().page(template, **values)
    return web.Response(text=text, status=status, content_type="text/html")


def refused(status: int, title: str, says: str) -> web.Response:
    """A page that says why something is refused; nothing of the room is on it."""
    return page("refused.html.jinja", status=status, title=title, says=says)


async def prepared(request: web.Request, response: web.StreamResponse) -> None:
    """What every answer says beside, whoever made it; not what serves it."""
    security_headers(request, response)
    hush(response)


def hush(response: web.StreamResponse) -> None:
    """Tell nothing of what serves a page."""
    response.headers["Server"] = ""


def security_headers(request: web.BaseRequest, response: web.StreamResponse) -> None:
    """Tell the browser to fetch nothing elsewhere, and to show it nowhere else."""
    host = request.headers.get("Host", "")
    own = response.status < _REFUSED and _is_plain(host)
    connect = f"'self' ws://{host} wss://{host}" if own else "'self'"
    headers = response.headers
    headers.setdefault("Content-Security-Policy", policy({"connect-src": connect}))
    headers.setdefault("Cache-Control", "no-store")
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    # Stricter, and browsers send no origin with a form: it could not be told apart.
    headers.setdefault("Referrer-Policy", "same-origin")
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"


def _is_plain(host: str) -> bool:
    """Whether a name can stand in a policy as it is."""
    return bool(host) and all(each.isalnum() or each in ".-:[]" for each in host)


def terminal_page(request: web.Request, response: web.Response) -> web.Response:
    """The same response, for a page that draws a terminal."""
    host = request.headers.get("Host", "")
    rules = {**TERMINAL, "connect-src": f"'self' ws://{host} wss://{host}"}
    response.headers["Content-Security-Policy"] = policy(rules)
    return response


def gone_to(path: str) -> web.Response:
    """On to another page of ours, after something was done."""
    return web.Response(status=303, headers={"Location": path})
