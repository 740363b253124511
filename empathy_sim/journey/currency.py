"""Which currency an amount is written in."""

from __future__ import annotations

import unicodedata


def currency_in(written: str) -> str:
    """`£` in `£6.50` and in `6.50 £`; empty where there is no such sign."""
    signs = (each for each in written if unicodedata.category(each) == "Sc")
    return next(signs, "")
