"""A port, looked at beforehand."""

from __future__ import annotations

import socket
from contextlib import closing


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
