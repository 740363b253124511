"""What a web form does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.forms.filling import FOLDS, Closed, Filling
from empathy_sim.engine.forms.rules import shape_of
from empathy_sim.engine.forms.sending import (
    is_secret,
    judged,
    known_to,
    open_page,
    page_of,
    send,
)
from empathy_sim.engine.forms.session import ends_at, pass_time, warns_at
from empathy_sim.engine.forms.specimens import specimens
from empathy_sim.engine.going import choose, leave
from empathy_sim.engine.kinds import Kind
from empathy_sim.engine.scene import Offer, Told
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.form import Field, Form

TICKED = "yes"
LONGEST_ANSWER = 200
_DOT = "\N{BULLET}"
_FORM = Turn[Form, Filling]
_VIEW = View[Form, Filling]


class FormField(Struct, frozen=True):
    """A field as it stands on the page."""

    id: str
    label: str
    shows: Literal["text", "password", "choice", "tick"]
    value: str
    """Dots for a password; `yes` or nothing for a tick."""
    choices: tuple[str, ...]
    hint: str
    error: str
    """What the page says beside it; empty if nothing."""
    optional: bool
    paste: bool
    """Whether pasting is let."""


class FormFace(Struct, frozen=True):
    """A browser with a page of a form."""

    site: str
    """What the address bar shows."""
    title: str
    says: str
    step: str
    """What the page claims in words: `Step 1 of 3`."""
    number: int
    """Which page of the form this is, from 1."""
    claims: int | None
    """How many steps it claims there are."""
    ended: int
    """How often its session has ended, and the page begun again."""
    fields: tuple[FormField, ...]
    submit: str
    top: str
    """An error at the top that does not say where; empty if none."""
    notice: str
    """What the page says after its session has ended and begun again."""
    warning: str
    """That the session is about to end; empty unless it says so."""
    ends_at: int | None
    """While it warns, the story instant at which the session ends."""
    stay: str
    """The button in the warning; empty if there is none."""
    links: tuple[tuple[str, str], ...]
    """Id and words of each."""
    closed: Closed
    """Why there is no page any more, only `closing` and a button `go_on`."""
    closing: str
    go_on: str
    """The label of that button; empty where it leads nowhere."""
    kind: str = "form"

    def told(self) -> tuple[Told, ...]:
        if self.closed:
            return (Told(self.site, self.closing),)
        page = (self.title, self.step, self.says, self.notice, self.warning)
        return tuple(Told(self.site, each) for each in page if each)


class FormKind(Kind[Form, Filling]):
    """Rules of the form."""

    folds = FOLDS

    def begin(self, noun: Form) -> Filling:
        return Filling()

    def enter(self, turn: _FORM) -> None:
        open_page(turn, 1)

    def next_at(self, view: _VIEW) -> int | None:
        instants = (warns_at(view), ends_at(view))
        return min((at for at in instants if at is not None), default=None)

    def due(self, turn: _FORM) -> None:
        pass_time(turn)

    def face(self, view: _VIEW) -> FormFace:
        noun, progress, page = view.noun, view.progress, page_of(view)
        stay = noun.expires.stay if noun.expires and progress.warned else None
        errors = dict(reversed(progress.errors))
        shown = () if progress.closed else page.fields
        return FormFace(
            site=view.words(noun.site),
            title=view.words(page.title),
            says=view.words(page.says or ""),
            step=view.words(page.step or ""),
            number=progress.page,
            claims=page.claims,
            ended=progress.expiries,
            fields=tuple(_field(view, field, errors) for field in shown),
            submit=view.words(page.submit),
            top=errors.get("", ""),
            notice=progress.notice,
            warning=progress.warned,
            ends_at=ends_at(view) if progress.warned else None,
            stay=view.words(stay or ""),
            links=tuple(
                (link.name, view.words(link.says)) for link in view.open(noun.links)
            ),
            closed=progress.closed,
            closing=progress.closing,
            go_on=_onward(view) if view.leads(progress.closed) else "",
        )

    def offers(self, view: _VIEW) -> tuple[Offer, ...]:
        return tuple(_offers(view))

    def answer(self, turn: _FORM, move: m.Move) -> None:
        match move:
            case m.FillIn(field=field, text=text):
                _fill(turn, field, text)
            case m.Choose(option=option):
                _choose(turn, option)
            case _:
                raise MoveRefused(says="There is a page here, with fields and buttons.")


def _field(view: _VIEW, field: Field, errors: dict[str, str]) -> FormField:
    value = view.progress.values.get(field.id, "")
    return FormField(
        id=field.id,
        label=view.words(field.label),
        shows=field.shows,
        value=_DOT * len(value) if is_secret(field) else value,
        choices=tuple(view.words(each) for each in field.choices),
        hint=view.words(field.hint or ""),
        error=errors.get(field.id, ""),
        optional=field.optional,
        paste=field.paste,
    )


def _offers(view: _VIEW) -> Iterator[Offer]:
    noun, progress = view.noun, view.progress
    if not progress.closed:
        page = page_of(view)
        yield from (_fill_offer(view, field) for field in page.fields)
        yield _button("submit", view.words(page.submit), main=True)
        if progress.warned and noun.expires and noun.expires.stay:
            yield _button("stay", view.words(noun.expires.stay))
    elif view.leads(progress.closed):
        yield _button(progress.closed, _onward(view), main=True)
    for link in view.open(noun.links):
        yield _button(link.name, view.words(link.says))
    if _may_be_left(view):
        yield _button("left", "Close the page")


def _onward(view: _VIEW) -> str:
    """What the button says under a page that is closed."""
    noun = view.noun
    endings = {"locked": noun.locks, "expired": noun.expires}
    ended = endings.get(view.progress.closed)
    return view.words((ended and ended.go_on) or noun.go_on)


def _may_be_left(view: _VIEW) -> bool:
    """Whether closing the page gives up; what was accepted can only go on."""
    return view.progress.closed != "accepted" or not view.leads("accepted")


def _button(id_: str, label: str, *, main: bool = False) -> Offer:
    return Offer("choose", id_, label, (m.Choose(id_),), main=main)


def _choices(view: _VIEW, field: Field) -> tuple[str, ...]:
    match field.shows:
        case "choice":
            return tuple(view.words(each) for each in field.choices)
        case "tick":
            return (TICKED,)
        case _:
            return ()


def _fill_offer(view: _VIEW, field: Field) -> Offer:
    choices = _choices(view, field)
    texts = (*choices, "") if choices else specimens(field, known_to(view, field))
    return Offer(
        "fill",
        field.id,
        view.words(field.label),
        tuple(m.FillIn(field.id, text) for text in texts),
        limit=LONGEST_ANSWER,
        choices=choices,
        secret=is_secret(field),
    )


def _fill(turn: _FORM, name: str, text: str) -> None:
    field = next((each for each in page_of(turn).fields if each.id == name), None)
    if field is None or turn.progress.closed:
        raise MoveRefused(says="There is no such field on this page.", field=name)
    _check(turn, field, text)
    if is_secret(field):
        turn.step("judged", field=name, broken=judged(turn, field, text))
        turn.emit(e.FieldFilled(*turn.at, name, len(text), shape_of(text)))
    elif text != turn.progress.values.get(name, ""):
        turn.emit(e.FieldFilled(*turn.at, name, len(text), text))


def _check(turn: _FORM, field: Field, text: str) -> None:
    """Refuse what the browser, and not the company, would not let in."""
    choices = _choices(turn, field)
    if len(text) > LONGEST_ANSWER:
        says = f"At most {LONGEST_ANSWER} characters fit here."
        raise MoveRefused(says=says, field=field.id)
    if choices and text not in (*choices, ""):
        says = "One of these, or nothing: " + ", ".join(choices) + "."
        raise MoveRefused(says=says, field=field.id)


def _choose(turn: _FORM, option: str) -> None:
    closed, expires = turn.progress.closed, turn.noun.expires
    if option == "left" and _may_be_left(turn):
        turn.end_contact("customer", "left")
        leave(turn, "left")
    elif option == closed and turn.leads(closed):
        leave(turn, closed)
    elif option == "submit" and not closed:
        send(turn)
    elif option == "stay" and turn.progress.warned and expires and expires.stay:
        turn.step("stayed")
    else:
        _follow_link(turn, option)


def _follow_link(turn: _FORM, option: str) -> None:
    for link in turn.open(turn.noun.links):
        if link.name == option:
            choose(turn, link)
            return
    raise MoveRefused(says="There is no such button or link on this page.")


KIND = FormKind()
