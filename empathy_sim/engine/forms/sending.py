"""What a form makes of a sent page."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.engine.forms.filling import Closed, Filling, met_as
from empathy_sim.engine.forms.rules import NEEDS_TEXT, Known, keeps, rule_id
from empathy_sim.engine.going import leave
from empathy_sim.engine.turn import Turn, same_answer
from empathy_sim.engine.view import View
from empathy_sim.journey.touchpoints.form import (
    COMPARING,
    Field,
    Form,
    Page,
    Rule,
)

_FORM = Turn[Form, Filling]
_VIEW = View[Form, Filling]
MISSING = "missing"
FAR_AWAY = "far_away"
NOT_HELD = "not_held"


class _Fault(Struct, frozen=True):
    """Why an answer is not taken."""

    field: Field
    rule: Rule | None
    """None where there is no answer."""

    @property
    def id(self) -> str:
        return rule_id(self.rule) if self.rule else MISSING

    @property
    def says(self) -> str:
        return self.rule.says if self.rule else self.field.missing


def page_of(view: _VIEW) -> Page:
    """The page that is open."""
    return view.noun.pages[view.progress.page - 1]


def known_to(view: _VIEW, field: Field) -> Known:
    """What the rules of a field compare with."""
    return Known(view.fact, view.progress.values, secret=has_secret(view.noun, field))


def has_secret(noun: Form, field: Field) -> bool:
    """Whether a field is a password, or must be the same as one."""
    secret = {each.id for page in noun.pages for each in page.fields if is_secret(each)}
    compared = {rule.than for rule in field.rules if rule.is_ == "same_as"}
    return is_secret(field) or bool(compared & secret)


def is_secret(field: Field) -> bool:
    """Whether what is typed there is never kept."""
    return field.shows == "password"


def judged(view: _VIEW, field: Field, text: str) -> tuple[str, ...]:
    """What is wrong with a secret answer that its shape will not show."""
    known = known_to(view, field)
    broken = [
        rule_id(rule)
        for rule in field.rules
        if rule.is_ in NEEDS_TEXT and not keeps(rule, text, known)
    ]
    if field.asks and not same_answer(text, view.fact(field.asks)):
        broken.append(NOT_HELD)
    return tuple(broken)


def open_page(turn: _FORM, number: int) -> None:
    """Show a page, with what it claims and asks for."""
    page = turn.noun.pages[number - 1]
    claimed, claims = turn.progress.claimed, page.claims or 0
    title, step = turn.words(page.title), turn.words(page.step or "")
    turn.step("page", number=number, title=title, says=step, claims=claims)
    if claimed and claims > claimed:
        turn.meet("steps_grew", f"{claimed} to {claims}")
    for field in page.fields:
        if field.asks:
            turn.ask(field.asks, "form")


def send(turn: _FORM) -> None:
    """Send the page that is open."""
    page, fresh = page_of(turn), turn.progress.fresh
    turn.emit(e.OptionChosen(*turn.at, "submit", turn.words(page.submit)))
    for field in page.fields:
        if field.asks and field.id in fresh and turn.progress.values[field.id]:
            turn.emit(e.FactGiven(*turn.at, field.asks, _is_held(turn, field)))
    faults = tuple(fault for field in page.fields for fault in _faults(turn, field))
    if faults:
        _refuse(turn, faults[:1] if turn.noun.reveals == "one_by_one" else faults)
    elif turn.progress.page < len(turn.noun.pages):
        open_page(turn, turn.progress.page + 1)
    elif turn.noun.done is not None:
        close(turn, "accepted", turn.noun.done)
    else:
        leave(turn, "accepted")


def close(turn: _FORM, how: Closed, says: str) -> None:
    """Show nothing but a sentence and the way on."""
    turn.step("closed", how=how, says=turn.words(says))


def _is_held(turn: _FORM, field: Field) -> bool:
    """Whether the answer is the fact that was asked for."""
    if field.asks is None:
        return False
    if is_secret(field):
        return NOT_HELD not in turn.progress.judged[field.id]
    return same_answer(turn.progress.values[field.id], turn.fact(field.asks))


def _faults(turn: _FORM, field: Field) -> Iterator[_Fault]:
    text = turn.progress.values.get(field.id, "")
    if not text.strip():
        if not field.optional:
            yield _Fault(field, None)
        return
    known = known_to(turn, field)
    already = turn.progress.judged.get(field.id, ())
    for rule in field.rules:
        by_text = is_secret(field) and rule.is_ in NEEDS_TEXT
        broken = rule_id(rule) in already if by_text else not keeps(rule, text, known)
        if broken:
            yield _Fault(field, rule)


def _refuse(turn: _FORM, faults: tuple[_Fault, ...]) -> None:
    locks = turn.noun.locks
    fields = tuple(dict.fromkeys(fault.field.id for fault in faults))
    after = locks.after if locks else 0
    turn.step("refused", fields=fields, locks_after=after)
    if turn.noun.far_away is not None:
        says = turn.words(turn.noun.far_away)
        turn.emit(e.InputRefused(*turn.at, "", FAR_AWAY, says))
        _meet_once(turn, "error_far_away")
    for fault in faults:
        _tell(turn, fault)
    _wipe(turn, fields)
    if locks and turn.progress.refusals >= locks.after:
        turn.meet("locked_out")
        close(turn, "locked", locks.says)


def _tell(turn: _FORM, fault: _Fault) -> None:
    code = _friction(turn, fault)
    says = turn.words(fault.says)
    if turn.noun.far_away is None:
        turn.emit(e.InputRefused(*turn.at, fault.field.id, fault.id, says))
    if code:
        is_late = code == "rule_revealed_late"
        _meet_once(turn, code, says if is_late else fault.field.id)


def _friction(turn: _FORM, fault: _Fault) -> str | None:
    """What it is to be refused so; nothing where the answer was at fault."""
    if fault.rule is None:
        return None
    if fault.rule.friction:
        return fault.rule.friction
    if fault.rule.is_ not in COMPARING and _is_held(turn, fault.field):
        return "valid_refused"
    field, named = fault.field.id, turn.progress.revealed
    before = any(each == field and rule != MISSING for each, rule in named)
    is_late = (
        turn.noun.reveals == "one_by_one"
        and turn.noun.far_away is None
        and before
        and (field, fault.id) not in named
    )
    return "rule_revealed_late" if is_late else None


def _wipe(turn: _FORM, at_fault: tuple[str, ...]) -> None:
    """Forget what the page forgets when anything on it is refused."""
    held = turn.progress.values
    gone = tuple(
        each.id for each in page_of(turn).fields if each.forgets and held.get(each.id)
    )
    if not gone:
        return
    turn.step("wiped", fields=gone)
    if not set(gone) <= set(at_fault):
        _meet_once(turn, "cleared_on_error")


def _meet_once(turn: _FORM, code: str, detail: str = "") -> None:
    if met_as(code, detail) not in turn.progress.met:
        turn.meet(code, detail)
