"""What a recording says, and when."""

from __future__ import annotations

from empathy_sim.engine.touchpoints.hold import HoldFace
from empathy_sim.journey.touchpoints.hold import Estimate, Slip, StillThere
from empathy_sim.journey.units import MINUTE, SECOND, Moment
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_nouns import alone, hold
from tests.engine.made_scripts import begun, played


def face_of(play: Playthrough) -> HoldFace:
    face = play.scene.face
    assert isinstance(face, HoldFace)
    return face


def test_whoever_lost_the_place_is_told_the_wait_from_the_back_of_the_queue() -> None:
    there = StillThere(at=Moment(share=8_000), within=5 * SECOND, says="There?")
    told = Estimate(
        starts=3 * MINUTE,
        says="About <estimate>.",
        slips=(Slip(at=Moment(share=5_000), to=9 * MINUTE),),
    )
    play = played(alone({"queue": hold(10 * MINUTE, still_there=there, estimate=told)}))
    play.wait_until(lambda _: face_of(play).press is not None)
    assert face_of(play).estimate == 9 * MINUTE

    play.wait_until(lambda _: "requeued" in play.frictions())

    assert face_of(play).last == f"{there.lost} About 3 minutes."
    assert face_of(play).estimate == 3 * MINUTE


def test_what_is_announced_at_once_is_said_in_one_breath() -> None:
    play = begun("hold-slips")

    assert face_of(play).last_from == 0
    assert face_of(play).last == "Your wait is about 4 minutes. You are number 7."


def test_a_face_says_since_when_the_recording_speaks() -> None:
    play = begun("hold-slips", pace="real")
    play.wait_until(lambda _: face_of(play).heard == 3)

    assert face_of(play).last_from == play.state.story_ms == 10 * SECOND
