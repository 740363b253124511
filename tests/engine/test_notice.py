"""A notice is read, and an option taken."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.touchpoints.notice import NoticeFace
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.touchpoint import Option
from empathy_sim.journey.units import HOUR
from tests.engine.made_nouns import alone, notice
from tests.engine.made_scripts import played
from tests.engine.walking import refusal

LETTER = notice(
    looks_like="letter",
    says="Dear <customer.first_name>, it is <time>.",
    from_="<company.name>",
    subject="Your letter",
    button="Put it down",
    leads={"read": "done"},
)


def test_a_notice_says_what_is_written_to_whom_it_is_written() -> None:
    face = played(alone({"letter": LETTER})).scene.face

    assert face == NoticeFace(
        "letter", "Dear Margaret, it is 10:00.", "Hearth & Vale", "Your letter"
    )


def test_without_options_it_is_read_by_its_button() -> None:
    play = played(alone({"letter": LETTER}))
    offer = play.scene.offer("choose")
    assert offer is not None
    assert (offer.id, offer.label) == ("read", "Put it down")

    play.do(m.Choose("read"))

    assert play.state.ending == "solved"
    assert play.happened(e.TouchpointLeft)[0].exit == "read"


def test_an_option_is_recorded_with_its_words() -> None:
    option = Option(says="Ring <company.name>", leads="done", id="ring")
    play = played(alone({"letter": notice(options=(option,))}))

    play.do(m.Choose("ring"))

    chosen = play.happened(e.OptionChosen)[0]
    assert (chosen.option, chosen.says) == ("ring", "Ring Hearth & Vale")


def test_an_option_without_an_id_is_called_by_its_words() -> None:
    option = Option(says="Call again!", leads="done")
    play = played(alone({"letter": notice(options=(option,))}))

    assert play.scene.offers[0].id == "call-again"


def test_an_option_is_there_while_its_condition_holds() -> None:
    again = Option(
        says="Again",
        leads="letter",
        when=Condition(not_=Condition(visits="letter", at_least=2)),
    )
    done = Option(says="Done", leads="done")
    play = played(alone({"letter": notice(options=(again, done))}))
    play.do(m.Choose("again"))

    assert [each.id for each in play.scene.offers if each.sort == "choose"] == ["done"]
    refusal(play, m.Choose("again"))


def test_where_no_option_holds_it_is_read_by_its_button() -> None:
    never = Option(says="Never", leads="letter", when=Condition(met="jargon"))
    play = played(alone({"letter": notice(options=(never,), leads={"read": "done"})}))

    play.do(m.Choose("read"))

    assert play.state.ending == "solved"


def test_nothing_happens_while_it_is_read() -> None:
    play = played(alone({"letter": LETTER}))
    log = list(play.log)

    play.wait(HOUR)

    assert play.log == log
    assert play.state.felt_ms == HOUR
    assert play.scene.next_at is None


@pytest.mark.parametrize(
    "move",
    [
        m.Choose("elsewhere"),
        m.Press("1"),
        m.Say("hello"),
        m.HangUp(),
        m.FillIn("a", "b"),
        m.Rate("a", 1),
    ],
)
def test_only_what_it_offers_can_be_done(move: m.Move) -> None:
    refusal(played(alone({"letter": LETTER})), move)


def test_what_does_not_stand_on_it_is_not_told() -> None:
    told = NoticeFace("story", "It rains.").told()

    assert [(each.speaker, each.says) for each in told] == [("", "It rains.")]
