"""Once more, mended: a stage lived again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.mended import Mended, mended_in
from empathy_sim.debrief.phrases import capital, listed, sentence
from empathy_sim.debrief.whole import Whole, whole_journey
from empathy_sim.engine.events import StageLeft
from empathy_sim.engine.wording import worded
from empathy_sim.errors import MoveRefused, StoreError
from empathy_sim.line.lines import Line, aside, heading, plain
from empathy_sim.line.looking_back.table import (
    Lives,
    Table,
    Talk,
    ask,
    one_of,
    reckoned,
)
from empathy_sim.line.telling import Teller
from empathy_sim.rehearsal.following import can_be_followed
from empathy_sim.session.again import StageAgain

_AT_FIRST = 3
_WHOLE = re.compile(r"whole[ :]+(.+)", re.IGNORECASE)
_BACK = "leave comes back to the debrief at any moment"


class Offered(NamedTuple):
    """A fix, and a stage in which it can be lived again."""

    cause: CauseFound
    stage: str


class _Picked(NamedTuple):
    offered: Offered
    lives: bool
    """Whether it is lived again; else the whole journey is only reckoned."""


def offered_by(table: Table) -> tuple[Offered, ...]:
    """Every fix that a stage can be lived again with, as the causes come."""
    return tuple(
        Offered(cause, stage)
        for cause in table.debrief.causes
        for stage in cause.fix.stages
        if stage in table.fixes.reaches(cause.id)
    )


def mended(table: Table) -> Talk[None]:
    """Pick fixes one by one, and live a stage again with each; nothing without one."""
    offered = offered_by(table)
    if not offered:
        return
    table.say(heading("Once more, mended"))
    table.say(
        plain(
            "What if one thing had been mended? The same stage, the same moment, the "
            "same customer; and it works."
        )
    )
    for each in _last_lived(table):
        table.say_all(both_receipts(each))
    yield from _picking(table, offered)


def _last_lived(table: Table) -> tuple[Mended, ...]:
    if not table.debrief.decisions.again:
        return ()
    return mended_in(Account.of(table.script, table.log), table.fixes)


def _picking(table: Table, offered: tuple[Offered, ...]) -> Talk[None]:
    shown = _at_first(table, offered)
    table.say_all(_list(table, offered, 0, shown))
    says, is_first = _how(len(offered) - shown), True
    while True:
        picked = yield from ask((aside(says),), lambda typed: _picked(typed, offered))
        match picked:
            case None:
                return
            case "all":
                table.say_all(_list(table, offered, shown, len(offered)))
            case _Picked(each, lives=True):
                yield from _live_again(table, each)
                yield from _whole(table, each, is_first=is_first)
                is_first = False
            case _Picked(each):
                yield from _whole(table, each, is_first=is_first)
                is_first = False
        says = "Another number, or Enter goes on"


def _at_first(table: Table, offered: tuple[Offered, ...]) -> int:
    """How many are listed at first: as far as what was guessed at goes, at least."""
    guessed = {guess.cause.id for guess in table.debrief.guesses}
    those = [at for at, each in enumerate(offered, 1) if each.cause.id in guessed]
    return max((min(_AT_FIRST, len(offered)), *those))


def _how(more: int) -> str:
    rest = f" all shows {more} more." if more else ""
    return (
        "A number lives that stage again, in about two minutes; whole 1 only reckons "
        f"what it would do to the whole journey.{rest} Enter goes on"
    )


def _list(
    table: Table, offered: tuple[Offered, ...], first: int, last: int
) -> Iterator[Line]:
    for at in range(first, last):
        fix, stage = offered[at].cause.fix, table.account.names.stage(offered[at].stage)
        yield plain(
            f"  {at + 1}. {sentence(fix.change)} {capital(fix.department)} can do it. "
            f'It mends "{stage}".'
        )


def _picked(
    typed: str, offered: tuple[Offered, ...]
) -> _Picked | Literal["all"] | None:
    """Which fix a line picks.

    Raises:
        MoveRefused: there is none of that number.
    """
    if typed.casefold() == "all":
        return "all"
    whole = _WHOLE.fullmatch(typed)
    at = one_of(whole[1].strip() if whole else typed, len(offered))
    return None if at is None else _Picked(offered[at], lives=whole is None)


def _live_again(table: Table, each: Offered) -> Talk[None]:
    """Live a stage again; what was lived to its end is kept.

    Raises:
        EndOfLines: nothing more will be typed.
    """
    try:
        lived = StageAgain(
            table.script,
            table.log,
            table.fixes,
            fix=each.cause.id,
            stage=each.stage,
            clock=table.session.clock,
        )
    except MoveRefused as refused:
        table.say(aside(str(refused)))
        return
    table.say(plain(f"Mended: {sentence(each.cause.fix.change)}"), aside(_BACK))
    if lived.is_over:
        # At a pace without waits all of it has happened already.
        table.say_all(_teller(lived).tell(lived.events))
    else:
        yield Lives(lived)
    if not any(isinstance(event, StageLeft) for event in lived.events):
        table.say(plain("It was left half-way, so there is nothing to compare."))
        return
    table.say(plain("That is where the stage ends."))
    try:
        table.submit(lived.told())
    except (MoveRefused, StoreError) as refused:
        table.say(aside(str(refused)))
    for found in _last_lived(table):
        if (found.fix, found.stage) == (each.cause.id, each.stage):
            table.say_all(both_receipts(found))


def _teller(lived: StageAgain) -> Teller:
    played = lived.session
    return Teller(played.script, lambda text: worded(text, played.state))


def both_receipts(found: Mended) -> Iterator[Line]:
    """A stage as it was beside the same stage lived again."""
    yield plain(f'"{found.title}", as it was and mended: {sentence(found.change)}')
    for each in found.compared:
        both = f"{each.was} before"
        also = (
            f"{each.became} with it" if each.was != each.became else "the same with it"
        )
        yield plain(f"  {capital(each.measure.says)}: {both}, {also}.")
    if found.gone:
        yield plain(f"  Not met any more: {listed(found.gone)}.")


def whole_of(table: Table, fix: str) -> Whole | None:
    """The whole journey with a fix; None where it cannot be followed."""
    cast = table.session.state.cast
    if cast is None or not can_be_followed(table.log):
        return None
    mended_script = table.fixes.applied(table.script, fix)
    return whole_journey(table.script, mended_script, table.log, cast)


def _whole(table: Table, each: Offered, *, is_first: bool) -> Talk[None]:
    """What it would have done to the whole journey; the rule is told once."""
    found = yield from reckoned(lambda: whole_of(table, each.cause.id))
    if found is None:
        return
    table.say(plain("And over the whole journey, simulated:"))
    for says in found.says:
        table.say(plain(f"  {says}"))
    if is_first:
        table.say(aside(found.rule.removesuffix(".")))
