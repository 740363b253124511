"""By which names this computer is reached."""

from __future__ import annotations

import socket
from contextlib import suppress
from urllib.parse import urlsplit

from empathy_sim.errors import Usage
from empathy_sim.workshop.server.hosting import Address

_SOMEWHERE = ("192.0.2.1", 9)
"""An address reserved for documentation (RFC 5737); nothing is sent to it."""
_USUAL = {"http": 80, "https": 443}
_HERE = ("127.0.0.1", "localhost", "::1")


def own_address() -> str:
    """The address under which others in the same network reach this computer.

    It is asked of the system's routes; no packet leaves. Without a network it is this
    computer's own.
    """
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.connect(_SOMEWHERE)
        return str(line.getsockname()[0])
    return "127.0.0.1"


def address_of(
    bound: str,
    port: int,
    *,
    tls: bool = False,
    public_url: str = "",
    own: str | None = None,
) -> Address:
    """Where a server is reached that listens on an address and a port.

    Args:
        bound: what it listens on; `0.0.0.0` for every network.
        port: its port.
        tls: whether it speaks TLS itself.
        public_url: the address that a proxy in front of it has, if there is one.
        own: this computer's address; by default as the system says.

    Raises:
        Usage: the proxy's address is none.
    """
    scheme = "https" if tls else "http"
    if public_url:
        return _of_proxy(public_url)
    everywhere = bound in {"", "0.0.0.0", "::"}  # noqa: S104 - told apart, not bound
    reached = (own or own_address()) if everywhere else bound
    names = {reached, *(_HERE if everywhere or bound in _HERE else ())}
    hosts = frozenset(_with_port(name, port, scheme) for name in names)
    return Address(scheme, hosts, f"{scheme}://{_with_port(reached, port, scheme)}")


def _of_proxy(public_url: str) -> Address:
    """The one name by which a proxy is reached; nothing but it is answered."""
    refused = Usage(
        says=f'"{public_url}" is no address that a browser opens.',
        try_="--public-url https://workshop.example.org",
    )
    try:
        split = urlsplit(public_url)
        scheme, port = split.scheme, split.port
        name = (split.hostname or "").encode("idna").decode()
    except ValueError:
        raise refused from None
    if scheme not in _USUAL or not name or "@" in split.netloc or split.path.strip("/"):
        raise refused
    host = _with_port(name, port or _USUAL[scheme], scheme)
    return Address(scheme, frozenset({host}), f"{scheme}://{host}", proxied=True)


def name_in(shown: str) -> str:
    """The name, or the number, in an address; without its port."""
    return urlsplit(shown).hostname or ""


def _with_port(name: str, port: int, scheme: str) -> str:
    name = f"[{name}]" if ":" in name and not name.startswith("[") else name
    return name.lower() if port == _USUAL[scheme] else f"{name.lower()}:{port}"
