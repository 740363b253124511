"""More: what can be looked at besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.cards import (
    EMPATHY,
    MISSION,
    NIGHTMARE,
    QUOTE,
    TESTBED,
    Card,
    asked_by_the_journey,
)
from empathy_sim.debrief.grounds import REST, TITLE
from empathy_sim.debrief.less_told import SIMULATED, less_in_words
from empathy_sim.debrief.other_ways import (
    NOT_SOUGHT,
    WHERE,
    OtherWays,
    standing_of,
    ways_in_words,
)
from empathy_sim.debrief.phrases import capital, on_one_line
from empathy_sim.debrief.whole import NOT_FOLLOWED
from empathy_sim.line.lines import Line, aside, command, heading, plain
from empathy_sim.line.looking_back.felt import foretold
from empathy_sim.line.looking_back.monday import commitment
from empathy_sim.line.looking_back.other_end import the_other_end
from empathy_sim.line.looking_back.recorded import (
    beside,
    counting,
    events_of,
    rule,
    value,
)
from empathy_sim.line.looking_back.table import (
    Table,
    Talk,
    ask,
    keep_words,
    one_of,
    reckoned,
)
from empathy_sim.line.looking_back.year import a_year
from empathy_sim.rehearsal.exploring import explore, finished
from empathy_sim.rehearsal.following import can_be_followed
from empathy_sim.rehearsal.with_less import with_less

_LISTS = ("list", "more")


@dataclass(frozen=True, slots=True)
class Page:
    """Something to look at."""

    name: str
    """What it is called in the list, and picked by."""
    talk: Callable[[Table], Talk[None]]


def more(table: Table) -> Talk[None]:
    """Pages to pick from, until one closes."""
    table.say(heading("More"))
    pages = tuple(_pages(table))
    listed = tuple(plain(f"  {at}. {page.name}") for at, page in enumerate(pages, 1))
    table.say_all(listed)
    table.say(*_taken_home(table))
    says = "A number, or a name. Enter closes"
    while True:
        page = yield from ask((aside(says),), lambda typed: _picked(typed, pages))
        match page:
            case None:
                return
            case Page():
                table.say(heading(page.name))
                yield from page.talk(table)
            case _:
                table.say_all(listed)
        says = "Back in the list: a number, or a name; list shows it. Enter closes"


def _taken_home(table: Table) -> tuple[Line, ...]:
    """How all this is seen again and taken home."""
    if table.in_a_room:
        return (aside("Two pages to take home come when this is closed"),)
    return (
        aside("To see all this again; and two pages to take home:"),
        command(table.seen_by),
        command(table.taken_home_by),
    )


def _picked(typed: str, pages: Sequence[Page]) -> Page | Literal["list"] | None:
    """The page of a number, or of a name or its beginning; None closes.

    Raises:
        MoveRefused: there is none such.
    """
    wanted = typed.casefold()
    if wanted in _LISTS:
        return "list"
    found = [each for each in pages if wanted and _is_called(each, wanted)]
    if len(found) == 1:
        return found[0]
    at = one_of(typed, len(pages), otherwise="Or the first words of a name")
    return None if at is None else pages[at]


def _is_called(page: Page, wanted: str) -> bool:
    name = page.name.casefold()
    return name.startswith(wanted) or name.removeprefix("the ").startswith(wanted)


def _pages(table: Table) -> Iterator[Page]:
    if table.debrief.other_ends:
        yield Page("The other end of the line", the_other_end)
    yield Page("Would another choice have helped?", another_choice)
    yield Page("The same journey with less", with_less_told)
    if table.debrief.predictions:
        yield Page("Your predictions", _predictions)
    yield Page("What it comes to in a year", a_year)
    if table.debrief.grounds:
        yield Page(TITLE, _grounds)
    if table.debrief.asks:
        own = asked_by_the_journey(table.debrief.asks)
        yield Page(own.title, _card(own))
    for card in (NIGHTMARE, TESTBED, EMPATHY, MISSION):
        yield Page(card.title, _card(card))
    yield Page("A quote for the page to forward", _quote)
    yield Page("Every measure, and how it was counted", _measures)
    yield Page("Monday: what you promise", commitment)


def _grounds(table: Table) -> Talk[None]:
    """Whose each number is, a line each."""
    for each in table.debrief.grounds:
        table.say(plain(f"  {each.line}"))
    table.say(plain(REST))
    yield from ()


def another_choice(table: Table) -> Talk[None]:
    """Every other way, tried; a few seconds' work."""
    standing = standing_of(table.account)
    if standing is None:
        table.say(plain(NOT_SOUGHT))
        return
    table.say(aside("Trying every way on; this takes a few seconds"))
    ways = yield from reckoned(lambda: finished(explore(standing.start)))
    found = ways_in_words(table.account, standing, ways)
    table.say(plain(found.says[0]))
    if found.yours_ms is not None:
        lines = (plain(WHERE), aside("Think of a place among them. Enter shows it"))
        yield from ask(lines, lambda _: None)
    table.say_all(_ways(found))


