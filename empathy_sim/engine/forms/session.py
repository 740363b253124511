"""A company's web session: it ends by itself."""

from __future__ import annotations

from empathy_sim.engine.forms.filling import Filling
from empathy_sim.engine.forms.sending import close, open_page
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.journey.touchpoints.form import Form

_FORM = Turn[Form, Filling]
_VIEW = View[Form, Filling]


def ends_at(view: _VIEW) -> int | None:
    """The story instant at which the session ends, if it does."""
    expires, progress = view.noun.expires, view.progress
    if expires is None or progress.closed:
        return None
    if progress.expiries >= expires.times and not view.leads("expired"):
        return None
    return progress.began + expires.after


def warns_at(view: _VIEW) -> int | None:
    """The story instant at which it says that it will, if it has not."""
    expires, ends = view.noun.expires, ends_at(view)
    if expires is None or expires.warns is None or ends is None:
        return None
    if view.progress.warned:
        return None
    return max(view.progress.began, ends - expires.warns)


def pass_time(turn: _FORM) -> None:
    """Warn, or end the session, whichever is due."""
    ends, now = ends_at(turn), turn.now.story_ms
    if ends is not None and ends <= now:
        _expire(turn)
    else:
        _warn(turn)


def _warn(turn: _FORM) -> None:
    expires = turn.noun.expires
    if expires and expires.warning:
        turn.step("warned", says=turn.words(expires.warning))


def _expire(turn: _FORM) -> None:
    expires = turn.noun.expires
    assert expires is not None
    is_last = turn.progress.expiries >= expires.times
    kept = () if is_last else expires.keeps
    says = turn.words(expires.says)
    turn.step("expired", says=says, kept=kept)
    turn.meet("session_expired")
    if is_last:
        close(turn, "expired", expires.says)
    else:
        open_page(turn, 1)
