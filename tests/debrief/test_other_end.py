"""A call is told from both ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.other_end import OtherEnd, other_ends
from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import Shelf
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.robots import own_offers
from tests.debrief.told_by_hand import SCRIPT, begun, two_calls

SCENARIO = Path(__file__).parents[2] / "scenarios/kind-but-powerless.yaml"


def told(log: tuple[e.Event, ...]) -> tuple[OtherEnd, ...]:
    account = Account.of(SCRIPT, log)
    return other_ends(account.log, account.names)


def test_what_lay_on_the_desk_stands_beside_the_sentence_said_then() -> None:
    log = begun()
    log.sec(10).write(e.ContactBegan, "phone")
    log.enter("desk", "call")
    log.write(e.PersonAnswered, "Dani", able=False)
    today: dict[str, e.Plain] = {"calls_today": 34, "target": "6 minutes", "since": ""}
    log.write(e.StepTaken, "desk_today", today)
    desk: dict[str, e.Plain] = {
        "screen": "A number. No name",
        "missing": "The order.",
        "slow": 9_000,
        "clock": "0:48 of 6:30",
    }
    log.write(e.StepTaken, "desk", desk)
    log.sec(13).write(e.Said, "Dani", "Hello.")
    log.sec(20).write(e.OptionChosen, "sharp", "At last.", "sharp")

    [end] = told(log.log)

    assert (end.who, end.today) == (
        "Dani",
        ("34 calls so far today.", "Measured by: 6 minutes."),
    )
    hello, answer = end.lines
    assert (hello.at_ms, hello.speaker) == (3_000, "Dani")
    assert hello.desk is not None
    assert hello.desk.says == (
        "A number. No name.",
        "Not on it: the order.",
        "The tool takes 9 seconds.",
        "The timer: 0:48 of 6:30.",
    )
    assert (answer.speaker, answer.tone, answer.desk) == ("You", "sharp", None)


def test_a_call_whose_desk_is_not_known_is_not_told() -> None:
    assert told(two_calls().log) == ()


@pytest.fixture(scope="module")
def dani() -> OtherEnd:
    """Dani's call from the shipped journey, with whatever is offered first."""
    script = Composer(Shelf()).scenario(SCENARIO).script
    assert script is not None
    play = Playthrough(script, cast_for(script, 3))
    play.begin()
    for _ in range(60):
        if play.state.kind != "call":
            break
        own = [each for each in own_offers(play.scene) if each.sort != "hang_up"]
        if play.scene.asks and own:
            play.do(own[0].examples[0])
        elif not play.tick():
            play.do(m.HangUp())
    account = Account.of(script, tuple(play.log))
    return other_ends(account.log, account.names)[0]


def test_the_shipped_call_has_two_full_columns(dani: OtherEnd) -> None:
    assert dani.who == "Dani"
    assert dani.today
    assert sum(line.desk is not None for line in dani.lines) >= 2
    assert {line.speaker for line in dani.lines} >= {"You", "Dani"}
    assert [line.at_ms for line in dani.lines] == sorted(
        line.at_ms for line in dani.lines
    )


def test_what_the_player_chose_is_told_with_its_tone(dani: OtherEnd) -> None:
    tones = {line.tone for line in dani.lines if line.speaker == "You"}

    assert tones & {"short", "civil", "sharp"}


def test_the_timer_shows_the_time_that_has_passed(dani: OtherEnd) -> None:
    shown = [(line.at_ms, line.desk.clock) for line in dani.lines if line.desk]

    assert shown
    for at_ms, timer in shown:
        minutes, seconds = map(int, timer.partition(" of ")[0].split(":"))
        passed = (minutes * 60 + seconds) * 1_000
        assert passed <= at_ms
        assert timer.endswith(", red") == (passed > 150_000)
