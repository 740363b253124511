"""Why customers call, to choose from."""

from __future__ import annotations

REASONS: tuple[str, ...] = (
    "Where is my order, parcel or technician?",
    "A date was promised and has passed",
    "I was told to call back",
    "Somebody else here told me something different",
    "A bill or a charge I do not understand",
    "Where is my refund?",
    "It does not work, or stopped working",
    "The website or the app would not let me",
    "I want to cancel, and cannot find where",
    "I want to change something I ordered or booked",
    "I cannot log in, or prove who I am",
    "A letter or a message I do not understand",
    "A complaint about how I was treated",
    "A question before I buy",
    "A change of address, name or bank account",
)
"""Reasons in a customer's words, for a company of any trade; invented, and not ranked."""
