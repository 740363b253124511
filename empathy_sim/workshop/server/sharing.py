"""What a seat shows, and takes home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aiohttp import web
from msgspec import Struct

from empathy_sim.engine import events as story
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.reasons import REASONS
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.state import Seat
from empathy_sim.workshop.room.telling import guess, tick
from empathy_sim.workshop.server.pages import gone_to, page
from empathy_sim.workshop.server.promising import may_look_back
from empathy_sim.workshop.server.seat_face import page_of
from empathy_sim.workshop.server.seats import seat_of

_REASONS = 5


class Choice(Struct, frozen=True):
    """Something written that may be ticked."""

    seq: int
    """Its place in the session's log, from 1."""
    words: str
    is_ticked: bool


class ToShare(Struct, frozen=True):
    """All that one seat may let the room see."""

    marks: int
    """How many feelings were marked: the points of the curve."""
    one_word: str
    ahas: tuple[Choice, ...]
    words: tuple[Choice, ...]
    commitment: str


def to_share(room: Room, seat: Seat) -> ToShare:
    """What the log of a seat holds that could be shown."""
    log = tuple(room.session_of(seat.id).log)
    ticked = seat.ticked or e.Ticked(0, seat.id)
    written = tuple(_written(log))
    return ToShare(
        marks=sum(type(each) is story.ReactionRecorded for each in log),
        one_word=_one_word(log),
        ahas=tuple(
            Choice(seq, words, seq in ticked.ahas) for seq, words, aha in written if aha
        ),
        words=tuple(
            Choice(seq, words, seq in ticked.words)
            for seq, words, aha in written
            if not aha
        ),
        commitment=_commitment(log),
    )


def _written(log: tuple[story.Event, ...]) -> Iterator[tuple[int, str, bool]]:
    for seq, event in enumerate(log, 1):
        match event:
            case story.ReactionRecorded(words=words, aha=aha) if words:
                yield seq, words, aha
            case _:
                pass


def _one_word(log: tuple[story.Event, ...]) -> str:
    told = ""
    for event in log:
        match event:
            case story.Reflected(question="one_word", words=words):
                told = words
            case _:
                pass
    return told


def _commitment(log: tuple[story.Event, ...]) -> str:
    from empathy_sim.debrief.decided import decisions_in  # noqa: PLC0415 - seldom

    held = decisions_in(log).commitment
    return held.says if held else ""


async def share_form(request: web.Request) -> web.StreamResponse:
    """Where one ticks what the room may see."""
    hosting, seat = seat_of(request)
    if not seat.session or not hosting.room.session_of(seat.id).state.stage:
        return gone_to("/seat")
    room = hosting.room
    return page(
        "share.html.jinja",
        title=room.state.opened.title,
        seat=seat,
        here=page_of(room, seat),
        ticked=seat.ticked or e.Ticked(0, seat.id),
        kept=seat.ticked is not None,
        share=to_share(room, seat),
        guessed=seat.guess.reasons.split("\n") if seat.guess else [],
        may_guess="expected" not in room.state.revealed,
        reasons=_REASONS,
        offered=room.state.opened.reasons or REASONS,
        smallest=room.state.opened.smallest,
        looks_back=may_look_back(room, seat),
        may_promise=may_look_back(room, seat) and room.state.phase != "ended",
    )


async def share(request: web.Request) -> web.StreamResponse:
    """Keep what was ticked."""
    hosting, seat = seat_of(request)
    form = await request.post()
    tick(
        hosting.room,
        e.Ticked(
            0,
            seat.id,
            curve="curve" in form,
            word="word" in form,
            ahas=tuple(_numbers(form.getall("aha", []))),
            words=tuple(_numbers(form.getall("words", []))),
            commitment="commitment" in form,
            named="named" in form,
        ),
    )
    return gone_to("/seat/share")


def _numbers(values: Iterable[object]) -> Iterator[int]:
    for each in values:
        text = str(each)
        if text.isascii() and text.isdecimal():
            yield int(text[:9])


async def guess_reasons(request: web.Request) -> web.StreamResponse:
    """Keep the guess of why customers call."""
    hosting, seat = seat_of(request)
    form = await request.post()
    given = [str(form.get(f"reason{at}", "")) for at in range(1, _REASONS + 1)]
    guess(hosting.room, seat.id, given)
    return gone_to("/seat/share")
