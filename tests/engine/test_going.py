"""From one touchpoint, and one stage, to the next."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.opening import opening
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.touchpoint import AtMost, Channel, Option
from empathy_sim.journey.units import MINUTE
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from tests.engine.made_nouns import alone, hold, journey_of, notice
from tests.engine.made_scripts import played

TWO = journey_of(
    {
        "ordering": {"page": notice("done", channel="web")},
        "calling": {"queue": hold(MINUTE)},
    }
)


def contacts(play: Playthrough) -> list[str]:
    """What began and ended, in order."""
    said = []
    for event in play.log:
        match event:
            case e.ContactBegan(channel=channel):
                said.append(f"{channel} begins")
            case e.ContactEnded(channel=channel, by=by, how=how):
                said.append(f"{channel} ends: {by} {how}")
            case _:
                pass
    return said


def test_an_exit_of_a_stage_leads_to_the_next() -> None:
    play = played(TWO)
    before = len(play.log)
    play.do(m.Choose("done"))

    assert play.state.stage == "calling"
    assert play.state.exits == {"ordering": "done"}
    assert [type(event).__name__ for event in play.log[before:]] == [
        "OptionChosen",
        "TouchpointLeft",
        "StageLeft",
        "StageEntered",
        "ContactEnded",
        "ContactBegan",
        "TouchpointEntered",
        "StepTaken",
        "WaitBegan",
    ]


def test_the_last_exit_leads_to_an_ending() -> None:
    play = played(TWO)
    play.do(m.Choose("done"))
    play.do(m.HangUp())

    ended = play.happened(e.JourneyEnded)[0]
    assert (ended.ending, ended.outcome, ended.says) == (
        "solved",
        "solved",
        "It is done.",
    )
    assert play.state.phase == "ending"
    assert play.state.is_over
    assert play.scene.place is None


def test_a_session_can_begin_at_a_later_stage_and_says_so() -> None:
    play = Playthrough(TWO, plain_cast(), at_stage="calling")
    play.begin()

    assert play.state.stage == "calling"
    assert play.happened(e.JourneyBegan)[0].at_stage == "calling"


def test_a_session_cannot_begin_at_a_stage_that_is_not_there() -> None:
    with pytest.raises(MoveRefused) as refused:
        opening(TWO, plain_cast(), digest="d", at_stage="nowhere")

    assert "ordering, calling" in str(refused.value)


def test_an_option_happens_before_it_leads_on() -> None:
    option = Option(
        says="Go", leads="done", friction="jargon", kindness="A word.", id="go"
    )
    play = played(alone({"page": notice(options=(option,))}))
    before = len(play.log)
    play.do(m.Choose("go"))

    assert [type(event).__name__ for event in play.log[before:]] == [
        "OptionChosen",
        "FrictionMet",
        "KindnessShown",
        "TouchpointLeft",
        "StageLeft",
        "JourneyEnded",
        "PhaseBegan",
    ]


def test_arriving_can_itself_be_a_friction_and_a_kindness() -> None:
    page = notice("done", friction="dead_end", kindness="A chair.", cause="rent")
    play = played(alone({"page": page}))

    assert [(each.code, each.cause) for each in play.happened(e.FrictionMet)] == [
        ("dead_end", "alone/rent")
    ]
    assert [each.says for each in play.happened(e.KindnessShown)] == ["A chair."]


def test_a_cause_of_ones_own_comes_before_the_touchpoints() -> None:
    page = notice(
        cause="rent",
        causes={"jargon": "manuals"},
        options=(
            Option(says="A", leads="page", friction="jargon", id="a"),
            Option(says="B", leads="page", friction="jargon", cause="law", id="b"),
            Option(says="C", leads="page", friction="silence", id="c"),
        ),
    )
    play = played(alone({"page": page}))
    for option in "abc":
        play.do(m.Choose(option))

    assert [each.cause for each in play.happened(e.FrictionMet)] == [
        "alone/manuals",
        "alone/law",
        "alone/rent",
    ]


def test_visits_are_counted_within_their_stage() -> None:
    play = played(alone({"here": notice("there"), "there": notice("here", "done")}))
    play.do(m.Choose("there"))
    play.do(m.Choose("here"))

    assert play.state.visits == {"alone/here": 2, "alone/there": 1}
    assert [each.visit for each in play.happened(e.TouchpointEntered)] == [1, 1, 2]


def test_a_touchpoint_visited_often_enough_is_passed_over() -> None:
    here = notice("there", at_most=AtMost(visits=2, then="out"))
    stages = {"here": here, "there": notice("here"), "out": notice("done")}
    play = played(alone(stages))
    for option in ("there", "here", "there", "here"):
        play.do(m.Choose(option))

    assert play.state.touchpoint == "out"
    assert play.state.visits["alone/here"] == 2


def test_a_way_out_may_itself_be_closed() -> None:
    here = notice("there", at_most=AtMost(visits=1, then="out"))
    out = notice("here", at_most=AtMost(visits=1, then="done"))
    play = played(alone({"here": here, "there": notice("here"), "out": out}))
    for option in ("there", "here", "here"):
        play.do(m.Choose(option))

    assert play.state.ending == "solved"


@pytest.mark.parametrize("channel", ["phone", "web", "chat"])
def test_one_is_in_touch_on_a_live_channel_until_the_journey_ends(
    channel: Channel,
) -> None:
    play = played(alone({"page": notice("done", channel=channel)}))
    assert play.state.contact == channel
    play.do(m.Choose("done"))

    assert contacts(play) == [f"{channel} begins", f"{channel} ends: customer finished"]


@pytest.mark.parametrize("channel", ["mail", "story"])
def test_a_letter_is_only_read(channel: Channel) -> None:
    play = played(alone({"page": notice("done", channel=channel)}))
    play.do(m.Choose("done"))

    assert contacts(play) == []


def test_a_contact_goes_on_while_its_channel_does() -> None:
    pages = {
        "one": notice("two", channel="web"),
        "two": notice("three", channel="web"),
        "three": notice("four", channel="chat"),
        "four": notice("done", channel="mail"),
    }
    play = played(alone(pages))
    for option in ("two", "three", "four", "done"):
        play.do(m.Choose(option))

    assert contacts(play) == [
        "web begins",
        "web ends: customer finished",
        "chat begins",
        "chat ends: customer finished",
    ]
    assert play.state.contacts == 2


def test_a_contact_goes_on_from_one_stage_into_the_next() -> None:
    play = played(
        journey_of(
            {
                "one": {"page": notice("done", channel="web")},
                "two": {"page": notice("done", channel="web")},
            }
        )
    )
    play.do(m.Choose("done"))

    assert contacts(play) == ["web begins"]


def test_hanging_up_ends_the_call_once() -> None:
    play = played(alone({"queue": hold()}))
    play.do(m.HangUp())

    assert contacts(play) == ["phone begins", "phone ends: customer hung_up"]


def test_a_condition_knows_by_which_exit_a_stage_was_left() -> None:
    known = Option(
        says="Known", leads="done", when=Condition(exit="ordering", is_="done")
    )
    other = Option(
        says="Other", leads="done", when=Condition(exit="ordering", is_="refused")
    )
    play = played(
        journey_of(
            {
                "ordering": {"page": notice("done")},
                "after": {"page": notice(options=(known, other))},
            }
        )
    )
    play.do(m.Choose("done"))

    assert [each.id for each in play.scene.offers if each.sort == "choose"] == ["known"]


def test_a_stage_may_be_played_again_and_remembers_its_visits() -> None:
    script = TWO
    ordering = replace(script.stages["ordering"], leads={"done": "ordering"})
    play = played(replace(script, stages={**script.stages, "ordering": ordering}))
    play.do(m.Choose("done"))

    assert play.state.visits == {"ordering/page": 2}
    assert play.happened(e.TouchpointEntered)[-1].visit == 2
