"""What of a touchpoint's progress decides what can come."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, NamedTuple

from empathy_sim.engine.ahead import Reads
from empathy_sim.engine.chatting import Chatting
from empathy_sim.engine.forms.filling import Filling
from empathy_sim.engine.forms.rules import NEEDS_TEXT, keeps, rule_id
from empathy_sim.engine.forms.sending import is_secret, known_to
from empathy_sim.engine.help_pages import Browsing
from empathy_sim.engine.help_turning import happening_in, is_shown
from empathy_sim.engine.holding import Holding
from empathy_sim.engine.inbox import Mail
from empathy_sim.engine.queueing import Queueing
from empathy_sim.engine.recordings import Recording
from empathy_sim.engine.talking import Talking
from empathy_sim.engine.touchpoints.days import Passing
from empathy_sim.engine.touchpoints.order import Looking
from empathy_sim.engine.touchpoints.survey import Answering
from empathy_sim.engine.turn_coming import coming
from empathy_sim.engine.view import View
from empathy_sim.engine.voices import speaking_ms
from empathy_sim.journey.touchpoint import Happens
from empathy_sim.journey.touchpoints.form import Field

_VIEW = View[Any, Any]
_TWICE = 2


class Unknown(NamedTuple):
    """Progress of a kind that is not known here: nothing in it is left out."""

    progress: str
    at: int


def gist(view: _VIEW, reads: Reads) -> Hashable:
    """A touchpoint's progress without what makes no difference to what can come.

    Instants become how far off they are; words that were only said are left out, and
    so is what only names a friction, unless something ahead asks about frictions.
    """
    progress = view.progress
    if progress is None:
        return None
    known = _GISTS.get(type(progress))
    if known is None:
        return Unknown(repr(progress), view.story_ms)
    return known(progress, view, reads)


def _happens_once(reads: Reads) -> bool:
    """Whether it matters if something is done for the first time or once more."""
    return reads.frictions or bool(reads.promises)


def _recording(recording: Recording, view: _VIEW, reads: Reads) -> Hashable:
    now = view.story_ms
    said = tuple((line.stands_for, speaking_ms(line.says)) for line in recording.queue)
    since = recording.quiet_since if recording.listening else recording.ends
    return (
        recording.wants,
        said,
        recording.listening,
        since - now,
        recording.asked,
        recording.keyed,
        recording.silences,
        recording.wrong_numbers,
        recording.not_understood,
        recording.misheard,
        recording.zeros,
        recording.met if reads.frictions else None,
    )


def _holding(holding: Holding, view: _VIEW, reads: Reads) -> Hashable:
    now = view.story_ms
    coming = tuple(
        each._replace(at=each.at - now)
        for each in holding.coming
        if reads.frictions or each.name != "every"
    )
    told = (
        holding.estimated_end - now,
        holding.position,
        holding.repeats,
        holding.interrupted,
        holding.began - now,
    )
    asked = holding.asked_at is not None
    return coming, asked, holding.ends, told if reads.frictions else None


def _talking(talking: Talking, view: _VIEW, reads: Reads) -> Hashable:
    now = view.story_ms
    away = talking.doing == "away"
    return (
        talking.turn,
        talking.doing,
        0 if talking.doing == "listening" else talking.until - now,
        talking.since - now if away else 0,
        talking.announced if away else (),
        talking.wrong,
        talking.taken if _happens_once(reads) else None,
    )


def _chatting(chatting: Chatting, view: _VIEW, reads: Reads) -> Hashable:
    now = view.story_ms
    coming = tuple(
        (each.sort, each.intent, each.canned, each.first, each.last)
        for each in chatting.coming
    )
    leaving = chatting.leaving
    answered = frozenset(
        (intent, min(times, _TWICE)) for intent, times in chatting.answered.items()
    )
    canned, silent = view.noun.canned, view.noun.silence is not None
    return (
        coming,
        chatting.typing_since - now if coming else 0,
        chatting.last - now if silent and not chatting.closed else 0,
        chatting.buttons_of,
        chatting.unhelpful % max(1, canned.every) if canned else 0,
        chatting.refused,
        None if chatting.queue_ends is None else chatting.queue_ends - now,
        (chatting.warned, chatting.closed, chatting.person, chatting.before),
        None if leaving is None else leaving._replace(at=leaving.at - now),
        (answered, chatting.met) if _happens_once(reads) else None,
    )


def _filling(filling: Filling, view: _VIEW, reads: Reads) -> Hashable:
    """Answers that are taken are all alike, and so are those that are refused."""
    fields = [field for page in view.noun.pages for field in page.fields]
    once = (
        filling.fresh,
        filling.met,
        filling.revealed,
        filling.claimed,
        frozenset(name for name, held in filling.values.items() if held.strip()),
    )
    return (
        filling.page,
        tuple(_is_taken(view, filling, field) for field in fields),
        filling.refusals,
        filling.began - view.story_ms
        if view.noun.expires and not filling.closed
        else 0,
        bool(filling.warned),
        filling.expiries,
        filling.closed,
        once if _happens_once(reads) else None,
    )


def _is_taken(view: _VIEW, filling: Filling, field: Field) -> bool:
    """Whether what stands in a field would be taken."""
    text = filling.values.get(field.id, "")
    if not text.strip():
        return field.optional
    return not any(_broken(view, filling, field, text))


def _broken(view: _VIEW, filling: Filling, field: Field, text: str) -> Iterator[bool]:
    known, already = known_to(view, field), filling.judged.get(field.id, ())
    for rule in field.rules:
        if is_secret(field) and rule.is_ in NEEDS_TEXT:
            yield rule_id(rule) in already
        else:
            yield not keeps(rule, text, known)


def _passing(passing: Passing, view: _VIEW, reads: Reads) -> Hashable:
    inbox, now = passing.inbox, view.story_ms
    return (
        view.state.entered_ms - now,
        None if passing.until is None else passing.until - now,
        passing.passed,
        passing.coming,
        None if inbox.open is None else len(inbox.mails) - inbox.open,
        tuple(not mail.read for mail in inbox.mails),
        tuple(map(_told, inbox.mails)) if _happens_once(reads) else None,
    )


def _told(mail: Mail) -> Hashable:
    return mail.looks_like, mail.answerable, mail.replied, mail.arrival


def _looking(looking: Looking, _: _VIEW, reads: Reads) -> Hashable:
    return looking.refused if _happens_once(reads) else None


def _browsing(browsing: Browsing, view: _VIEW, reads: Reads) -> Hashable:
    """From every page the front page can be gone to: how one came there is no matter.

    It is where what a page on the way has shown may not be shown any more.
    """
    noun, pages = view.noun, browsing.pages
    page = browsing.page if pages else None
    listed = tuple(name for name, _, _ in page.rows) if page else ()
    numbers = (each.number for each in noun.contacts if each.number)
    return (
        (page.name, page.shown, listed) if page else None,
        min(browsing.rounds, noun.way_out.after) if noun.way_out else 0,
        tuple(is_shown(view, each) for each in numbers),
        frozenset(each.of for each in pages if each.sort == "number" and each.shown),
        frozenset((each.name, each.shown) for each in pages)
        if reads.remembers
        else None,
        _done_once(browsing, view, reads) if _happens_once(reads) else None,
    )


def _done_once(browsing: Browsing, view: _VIEW, reads: Reads) -> Hashable:
    """What has been read and followed, as far as it is of consequence once only."""
    noun, asked = view.noun, frozenset(reads.met)
    done = browsing.taken | {f"articles/{name}" for name in browsing.read}
    telling = frozenset(
        name for name, each in happening_in(noun) if _is_telling(each, asked)
    )
    is_walked = "article_loop" in asked - browsing.met
    return (
        browsing.met & asked,
        done & telling,
        browsing.read if is_walked else None,
    )


def _is_telling(happens: Happens, asked: frozenset[str]) -> bool:
    """Whether anything ahead may hang on whether something happened."""
    promising = (happens.promises, happens.moves, happens.keeps, happens.denies)
    return any(promising) or happens.friction in asked


def _queueing(queueing: Queueing, view: _VIEW, reads: Reads) -> Hashable:
    now = view.story_ms
    told = (
        queueing.hours.closes - now,
        queueing.first.closes - now,
        queueing.stops,
        queueing.met,
    )
    return (
        queueing.doing,
        queueing.ticket,
        tuple(each._replace(at=each.at - now) for each in coming(view)),
        frozenset(queueing.drawn),
        queueing.away and queueing.away.until - now,
        queueing.done,
        (queueing.told, queueing.shut, queueing.filled),
        told if reads.frictions else None,
    )


def _answering(answering: Answering, _view: _VIEW, _reads: Reads) -> Hashable:
    return bool(answering.answers), answering.sent


_GISTS: Mapping[type, Callable[[Any, _VIEW, Reads], Hashable]] = {
    Recording: _recording,
    Holding: _holding,
    Talking: _talking,
    Chatting: _chatting,
    Filling: _filling,
    Passing: _passing,
    Looking: _looking,
    Answering: _answering,
    Queueing: _queueing,
    Browsing: _browsing,
}
