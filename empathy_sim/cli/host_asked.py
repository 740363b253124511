"""What was asked for where a room is opened."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from empathy_sim.errors import Usage

if TYPE_CHECKING:
    import ssl

    from empathy_sim.engine.moves import Pace

_LAST_PORT = 65_535


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for on the command line."""

    wanted: str | None = None
    again: bool = False
    room: str | None = None
    solo: bool = False
    names: Path | None = None
    poll: Path | None = None
    cues: Path | None = None
    pace: Pace = "workshop"
    seed: int | None = None
    close_at: str | None = None
    waiting_room: int | None = None
    at_least: int = 5
    port: int = 8040
    is_port_said: bool = True
    """Whether it was; a room that is opened again has the one that it had."""
    bind: str = "127.0.0.1"
    is_bind_said: bool = False
    """The same of the address that is listened on."""
    public_url: str = ""
    tls_cert: Path | None = None
    tls_key: Path | None = None
    rehearse: int = 0
    robots: tuple[str, ...] = ()
    """The seats of a room of before in which robots sat to practise."""
    no_board: bool = False

    @property
    def is_again(self) -> bool:
        """Whether a room of before is to be opened again."""
        return self.again or self.room is not None


def refuse_unfit(asked: Asked) -> None:
    """Refuse, before anything is kept, what cannot be or does not go together.

    Raises:
        Usage: it says what, and what to try.
    """
    for says, try_ in _unfit(asked):
        raise Usage(says=says, try_=try_)
    from empathy_sim.workshop.server.addresses import address_of

    tls_of(asked)
    address_of(asked.bind, asked.port, public_url=asked.public_url)
    _refuse_port(asked)


def _unfit(asked: Asked) -> Iterator[tuple[str, str]]:
    if asked.is_again:
        yield from _unfit_again(asked)
    elif asked.wanted is None:
        yield (
            "Which journey shall the room play?",
            "empathy-sim host the-birthday-kettle",
        )
    if asked.rehearse and asked.names:
        yield "Robots are on no list of names.", "--rehearse without --names"
    if asked.solo and asked.waiting_room:
        yield "Who plays alone has no lobby to wait in.", "--solo or --waiting-room"
    if asked.tls_key and not asked.tls_cert:
        yield "A key alone does not do for TLS.", "--tls-cert FILE beside it"


def _unfit_again(asked: Asked) -> Iterator[tuple[str, str]]:
    """A room that is opened again is what it was."""
    new: tuple[tuple[bool, str], ...] = (
        (asked.wanted is not None, "a journey"),
        (asked.solo, "--solo"),
        (asked.names is not None, "--names"),
        (asked.seed is not None, "--seed"),
        (asked.waiting_room is not None, "--waiting-room"),
        (asked.rehearse > 0, "--rehearse"),
    )
    for is_given, what in new:
        if is_given:
            says = (
                f"A room that is opened again is what it was; {what} is for a new one."
            )
            yield says, "without --resume or --room"


def tls_of(asked: Asked) -> ssl.SSLContext | None:
    """How the server speaks TLS; None where it does not.

    Raises:
        Usage: the files hold none that a browser would take.
    """
    if asked.tls_cert is None:
        return None
    from empathy_sim.workshop.server.certificates import tls_with

    return tls_with(asked.tls_cert, asked.tls_key)


def other_name(asked: Asked, shown: str) -> str:
    """What is said where the certificate is not for the address that is shown.

    Empty where it is, or where there is none.
    """
    from empathy_sim.workshop.server.addresses import name_in
    from empathy_sim.workshop.server.certificates import is_named

    tls, name = tls_of(asked), name_in(shown)
    if tls is None or asked.tls_cert is None or is_named(tls, asked.tls_cert, name):
        return ""
    return (
        f"The certificate is not for {name}: without a proxy in front, browsers warn or "
        "refuse to open it. --public-url https://NAME:PORT says the name it is for."
    )


def _refuse_port(asked: Asked) -> None:
    """Refuse a port that is taken before a room is kept that nobody can enter."""
    from empathy_sim.workshop.server.binding import try_port

    try:
        try_port(asked.bind, asked.port)
    except OSError as raised:
        raise port_refused(asked, raised) from raised


def port_refused(asked: Asked, raised: OSError) -> Usage:
    """What is said where a port cannot be listened on."""
    why = (raised.strerror or "the system refuses").lower()
    other = asked.port + 1 if asked.port < _LAST_PORT else _LAST_PORT - 1
    is_taken = raised.errno in {errno.EADDRINUSE, errno.EACCES}
    return Usage(
        says=f"Port {asked.port} of {asked.bind} cannot be listened on: {why}.",
        try_=f"--port {other}" if is_taken else "--bind 127.0.0.1",
    )
