"""Walking a story back while it is written."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from empathy_sim.engine import moves as m
from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Pace
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.journey import Ending
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import Option, Touchpoint
from empathy_sim.journey.units import MINUTE
from empathy_sim.rehearsal.course import Lapse
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.rehearsal.remembering import Spot
from empathy_sim.rehearsal.retracing import Start
from tests.rehearsal import small_journeys as small
from tests.rehearsal.author_at_work import PACES, Author, Deed, walks
from tests.rehearsal.shipped_scripts import (
    JOURNEYS,
    SCENARIOS,
    shipped_cast,
    shipped_script,
)

paces = st.sampled_from(PACES)
scripts = st.one_of(
    st.sampled_from(list(small.SMALL.values())).map(lambda s: (s, plain_cast())),
    st.sampled_from([*JOURNEYS, *SCENARIOS]).map(
        lambda name: (shipped_script(name), shipped_cast(name))
    ),
)


def with_touchpoints(script: Script, **changed: Touchpoint) -> Script:
    """The same script, with touchpoints of its only stage changed."""
    alone = script.stages["alone"]
    points = {**alone.scenario.touchpoints, **changed}
    scenario = replace(alone.scenario, touchpoints=points)
    return replace(script, stages={"alone": replace(alone, scenario=scenario)})


@settings(max_examples=150)
@given(scripts, walks, paces)
def test_a_save_that_changes_nothing_leaves_everything_where_it_is(
    played: tuple[Script, Cast], walk: list[Deed], pace: Pace
) -> None:
    script, cast = played
    author = Author.of(script, cast, Start(pace=pace))
    author.walk(walk)
    before = author.seen

    reset = author.previewed.reload(script, author.previewed.cast)

    assert not reset.is_seen
    assert reset.divergence is None
    assert author.seen == before


@settings(max_examples=150)
@given(scripts, walks, st.integers(1, 9), paces)
def test_so_many_steps_back_and_forward_lead_to_where_one_was(
    played: tuple[Script, Cast], walk: list[Deed], steps: int, pace: Pace
) -> None:
    script, cast = played
    author = Author.of(script, cast, Start(pace=pace))
    author.walk(walk)
    before = author.seen
    assume(before.done)
    steps = min(steps, before.done)

    for _ in range(steps):
        assert author.previewed.back()
    assert author.seen.done == before.done - steps
    for _ in range(steps):
        assert author.previewed.forward() is None

    assert author.seen == before


@given(scripts, walks, walks)
def test_what_is_done_after_a_step_back_replaces_what_was_done(
    played: tuple[Script, Cast], walk: list[Deed], other: list[Deed]
) -> None:
    script, cast = played
    author = Author.of(script, cast)
    author.walk(walk)
    author.previewed.back()
    author.walk(other)
    before = author.seen

    author.previewed.reload(script, author.previewed.cast)

    assert author.seen == before


@given(st.sampled_from([*small.SMALL]), st.sampled_from([*small.SMALL]), walks)
def test_where_it_leads_elsewhere_the_first_step_that_does_is_named(
    one: str, other: str, walk: list[Deed]
) -> None:
    author = Author.of(small.SMALL[one], plain_cast())
    author.walk(walk)
    course = author.previewed.course

    apart = author.previewed.reload(small.SMALL[other], plain_cast()).divergence

    kept = author.previewed.course
    if apart is None:
        assert kept.done == course.done
    elif apart.step is None:
        assert kept.done == course.done
        assert apart.why == "not reached"
    else:
        first = course.acts.index(apart.step)
        assert kept.done == first + (apart.why == "elsewhere")
        assert [each.led for each in kept.acts[:first]] == [
            each.led for each in course.acts[:first]
        ]
        assert apart.left == course.done - kept.done


@given(scripts, walks, paces, paces)
def test_another_pace_leads_to_the_same_visit_or_says_where_it_parts(
    played: tuple[Script, Cast], walk: list[Deed], pace: Pace, other: Pace
) -> None:
    script, cast = played
    author = Author.of(script, cast, Start(pace=pace))
    author.walk(walk)
    before = author.stands_at

    reset = author.previewed.at_pace(other)

    if reset.divergence is None:
        # At an instant a wait that is open is over, and leads on by itself.
        assert author.stands_at == before or other == "instant"
    else:
        assert reset.is_seen


def chosen(author: Author, *options: str) -> None:
    for option in options:
        author.previewed.submit(m.Choose(option))


def test_an_option_that_is_gone_is_named_and_one_stands_before_it() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    chosen(author, "there", "here")
    mended = with_touchpoints(small.TO_AND_FRO, there=small.notice("solved"))

    apart = author.previewed.reload(mended, plain_cast()).divergence

    assert apart is not None
    assert apart.why == "refused"
    assert apart.step is not None
    assert apart.step.says == "To here"
    assert apart.left == 1
    assert author.stands_at == "alone.there"


def test_an_option_that_leads_elsewhere_is_followed() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    chosen(author, "there", "here")
    elsewhere = Option(says="To here", id="here", leads="there")
    there = replace(small.notice("solved"), options=(elsewhere,))
    mended = with_touchpoints(small.TO_AND_FRO, there=there)

    apart = author.previewed.reload(mended, plain_cast()).divergence

    assert apart is not None
    assert apart.why == "elsewhere"
    assert apart.wanted == Spot("alone", "here", 2)
    assert author.stands_at == "alone.there"


def test_a_mended_file_leads_back_to_where_one_stood() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    chosen(author, "there", "here")
    before = author.seen
    broken = with_touchpoints(small.TO_AND_FRO, there=small.notice("solved"))
    author.previewed.reload(broken, plain_cast())
    author.previewed.reload(broken, plain_cast())

    reset = author.previewed.reload(small.TO_AND_FRO, plain_cast())

    assert reset.found_again
    assert reset.divergence is None
    assert author.seen == before


def test_who_goes_on_after_a_divergence_is_not_led_back() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    chosen(author, "there", "here")
    broken = with_touchpoints(small.TO_AND_FRO, there=small.notice("solved"))
    author.previewed.reload(broken, plain_cast())
    chosen(author, "solved")

    reset = author.previewed.reload(small.TO_AND_FRO, plain_cast())

    assert not reset.found_again
    assert author.stands_at == ".solved"


def test_a_step_forward_that_is_not_there_any_more_says_so() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    chosen(author, "there", "here")
    author.previewed.back()
    broken = with_touchpoints(small.TO_AND_FRO, there=small.notice("solved"))
    assert author.previewed.reload(broken, plain_cast()).divergence is None

    apart = author.previewed.forward()

    assert apart is not None
    assert apart.why == "refused"
    assert author.stands_at == "alone.there"


def test_a_wait_that_is_shorter_now_is_over() -> None:
    author = Author.of(small.ONE_QUEUE, plain_cast(), Start(pace="real"))
    author.clock.advance(10 * MINUTE)
    shorter = small.hold(5, answered="rosa", hung_up="table")

    apart = author.previewed.reload(
        with_touchpoints(small.ONE_QUEUE, queue=shorter), plain_cast()
    ).divergence

    assert apart is not None
    assert apart.step is None
    assert author.stands_at == "alone.rosa"


def test_a_story_that_is_over_can_be_taken_back() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    chosen(author, "gave_up")
    assert author.previewed.is_over

    assert author.previewed.back()

    assert author.stands_at == "alone.here"
    assert not author.previewed.back()


def test_a_change_elsewhere_is_not_seen_and_the_screen_goes_on() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    chosen(author, "there")
    port = author.previewed.port
    heard: list[tuple[Event, ...]] = []
    port.changes(heard.append)
    endings = {**small.ENDINGS, "solved": Ending(outcome="solved", says="At last.")}
    journey = replace(small.TO_AND_FRO.journey, endings=endings)

    reset = author.previewed.reload(
        replace(small.TO_AND_FRO, journey=journey), plain_cast()
    )
    chosen(author, "solved")

    assert not reset.is_seen
    assert author.previewed.port is port
    assert len(heard) == 1
    face = port.scene().face
    assert face is not None
    assert face.told()[-1].says == "At last."


def test_a_pause_is_no_step_and_leaves_no_trace_in_the_next_version() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    chosen(author, "there")
    author.previewed.submit(m.Pause("reading"))
    author.previewed.submit(m.Resume())

    reset = author.previewed.reload(small.TO_AND_FRO, plain_cast())

    assert not reset.is_seen
    assert author.previewed.course.done == 1


def test_a_story_that_stands_is_seen_to_go_on_after_a_save() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    author.previewed.submit(m.Pause("break"))

    assert author.previewed.reload(small.TO_AND_FRO, plain_cast()).is_seen


async def test_a_screen_from_before_can_do_nothing_any_more() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())
    chosen(author, "there")
    old = author.previewed.port
    author.previewed.back()

    with pytest.raises(MoveRefused):
        await old.submit(m.Choose("here"))

    assert author.stands_at == "alone.here"


def test_it_begins_at_a_touchpoint_and_comes_back_there() -> None:
    author = Author.of(small.KEYS, plain_cast(), Start("alone", "queue", "real"))

    assert author.stands_at == "alone.queue"
    author.previewed.submit(m.HangUp())
    author.previewed.back()

    assert author.stands_at == "alone.queue"


def test_a_touchpoint_that_is_not_there_is_refused_and_all_stays() -> None:
    author = Author.of(small.KEYS, plain_cast(), Start("alone", "queue"))
    before = author.seen

    with pytest.raises(MoveRefused, match="quue"):
        author.previewed.reload(small.KEYS, plain_cast(), Start("alone", "quue"))

    assert author.seen == before


def test_a_wait_is_passed_over_to_where_something_is_asked() -> None:
    author = Author.of(small.KEYS, plain_cast(), Start("alone", "queue", "real"))

    author.previewed.run_on(Lapse("asked"))

    assert author.stands_at == "alone.rosa"
    assert author.previewed.here.after_ms == 0


def test_where_nothing_happens_by_itself_no_wait_is_passed_over() -> None:
    author = Author.of(small.TO_AND_FRO, plain_cast())

    with pytest.raises(MoveRefused, match="Nothing happens"):
        author.previewed.run_on(Lapse())

    assert author.previewed.course.done == 0


def test_no_time_passes_while_the_story_stands() -> None:
    author = Author.of(small.ONE_QUEUE, plain_cast(), Start(pace="real"))
    author.clock.advance(4_000)

    with author.previewed._clock.standing():
        author.clock.advance(60_000)
    author.clock.advance(1_000)

    assert author.seen.now.felt_ms == 5_000
