"""A certificate and its key, looked at beforehand."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from empathy_sim.errors import Usage

_CERTIFICATE, _KEY = b"-----BEGIN CERTIFICATE-----", b"PRIVATE KEY-----"
_TWO_FILES = "two PEM files: --tls-cert cert.pem --tls-key key.pem"
_TURNS = 8
"""How often both sides of a handshake speak at most."""
_OTHER_NAME = frozenset({62, 64})
"""OpenSSL's numbers for a certificate of another name, and of another address."""
_REFUSED: Mapping[int, tuple[str, str]] = {
    9: ("is not valid yet", "the date and the time of this computer"),
    10: ("has expired", "another one from where it came from"),
    26: ("is not for a server", "one whose purpose is a server"),
}
"""What is said of a certificate that every browser refuses, by OpenSSL's number."""


def tls_with(certificate: Path, key: Path | None) -> ssl.SSLContext:
    """How the server speaks TLS with a certificate and its key, both PEM.

    Args:
        certificate: its file, which may hold what it is signed by, and the key too.
        key: the key's file; None where it stands in the other one.

    Raises:
        Usage: no browser would take what the files hold.
    """
    held_by = key or certificate
    if _CERTIFICATE not in _read(certificate):
        raise Usage(
            says=f"{certificate} holds no certificate for TLS.", try_=_TWO_FILES
        )
    if _KEY not in _read(held_by):
        raise Usage(says=f"{held_by} holds no key for TLS.", try_=_TWO_FILES)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)

    def locked() -> str:
        raise Usage(
            says=f"The key in {held_by} is locked with a passphrase.",
            try_=f"openssl pkey -in {held_by} -out unlocked.pem",
        )

    try:
        context.load_cert_chain(certificate, key, locked)
    except ssl.SSLError as raised:
        raise _unfit(certificate, held_by, raised) from raised
    refused = _REFUSED.get(_refused_by(context, certificate))
    if refused is not None:
        says, try_ = refused
        raise Usage(says=f"The certificate in {certificate} {says}.", try_=try_)
    return context


def is_named(context: ssl.SSLContext, certificate: Path, name: str) -> bool:
    """Whether a certificate is for a name, or for an address, as a browser looks."""
    return _refused_by(context, certificate, name) not in _OTHER_NAME


def _unfit(certificate: Path, key: Path, raised: ssl.SSLError) -> Usage:
    if raised.reason == "KEY_VALUES_MISMATCH":
        says = f"The key in {key} does not belong to the certificate in {certificate}."
        return Usage(says=says, try_="the two files that were made together")
    why = (raised.reason or "they cannot be read").replace("_", " ").lower()
    says = f"{certificate} and its key cannot be used for TLS: {why}."
    return Usage(says=says, try_=_TWO_FILES)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as raised:
        why = (raised.strerror or "the system refuses").lower()
        says = f"{file} cannot be read for TLS: {why}."
        raise Usage(says=says, try_=_TWO_FILES) from raised


def _refused_by(server: ssl.SSLContext, certificate: Path, name: str = "") -> int:
    """Why a browser that trusts its signer refuses a certificate; 0 where it does not.

    Both sides speak in memory: no connection is made.
    """
    client = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cafile=certificate)
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    client.check_hostname = bool(name)
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    sides = (
        client.wrap_bio(to_client, to_server, server_hostname=name or None),
        server.wrap_bio(to_server, to_client, server_side=True),
    )
    try:
        for _ in range(_TURNS):
            for side in sides:
                with suppress(ssl.SSLWantReadError):
                    side.do_handshake()
    except ssl.SSLCertVerificationError as raised:
        return int(raised.verify_code)
    except ssl.SSLError:
        return 0
    return 0
