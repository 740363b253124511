"""Port and certificate, looked at beforehand."""

from __future__ import annotations

import socket
import ssl
from contextlib import closing
from pathlib import Path


def try_port(bound: str, port: int) -> None:
    """See whether a port can be listened on, and let go of it.

    Raises:
        OSError: it cannot: another program has it, or it is no address of this
            computer.
    """
    family = socket.AF_INET6 if ":" in bound else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind((bound, port))


def tls_with(certificate: Path, key: Path | None) -> ssl.SSLContext:
    """How the server speaks TLS with a certificate and its key, both PEM.

    Raises:
        OSError: the files hold none, or two that do not belong together.
    """
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context
