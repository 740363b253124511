"""Secrets that open a room, and their hashes."""

from __future__ import annotations

import hashlib
import hmac
import secrets

LETTERS = "bcdfghjkmnpqrstvwxyz"
"""Twenty letters: no vowel makes a word, none looks like another."""
CODE_LENGTH = 6
_BYTES = 32


def new_secret() -> str:
    """256 bits nobody guesses, as letters that a link can hold."""
    return secrets.token_urlsafe(_BYTES)


def new_code() -> str:
    """A code that can be read out and typed: one of 64 million."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_id() -> str:
    """A name for a seat that says nothing about who sits there."""
    return secrets.token_hex(5)


def hashed(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_same(given: str, kept_hash: str) -> bool:
    """Whether a secret is the one of which a hash is kept; no hash, no secret.

    It takes as long for a near miss as for a far one.
    """
    return bool(kept_hash) and hmac.compare_digest(hashed(given), kept_hash)


def as_code(typed: str) -> str:
    """A code as it was typed, without spaces, hyphens and capitals."""
    return "".join(each for each in typed.lower() if each.isalnum())