def _ways(found: OtherWays) -> Iterator[Line]:
    for says in found.says[1:]:
        yield plain(says)
    for each in found.told:
        yield plain(f"  {each.head}: {each.says}")
    for says in found.mattered:
        yield plain(says)
    if found.no_way_back:
        yield plain(found.no_way_back)
    yield aside(found.rule.removesuffix("."))


def with_less_told(table: Table) -> Talk[None]:
    """Three customers with less, and where each of them stops."""
    cast = table.session.state.cast
    if not can_be_followed(table.log):
        table.say(plain(NOT_FOLLOWED))
        return
    found = (
        (yield from reckoned(lambda: with_less(table.script, cast, table.log)))
        if cast
        else ()
    )
    for each in less_in_words(found):
        table.say(plain(f"{each.head}. {each.rule}"))
        for says in each.says:
            table.say(plain(f"  {says}"))
    table.say(aside(SIMULATED.removesuffix(".")))


def _predictions(table: Table) -> Talk[None]:
    # The page's own heading is there already.
    table.say_all(list(foretold(table.debrief))[1:])
    yield from ()


def _card(card: Card) -> Callable[[Table], Talk[None]]:
    """The questions of a card, one by one."""

    def talk(table: Table) -> Talk[None]:
        table.say(plain(card.about))
        for each in card.asks:
            hint = f"For example: {each.hint}. " if each.hint else ""
            yield from _asked(table, each.id, each.says, hint)

    return talk


def _asked(table: Table, question: str, says: str, hint: str = "") -> Talk[None]:
    """One question, with what was answered before."""
    said = table.debrief.decisions.words.get(question, "")
    before = f' So far: "{on_one_line(said)}"' if said else ""
    keeps = "Enter keeps it" if said else "Enter passes it over"
    lines = (plain(f"{says}{before}"), aside(f"{hint}{keeps}"))
    yield from ask(lines, lambda typed: keep_words(table, question, typed))


def _quote(table: Table) -> Talk[None]:
    yield from _asked(table, QUOTE.id, f"{QUOTE.says}.")


def _measures(table: Table) -> Talk[None]:
    """The other pairs, and every measure with its value; any of them opened."""
    debrief = table.debrief
    others = debrief.more_pairs
    if others:
        table.say_all(beside(others))
        yield from counting(table, others, page="recorded")
    readings = (*debrief.lived, *debrief.recorded)
    for at, each in enumerate(readings, 1):
        side = "" if at <= len(debrief.lived) else "Recorded: "
        says = each.says or f"{capital(each.measure.says)}: {value(each)}."
        table.say(plain(f"  {at}. {side}{says}"))
    while True:
        picked = yield from ask(
            (aside("A number says how it was counted. Enter goes back"),),
            lambda typed: one_of(typed, len(readings), otherwise="Enter goes back"),
        )
        if picked is None:
            return
        table.say(plain(rule(readings[picked])))
        table.say_all(events_of(table, readings[picked], set()))
