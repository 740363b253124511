"""A day off is lost where nobody comes."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.rehearsal.shipped_scripts import shipped_cast, shipped_script

JOURNEY = "between-eight-and-six"


def choose(play: Playthrough, says: str) -> None:
    """Choose what is called so, as soon as it is offered."""

    def offers() -> dict[str, str]:
        return {each.label: each.id for each in play.scene.offers}

    play.wait_until(lambda _: says in offers())
    play.do(m.Choose(offers()[says]))


def rung_about_the_card() -> Playthrough:
    """On the telephone with Nadia, who can offer a week or a van."""
    cast = shipped_cast(JOURNEY)
    play = Playthrough(shipped_script(JOURNEY), cast, pace="instant", at_stage="visit")
    play.begin()
    for says in ("Ask for the day off", "Let the days go on", "Take a shower", "Go on"):
        choose(play, says)
    choose(play, "Ring the number on the card")
    choose(
        play,
        "There's a card here that says I was out. I've been in since before eight.",
    )
    play.wait_until(lambda _: play.scene.may("say"))
    play.do(m.Say(cast.facts["visit_number"]))
    choose(play, "Kept by whom?")
    choose(play, "That was my old flat. There's nobody there now.")
    return play


def met(play: Playthrough) -> set[str]:
    """The frictions that were met."""
    return {each.code for each in play.happened(e.FrictionMet)}


def test_a_day_on_which_the_van_comes_back_is_not_lost() -> None:
    play = rung_about_the_card()
    choose(play, "Is he still near? Could you ask him?")
    play.wait_until(lambda state: state.touchpoint == "once-more")

    assert "day_off_lost" not in met(play)
    assert met(play) & {"missed_at_home", "rang_while_away"}


def test_a_day_that_is_put_off_by_a_week_is_lost() -> None:
    play = rung_about_the_card()
    choose(play, "A week today, then.")
    play.wait_until(lambda state: state.touchpoint == "a-week")

    assert "day_off_lost" in met(play)
