"""Amounts with their currencies."""

from __future__ import annotations

import unicodedata


def currency_in(written: str) -> str:
    """`£` in `£6.50` and in `6.50 £`; empty where there is no such sign."""
    signs = (each for each in written if unicodedata.category(each) == "Sc")
    return next(signs, "")


def priced(amount: str, currency: str) -> str:
    """An amount with its currency: `£1,240`, `CHF 1,240`; without one, as it is."""
    apart = " " if currency[-1:].isalpha() else ""
    return f"{currency}{apart}{amount}"
