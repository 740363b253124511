"""Forgetting a session, after asking once."""

from __future__ import annotations

from typing import Any

from textual.app import App

from empathy_sim.errors import StoreError
from empathy_sim.tui.house import Forgets
from empathy_sim.tui.screens.confirm import ConfirmScreen

GOES = (
    "Everything in it goes: what was done, felt, guessed, typed and promised. "
    "It cannot be brought back."
)
NONE_MADE = "No file was made of it."
CANNOT = "Nothing was forgotten"
FORGOTTEN = "Forgotten"


async def forgets(app: App[Any], house: Forgets, session: str, title: str) -> bool:
    """Ask once, and remove a session with every trace; whether that was done.

    Args:
        app: where it is asked.
        house: where the session is kept.
        session: its name.
        title: what a person would call it: "The birthday kettle, 10 June 2025".
    """
    try:
        made = "\n".join(house.made_of(session)) or NONE_MADE
        question = ConfirmScreen(
            f"Forget {title}?",
            yes="Forget it",
            no="Keep it",
            consequence=f"{GOES}\n\n{made}",
        )
        if not await app.push_screen_wait(question):
            return False
        left = house.forget(session)
    except StoreError as refused:
        app.notify(str(refused), title=CANNOT, markup=False, severity="warning")
        return False
    says = " ".join((f"{title}, with every trace of it here.", *left))
    app.notify(says, title=FORGOTTEN, markup=False)
    return True
