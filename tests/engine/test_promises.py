"""Promises are made, moved, kept, broken and denied."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import Due, Option
from empathy_sim.journey.units import DAY, HOUR, MINUTE
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_nouns import alone, hold, notice
from tests.engine.made_scripts import played

DELIVERY = "delivery"
KEEP = Option(says="Keep", id="keep", leads="desk", keeps=(DELIVERY,))
DENY = Option(says="Deny", id="deny", leads="desk", denies=(DELIVERY,), cause="x")
READ = Option(says="Read", id="read", leads="desk")


def within(hours: float) -> Due:
    return Due(in_=round(hours * HOUR))


def make(hours: float, name: str = "make") -> Option:
    return Option(
        says="Make", id=name, leads="desk", promises={DELIVERY: within(hours)}
    )


def move(hours: float, name: str = "move") -> Option:
    return Option(says="Move", id=name, leads="desk", moves={DELIVERY: within(hours)})


def desk(*options: Option, **promised: Due) -> Playthrough:
    """A notice with these options, all of which lead back to it."""
    done = Option(says="Done", id="done", leads="done")
    noun = notice(
        options=(*options, done), cause="rent", causes={"promise_broken": "x"}
    )
    return played(alone({"desk": noun}, promised=promised))


def test_a_promise_made_is_due_so_long_after() -> None:
    play = desk(make(48))
    play.wait(HOUR)
    play.do(m.Choose("make"))

    made = play.happened(e.PromiseMade)[0]
    assert (made.promise, made.due_ms) == (DELIVERY, 49 * HOUR)
    note = play.scene.notebook.promises[0]
    assert (note.says, note.date) == ("The kettle arrives", "Thursday 12 June")


@pytest.mark.parametrize(
    ("at", "due"), [(18 * HOUR, 2 * DAY + 8 * HOUR), (9 * HOUR, 2 * DAY - HOUR)]
)
def test_a_promise_may_name_the_time_of_its_day(at: int, due: int) -> None:
    play = desk(delivery=Due(in_=2 * DAY, at=at))

    assert play.state.promises[DELIVERY].due == due


def test_by_five_said_at_six_means_tomorrow() -> None:
    play = desk(delivery=Due(in_=0, at=9 * HOUR))

    assert play.state.promises[DELIVERY].due == DAY - HOUR


def test_a_promise_breaks_by_itself_once_its_instant_is_over() -> None:
    play = desk(make(1))
    play.do(m.Choose("make"))
    assert play.scene.next_at == HOUR + 1

    play.wait(2 * HOUR)

    broken = play.happened(e.PromiseBroken)[0]
    assert (broken.how, broken.story_ms) == ("lapsed", HOUR + 1)
    met = play.happened(e.FrictionMet)[0]
    assert (met.code, met.detail, met.cause) == ("promise_broken", DELIVERY, "alone/x")
    assert play.state.promises[DELIVERY].status == "broken"
    assert play.scene.next_at is None


def test_the_cause_of_a_broken_promise_is_that_of_whoever_made_it() -> None:
    script: Script = alone(
        {
            "desk": notice(
                "wait", cause="rent", promises={DELIVERY: within(1)}, channel="phone"
            ),
            "wait": notice("done", cause="weather"),
        }
    )
    play = played(script)
    play.do(m.Choose("wait"))
    play.wait(2 * HOUR)

    assert play.happened(e.FrictionMet)[0].cause == "alone/rent"


def test_a_promise_from_before_the_journey_breaks_for_the_cause_where_it_breaks() -> (
    None
):
    play = desk(delivery=within(1))
    play.wait(2 * HOUR)

    assert play.happened(e.FrictionMet)[0].cause == "alone/x"


def test_a_promise_kept_at_its_very_instant_is_kept() -> None:
    play = desk(KEEP, delivery=within(1))
    play.wait(HOUR)
    play.do(m.Choose("keep"))
    play.wait(HOUR)

    assert play.state.promises[DELIVERY].status == "kept"
    assert play.frictions() == []


def test_a_promise_that_was_kept_does_not_lapse() -> None:
    play = desk(KEEP, delivery=within(1))
    play.do(m.Choose("keep"))

    assert play.scene.next_at is None


def test_a_later_date_is_a_slip_and_the_first_date_is_not_forgotten() -> None:
    play = desk(move(72), move(120, "more"), delivery=within(24))
    play.do(m.Choose("move"))
    play.do(m.Choose("more"))

    moved = play.happened(e.PromiseMoved)
    assert [(each.from_ms, each.to_ms) for each in moved] == [
        (DAY, 3 * DAY),
        (3 * DAY, 5 * DAY),
    ]
    assert play.frictions() == ["promise_slipped", "promise_slipped"]
    note = play.scene.notebook.promises[0]
    assert (note.first_date, note.date, note.status) == (
        "Wednesday 11 June",
        "Sunday 15 June",
        "moved",
    )


def test_an_earlier_date_is_no_friction() -> None:
    play = desk(move(12), delivery=within(24))
    play.do(m.Choose("move"))

    assert play.state.promises[DELIVERY].due == 12 * HOUR
    assert play.frictions() == []


def test_the_same_date_said_again_is_not_another_date() -> None:
    play = desk(move(24.5), delivery=within(24))
    play.do(m.Choose("move"))

    assert play.happened(e.PromiseMoved) == []


def test_a_promise_that_was_broken_can_be_given_a_date_again_and_break_again() -> None:
    play = desk(move(1), delivery=within(1))
    play.wait(90 * MINUTE)
    play.do(m.Choose("move"))
    assert play.state.promises[DELIVERY].status == "moved"
    play.wait(2 * HOUR)

    assert play.frictions() == ["promise_broken", "promise_slipped", "promise_broken"]


def test_a_promise_nobody_knew_of_can_be_moved() -> None:
    play = desk(move(24))
    play.do(m.Choose("move"))

    known = play.state.promises[DELIVERY]
    assert (known.first_due, known.due, known.status) == (DAY, DAY, "moved")
    assert play.frictions() == []


def test_a_promise_denied_is_contradicted_and_does_not_lapse() -> None:
    play = desk(DENY, delivery=within(1))
    play.do(m.Choose("deny"))
    play.wait(2 * HOUR)

    assert [each.how for each in play.happened(e.PromiseBroken)] == ["denied"]
    assert play.frictions() == ["contradicted"]
    assert play.happened(e.FrictionMet)[0].detail == DELIVERY


def test_a_condition_knows_how_a_promise_stands() -> None:
    options = tuple(
        Option(
            says=each,
            id=each,
            leads="desk",
            when=Condition(promise=DELIVERY, is_=each),
        )
        for each in ("made", "moved", "kept", "broken")
    )
    play = desk(*options, move(3), KEEP, delivery=within(1))

    def stands() -> list[str]:
        ids = [each.id for each in play.scene.offers if each.sort == "choose"]
        return [each for each in ids if each not in {"move", "keep", "done"}]

    assert stands() == ["made"]
    play.wait(2 * HOUR)
    assert stands() == ["broken"]
    play.do(m.Choose("move"))
    assert stands() == ["moved"]
    play.do(m.Choose("keep"))
    assert stands() == ["kept"]


def test_a_text_names_the_date_of_a_promise_or_says_that_there_is_none() -> None:
    says = "On <promise.delivery.date>, at <promise.delivery.time>; first <promise.delivery.first_date>."
    noun = notice("done", says=says)
    play = played(alone({"desk": noun}, promised={DELIVERY: within(26)}))
    told = play.scene.face
    assert told is not None
    assert told.told()[0].says == (
        "On Wednesday 11 June, at 12:00; first Wednesday 11 June."
    )

    told = played(
        alone({"desk": notice("done", says="On <promise.delivery.date>.")})
    ).scene.face
    assert told is not None
    assert told.told()[0].says == "On a date to be confirmed."


def test_a_promise_lapses_in_the_midst_of_a_wait_at_its_own_instant() -> None:
    queue = hold(30 * MINUTE)
    play = played(alone({"queue": queue}, promised={DELIVERY: Due(in_=20 * MINUTE)}))
    play.wait_until(lambda state: state.is_over)

    broken = play.happened(e.PromiseBroken)[0]
    wait = play.happened(e.WaitBegan)[0]
    assert broken.story_ms == 20 * MINUTE + 1
    assert not any(begins <= broken.story_ms < ends for begins, ends in wait.lived)


def test_promises_of_arriving_are_made_on_arriving() -> None:
    noun = notice("done", promises={DELIVERY: within(2)}, moves={}, keeps=())
    play = played(alone({"desk": noun}))

    assert [each.due_ms for each in play.happened(e.PromiseMade)] == [2 * HOUR]
