"""What each kind of touchpoint can make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from empathy_sim.journey.touchpoint import Happens, Touchpoint
from empathy_sim.journey.touchpoints.call import Call
from empathy_sim.journey.touchpoints.chat import Chat
from empathy_sim.journey.touchpoints.counter import Counter, Update, Visit
from empathy_sim.journey.touchpoints.days import Days
from empathy_sim.journey.touchpoints.form import COMPARING, Form
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.touchpoints.menu import Menu
from empathy_sim.journey.touchpoints.order import Order
from empathy_sim.journey.touchpoints.search import ArticleLink, Search
from empathy_sim.journey.touchpoints.survey import Survey
from empathy_sim.library.meaning_graph import on_circles

Possible = Iterator[tuple[str, object]]
"""Each friction, and what must be so (or there) for it to come about."""

SLOW = 5
"""Business days from which a refund is slow."""
_REPLIED_TO = frozenset({"email", "text"})


def possible(touchpoint: Touchpoint, *, again: bool) -> tuple[str, ...]:
    """The frictions that the engine can make of a touchpoint.

    Args:
        touchpoint: as it is written.
        again: whether it can be visited a second time.
    """
    rules = _RULES.get(touchpoint.kind)
    if rules is None:
        return type(touchpoint).FRICTIONS
    return tuple(code for code, so in rules(touchpoint, again) if so)


def _call(call: Call, _again: bool) -> Possible:  # noqa: FBT001
    turns = call.turns.values()
    asks = [turn.asks for turn in turns if turn.asks]
    yield "asked_again", asks
    yield "told_then_asked", any(each.known for each in asks)
    yield "cold_transfer", any(turn.transfers and turn.transfers.cold for turn in turns)
    yield (
        "supervisor_hold",
        any(turn.on_hold and turn.on_hold.supervisor for turn in turns),
    )


def _chat(chat: Chat, _again: bool) -> Possible:  # noqa: FBT001
    is_bot = chat.is_ == "bot"
    helps = all(intent.solves or intent.leads for intent in chat.intents)
    buttons = chat.buttons or any(intent.buttons for intent in chat.intents)
    yield "intent_loop", is_bot and not helps
    yield "not_understood", is_bot
    yield "canned_empathy", chat.canned
    yield "no_button_fits", is_bot and buttons
    yield "zero_refused", chat.hand_over and chat.hand_over.refuses
    yield "transcript_lost", chat.hand_over and chat.hand_over.loses
    yield "closed_on_silence", chat.silence


def _counter(counter: Counter, _again: bool) -> Possible:  # noqa: FBT001
    tickets, visit = counter.tickets, counter.visit
    tells = [each.tells for each in tickets if each.tells]
    yield (
        "others_first",
        any(call.came_later for each in tickets for call in each.calls),
    )
    yield "wrong_letter", any(not each.friction for each in tells)
    yield "closed_in_turn", any(each.shuts for each in tickets)
    yield "form_first", any(each.form for each in tickets)
    yield "sent_on", any(each.sends for each in tickets)
    yield "number_passed", tickets
    yield "day_off_lost", counter.day_off
    if visit is not None:
        yield from _visit(visit)


def _visit(visit: Visit) -> Possible:
    told = {code for code, _ in by_updates(visit)}
    yield from ((code, code in told) for code in _BY_UPDATE)
    yield "window_passed", True
    yield "rang_while_away", True
    yield "missed_at_home", visit.card


_BY_UPDATE = ("stops_rose", "window_moved", "window_narrowed", "put_off_by_text")


def by_updates(visit: Visit) -> Iterator[tuple[str, Update]]:
    """Each friction that an update can make, with that update."""
    least: int | None = None
    for each in visit.updates:
        if each.stops is not None:
            if least is not None and each.stops > least:
                yield "stops_rose", each
            least = each.stops if least is None else min(least, each.stops)
        if each.window:
            later = each.window.closes > visit.window.closes
            yield "window_moved" if later else "window_narrowed", each
        if each.puts_off:
            yield "put_off_by_text", each


def causes_beside(touchpoint: Touchpoint, code: str) -> tuple[str | None, ...]:
    """The causes that stand beside what makes a friction by itself.

    None stands for the touchpoint's own cause.
    """
    match touchpoint:
        case Counter(visit=Visit() as visit) if code in _BY_UPDATE:
            makers = (each for made, each in by_updates(visit) if made == code)
            return tuple(dict.fromkeys(each.cause for each in makers)) or (None,)
        case _:
            return (None,)


def _days(days: Days, _again: bool) -> Possible:  # noqa: FBT001
    yield (
        "cannot_answer",
        any(
            not each.answerable and each.looks_like in _REPLIED_TO
            for each in days.arrives
        ),
    )


def _form(form: Form, _again: bool) -> Possible:  # noqa: FBT001
    fields = [field for page in form.pages for field in page.fields]
    claims = {page.claims for page in form.pages if page.claims is not None}
    asking = [field for field in fields if field.asks]
    yield "asked_again", asking
    yield (
        "valid_refused",
        any(
            rule.is_ not in COMPARING and rule.friction is None
            for field in asking
            for rule in field.rules
        ),
    )
    yield "session_expired", form.expires
    yield (
        "rule_revealed_late",
        form.reveals == "one_by_one" and any(len(field.rules) > 1 for field in fields),
    )
    yield "error_far_away", form.far_away
    yield "cleared_on_error", any(field.forgets for field in fields)
    yield "locked_out", form.locks
    yield "steps_grew", len(claims) > 1


def _hold(hold: Hold, again: bool) -> Possible:  # noqa: FBT001
    there = hold.still_there
    yield "estimate_slipped", hold.estimate and hold.estimate.slips
    yield "position_rose", hold.position and hold.position.rises
    yield (
        "apology_interrupted",
        any(said.every and said.sort == "apology" for said in hold.announces),
    )
    yield "still_there", there
    yield "line_dropped", hold.drops
    yield "requeued", again or (there and there.then == "requeue")
    yield "long_wait", hold.estimate


def _menu(menu: Menu, again: bool) -> Possible:  # noqa: FBT001
    yield "menu_changed", menu.changed
    yield "no_barge_in", not menu.barge_in
    yield "asked_again", menu.asks
    yield "menu_timed_out", True
    yield "misheard", menu.speech and menu.speech.mishears
    yield "not_understood", menu.speech
    yield "menu_loop", again
    yield "zero_refused", menu.zero


def _order(order: Order, _again: bool) -> Possible:  # noqa: FBT001
    shows = [each for each in order.shows if each.cause is None]
    yield "label_only", any(each.label_only for each in shows)
    yield "partial_shipment", any(each.charged_in_full for each in shows)
    yield (
        "slow_refund",
        any(each.refund and each.refund.business_days >= SLOW for each in shows),
    )
    yield (
        "cancel_refused",
        any(
            each.refuses and not each.friction and not each.cause
            for each in order.actions
        ),
    )


def _search(search: Search, _again: bool) -> Possible:  # noqa: FBT001
    articles, links = search.articles.values(), [*_links(search)]
    contacts = [each for each in search.contacts if not has_its_own(each)]
    numbers = [each.number for each in search.contacts if each.number]
    edges = {
        name: [each.to for each in article.links if each.to]
        for name, article in search.articles.items()
    }
    answering = {name for name, each in search.articles.items() if each.answers}
    yield (
        "wrong_results",
        any(each.as_ and not has_its_own(each) for each in search.finds),
    )
    yield "nothing_found", True
    yield "article_loop", on_circles(edges) - answering
    yield "contact_loop", any(each.back is not None for each in contacts)
    yield (
        "behind_sign_in",
        any(each.sign_in and each.cause is None for each in articles),
    )
    yield (
        "article_outdated",
        any(each.outdated and not has_its_own(each) for each in articles)
        or any(each.refuses and not has_its_own(each) for each in links),
    )
    yield "no_was_thanked", search.helpful
    yield (
        "number_hidden",
        any(each.back is None and len(each.steps) > 1 for each in contacts),
    )
    yield (
        "number_closed",
        any(each.hours and not has_its_own(each) for each in numbers),
    )


def _links(search: Search) -> Iterator[ArticleLink]:
    for article in search.articles.values():
        yield from article.links


def has_its_own(happens: Happens) -> bool:
    """Whether a friction of its own, or a cause of its own, is named beside it."""
    return bool(happens.friction or happens.cause)


def _survey(survey: Survey, _again: bool) -> Possible:  # noqa: FBT001
    yield "asked_too_soon", not survey.solved
    yield "asked_about_agent", not survey.solved and survey.about == "agent"


_RULES: Mapping[str, Callable[[Any, bool], Possible]] = {
    "call": _call,
    "chat": _chat,
    "counter": _counter,
    "days": _days,
    "form": _form,
    "hold": _hold,
    "menu": _menu,
    "order": _order,
    "search": _search,
    "survey": _survey,
}
"""A kind without a rule can make all that its class declares."""
