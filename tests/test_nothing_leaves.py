"""No test reaches another computer."""

from __future__ import annotations

import socket

import pytest

ELSEWHERE = ("192.0.2.1", 9)
"""An address reserved for documentation: nobody answers there."""


def test_a_connection_to_another_computer_is_refused() -> None:
    with socket.socket() as line, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        line.connect(ELSEWHERE)


def test_a_quiet_connection_to_another_computer_is_refused() -> None:
    with socket.socket() as line, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        line.connect_ex(ELSEWHERE)


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(AssertionError, match=r"example\.invalid"):
        socket.getaddrinfo("example.invalid", 80)


def test_a_connection_to_this_computer_is_let_through() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()

        with socket.create_connection(address) as line:
            assert line.getpeername() == address
