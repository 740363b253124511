"""What nobody rang about, a help centre has settled."""

from __future__ import annotations

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import USUAL, Counting
from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.events_in_words import event_in_words
from empathy_sim.debrief.help_visits import help_visits
from empathy_sim.debrief.measures import Reading, by_id
from empathy_sim.debrief.placed import Log
from empathy_sim.debrief.recorded_words import recorded_in_words
from empathy_sim.engine import events as e
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.debrief.told_by_hand import SCRIPT, HandLog, begun
from tests.engine.help_visits import visit

NOT_BACK = Counting(settled="not_back", again_on="any_channel")


def searched(log: HandLog, at: int, *, rounds: int = 0, left: int = 60) -> None:
    """A visit to a help centre, with so many rounds in it."""
    log.sec(at).write(e.ContactBegan, "web")
    log.enter("help", "search")
    for _ in range(rounds):
        log.write(e.StepTaken, "led_back", {})
    log.sec(at + left).leave("help", "left")


def rings(log: HandLog, at: int) -> None:
    log.sec(at).write(e.ContactEnded, "web", "customer", "finished")
    log.write(e.ContactBegan, "phone")
    log.enter("queue", "hold")


def recorded(log: HandLog, counting: Counting = USUAL) -> Reading:
    account = Account.of(SCRIPT, log.log)
    return by_id(recorded_in_words(account, counting))["self_service"]


def counts(log: HandLog, counting: Counting = USUAL) -> tuple[int | None, int | None]:
    found = recorded(log, counting)
    return found.value, found.of


def debriefed(play: Playthrough) -> dict[str, str]:
    debrief = debrief_of(play.state.script, tuple(play.log))
    pairs = (*debrief.pairs, *debrief.more_pairs)
    return {each.id: f"{each.lived} | {each.recorded}" for each in pairs}


def test_a_visit_is_settled_that_nobody_rang_from() -> None:
    log = begun()
    searched(log, 0)
    log.write(e.ContactEnded, "web", "customer", "finished")

    assert counts(log) == (1, 1)
    assert recorded(log).says == (
        "One visit to the help centre: settled by it, for it ended without a call or a "
        "chat."
    )


def test_a_visit_is_not_settled_that_a_call_begins_from() -> None:
    log = begun()
    searched(log, 0)
    rings(log, 60)

    assert counts(log) == (0, 1)
    assert recorded(log).says == (
        "One visit to the help centre: not settled by it, for a call or a chat began "
        "from it."
    )


def test_ringing_a_day_later_leaves_it_settled_unless_coming_back_counts() -> None:
    log = begun()
    searched(log, 0)
    log.write(e.ContactEnded, "web", "customer", "finished")
    log.enter("week", "days")
    log.sec(86_400).leave("week", "passed")
    log.write(e.ContactBegan, "phone")

    assert counts(log) == (1, 1)
    assert counts(log, NOT_BACK) == (0, 1)
    assert recorded(log, NOT_BACK).says.endswith("for it led to a further contact.")


def test_of_several_visits_each_is_counted_by_itself() -> None:
    log = begun()
    searched(log, 0, rounds=2)
    log.enter("page", "notice")
    log.leave("page", "read")
    log.enter("help", "search", 2)
    log.sec(120).leave("help", "left")
    rings(log, 120)

    assert counts(log) == (1, 2)
    assert (
        recorded(log).says == "Of two visits to the help centre, one was settled by it."
    )
    assert [each.led_back for each in help_visits(Log(log.log))] == [2, 0]


def test_no_visit_is_nothing_to_count() -> None:
    assert counts(begun()) == (0, 0)
    assert recorded(begun()).says == "No visit to a help centre."


def test_being_led_back_stands_beside_what_was_settled() -> None:
    turns = ("late", *("what-the-status-means", "my-parcel-is-late") * 2, "left")
    found = debriefed(visit("search-circle", *turns))

    assert found["help_centre"] == (
        "One visit, led back three times, and no further contact. | One visit to the "
        "help centre: settled by it, for it ended without a call or a chat."
    )


def test_an_answer_of_no_changes_nothing_in_what_is_recorded() -> None:
    helped = debriefed(visit("search-was-it-helpful", "refunds", "helpful", "left"))
    did_not = debriefed(
        visit("search-was-it-helpful", "refunds", "not-helpful", "left")
    )

    assert helped["help_centre"] == did_not["help_centre"]


def test_a_page_that_was_opened_is_told_by_its_heading() -> None:
    play = visit("search-circle", "late")
    account = Account.of(play.state.script, tuple(play.log))
    steps = account.log.of(e.StepTaken)

    told = [event_in_words(each, account) for each in steps]
    assert told[-1] == 'Your customer opened: "My parcel is late."'
