"""What every part of the JSON is made as."""

from __future__ import annotations

from msgspec import Struct


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the file; nothing is in it but what is named."""
