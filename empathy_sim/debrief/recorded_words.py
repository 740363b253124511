"""The report's reading of one customer, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import USUAL, Counting
from empathy_sim.debrief.help_visits import helped_itself
from empathy_sim.debrief.legs import Leg
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.phrases import capital, lasting, listed, many, number, was
from empathy_sim.debrief.ratings import Counts
from empathy_sim.debrief.recorded import rate, recorded_readings
from empathy_sim.debrief.recorded_calls import (
    Fate,
    answered,
    calls,
    calls_counted,
    fate_of,
)
from empathy_sim.debrief.recorded_dates import dates, is_met, refunds
from empathy_sim.debrief.recorded_visits_told import appointed, on_a_ticket
from empathy_sim.journey.units import SECOND


def recorded_in_words(
    account: Account, counting: Counting = USUAL
) -> tuple[Reading, ...]:
    """The recorded readings, each with its sentence; no share of so few contacts."""
    return tuple(
        Reading(
            each.measure,
            each.value,
            each.evidence,
            each.of,
            _with_rate(each, account, counting),
        )
        for each in recorded_readings(account, counting)
    )


def _with_rate(reading: Reading, account: Account, counting: Counting) -> str:
    says, share = _sentence(reading, account, counting), rate(reading, counting)
    if share is None:
        return says
    if reading.measure.id == "ces" and counting.ces_as == "mean":
        return f"{says} On average: {share:.1f}."
    if reading.measure.unit == "count":
        return f"{says} That is {share:.0%} of {reading.of}."
    return f"{says} On average: {lasting(round(share))}."


def _sentence(reading: Reading, account: Account, counting: Counting) -> str:
    return _SENTENCES[reading.measure.id](reading, account, counting)


def _called(_reading: Reading, account: Account, counting: Counting) -> str:
    return calls_in_words(account, counting)


def calls_in_words(account: Account, counting: Counting = USUAL) -> str:
    """How calls were recorded: `One call: answered after 26 minutes, ...`."""
    legs = calls_counted(account, counting)
    told = [_fate(leg, counting) for leg in legs]
    without = sum(not each.legs for each in calls(account))
    fates: dict[str, int] = {}
    for each in (*told, *[_WITHOUT] * without):
        fates[each] = fates.get(each, 0) + 1
    total = sum(fates.values())
    if not total:
        return "No call."
    if total == 1:
        return f"One call: {next(iter(fates))}."
    sorts = (f"{capital(number(count))} {fate}." for fate, count in fates.items())
    anew = any(leg.passed_on for leg in legs)
    why = ", since one that is passed on counts as another" if anew else ""
    return f"{capital(many(total, 'call'))}{why}. {' '.join(sorts)}"


_WITHOUT = "settled in the menu, without a person"


def _fate(leg: Leg, counting: Counting) -> str:
    after = f"after {lasting(leg.queue_ms)}" if leg.queue_ms >= SECOND else "at once"
    says = _FATES[fate_of(leg, counting)].format(after=after)
    if leg.how in {"lost_place", "timed_out"}:
        says = "counted as abandoned, since no key was pressed"
    return f"passed on, and {says}" if leg.passed_on else says


_FATES: Mapping[Fate, str] = {
    "in_target": "answered {after}, in target",
    "late": "answered {after}, outside target",
    "dropped": "dropped by us, not counted as abandoned",
    "abandoned": "abandoned by the caller {after}",
    "short": "ended by the caller {after}, left out",
    "open": "still open",
}


def _abandoned(reading: Reading, account: Account, counting: Counting) -> str:
    legs = calls_counted(account, counting)
    if not legs:
        return "No call reached a queue."
    gone = reading.value or 0
    dropped = sum(fate_of(leg, counting) == "dropped" for leg in legs)
    some = many(gone, "call") if gone else "no call"
    says = f"{capital(some)} {was(gone)} abandoned."
    if dropped:
        says += f" {capital(number(dropped))} {was(dropped)} dropped by us, which is "
        says += "not counted."
    return says


def _solved(reading: Reading, _account: Account, counting: Counting) -> str:
    of, solved = reading.of or 0, reading.value or 0
    back = _BACK[counting.again_on]
    within = f"{back} within {many(counting.again_within_days, 'day')}"
    if not of:
        return "No contact was answered by a person, so none is counted."
    if of == 1 and solved:
        return (
            "The one answered contact counts as solved at the first: nobody came back "
            f"{within}."
        )
    if of == 1:
        return (
            "The one answered contact does not count as solved at the first: "
            f"somebody came back {within}."
        )
    return (
        f"Of {many(of, 'contact')} that a person answered, {_how_many(solved, of)} "
        f"{'counts' if solved == 1 else 'count'} as solved at the first: the test is "
        f"whether anybody came back {within}."
    )


_BACK: Mapping[str, str] = {
    "same_channel": "on the same channel",
    "any_channel": "on any channel",
}


def _how_many(count: int, of: int) -> str:
    """`none`, `one`, `both`, `all three`."""
    if count == of:
        return "both" if of == _BOTH else f"all {number(of)}"
    return number(count) if count else "none"


_BOTH = 2


def _speeds(reading: Reading, account: Account, counting: Counting) -> str:
    those = answered(calls_counted(account, counting))
    if not those:
        return "No call was answered, so there is no speed of answer."
    each = listed(
        lasting(leg.queue_ms) if leg.queue_ms >= SECOND else "no time" for leg in those
    )
    since, menu = _CLOCKS[counting.clock_from]
    return (
        f"{capital(many(reading.of or 0, 'answered call'))}: {each} from {since} to "
        f"the answer. The menu before it is {menu}."
    )


_CLOCKS: Mapping[str, tuple[str, str]] = {
    "queue": ("the queue", "not counted"),
    "first_ring": ("the first ring", "counted"),
}


def _waiting(reading: Reading, _account: Account, _counting: Counting) -> str:
    if not reading.value:
        return "No waiting is on record."
    return (
        f"{lasting(reading.value)} of waiting on record, before "
        f"{many(reading.of or 0, 'answer')} by telephone or chat."
    )


def _handled(reading: Reading, _account: Account, counting: Counting) -> str:
    if not reading.of:
        return "No call was answered, so there is no handle time."
    together = " together" if reading.of > 1 else ""
    return (
        f"{capital(many(reading.of, 'answered call'))}: "
        f"{lasting(reading.value or 0)}{together} from the answer to the end, "
        f"{_HOLDS[counting.handled]}."
    )


_HOLDS: Mapping[str, str] = {
    "with_holds": "holds included",
    "talk_only": "holds left out",
}


def _ticketed(reading: Reading, _account: Account, counting: Counting) -> str:
    if reading.value is None:
        return "No person took a contact, so there was no ticket."
    if counting.ticket_clock == "runs":
        return f"{capital(_on_the_ticket(reading))} from its opening to its closing."
    return (
        f"{capital(_on_the_ticket(reading))}. Between contacts it waits for the "
        "customer, and its clock stops."
    )


def _on_the_ticket(reading: Reading) -> str:
    over = many(reading.of or 0, "contact")
    return f"{lasting(reading.value or 0)} on the ticket, over {over}"


def _filled(reading: Reading, _account: Account, counting: Counting) -> str:
    of, value = reading.of or 0, reading.value or 0
    if not of:
        return "No order's page was opened, so none is counted."
    rule = _FILLED_AT[counting.filled_at]
    if of == 1:
        return f"One order: {'filled' if value else 'not filled'}. {rule}"
    return f"{_share(value, of, 'orders')} filled. {rule}"


_FILLED_AT: Mapping[str, str] = {
    "order": "It counts as it is taken, whatever becomes of its date.",
    "dispatch": "It counts as soon as any of it is on its way.",
    "delivery": "It counts once all of it has come.",
}


def _contained(reading: Reading, _account: Account, _counting: Counting) -> str:
    of, value = reading.of or 0, reading.value or 0
    if not of:
        return "No call and no chat."
    if of == 1:
        how = "settled without a person" if value else "not settled without a person"
        return f"One call or chat: {how}."
    return f"{_share(value, of, 'calls and chats')} settled without a person."


def _share(value: int, of: int, what: str) -> str:
    """`Of two chats, one was`."""
    return f"Of {number(of)} {what}, {_how_many(value, of)} {was(value)}"


def _by_bot(reading: Reading, _account: Account, _counting: Counting) -> str:
    of, value = reading.of or 0, reading.value or 0
    if not of:
        return "No chat."
    if of == 1:
        how = "settled by the assistant" if value else "handed to a person"
        return f"One chat: {how}."
    return f"{_share(value, of, 'chats')} settled by the assistant."


def _online(reading: Reading, account: Account, _counting: Counting) -> str:
    if not reading.of:
        return "No visit to the website."
    unjoined = "since a visit is not joined to any chat or call that follows it"
    if reading.of == 1:
        return f"One visit to the website: it counts as settled online, {unjoined}."
    all_of = "both count" if reading.of == _BOTH else "all count"
    return (
        f"{capital(many(reading.of, 'visit'))} to the website"
        f"{_for_help(reading.of, account)}: {all_of} as settled online, {unjoined}."
    )


def _for_help(visits: int, account: Account) -> str:
    """How many of the visits were for help, where that is not all of them."""
    sought = sum(each.channel == "web" for each in account.help.contacts)
    if sought >= visits:
        return ""
    return f", {number(sought) if sought else 'none'} of them for help"


def _delivered(_reading: Reading, account: Account, counting: Counting) -> str:
    those = dates(account)
    if not those:
        return "No date was given."
    found = [is_met(each, account, counting) for each in those]
    late, met = found.count(False), found.count(True)
    moved = sum(each.moved_later for each in those)
    says = [
        f"{capital(many(late, 'date'))} {was(late)} missed"
        if late
        else "No date was missed"
    ]
    if met:
        says.append(f"{number(met)} {was(met)} met")
    if moved and counting.on_time_to == "last_date":
        each = "a date" if moved == 1 else f"{number(moved)} dates"
        says.append(f"{each} put off in time {_count(moved)} not count as missed")
    return f"{'; '.join(says)}."


def _count(times: int) -> str:
    return "does" if times == 1 else "do"


def _refunded(reading: Reading, account: Account, _counting: Counting) -> str:
    if not refunds(account):
        return "No refund was promised."
    of, value = reading.of or 0, reading.value or 0
    if not of:
        return "The refund is not yet due, so it is in target."
    if of == 1:
        return f"One refund: {'in' if value else 'not in'} target."
    return f"{_share(value, of, 'refunds')} in target."


def _completed(reading: Reading, _account: Account, counting: Counting) -> str:
    if counting.forms_of == "begun":
        begun = capital(many(reading.of or 0, "form"))
        return f"{begun} begun, {_how_many(reading.value or 0, reading.of or 0)} completed."
    if not reading.of:
        return "No form came to its last page, so none is counted."
    if reading.of == 1:
        return (
            "One form came to its last page: completed."
            if reading.value
            else "One form came to its last page, and was not completed."
        )
    done = reading.value or 0
    return (
        f"{capital(many(reading.of, 'form'))} came to the last page; "
        f"{_how_many(done, reading.of)} {was(done)} completed."
    )


def _rated(reading: Reading, account: Account, _counting: Counting) -> str:
    given = [each for each in account.ratings if each.seq in reading.evidence]
    asked, made_of = _RATED[reading.measure.id]
    if not given:
        return f"No answer on {asked}, so nothing is counted."
    told = "; ".join(
        f"{rating.value} of {rating.most}, {made_of[rating.counts]}" for rating in given
    )
    return f"{capital(many(len(given), 'answer'))} on {asked}: {told}."


_RATED: Mapping[str, tuple[str, Mapping[Counts, str]]] = {
    "csat": (
        "satisfaction",
        {"for": "counted as satisfied", "against": "not counted as satisfied"},
    ),
    "ces": ("effort", {"for": "counted as easy", "against": "not counted as easy"}),
    "nps": (
        "recommending",
        {
            "for": "counted as a promoter",
            "against": "counted as a detractor",
            "neither": "counted as neither promoter nor detractor",
        },
    ),
}
"""What is asked, and what a programme makes of the answer."""


_SENTENCES: Mapping[str, Callable[[Reading, Account, Counting], str]] = {
    "answered_in_target": _called,
    "speed_of_answer": _speeds,
    "waiting_recorded": _waiting,
    "abandonment": _abandoned,
    "handle_time": _handled,
    "first_contact_resolution": _solved,
    "ticket_time": _ticketed,
    "containment": _contained,
    "bot_resolution": _by_bot,
    "settled_online": _online,
    "self_service": helped_itself,
    "form_completion": _completed,
    "on_time_delivery": _delivered,
    "refunds_in_target": _refunded,
    "fill_rate": _filled,
    "appointments_kept": appointed,
    "ticket_waiting": on_a_ticket,
    "csat": _rated,
    "ces": _rated,
    "nps": _rated,
}
