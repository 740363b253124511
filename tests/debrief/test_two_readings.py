"""Lived stands beside recorded, line by line."""

from __future__ import annotations

from msgspec.structs import replace

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.pairs import pairs_of
from empathy_sim.debrief.recorded_words import recorded_in_words
from empathy_sim.debrief.worst import Worst
from empathy_sim.engine import events as e
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.units import DAY
from tests.debrief.told_by_hand import (
    SCRIPT,
    HandLog,
    answered,
    begun,
    ended_in_queue,
    two_calls,
)


def debriefed(log: HandLog) -> Debrief:
    return debrief_of(SCRIPT, log.log)


def rated(log: HandLog, value: int) -> None:
    log.enter("rating", "survey")
    log.write(e.Rated, "dani", value, "csat", 1, 5)
    log.leave("rating", "sent")


def test_waiting_is_longer_lived_than_recorded() -> None:
    [pair] = [each for each in debriefed(two_calls()).pairs if each.id == "waiting"]

    assert pair.lived == (
        "44 minutes of waiting, in four stretches: three on hold and one while "
        "somebody was asked."
    )
    assert (
        pair.recorded
        == "18 minutes of waiting on record, before two answers by telephone or chat."
    )


def test_there_are_five_pairs_at_first_and_the_others_after_them() -> None:
    log = two_calls()
    log.write(e.ContactBegan, "chat")
    log.write(e.ContactEnded, "chat", "customer", "left")
    rated(log, 5)
    found = debriefed(log)

    assert [each.id for each in found.pairs] == [
        *("help", "waiting", "lost", "contacts", "dates")
    ]
    assert [each.id for each in found.more_pairs] == ["assistant", "rating"]


def test_the_pair_of_the_worst_cut_off_is_among_the_five() -> None:
    log = two_calls()
    log.write(e.ContactBegan, "chat")
    log.write(e.ContactEnded, "chat", "company", "closed")
    account = Account.of(SCRIPT, log.log)
    closed = account.contacts[-1]
    of_chat = Worst("closed_on_silence", 0, "", "", "", closed)
    readings = lived_readings(account), recorded_in_words(account)
    curve = debriefed(log).curve
    first, others = pairs_of(account, curve, *readings, of_chat)

    assert [each.id for each in first] == [
        *("help", "waiting", "lost", "contacts", "assistant")
    ]
    assert [each.id for each in others] == ["dates"]


def test_an_empty_battery_cuts_off_too() -> None:
    log = begun()
    ended_in_queue(log, 0, 60, "battery", "dropped")
    ended_in_queue(log, 100, 60, "company", "dropped")
    [lost] = [each for each in debriefed(log).pairs if each.id == "lost"]

    assert lost.lived == "Cut off by the company once and by an empty battery once."


def test_money_back_is_counted_beside_the_dates() -> None:
    log = begun()
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.write(e.PromiseMade, "refund", 9 * DAY)
    [dates] = [each for each in debriefed(log).pairs if each.id == "dates"]

    assert (
        dates.lived
        == "One promise with a date, beside one of money back, never put off."
    )


def test_each_pair_names_its_measures_and_shows_evidence() -> None:
    found = debriefed(two_calls())
    known = {each.measure.id for each in (*found.lived, *found.recorded)}

    for pair in found.pairs:
        assert {*pair.lived_measures, *pair.recorded_measures} <= known
        assert pair.evidence


def test_a_session_in_which_nothing_happened_has_no_pairs() -> None:
    assert debriefed(begun()).pairs == ()


def test_a_date_that_was_put_off_stays_green() -> None:
    log = begun()
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.write(e.PromiseMoved, "delivery", 2 * DAY, 5 * DAY)
    log.sec(4 * 86_400).write(e.PromiseKept, "delivery")

    assert verdicts(log)["on_time_delivery"] == "for"
    [pair] = debriefed(log).pairs
    assert pair.lived == (
        "One promise with a date, put off once; two days past the first date given."
    )


def verdicts(log: HandLog) -> dict[str, str]:
    return {each.line.metric: each.verdict for each in debriefed(log).report}


def test_a_call_answered_late_counts_against_the_line() -> None:
    assert verdicts(two_calls())["service_level"] == "against"


def test_a_call_that_was_dropped_leaves_every_line_green() -> None:
    log = begun()
    ended_in_queue(log, 0, 1_500, "company", "dropped")
    found = debriefed(log)

    assert set(verdicts(log).values()) == {"not_counted"}
    assert all(each.left_green for each in found.report)
    assert found.report_says == (
        "This journey counts against none of the five lines of the report. "
        "Over the month all five stay green."
    )


def test_a_call_in_target_counts_for_the_line() -> None:
    log = begun()
    answered(log, 0, 10, 60)

    assert verdicts(log)["service_level"] == "for"
    assert verdicts(log)["abandonment"] == "for"


def test_handle_time_is_held_against_the_lines_own_target() -> None:
    for lasted, target, verdict in (
        (60, "2 m", "for"),
        (180, "2 m", "against"),
        (180, "as short as can be", "not_counted"),
    ):
        log = begun()
        answered(log, 0, 10, lasted)
        line = ReportLine(metric="handle_time", reads="1 m", target=target)
        journey = replace(SCRIPT.journey, report=(line,))
        [again] = debrief_of(replace(SCRIPT, journey=journey), log.log).report
        assert again.verdict == verdict


def test_who_gives_up_counts_against_two_lines() -> None:
    log = begun()
    ended_in_queue(log, 0, 600, "customer", "hung_up")
    found = debriefed(log)

    assert verdicts(log)["abandonment"] == "against"
    assert found.report_says == (
        "This journey counts against two of the five lines of the report. "
        "Over the month all five stay green."
    )


def test_a_five_keeps_satisfaction_green_and_a_two_does_not() -> None:
    for value, verdict in ((5, "for"), (4, "for"), (2, "against")):
        log = begun()
        rated(log, value)
        assert verdicts(log)["satisfaction"] == verdict


def test_a_line_that_nothing_here_can_touch_is_not_counted() -> None:
    assert verdicts(two_calls())["warmth"] == "not_counted"


def test_an_order_that_is_put_off_still_counts_as_in_stock() -> None:
    stock = ReportLine(metric="fill_rate", reads="98%", target="98%")
    script = replace(SCRIPT, journey=replace(SCRIPT.journey, report=(stock,)))
    log = begun()
    log.enter("page", "form")
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    [kept] = debrief_of(script, log.log).report
    log.write(e.PromiseMoved, "delivery", 2 * DAY, 5 * DAY)
    [put_off] = debrief_of(script, log.log).report

    assert kept.verdict == "not_counted"
    assert (put_off.verdict, put_off.why) == (
        "for",
        "An order that is put off still counts as in stock.",
    )
