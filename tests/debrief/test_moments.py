"""The day's moments, to mark feelings about."""

from __future__ import annotations

from msgspec.structs import replace

from empathy_sim.debrief.moments import moments_of
from empathy_sim.engine import events as e
from tests.debrief.told_by_hand import SCRIPT, begun, two_calls


def test_the_moments_are_told_in_order_and_with_their_times() -> None:
    moments = moments_of(SCRIPT, two_calls().log)

    assert [each.story_ms for each in moments] == sorted(
        each.story_ms for each in moments
    )
    assert (moments[0].when, moments[0].says) == ("Tue 10:00", "Ringing")
    assert any(each.says == "Dani answers" for each in moments)


def test_a_wait_is_remembered_by_how_it_ended() -> None:
    log = begun()
    log.wait("hold", 600)
    log.sec(600).write(e.WaitEnded, "hold", "dropped")

    assert [each.says for each in moments_of(SCRIPT, log.log)][-1] == (
        "Ringing: the line goes dead"
    )


def test_a_name_in_a_title_is_filled_in() -> None:
    stage = replace(SCRIPT.stages["ringing"], title="Ringing for <customer.first_name>")
    script = replace(SCRIPT, stages={"ringing": stage})

    assert moments_of(script, begun().log)[0].says == "Ringing for Margaret"


def test_moments_a_week_apart_have_their_dates() -> None:
    log = begun()
    log.sec(7 * 86_400).write(e.StageEntered, "ringing")

    whens = [each.when for each in moments_of(SCRIPT, log.log)]
    assert (whens[0], whens[-1]) == ("Tue 10 Jun 10:00", "Tue 17 Jun 10:00")
