"""Whoever hangs up comes where a person would expect."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.rehearsal.shipped_scripts import shipped_cast, shipped_script


def at(stage: str, journey: str = "between-eight-and-six") -> Playthrough:
    cast = shipped_cast(journey)
    play = Playthrough(shipped_script(journey), cast, pace="instant", at_stage=stage)
    play.begin()
    return play


def hung_up(play: Playthrough, path: str) -> Playthrough:
    """Wait until one is somewhere on the telephone, and hang up."""
    play.wait_until(lambda state: state.path == path)
    play.do(m.HangUp())
    return play


def choose(play: Playthrough, says: str) -> None:
    offers = {each.label: each.id for each in play.scene.offers}
    play.do(m.Choose(offers[says]))


def test_after_owen_an_engineer_can_be_booked_on_the_website() -> None:
    play = hung_up(at("owen"), "owen/owen")
    choose(play, "Book an engineer on the website")
    play.do(m.FillIn("matters", "My father rings at six."))
    choose(play, "Book Thursday")
    while play.state.touchpoint != "texted":
        choose(play, "Continue")

    assert [each.promise for each in play.happened(e.PromiseMade)] == ["engineer"]
    assert play.state.ending is None
    play.do(m.Choose("read"))
    assert play.state.path == "owen/six"


def test_iris_and_nadia_can_be_rung_again() -> None:
    iris = hung_up(at("iris"), "iris/iris")
    choose(iris, "Ring Orders again")
    assert iris.state.path == "iris/iris"
    assert [each.who for each in iris.happened(e.PersonAnswered)] == ["Iris", "Iris"]

    nadia = at("visit")
    choose(nadia, "Ask for the day off")
    nadia.wait_until(lambda _: nadia.scene.may("choose"))
    choose(nadia, "Let the days go on")
    nadia.wait_until(lambda state: state.touchpoint == "home")
    choose(nadia, "Go out for milk")
    nadia.do(m.Choose("read"))
    choose(nadia, "Ring the number on the card")
    hung_up(nadia, "visit/nadia")
    choose(nadia, "Ring the number on the card again")
    assert nadia.state.path == "visit/nadia"


def test_whoever_leaves_it_after_hanging_up_has_stopped() -> None:
    for stage in ("owen", "iris"):
        play = hung_up(at(stage), f"{stage}/{stage}")
        choose(play, "Leave it, and eat on the stairs")
        assert play.state.ending == "gave_up"


def test_the_two_desks_of_an_airport_go_by_two_names() -> None:
    journey = shipped_script("the-cheapest-seat").journey
    titles = [each.title for each in journey.stages]

    assert len(set(titles)) == len(titles)
